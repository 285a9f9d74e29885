import assert from "node:assert/strict";
import { test } from "node:test";
import { brief, cellSize } from "../../../viz/stages/convolution/slide/cells.js";
import {
  KERNEL_CHANGES, compute, difference, largest, matrixOf, positionAt, resized, stepped, textOf,
} from "../../../viz/stages/convolution/slide/state.js";
import { sumParts, writePooling } from "../../../viz/stages/convolution/slide/words.js";
import { put } from "../../../viz/stages/kernel/text.js";
import { flow } from "../../../viz/stages/kernel/snapshot.js";
import { reads } from "../../../viz/stages/kernel/geometry.js";
import { writeSum } from "../../../viz/stages/kernel/written.js";
import { made, there } from "./made.mjs";

/** @import { Given, View } from "../../../viz/stages/convolution/slide/types.d.ts" @import { Plane } from "../../../viz/stages/kernel/types.d.ts" */

/** @param {number[][]} lines */
const plane = (...lines) => ({ values: Float64Array.from(lines.flat()), rows: lines.length, columns: lines[0].length });
const MATRICES = { count_3x3: [[0, 1, 2], [3, 4, 5], [6, 7, 8]], count_4x4: [[0, 1], [2, 3]] };
/** @type {Given} */
const STAGE = {
  operation: "convolution",
  matrices: MATRICES,
  kernel_names: { counting: [[0, 1], [2, 3]], outline: [[1]] },
  limits: { most_cells: 16, most_taps: 7 },
  planes: {},
};
/** @type {View} */
const VIEW = made({
  source: "count_3x3", kernel: "counting", stride: "1x1", padding: "0x0", dilation: "1x1", mode: "zeros", bias: 0,
  convolve: false, cells: "", weights: "", row: 0, column: 0,
});

test("the textbook's output is 19, 25, 37, 43", () => {
  assert.deepEqual([...compute(STAGE, VIEW).output.values], [19, 25, 37, 43]);
  const strided = compute(STAGE, { ...VIEW, padding: "1x1", stride: "3x2" }).output;
  assert.deepEqual([...strided.values], [0, 8, 6, 8]);
});

test("the flipped kernel gives another map, and both are there to compare", () => {
  const { output, other } = compute(STAGE, { ...VIEW, convolve: true });
  assert.deepEqual([...output.values], [5, 11, 23, 29]);
  assert.deepEqual([...there(other).values], [19, 25, 37, 43]);
  assert.deepEqual(difference(output, there(other)), { cells: 4, most: 14 });
  assert.deepEqual(difference(output, output), { cells: 0, most: 0 });
});

test("a kernel that doesn't fit is a problem with its numbers, not an output", () => {
  const { problem: found, output } = compute(STAGE, { ...VIEW, dilation: "3x1" });
  const problem = there(found);
  assert.equal(output, undefined);
  assert.deepEqual([problem.argument, problem.axis, problem.reach, problem.bound], ["kernel", 0, 4, 3]);
});

test("a matrix survives being written into an address and read again", () => {
  const matrix = plane([0.1, -2.5, 1e-9], [1 / 3, 0, 7]);
  assert.deepEqual(matrixOf(textOf(matrix), 7), matrix);
});

test("what is no matrix of finite numbers is none", () => {
  for (const text of ["", "1,2;3", "a", "1,,2", "1;", "Infinity", "NaN", "2e6", "1,2,3,4,5,6,7,8"]) {
    assert.equal(matrixOf(text, 7), null, text);
  }
});

test("the window snaps to the stride and stays inside", () => {
  const setting = { kernel: [3, 3], stride: [2, 2], dilation: [1, 1] };
  assert.deepEqual(positionAt([1.5, 1.5], setting, [4, 4]), [0, 0]);
  assert.deepEqual(positionAt([3.4, 2.6], setting, [4, 4]), [1, 1]);
  assert.deepEqual(positionAt([-9, 99], setting, [4, 4]), [0, 3]);
});

test("steps go on in reading order and end where the map ends", () => {
  assert.deepEqual(stepped([0, 3], 1, [2, 4]), [1, 0]);
  assert.deepEqual(stepped([1, 0], -1, [2, 4]), [0, 3]);
  assert.equal(stepped([1, 3], 1, [2, 4]), null);
  assert.equal(stepped([0, 0], -1, [2, 4]), null);
});

test("the largest response is the first of equal ones, and never NaN", () => {
  assert.deepEqual(largest(plane([NaN, 2], [5, 5])), [1, 0]);
});

