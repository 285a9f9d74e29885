// Where a cover lies while it is drawn, moved and sized: rectangles { top, left, rows, columns } of whole pixels.

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Cover } from "./types.d.ts" */

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

/** The rectangle between two pixels [row, column], both in it. @param {Cell} list @param {Cell} list */
export function between([top, left], [bottom, right]) {
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}

/** A square of a quarter of the shorter side around a pixel, inside the picture. @param {Cell} cell @param {Cell} size */
export function around([row, column], size) {
  const side = Math.max(1, Math.round(Math.min(...size) / 4));
  const half = Math.floor(side / 2);
  return shifted({ top: row - half, left: column - half, rows: side, columns: side }, 0, 0, size);
}

/**
 * The cover moved down and to the right, as far as the picture goes.
 *
 * @param {Cover} cover @param {number} down @param {number} right @param {Cell} size
 */
export function shifted(cover, down, right, [rows, columns]) {
  return {
    ...cover,
    top: clamp(cover.top + down, 0, rows - cover.rows),
    left: clamp(cover.left + right, 0, columns - cover.columns),
  };
}

/**
 * The cover grown by `by` pixels on every side, or shrunk for a negative number; at least one pixel stays.
 *
 * @param {Cover} cover @param {number} by @param {Cell} size
 */
export function grown(cover, by, [rows, columns]) {
  const [high, wide] = [cover.rows, cover.columns].map((side) => Math.max(1, side + 2 * by));
  const [top, left] = [cover.top + Math.floor((cover.rows - high) / 2), cover.left + Math.floor((cover.columns - wide) / 2)];
  const sized = { top, left, rows: Math.min(high, rows), columns: Math.min(wide, columns) };
  return shifted(sized, 0, 0, [rows, columns]);
}

/** Whether a pixel lies under the cover. @param {Cover} cover @param {Cell} cell */
export function holds(cover, [row, column]) {
  const down = row >= cover.top && row < cover.top + cover.rows;
  return down && column >= cover.left && column < cover.left + cover.columns;
}
