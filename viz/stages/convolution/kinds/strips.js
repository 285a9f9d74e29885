// Volumes of one row drawn as bars, one below the other on the same ground: the kernel slides under its window.

import { simple } from "../../kernel/numerals.js";
import { fit } from "../../kernel/paint.js";
import { fraction } from "./sums.js";

/** @import { Board } from "./types.d.ts" @import { Values } from "../../kernel/types.d.ts" */

/** @type {Record<string, number>} */
const HEIGHTS = { inputs: 92, weights: 80, outputs: 100 };
const LABELS = 18; // pixels below the bars for the names of positions
const WIDEST = 56;
const BAR = "#9a9cab";

/**
 * Where each volume's bars stand: `slot` pixels a position, the first one `offset` slots from the left.
 *
 * @param {Board} board @param {number} width @param {number} at @returns {Record<string, any>}
 */
export function arrangeStrips(board, width, at) {
  const [positions, taps] = [board.shapes.inputs[2], board.shapes.weights[3] ?? board.shapes.weights[2]];
  const slot = Math.min(WIDEST, width / (positions + 2 * board.padding));
  /** @type {Record<string, number>} */
  const offsets = { inputs: board.padding, weights: at, outputs: (taps - 1) / 2 };
  const total = slot * (positions + 2 * board.padding);
  return Object.fromEntries(
    Object.keys(board.shapes).map((name) => [name, { slot, offset: offsets[name], width: total, height: HEIGHTS[name] }]),
  );
}

/** The position under a point, or null. @param {{ slot: number, offset: number }} arranged @param {number} count @param {number} x */
export function positionUnder({ slot, offset }, count, x) {
  const position = Math.floor(x / slot - offset);
  return position >= 0 && position < count ? position : null;
}

/**
 * Draws a volume's bars; `cells`: those that take part, in the accent's colour; `subject`: the one in question.
 *
 * @param {Board} board @param {string} name @param {HTMLCanvasElement} canvas @param {Values} values
 * @param {Set<number>} cells @param {number | null} subject
 */
export function drawStrip(board, name, canvas, values, cells, subject) {
  const { slot, offset, width, height } = board.arranged[name];
  const context = fit(canvas, width, height);
  const [low, high] = board.scales[name];
  const margin = asFraction(board, name) ? 36 : 18;
  const room = height - LABELS - margin - (low < 0 ? margin : 0);
  /** @param {number} value */
  const y = (value) => margin + ((high - value) / (high - low || 1)) * room;
  context.fillStyle = board.theme.line;
  context.fillRect(0, y(0), width, 1);
  values.forEach((value, index) => {
    const left = (index + offset) * slot;
    label(board, context, name, index, left + slot / 2, height);
    if (Number.isNaN(value)) return;
    context.fillStyle = cells.has(index) ? board.theme.accent : BAR;
    const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    context.fillRect(left + 1, top, slot - 2, Math.max(1.5, bottom - top));
    if (index === subject) outline(board, context, left, top, slot, Math.max(2, bottom - top));
    write(board, context, name, value, left + slot / 2, value < 0 ? bottom + margin - 3 : top - 3, slot);
  });
}

/**
 * @param {Board} board @param {CanvasRenderingContext2D} context @param {number} left @param {number} top
 * @param {number} width @param {number} height
 */
function outline(board, context, left, top, width, height) {
  context.strokeStyle = board.theme.text;
  context.lineWidth = 2;
  context.strokeRect(left + 1, top, width - 2, height);
}

/**
 * The name of a position below it, where there is room: every one, or every fifth.
 *
 * @param {Board} board @param {CanvasRenderingContext2D} context @param {string} name @param {number} index
 * @param {number} middle @param {number} height
 */
function label(board, context, name, index, middle, height) {
  const text = String(board.labels[name]?.[index] ?? index);
  const { slot } = board.arranged[name];
  if (slot < 18 && index % 5 !== 0) return;
  context.font = "14px system-ui, sans-serif";
  context.fillStyle = board.theme.text;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(text, middle, height - 4);
}

/** @param {Board} board @param {string} name */
function denominatorOf(board, name) {
  const [top, bottom] = board.denominators;
  return { inputs: top, weights: bottom }[name] ?? top * bottom;
}

/**
 * Whether values are written as fractions: where all of them are read so, and the weights wherever they are some.
 *
 * @param {Board} board @param {string} name
 */
function asFraction(board, name) {
  return board.fractions || (name === "weights" && board.denominators[1] !== 1);
}

/**
 * The value above its bar, or below a negative one: as a fraction with a line, or in as many digits as there is room for.
 *
 * @param {Board} board @param {CanvasRenderingContext2D} context @param {string} name @param {number} value
 * @param {number} middle @param {number} base @param {number} slot
 */
function write(board, context, name, value, middle, base, slot) {
  const denominator = denominatorOf(board, name);
  context.font = "600 14px system-ui, sans-serif";
  context.fillStyle = board.theme.text;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  if (asFraction(board, name)) {
    stacked(context, value, denominator, middle, base, slot);
    return;
  }
  const text = [2, 1, 0].map((digits) => simple(Number((value / denominator).toFixed(digits))));
  const fitting = text.find((each) => context.measureText(each).width <= slot - 2);
  if (fitting !== undefined) context.fillText(fitting, middle, base);
}

/**
 * @param {CanvasRenderingContext2D} context @param {number} value @param {number} denominator @param {number} middle
 * @param {number} base @param {number} slot
 */
function stacked(context, value, denominator, middle, base, slot) {
  const [above, below] = [fraction(value, 1), String(denominator)];
  const wide = Math.max(context.measureText(above).width, context.measureText(below).width);
  if (wide > slot - 1) return;
  context.fillText(above, middle, base - 16);
  context.fillRect(middle - wide / 2, base - 13, wide, 1);
  context.fillText(below, middle, base);
}
