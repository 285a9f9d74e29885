import assert from "node:assert/strict";
import test from "node:test";

import { crossCorrelate, plane, pool, poolWindow, productsAt, transposed } from "../../../viz/stages/kernel/arithmetic.js";
import { impossible, leftOver, outputSize, reads } from "../../../viz/stages/kernel/geometry.js";
import { there } from "./made.mjs";

/** @import { Cell, Plane } from "../../../viz/stages/kernel/types.d.ts" */

/** @param {number} side */
const counting = (side) => plane(side, side, (row, column) => row * side + column);
/** @param {number} number @returns {Cell} */
const both = (number) => [number, number];
const plain = { stride: both(1), padding: both(0), dilation: both(1) };
/** @param {Pick<Plane, "values" | "columns">} plane */
const rowsOf = ({ values, columns }) =>
  Array.from({ length: values.length / columns }, (_, row) => [...values.slice(row * columns, (row + 1) * columns)]);
const textbook = plane(2, 2, (row, column) => row * 2 + column);

test("the textbook's cross-correlation, with padding and with strides", () => {
  assert.deepEqual(rowsOf(crossCorrelate(counting(3), textbook, plain)), [[19, 25], [37, 43]]);
  const padded = { ...plain, padding: both(1) };
  assert.deepEqual(rowsOf(crossCorrelate(counting(3), textbook, padded)), [[0, 3, 8, 4], [9, 19, 25, 10], [21, 37, 43, 16], [6, 7, 8, 0]]);
  assert.deepEqual(rowsOf(crossCorrelate(counting(3), textbook, { ...padded, stride: [3, 2] })), [[0, 8], [6, 8]]);
});

test("its first value is 0×0 + 1×1 + 3×2 + 4×3", () => {
  const { values, products, total } = productsAt(counting(3), textbook, plain, 0, 0);
  assert.deepEqual([values, products, total], [[0, 1, 3, 4], [0, 1, 6, 12], 19]);
});

test("a dark bar's edges, and none across it", () => {
  const bar = plane(6, 8, (_, column) => (column >= 2 && column < 6 ? 0 : 1));
  const lying = plane(8, 6, (row) => (row >= 2 && row < 6 ? 0 : 1));
  const difference = plane(1, 2, (_, column) => (column ? -1 : 1));
  assert.deepEqual(rowsOf(crossCorrelate(bar, difference, plain))[0].map((value) => value + 0), [0, 1, 0, 0, 0, -1, 0]);
  assert.ok(crossCorrelate(lying, difference, plain).values.every((value) => value === 0));
});

test("the textbook's pooling", () => {
  const two = { ...plain, kernel: both(2) };
  assert.deepEqual(rowsOf(pool(counting(3), two, "max")), [[4, 5], [7, 8]]);
  assert.deepEqual(rowsOf(pool(counting(3), two, "average")), [[2, 3], [5, 6]]);
  const three = { ...plain, kernel: both(3) };
  assert.deepEqual(rowsOf(pool(counting(4), { ...three, stride: both(3) }, "max")), [[10]]);
  assert.deepEqual(rowsOf(pool(counting(4), { ...three, stride: both(2), padding: both(1) }, "max")), [[5, 7], [13, 15]]);
});

test("of equal values the first wins, and what is not a number wins over all", () => {
  const flat = plane(2, 2, () => 7);
  assert.equal(poolWindow(flat, { ...plain, kernel: both(2) }, 0, 0).winner, 0);
  flat.values[2] = NaN;
  assert.equal(poolWindow(flat, { ...plain, kernel: both(2) }, 0, 0).winner, 2);
});

test("output sizes of an 8 × 8 input", () => {
  /** @param {Cell} kernel @param {Cell} padding @param {Cell} stride */
  const sizes = (kernel, padding, stride) => [0, 1].map((axis) => outputSize(8, kernel[axis], stride[axis], padding[axis]));
  assert.deepEqual(sizes([3, 3], [1, 1], [1, 1]), [8, 8]);
  assert.deepEqual(sizes([5, 3], [2, 1], [1, 1]), [8, 8]);
  assert.deepEqual(sizes([3, 3], [1, 1], [2, 2]), [4, 4]);
  assert.deepEqual(sizes([3, 5], [0, 1], [3, 4]), [2, 2]);
});

test("a stride of 3 on 5 pixels leaves one padded column over", () => {
  assert.equal(outputSize(5, 3, 3, 1), 2);
  assert.equal(leftOver(5, 3, 3, 1), 1);
  assert.deepEqual(reads(5, 3, 3, 1), [1, 1, 1, 1, 1, 1, 0]);
});

test("a kernel of 3 with stride 2 stamps a checkerboard, one of 4 doesn't", () => {
  /** @param {number} side */
  const stamped = (side) => transposed(plane(4, 4, () => 1), plane(side, side, () => 1), { stride: both(2), padding: both(0) });
  /** @param {Plane} output */
  const inner = (output) => new Set(output.values.filter((_, index) => {
    const [row, column] = [Math.floor(index / output.columns), index % output.columns];
    return row >= 2 && column >= 2 && row < output.rows - 2 && column < output.columns - 2;
  }));
  assert.deepEqual([...inner(stamped(3))].sort(), [1, 2, 4]);
  assert.deepEqual([...inner(stamped(4))], [4]);
});

test("what is impossible is named", () => {
  assert.equal(there(impossible([3, 3], { ...plain, kernel: both(4) })).argument, "kernel");
  assert.equal(there(impossible([8, 8], { ...plain, kernel: both(3), padding: both(2), pooling: true })).argument, "pooling_padding");
  assert.equal(there(impossible([3, 3], { ...plain, kernel: both(3), padding: both(3), mode: "reflect" })).argument, "reflect_padding");
  assert.equal(there(impossible([2, 2], { ...plain, kernel: both(3), padding: both(3), mode: "circular" })).argument, "circular_padding");
  assert.equal(impossible([3, 3], { ...plain, kernel: both(3) }), null);
});
