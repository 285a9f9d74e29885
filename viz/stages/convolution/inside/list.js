// The parts one under the other: input map × kernel slice = partial result, and what it contributes at the position.
// Only the rows in sight are drawn, on one canvas that stays in place while the list scrolls.

import { fit, frame, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { px, perUnit, breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { FINE, legend, shelved } from "./maps.js";
import { windowBox } from "./sums.js";

/** @import { Inside, Kind, Part, Unit } from "./types.d.ts" @import { Cell } from "../../kernel/types.d.ts" */

const WIDE = { name: 58, tile: 84, sign: 22, row: 92, height: 384 };
const ROOMY = { ...WIDE, tile: 100, row: 112 };
const ALONE = { ...WIDE, tile: 112, row: 126 };
const AROUND = 240; // of the room, what is not for the list
const NARROW = { name: 46, tile: 57, sign: 16, row: 72, height: 290 };
const FEW = 3; // parts that fit in sight at a larger size
const INDENT = 8;
const BESIDE = 18; // between the parts and their bars
const LAST_NEGATIVE = 40; // places in the diverging palette for the bars: clearly on one side
const LAST_POSITIVE = 215;
/** @type {Kind[]} */
const KINDS = ["inputs", "kernels", "parts"];

/** Measures the list: where its columns stand, how high it is. @param {Inside} stage */
export function layOutList(stage) {
  const scroller = stage.find(".scroller");
  const most = stage.room - AROUND;
  const few = stage.order.length === 1 ? ALONE : ROOMY;
  const wide = stage.order.length > FEW || few.row * stage.order.length > most ? WIDE : few;
  const sizes = stage.root.classList.contains("narrow") ? NARROW : { ...wide, height: Math.max(3 * wide.row, Math.min(wide.height, most)) };
  const total = sizes.row * stage.order.length;
  stage.find(".sheet").style.height = px(total);
  const height = Math.min(sizes.height, total);
  scroller.style.height = px(height);
  const width = breadth(scroller);
  const [inputs, kernels, parts] = [0, 1, 2].map((place_) => sizes.name + place_ * (sizes.tile + sizes.sign));
  const bar = parts + sizes.tile + BESIDE;
  stage.list = { ...sizes, width, height, left: { inputs, kernels, parts, bar }, barWidth: Math.max(40, width - bar - 4) };
  writeHeads(stage);
}

/** @param {Inside} stage */
function writeHeads(stage) {
  const { left, tile, barWidth } = stage.list;
  const { words, paint } = stage;
  const length = stage.root.classList.contains("narrow") ? "narrow" : "head";
  /** @param {number} at @param {number} width @param {string} text @param {any} scale */
  const head = (at, width, text, scale) => {
    const box = document.createElement("div");
    box.style.left = px(at);
    box.style.width = px(width);
    box.append(Object.assign(document.createElement("b"), { textContent: text }));
    if (scale) box.append(legend(stage, scale));
    return box;
  };
  stage.find(".heads").replaceChildren(
    ...KINDS.map((kind) => head(left[kind], tile, words[`${length}_${kind}`], paint.scales[kind])),
    head(left.bar, barWidth, words[`${length}_bar`], null),
  );
}

/** The rows in sight: [first, last), as places in the order on stage. @param {Inside} stage */
function rowsInSight(stage) {
  const { row, height } = stage.list;
  const top = stage.find(".scroller").scrollTop / perUnit();
  return [Math.max(0, Math.floor(top / row)), Math.min(stage.order.length, Math.ceil((top + height) / row)), top];
}

/**
 * The name of a part: red, green, blue; or its number; or how many channels it stands for.
 *
 * @param {Pick<Inside, "parts" | "words" | "others" | "names">} stage @param {number} index
 */
export function nameOf(stage, index) {
  const { number } = stage.parts[index];
  if (number === null) return put(stage.words.others, { count: stage.others });
  return stage.names?.[number] ?? String(number);
}

/** Draws the maps of the rows in sight. @param {Inside} stage */
export function drawList(stage) {
  const { list } = stage;
  const [canvas] = stage.find(".window").children;
  const context = fit(canvas, list.width, list.height);
  const [first, last, top] = rowsInSight(stage);
  for (let at = first; at < last; at += 1) drawRow(stage, context, stage.order[at], at * list.row - top);
}

/** @param {Inside} stage @param {CanvasRenderingContext2D} context @param {number} index @param {number} y */
function drawRow(stage, context, index, y) {
  const { list } = stage;
  const part = stage.parts[index];
  context.fillStyle = stage.theme.ink;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.font = `600 16px ${stage.theme.family}`;
  const middle = y + list.row / 2;
  if (part.input === null) context.fillText(nameOf(stage, index), INDENT, middle, list.left.parts - 2 * INDENT);
  else context.fillText(nameOf(stage, index), INDENT, middle, list.name - 2 * INDENT);
  /** @type {Kind[]} */
  const shown = part.input === null ? ["parts"] : KINDS;
  for (const kind of shown) {
    const { x, y: top, width, height } = tileOf(stage, kind, index, y);
    const picture = /** @type {HTMLCanvasElement} */ (shelved(stage, kind, index));
    place(context, picture, [0, 0, picture.width, picture.height], [x, top, width, height]);
    context.strokeStyle = stage.theme.line;
    context.lineWidth = 1;
    context.strokeRect(x - 0.5, top - 0.5, width + 1, height + 1);
  }
  if (part.input === null) return;
  context.font = `400 18px ${stage.theme.family}`;
  context.textAlign = "center";
  context.fillText("×", list.left.kernels - list.sign / 2, middle);
  context.fillText("=", list.left.parts - list.sign / 2, middle);
}

/** What is drawn of a part: its input map, its kernel slice, or the partial result. @param {Part} part @param {Kind} kind */
export const planeOf = ({ input, kernel, map }, kind) => ({ inputs: input, kernels: kernel, parts: map })[kind];

/** Where a map of a row stands. @param {Inside} stage @param {Kind} kind @param {number} index @param {number} y */
function tileOf({ parts, list }, kind, index, y) {
  const { rows, columns } = planeOf(parts[index], kind);
  const [width, height] = sizeOf({ rows, columns }, kind === "kernels" ? list.tile * 0.8 : list.tile);
  return { x: list.left[kind] + (list.tile - width) / 2, y: y + (list.row - height) / 2, width, height, rows, columns };
}

/**
 * The marks that follow the position: the window in the inputs, the cell in the parts, the bars; parts not yet added.
 *
 * @param {Inside} stage @param {Unit} unit
 */
export function markList(stage, unit) {
  const { list, view, order } = stage;
  const [, marks] = stage.find(".window").children;
  const context = fit(marks, list.width, list.height);
  const [first, last, top] = rowsInSight(stage);
  for (let at = first; at < last; at += 1) {
    const [index, y] = [order[at], at * list.row - top];
    markRow(stage, context, index, y, unit);
    drawBar(stage, context, index, y);
    if (at >= view.added) veil(stage, context, y);
    if (index === unit.part) frame(context, 2, y + 2, list.width - 4, list.row - 4, stage.theme.accent, 1.5);
  }
}

/** @param {Inside} stage @param {CanvasRenderingContext2D} context @param {number} index @param {number} y @param {Unit} unit */
function markRow(stage, context, index, y, unit) {
  const part = stage.parts[index];
  const cell = tileOf(stage, "parts", index, y);
  const [wide, tall] = [Math.max(4, cell.width / cell.columns), Math.max(4, cell.height / cell.rows)];
  frame(context, cell.x + (unit.column * cell.width) / cell.columns, cell.y + (unit.row * cell.height) / cell.rows, wide, tall, stage.theme.accent, 1.5);
  if (part.input === null) return;
  const tile = tileOf(stage, "inputs", index, y);
  const box = windowBox(stage.setting, [part.kernel.rows, part.kernel.columns], unit.row, unit.column);
  const [across, down] = [tile.width / tile.columns, tile.height / tile.rows];
  /** @param {number} value @param {number} limit */
  const clip = (value, limit) => Math.max(0, Math.min(limit, value));
  const [left, right] = [clip(box.left, tile.columns) * across, clip(box.right, tile.columns) * across];
  const [above, below] = [clip(box.top, tile.rows) * down, clip(box.bottom, tile.rows) * down];
  frame(context, tile.x + left, tile.y + above, Math.max(4, right - left), Math.max(4, below - above), stage.theme.accent, 1.5);
}

/**
 * What the part contributes here: a bar from the middle, the value above it; all bars on one scale.
 *
 * @param {Inside} stage @param {CanvasRenderingContext2D} context @param {number} index @param {number} y
 */
function drawBar(stage, context, index, y) {
  const { list, here, reach, planes } = stage;
  const value = here[index];
  const middle = list.left.bar + list.barWidth / 2;
  const length = reach > 0 && Number.isFinite(value) ? ((Math.abs(value) / reach) * list.barWidth) / 2 : 0;
  const colour = (value < 0 ? LAST_NEGATIVE : LAST_POSITIVE) * 3;
  const { values } = planes.diverging;
  const top = y + list.row / 2 + 4;
  context.fillStyle = `rgb(${values[colour]} ${values[colour + 1]} ${values[colour + 2]})`;
  context.fillRect(value < 0 ? middle - length : middle, top, length, 14);
  context.fillStyle = stage.theme.ink;
  context.fillRect(middle - 0.5, top - 3, 1, 20);
  context.font = `600 16px ${stage.theme.family}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(say(value, FINE * reach), middle, y + list.row / 2 - 5, list.barWidth);
}

/** @param {Inside} stage @param {CanvasRenderingContext2D} context @param {number} y */
function veil(stage, context, y) {
  context.globalAlpha = 0.68;
  context.fillStyle = stage.theme.paper;
  context.fillRect(0, y, stage.list.width, stage.list.row);
  context.globalAlpha = 1;
}

/**
 * What lies under a point of the list: { index, kind, cell }, kind and cell null beside the maps; null below the last.
 *
 * @param {Inside} stage @param {number} x @param {number} y
 * @returns {{ index: number, kind: Kind | null, cell: Cell | null } | null}
 */
export function hitList(stage, x, y) {
  const at = Math.floor(y / stage.list.row);
  if (at < 0 || at >= stage.order.length) return null;
  const index = stage.order[at];
  for (const kind of stage.parts[index].input === null ? /** @type {Kind[]} */ (["parts"]) : KINDS) {
    const tile = tileOf(stage, kind, index, at * stage.list.row);
    const row = Math.floor(((y - tile.y) / tile.height) * tile.rows);
    const column = Math.floor(((x - tile.x) / tile.width) * tile.columns);
    if (row >= 0 && column >= 0 && row < tile.rows && column < tile.columns) return { index, kind, cell: [row, column] };
  }
  return { index, kind: null, cell: null };
}

/** Scrolls the list so that a place in it is in sight. @param {Inside} stage @param {number} at */
export function bringIntoSight(stage, at) {
  const scroller = stage.find(".scroller");
  const [row, height] = [stage.list.row, stage.list.height].map((length) => length * perUnit());
  if (at * row < scroller.scrollTop) scroller.scrollTop = at * row;
  else if ((at + 1) * row > scroller.scrollTop + height) scroller.scrollTop = (at + 1) * row - height;
}
