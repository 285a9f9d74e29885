import assert from "node:assert/strict";
import { test } from "node:test";

import { next } from "../../../viz/stages/kernel/keys.js";
import { NOWHERE, arrange, boxOf, longest, patchesOf } from "../../../viz/stages/receptive_field/top_patches/places.js";

/** @param {number[]} values @param {number[]} shape @param {Float32ArrayConstructor | Uint16ArrayConstructor} Kind */
const plane = (values, shape, Kind = Uint16Array) => ({ values: Kind.from(values), shape });
const stage = {
  planes: {
    values: plane([5, 3, 1, 2, NaN, NaN], [2, 3], Float32Array),
    rows: plane([0, 2, 1, 1, NOWHERE, NOWHERE], [2, 3]),
    columns: plane([1, 0, 2, 2, NOWHERE, NOWHERE], [2, 3]),
    sources: plane([0, 1, 0, 1, NOWHERE, NOWHERE], [2, 3]),
    row_spans: plane([0, 2, 1, 4, 3, 6], [3, 2]),
    column_spans: plane([0, 1, 0, 2, 1, 3], [3, 2]),
  },
};

test("a channel's patches come strongest first, each with its box and its picture", () => {
  const [first, second] = patchesOf(stage, 0, 2);
  assert.deepEqual(first, { rank: 0, value: 5, row: 0, column: 1, source: 0, box: { top: 0, left: 0, bottom: 2, right: 2 } });
  assert.deepEqual(second.box, { top: 3, left: 0, bottom: 6, right: 1 });
  assert.equal(patchesOf(stage, 0, 2).length, 2);
  assert.equal(patchesOf(stage, 0, 12).length, 3);
});

test("a channel with fewer places has fewer patches", () => {
  assert.deepEqual(patchesOf(stage, 1, 3).map(({ value }) => value), [2]);
});

test("a box is made of its row's and its column's range", () => {
  assert.deepEqual(boxOf(stage.planes, 1, 2), { top: 1, left: 1, bottom: 4, right: 3 });
});

test("the scale of all patches follows the longest side of any", () => {
  assert.equal(longest(patchesOf(stage, 0, 3)), 3);
  assert.equal(longest([]), 1);
});

const tiles = { gap: 8, below: 30, smallest: 70, largest: 190 };

test("tiles are as large as the room allows, and never larger than wanted", () => {
  assert.deepEqual(arrange(1, 600, 400, tiles), { across: 1, side: 190 });
  const nine = arrange(9, 580, 420, tiles);
  const down = Math.ceil(9 / nine.across);
  assert.ok(nine.across * (nine.side + 8) + (nine.across - 1) * 8 <= 580);
  assert.ok(down * (nine.side + 30) + (down - 1) * 8 <= 420);
});

test("where the room is too small tiles keep their size and go on below", () => {
  assert.deepEqual(arrange(12, 340, 120, tiles), { across: 4, side: 70 });
  assert.equal(arrange(12, 40, 120, tiles).across, 1);
});

test("keys walk along and across the tiles and stop at the ends", () => {
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "ArrowRight", 0), 1);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "ArrowDown", 1), 4);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "ArrowUp", 1), 1);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "ArrowDown", 8), 8);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "Home", 5), 0);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "End", 5), 8);
  assert.equal(next({ kind: "tiles", count: 9, across: 3 }, "x", 5), null);
});

test("of arrangements with equally large tiles the one with fewer rows is taken", () => {
  assert.deepEqual(arrange(9, 620, 3000, tiles), { across: 3, side: 190 });
});
