// Pooling: x [n, C, H, W] gives y [n, C, H′, W′], a number for each window of each map.

import { Refused, maps, onlyFields } from "./refused.js";
import { placedOn } from "./windows.js";

/** @import { Layer, Numbers, Operation, Windows } from "./types.d.ts" */

/** @type {Operation["make"]} */
function make(asked, input) {
  onlyFields(asked, ["size", "stride", "padding"]);
  const { placed, positions } = placedOn(asked, maps(asked, input), { stride: "size" });
  const tooWide = placed.padding.some((padding, axis) => 2 * padding > placed.size[axis]);
  if (tooWide) throw new Refused(`${asked.field}.padding`, asked.given.padding, `at most half the size, ${placed.size.join("×")}`);
  return { output: [input[0], ...positions], placed, scratch: { table: boxes(placed, input, positions) } };
}

/**
 * The largest value of each window; δ goes to where it stood, of equal ones to the first. What is not a number counts as the largest.
 *
 *   forward    y = max over the window of x
 *   backward   ∂x at the winner += δ
 *
 * @type {Operation}
 */
export const maxPool = {
  make,

  forward(layer, { x, y, count }) {
    const winners = room(layer, y);
    const { columns, plane, planes, table } = sizes(layer, count);
    for (let map = 0, place = 0; map < planes; map += 1) {
      for (let box = 0; box < table.length; box += 3, place += 1) {
        const first = map * plane + table[box];
        const end = first + table[box + 1] * columns;
        let winner = first;
        for (let row = first; row < end; row += columns) {
          for (let at = row; at < row + table[box + 2]; at += 1) if (x[at] > x[winner] || Number.isNaN(x[at])) winner = at;
        }
        winners[place] = winner;
        y[place] = x[winner];
      }
    }
  },

  backward(layer, { dy, dx, count }) {
    if (!dx) return;
    const { winners } = layer.scratch;
    const { plane, planes, table } = sizes(layer, count);
    dx.fill(0, 0, planes * plane);
    for (let place = 0; place < (planes * table.length) / 3; place += 1) dx[winners[place]] += dy[place];
  },
};

/**
 * The mean of each window of k values, those of the padding counted as zeros; over the whole map it is the global average.
 *
 *   forward    y = Σ over the window of x / k
 *   backward   ∂x of each += δ / k
 *
 * @type {Operation}
 */
export const averagePool = {
  make,

  forward(layer, { x, y, count }) {
    const { columns, plane, planes, table, share } = sizes(layer, count);
    for (let map = 0, place = 0; map < planes; map += 1) {
      for (let box = 0; box < table.length; box += 3, place += 1) {
        const first = map * plane + table[box];
        const end = first + table[box + 1] * columns;
        let sum = 0;
        for (let row = first; row < end; row += columns) {
          for (let at = row; at < row + table[box + 2]; at += 1) sum += x[at];
        }
        y[place] = sum * share;
      }
    }
  },

  backward(layer, { dy, dx, count }) {
    if (!dx) return;
    const { columns, plane, planes, table, share } = sizes(layer, count);
    dx.fill(0, 0, planes * plane);
    for (let map = 0, place = 0; map < planes; map += 1) {
      for (let box = 0; box < table.length; box += 3, place += 1) {
        const first = map * plane + table[box];
        const end = first + table[box + 1] * columns;
        for (let row = first; row < end; row += columns) {
          for (let at = row; at < row + table[box + 2]; at += 1) dx[at] += dy[place] * share;
        }
      }
    }
  },
};

/** Where the winners of so many windows are noted. @param {Layer} layer @param {Numbers} y */
function room({ scratch }, y) {
  if (scratch.winners.length < y.length) scratch.winners = new Int32Array(y.length);
  return scratch.winners;
}

/**
 * Of each window of a map, less what lies in the padding: the index of its first value, and how many rows and columns it has.
 *
 * @param {Windows} placed @param {number[]} input @param {number[]} positions
 */
function boxes({ size, stride, padding }, [, rows, columns], [down, across]) {
  const found = [];
  for (let place = 0; place < down * across; place += 1) {
    const [above, beside] = [Math.floor(place / across) * stride[0] - padding[0], (place % across) * stride[1] - padding[1]];
    const [top, left] = [Math.max(0, above), Math.max(0, beside)];
    found.push(top * columns + left, Math.min(rows, above + size[0]) - top, Math.min(columns, beside + size[1]) - left);
  }
  return Int32Array.from(found);
}

/** @param {Layer} layer @param {number} count */
function sizes({ input: [channels, rows, columns], placed: { size }, scratch: { table } }, count) {
  return { columns, plane: rows * columns, planes: count * channels, table, share: 1 / (size[0] * size[1]) };
}
