// Cells on a canvas: how large they are, the numbers in them, the scale below them.

import { simple } from "../../kernel/numerals.js";
import { fit, inkOn } from "../../kernel/paint.js";
import { say } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { made } from "../../kernel/text.js";

/** @import { Values } from "../../kernel/types.d.ts" */

export const SMALLEST_WRITTEN = 26; // smaller cells hold no number
const [SMALLEST, TALLEST, AROUND] = [200, 420, 300]; // heights of a map, and what of the room is not for maps

/**
 * How large a cell is so that rows × columns of them fit; whole pixels where there is room for it.
 *
 * @param {number} rows @param {number} columns @param {number} width @param {number} height
 */
export function cellSize(rows, columns, width, height, largest = 72) {
  const cell = Math.min(width / columns, height / rows, largest);
  return cell >= 3 ? Math.floor(cell) : cell;
}

/** A number in at most `room` characters or so: what stands inside a cell. @param {number} value @param {number} room */
export function brief(value, room) {
  if (!Number.isFinite(value)) return say(value, 1);
  for (let decimals = 3; decimals >= 0; decimals -= 1) {
    const text = simple(Number(value.toFixed(decimals)));
    if (text.length <= room) return text;
  }
  const text = simple(Math.round(value));
  return text.length <= room ? text : "";
}

/** @param {HTMLElement} figure @param {number} rows @param {number} columns @param {number} room @param {number} [largest] */
export function sizes(figure, rows, columns, room, largest) {
  const [width, tall] = [breadth(figure), Math.max(SMALLEST, Math.min(TALLEST, room - AROUND))];
  const cell = cellSize(rows, columns, width, Math.min(tall, Math.max(160, width)), largest);
  return { cell, width: cell * columns, height: cell * rows };
}

/** @param {HTMLElement} figure @param {{ width: number, height: number }} size */
export function contexts(figure, { width, height }) {
  const [base, marks] = figure.querySelectorAll("canvas");
  return [fit(base, width, height), fit(marks, width, height)];
}

/**
 * @param {CanvasRenderingContext2D} context @param {ArrayLike<number>} values @param {Uint32Array} pixels
 * @param {number} columns @param {number} cell
 */
export function writeCells(context, values, pixels, columns, cell, count = values.length) {
  if (cell < SMALLEST_WRITTEN) return;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `600 ${Math.max(14, Math.min(20, cell * 0.36))}px system-ui, sans-serif`;
  for (let index = 0; index < count; index += 1) {
    context.fillStyle = inkOn(pixels[index]);
    const text = pixels[index] === 0 ? "" : brief(values[index], Math.floor(cell / 8.5));
    context.fillText(text, ((index % columns) + 0.5) * cell, (Math.floor(index / columns) + 0.5) * cell, cell - 2);
  }
}

/** @param {HTMLElement} figure @param {[number, number]} ends @param {string} palette @param {string} scope */
export function legend(figure, [low, high], palette, scope) {
  const bar = Object.assign(document.createElement("i"), { className: "bar" });
  bar.style.background = palette;
  figure.querySelector(".legend")?.replaceChildren(made("span", brief(low, 6)), bar, made("span", brief(high, 6)), made("span", scope));
}