test("the buttons do to the kernel what they say", () => {
  const kernel = plane([1, 2, 3], [4, 5, 6]);
  assert.deepEqual(KERNEL_CHANGES.transpose(kernel), plane([1, 4], [2, 5], [3, 6]));
  assert.deepEqual(KERNEL_CHANGES.flip(kernel), plane([6, 5, 4], [3, 2, 1]));
  /** @param {Plane | null} plane */
  const sum = (plane) => there(plane).values.reduce((total, value) => total + value, 0);
  assert.ok(Math.abs(sum(KERNEL_CHANGES.sum_one(kernel)) - 1) < 1e-12);
  assert.ok(Math.abs(sum(KERNEL_CHANGES.sum_zero(kernel))) < 1e-12);
  assert.equal(KERNEL_CHANGES.sum_one(plane([1, -1])), null);
  assert.deepEqual(resized(kernel, [1, 4]), plane([1, 2, 3, 0]));
});

test("nine terms are written out, more fold, and both add up", () => {
  const nine = writeSum(Array(9).fill(2), Array(9).fill(3), 1, 55);
  assert.equal(sumParts(nine, false).folded, null);
  assert.ok(sumParts(nine, false).after.endsWith("+ 1 = 55"));
  const many = writeSum(Array(49).fill(1), Array(49).fill(2), 0, 98);
  const { before, folded, after } = sumParts(many, false);
  assert.deepEqual([before, folded, after], ["1 × 2 + 1 × 2 + 1 × 2", { count: 45, sum: "90" }, " + 1 × 2 = 98"]);
  assert.equal(sumParts(many, true).folded, null);
});

test("cells are counted by how often they are read", () => {
  assert.deepEqual(reads(5, 3, 3, 1), [1, 1, 1, 1, 1, 1, 0]);
  assert.deepEqual(reads(6, 1, 2), [1, 0, 1, 0, 1, 0]);
  assert.deepEqual(reads(3, 2, 1), [1, 2, 1]);
});

test("a number in a cell is as exact as there is room, or not there at all", () => {
  assert.equal(brief(0.3333, 5), "0.333");
  assert.equal(brief(-12.345, 5), "−12.3");
  assert.equal(brief(123456, 4), "");
  assert.equal(brief(-3, 4), "−3");
});

test("cells are whole pixels where that is possible", () => {
  assert.equal(cellSize(10, 10, 288, 288), 28);
  assert.equal(cellSize(70, 70, 288, 288), 4);
  assert.equal(cellSize(3, 3, 288, 288, 96), 96);
  assert.ok(cellSize(140, 140, 288, 288) * 140 <= 288);
});

test("a picture to keep puts its figures in lines", () => {
  const { places, width, height } = flow([[100, 50], [100, 80], [100, 50]], 230);
  assert.deepEqual(places, [[0, 0], [120, 0], [0, 100]]);
  assert.deepEqual([width, height], [220, 150]);
});

test("names in braces are put in, unknown ones stay", () => {
  assert.equal(put("{a} of {b}", { a: 1 }), "1 of {b}");
});

test("a mean is written so that its sum adds up and its quotient rounds to what is shown", () => {
  /** @type {any} */
  const said = {};
  const words = { sum_average: "({list}) / {count} = {sum} / {count} {sign} {value}", sum_max: "max({list}) = {value}" };
  /** @param {number[]} values @param {View["pool"]} pool */
  const pooled = (values, pool) => {
    const sum = values.reduce((total, value) => total + value, 0);
    /** @type {Parameters<typeof writePooling>[0]} */
    const stage = made({ words, view: { pool }, found: { image: { values, columns: values.length } }, find: () => said });
    const value = writePooling(stage, { pixels: [...values.keys()], winner: 2, counted: values.length, sum, mean: sum / values.length });
    return [said.textContent, value];
  };
  assert.deepEqual(pooled([2, 3, 7, 8], "average"), ["(2 + 3 + 7 + 8) / 4 = 20 / 4 = 5", "5"]);
  assert.deepEqual(pooled([1, 1, 2], "average"), ["(1 + 1 + 2) / 3 = 4 / 3 ≈ 1.333", "1.333"]);
  assert.deepEqual(pooled([12.34567, -1.5, 255], "max"), ["max(12.35, −1.5, 255) = 255", "255"]);
  const [text, value] = pooled([0.123456, 0.765432, 12.00001, 3.3333333], "average");
  const [terms, written] = [text.slice(1, text.indexOf(")")).split(" + "), text.split(" = ")[1].split(" / ")[0]];
  assert.ok(Math.abs(terms.reduce((/** @type {number} */ sum, /** @type {string} */ term) => sum + Number(term), 0) - Number(written)) < 1e-12);
  assert.equal(Number((Number(written) / 4).toPrecision(4)), Number(value));
});
