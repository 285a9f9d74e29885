import assert from "node:assert/strict";
import { test } from "node:test";

import { skipped } from "../../../viz/stages/convolution/kinds/maps.js";
import { arrangement, cellUnder, cornerOf, neighbour } from "../../../viz/stages/convolution/kinds/places.js";
import { positionUnder } from "../../../viz/stages/convolution/kinds/strips.js";
import { cellsOfTerms, decimal, fraction, involved, outputsAfter, pieces, stepsOf } from "../../../viz/stages/convolution/kinds/sums.js";

/** @import { Sums } from "../../../viz/stages/convolution/kinds/types.d.ts" */

/**
 * A board of one map, `taps` weights sliding over a line, or, with `stamps`, stamped onto one.
 *
 * @param {number[]} inputs @param {number[]} weights @param {number[]} outputs
 * @param {number[][][]} terms of each output the [input, weight] that make it
 * @param {Partial<Sums>} more @returns {Sums}
 */
function board(inputs, weights, outputs, terms, more = {}) {
  /** @param {number[]} values @param {{ from(values: number[]): Float32Array | Uint16Array }} kind */
  const plane = (values, kind = Float32Array) => ({ values: kind.from(values) });
  const starts = [0];
  for (const of of terms) starts.push(starts[starts.length - 1] + of.length);
  const bare = {
    denominators: /** @type {[number, number]} */ ([1, 1]),
    stamps: false,
    planes: {
      inputs: plane(inputs), weights: plane(weights), outputs: plane(outputs), starts: plane(starts, Uint16Array),
      term_inputs: plane(terms.flat().map(([input]) => input), Uint16Array),
      term_weights: plane(terms.flat().map(([, weight]) => weight), Uint16Array),
    },
    ...more,
  };
  return { ...bare, cells: cellsOfTerms(bare) };
}

const textbook = board(
  [0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 2, 3], [19, 25, 37, 43],
  [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]].map((cells) => cells.map((cell, tap) => [cell, tap])),
);
const dice = board([1, 1, 1], [1, 1, 1], [1, 2, 3], [[[0, 2]], [[0, 1], [1, 2]], [[0, 0], [1, 1], [2, 2]]], { denominators: [6, 6] });

test("the sum of the textbook's first cell is written", () => {
  assert.deepEqual(pieces(textbook, 0, false), ["0 × 0 + 1 × 1 + 3 × 2 + 4 × 3", " = 19"]);
});

test("an input is followed to all cells it goes into, a weight to all places", () => {
  assert.deepEqual([...involved(textbook, "inputs", 4).outputs], [0, 1, 2, 3]);
  assert.deepEqual([...involved(textbook, "inputs", 4).weights].sort(), [0, 1, 2, 3]);
  assert.deepEqual([...involved(textbook, "inputs", 0).outputs], [0]);
  assert.equal(involved(textbook, "weights", 2).outputs.size, 4);
  assert.deepEqual([...involved(textbook, "outputs", 3).inputs], [4, 5, 7, 8]);
});

test("chances are written as fractions, and as a decimal that says whether it is exact", () => {
  assert.deepEqual(pieces(dice, 2, false), ["1/6 × 1/6 + 1/6 × 1/6 + 1/6 × 1/6", " = 3/36 ≈ 0.08333"]);
  assert.equal(fraction(-3, 36), "−3/36");
  assert.equal(fraction(7, 1), "7");
  assert.equal(decimal(9, 36), " = 0.25");
  assert.equal(decimal(-1, 3), " ≈ −0.3333");
  assert.equal(decimal(5, 1), "");
});

test("more than nine terms fold into what they add up to, and unfold", () => {
  const values = Array.from({ length: 12 }, (_, at) => at - 4);
  const total = values.reduce((sum, value) => sum + 2 * value, 0);
  const long = board(values, [2], [total], [values.map((_, at) => [at, 0])]);
  const [before, fold, after, end] = pieces(long, 0, false);
  assert.equal(before, "(−4) × 2 + (−3) × 2 + (−2) × 2 + ");
  assert.deepEqual(fold, { fold: 8, part: String(values.slice(3, 11).reduce((sum, value) => sum + 2 * value, 0)).replace("-", "−") });
  assert.equal(after, " + 7 × 2");
  assert.equal(end, ` = ${total}`);
  assert.equal(pieces(long, 0, true).length, 2);
});

test("a cell without terms has no sum", () => {
  assert.deepEqual(pieces(board([1], [1], [0], [[]]), 0, false), []);
});

test("gathered outputs appear one by one, stamped ones add up, and both end with what Python computed", () => {
  assert.deepEqual([...outputsAfter(textbook, 2)], [19, 25, NaN, NaN]);
  assert.deepEqual([...outputsAfter(textbook, stepsOf(textbook))], [19, 25, 37, 43]);
  const stamped = board([2, 3], [1, 10], [2, 23, 30], [[[0, 0]], [[0, 1], [1, 0]], [[1, 1]]], { stamps: true });
  assert.equal(stepsOf(stamped), 2);
  assert.deepEqual([...outputsAfter(stamped, 1)], [2, 20, NaN]);
  assert.deepEqual([...outputsAfter(stamped, 2)], [2, 23, 30]);
});

const places = [[0, 0], [0, 1], [1, 1]];
const table = arrangement([3, 2, 3], places, 20);

test("the middle of every cell is under the pointer as that cell, gaps and empty spots are none", () => {
  for (let index = 0; index < 18; index += 1) {
    const [left, top] = cornerOf(table, index);
    assert.equal(cellUnder(table, left + 10, top + 10), index);
  }
  assert.equal(cellUnder(table, 62, 10), null);
  assert.equal(cellUnder(table, 10, 60), null);
  assert.deepEqual([table.width, table.height], [128, 88]);
});

test("arrow keys walk across gaps, jump over empty spots and stop at the rim", () => {
  assert.equal(neighbour(table, 2, "ArrowRight"), 6);
  assert.equal(neighbour(table, 6, "ArrowLeft"), 2);
  assert.equal(neighbour(table, 9, "ArrowDown"), 12);
  assert.equal(neighbour(table, 12, "ArrowLeft"), 12);
  assert.equal(neighbour(table, 3, "ArrowDown"), 3);
  assert.equal(neighbour(table, 0, "ArrowUp"), 0);
  assert.equal(neighbour(table, 7, "Home"), 0);
  assert.equal(neighbour(table, 7, "End"), 17);
  assert.equal(neighbour(table, 7, "a"), null);
});

test("what a dilated kernel reaches over and leaves out is found", () => {
  assert.deepEqual(skipped({ rows: 3, columns: 3 }, new Set([0, 2, 6, 8])), [1, 3, 4, 5, 7]);
  assert.deepEqual(skipped({ rows: 3, columns: 3 }, new Set([0, 1, 3, 4])), []);
  assert.deepEqual(skipped({ rows: 3, columns: 3 }, new Set()), []);
});

test("a position along a strip is counted from where the strip starts", () => {
  assert.equal(positionUnder({ slot: 20, offset: 5 }, 6, 101), 0);
  assert.equal(positionUnder({ slot: 20, offset: 5 }, 6, 99), null);
  assert.equal(positionUnder({ slot: 20, offset: 2.5 }, 11, 269), 10);
  assert.equal(positionUnder({ slot: 20, offset: 2.5 }, 11, 271), null);
});
