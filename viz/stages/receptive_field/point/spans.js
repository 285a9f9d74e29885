// Which units see a pixel, what of a field lies beyond the picture, and the outline of a region, from the exact ranges of every row and column of units.
//
// Ranges are [starts, stops] of one axis, half-open, in pixels of the network's input, cut to the picture.

/** @import { Field } from "./types.d.ts" @import { Values } from "../../kernel/types.d.ts" */

/** The units of one axis whose range holds the pixel, as indices. @param {[Values, Values]} ranges @param {number} pixel */
export function seeing([starts, stops], pixel) {
  /** @type {number[]} */
  const found = [];
  starts.forEach((start, unit) => start <= pixel && pixel < stops[unit] && found.push(unit));
  return found;
}

/**
 * How many pixels of a field reach beyond the picture, on each side: { top, left, bottom, right }.
 *
 * @param {Pick<Field, "size" | "stride" | "padding">} field @param {number[]} unit @param {number[]} picture
 */
export function beyond({ size, stride, padding }, [row, column], [pictureRows, pictureColumns]) {
  /** @param {number} place @param {number} axis @param {number} limit */
  const over = (place, axis, limit) => {
    const start = place * stride[axis] - padding[axis];
    return [Math.max(0, -start), Math.max(0, start + size[axis] - limit)];
  };
  const [top, bottom] = over(row, 0, pictureRows);
  const [left, right] = over(column, 1, pictureColumns);
  return { top, left, bottom, right };
}

/**
 * The edges between the cells inside a mask and those outside: [row, column, row, column] of each, in cells.
 *
 * @param {ArrayLike<number>} mask @param {number} rows @param {number} columns
 */
export function outline(mask, rows, columns) {
  /** @param {number} row @param {number} column */
  const inside = (row, column) => row >= 0 && column >= 0 && row < rows && column < columns && mask[row * columns + column] > 0;
  const edges = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const here = inside(row, column);
      if (here !== inside(row - 1, column) && column < columns) edges.push([row, column, row, column + 1]);
      if (here !== inside(row, column - 1) && row < rows) edges.push([row, column, row + 1, column]);
    }
  }
  return edges;
}
