import assert from "node:assert/strict";
import test from "node:test";

import {
  arrangeParts, contributions, positionAround, rangeOf, rangeOfSums, runningSum, sizesOf, spell, takeApart, windowBox,
} from "../../../viz/stages/convolution/inside/sums.js";

/** @param {number} start @param {number} length */
const count = (start, length) => Float32Array.from({ length }, (_, index) => start + index);
const SETTING = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], mode: "zeros" };

/** The two channels of the textbook, and a rest of ones. */
const textbook = (others = 0) => ({
  planes: {
    inputs: { values: Float32Array.of(...count(0, 9), ...count(1, 9)), shape: [2, 3, 3] },
    weights: { values: Float32Array.of(0, 1, 2, 3, 1, 2, 3, 4), shape: [2, 2, 2] },
    rest: { values: Float32Array.of(1, 1, 1, 1), shape: [2, 2] },
  },
  numbers: [0, 1],
  others,
  setting: SETTING,
});

test("the textbook's two channels give its parts, and their sum", () => {
  const parts = takeApart(textbook());
  assert.deepEqual([...parts[0].map.values], [19, 25, 37, 43]);
  assert.deepEqual([...runningSum(parts, [0, 1], 2, 0).values], [56, 72, 104, 120]);
  assert.deepEqual(contributions(parts, 1, 0), [37, 67]);
  assert.deepEqual(sizesOf(parts), [31, 57]);
});

test("what was not sent counts as one more part", () => {
  const parts = takeApart(textbook(5));
  assert.equal(parts.length, 3);
  assert.equal(parts[2].input, null);
  assert.deepEqual([...runningSum(parts, [2, 1, 0], 3, 0.5).values], [57.5, 73.5, 105.5, 121.5]);
});

test("the bias comes in with the last part", () => {
  const parts = takeApart(textbook());
  assert.deepEqual([...runningSum(parts, [1, 0], 0, 9).values], [0, 0, 0, 0]);
  assert.deepEqual([...runningSum(parts, [1, 0], 1, 9).values], [37, 47, 67, 77]);
  assert.deepEqual([...runningSum(parts, [1, 0], 2, 9).values], [65, 81, 113, 129]);
});

test("the scale of sums holds every sum on the way", () => {
  const parts = takeApart(textbook());
  assert.deepEqual(rangeOfSums(parts, [0, 1], 0), [19, 120]);
  assert.deepEqual(rangeOfSums(parts, [1, 0], -200), [-144, 120]);
});

test("all products of one part at a position", () => {
  const [part] = takeApart(textbook());
  const spelled = spell(part, SETTING, 0, 1);
  assert.deepEqual(spelled.products, [0, 2, 8, 15]);
  assert.equal(spelled.total, 25);
});

test("parts are ordered by size without regard to sign, equal ones by channel, what is no number last", () => {
  assert.deepEqual(arrangeParts(4, null), [0, 1, 2, 3]);
  assert.deepEqual(arrangeParts(4, [1, -3, 2, -1]), [1, 2, 0, 3]);
  assert.deepEqual(arrangeParts(3, [NaN, 0, -0.1]), [2, 1, 0]);
});

test("a window lies where stride, padding and dilation put it", () => {
  const way = { stride: [2, 1], padding: [1, 0], dilation: [1, 2], mode: "zeros" };
  assert.deepEqual(windowBox(way, [3, 3], 0, 0), { top: -1, left: 0, bottom: 2, right: 5 });
  assert.deepEqual(windowBox(way, [3, 3], 2, 4), { top: 3, left: 4, bottom: 6, right: 9 });
});

test("a cell leads to the position whose window lies around it, and from there back", () => {
  for (const [stride, padding, kernel, dilation] of [[1, 1, 3, 1], [2, 3, 7, 1], [1, 2, 3, 2], [4, 0, 1, 1]]) {
    const way = { stride: [stride, stride], padding: [padding, padding], dilation: [dilation, dilation] };
    for (let place = 0; place < 8; place += 1) {
      const box = windowBox(way, [kernel, kernel], place, place);
      const middle = (box.top + box.bottom - 1) / 2;
      assert.deepEqual(positionAround(way, [kernel, kernel], [middle, middle], [8, 8]), [place, place]);
    }
    assert.deepEqual(positionAround(way, [kernel, kernel], [-99, 999], [8, 8]), [0, 7]);
  }
});

test("ranges see no infinities and no gaps", () => {
  assert.deepEqual(rangeOf([[1, NaN, Infinity], [-2, -Infinity]]), [-2, 1]);
  assert.deepEqual(rangeOf([[NaN], []]), [0, 0]);
});
