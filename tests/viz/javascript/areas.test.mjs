import assert from "node:assert/strict";
import { test } from "node:test";

import { chain } from "../../../viz/stages/convolution/areas/zoom.js";
import { planesOf, rowsOf } from "../../../viz/stages/convolution/sharing/rows.js";

test("areas are in the ratio of the numbers, in every square of the chain", () => {
  for (const counts of [[2764800, 24300, 27], [4609920000, 2881200, 75], [9, 9, 9], [5e9, 7, 1]]) {
    const side = 200;
    const frames = chain(counts, side);
    for (const { budget, shown } of frames) {
      for (const square of shown) assert.ok(Math.abs(square.side ** 2 / side ** 2 - counts[square.index] / budget) < 1e-9);
    }
    assert.ok(frames.at(-1)?.shown.some(({ index, side: own }) => index === 2 && own >= 6), `${counts} can be seen`);
  }
});

test("a square is filled by the smallest number that is too large for it", () => {
  const frames = chain([4609920000, 2881200, 75], 200);
  assert.deepEqual(frames.map(({ ground }) => ground), [0, 0, 1]);
  assert.equal(chain([9, 9, 9], 200).length, 1);
});

test("old maps stay those before the movement, new ones follow it", () => {
  const values = Float32Array.from({ length: 12 }, (_, at) => at);
  const stage = { planes: { picture: { values, shape: [3, 2, 2] } }, words: {} };
  assert.deepEqual([...planesOf(stage, "picture", 2)], [8, 9, 10, 11]);
  assert.deepEqual([...planesOf(stage, "picture before", 2)], [0, 1, 2, 3]);
  const rows = rowsOf(stage);
  assert.deepEqual(rows.map(({ panels }) => panels.length), [2, 3, 3]);
  assert.ok(rows.every(({ panels }) => panels.filter(({ stop }) => stop).length === 1), "one stop of the tabulator a row");
});
