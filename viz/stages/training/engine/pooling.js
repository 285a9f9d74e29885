// Pooling: x [n, C, H, W] gives y [n, C, H′, W′], a number for each window of each map.

import { Refused, maps, onlyFields } from "./refused.js";
import { placedOn } from "./windows.js";

/** @import { Asked, Layer, Numbers, Operation } from "./types.d.ts" */

/** @type {Operation["make"]} */
function make(asked, input) {
  onlyFields(asked, ["size", "stride", "padding"]);
  const { placed, positions } = placedOn(asked, maps(asked, input), { stride: "size" });
  const tooWide = placed.padding.some((padding, axis) => 2 * padding > placed.size[axis]);
  if (tooWide) throw new Refused(`${asked.field}.padding`, asked.given.padding, `at most half the size, ${placed.size.join("×")}`);
  return { output: [input[0], ...positions], placed };
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
    eachWindow(layer, count, (place, plane, top, bottom, left, right) => {
      const columns = layer.input[2];
      let winner = plane + top * columns + left;
      for (let row = top; row < bottom; row += 1) {
        for (let at = plane + row * columns + left; at < plane + row * columns + right; at += 1) {
          if (x[at] > x[winner] || Number.isNaN(x[at])) winner = at;
        }
      }
      winners[place] = winner;
      y[place] = x[winner];
    });
  },

  backward({ input, output, scratch: { winners } }, { dy, dx, count }) {
    if (!dx) return;
    dx.fill(0, 0, count * input[0] * input[1] * input[2]);
    const end = count * output[0] * output[1] * output[2];
    for (let place = 0; place < end; place += 1) dx[winners[place]] += dy[place];
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
    const [columns, share] = [layer.input[2], 1 / (layer.placed.size[0] * layer.placed.size[1])];
    eachWindow(layer, count, (place, plane, top, bottom, left, right) => {
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = plane + row * columns + left; at < plane + row * columns + right; at += 1) sum += x[at];
      }
      y[place] = sum * share;
    });
  },

  backward(layer, { dy, dx, count }) {
    if (!dx) return;
    const [columns, share] = [layer.input[2], 1 / (layer.placed.size[0] * layer.placed.size[1])];
    dx.fill(0, 0, count * layer.input[0] * layer.input[1] * columns);
    eachWindow(layer, count, (place, plane, top, bottom, left, right) => {
      for (let row = top; row < bottom; row += 1) {
        for (let at = plane + row * columns + left; at < plane + row * columns + right; at += 1) dx[at] += dy[place] * share;
      }
    });
  },
};

/** Where the winners of so many windows are noted. @param {Layer} layer @param {Numbers} y */
function room({ scratch }, y) {
  if (scratch.winners.length < y.length) scratch.winners = new Int32Array(y.length);
  return scratch.winners;
}

/**
 * Goes through the windows of a batch: to which output each belongs, where its map begins, and its rows and columns, half-open.
 *
 * @param {Layer} layer @param {number} count
 * @param {(place: number, plane: number, top: number, bottom: number, left: number, right: number) => void} act
 */
function eachWindow({ input: [channels, rows, columns], output: [, down, across], placed: { size, stride, padding } }, count, act) {
  let place = 0;
  for (let plane = 0; plane < count * channels * rows * columns; plane += rows * columns) {
    for (let i = 0; i < down; i += 1) {
      const above = i * stride[0] - padding[0];
      const [top, bottom] = [Math.max(0, above), Math.min(rows, above + size[0])];
      for (let j = 0; j < across; j += 1) {
        const beside = j * stride[1] - padding[1];
        act(place, plane, top, bottom, Math.max(0, beside), Math.min(columns, beside + size[1]));
        place += 1;
      }
    }
  }
}
