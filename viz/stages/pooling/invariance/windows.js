// Which cell stands for a window of a pooling layer, and which cells it holds. Spans are [start, stop) pairs, cut to the
// map; centres are those of whole windows.

import { nearestUnit } from "../../kernel/field.js";

/** @import { Values } from "../../kernel/types.d.ts" */

/**
 * The cell that stands for a window on one axis: the one nearest to its centre that belongs to it and to no other.
 *
 * @param {Values} spans @param {Values} centres @param {number} index
 */
export function cellOf(spans, centres, index) {
  const [first, stop] = spans.subarray(index * 2, index * 2 + 2);
  const nearest = Math.max(first, Math.min(stop - 1, Math.floor(centres[index])));
  // Of windows that start at the same cell, each is given one of its own.
  for (let away = 0; away < stop - first; away += 1) {
    for (const cell of [nearest - away, nearest + away]) if (first <= cell && cell < stop && nearestUnit(centres, cell) === index) return cell;
  }
  return nearest;
}

/**
 * The cells a window holds, as a box to mark.
 *
 * @param {Values} rowSpans @param {Values} columnSpans @param {number} row @param {number} column
 */
export function boxOf(rowSpans, columnSpans, row, column) {
  const [top, bottom] = rowSpans.subarray(row * 2, row * 2 + 2);
  const [left, right] = columnSpans.subarray(column * 2, column * 2 + 2);
  return { top, left, rows: bottom - top, columns: right - left };
}

/** A map less another. @param {Values} one @param {Values} other */
export const minus = (one, other) => Float32Array.from(one, (value, index) => value - other[index]);
