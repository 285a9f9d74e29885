import assert from "node:assert/strict";
import test from "node:test";

import { next } from "../../../viz/stages/kernel/keys.js";
import { inside, scaleOver, sizeOf, withScale } from "../../../viz/stages/kernel/panels.js";
import { put } from "../../../viz/stages/kernel/text.js";
import { nearestUnit } from "../../../viz/stages/kernel/field.js";
import { boxOf, cellOf, minus } from "../../../viz/stages/pooling/invariance/windows.js";
import { explain } from "../../../viz/stages/pooling/unpooling/sums.js";
import { bilinearTerms, blend, stampTerms, totalOf } from "../../../viz/stages/pooling/unpooling/ways.js";
import { made } from "./made.mjs";

const pooled = { values: [0, 4, 8, 12], rows: 2, columns: 2 };

test("between two cells the nearer one counts three times as much", () => {
  assert.deepEqual(blend(2, 4, 1, false), { first: 0, second: 1, share: 0.25 });
  assert.deepEqual(blend(2, 4, 0, false), { first: 0, second: 1, share: 0 });
  assert.deepEqual(blend(2, 4, 3, true), { first: 1, second: 1, share: 0 });
});

test("a cell inside mixes four, one along the border two, a corner one", () => {
  const terms = bilinearTerms(pooled, [4, 4], [1, 2], false);
  assert.deepEqual(terms.cells, [[0, 0], [0, 1], [1, 0], [1, 1]]);
  assert.deepEqual(terms.weights, [0.1875, 0.5625, 0.0625, 0.1875]);
  assert.equal(totalOf(terms), 5);
  assert.equal(bilinearTerms(pooled, [4, 4], [0, 1], false).cells.length, 2);
  assert.equal(bilinearTerms(pooled, [4, 4], [0, 0], false).cells.length, 1);
});

test("the weights of a bilinear cell are shares of one", () => {
  for (const alignCorners of [false, true]) {
    for (let row = 0; row < 9; row += 1) {
      for (let column = 0; column < 12; column += 1) {
        const { weights } = bilinearTerms({ values: new Float32Array(12), rows: 3, columns: 4 }, [9, 12], [row, column], alignCorners);
        assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-12);
        assert.ok(weights.every((weight) => weight > 0));
      }
    }
  }
});

test("3 × 3 stamps two apart reach a cell once, twice or four times", () => {
  const kernel = { values: new Array(9).fill(1), rows: 3, columns: 3 };
  const counts = /** @type {[number, number][]} */ ([[0, 0], [0, 1], [1, 0], [1, 1]]).map((cell) => stampTerms(pooled, kernel, 2, 1, cell).cells.length);
  assert.deepEqual(counts, [1, 2, 2, 4]);
  assert.equal(totalOf(stampTerms(pooled, kernel, 2, 1, [1, 1])), 24);
});

const words = {
  sum_nearest: "copies ({pooled_row}, {pooled_column})", sum_bilinear: "mixes {count}", sum_transposed: "adds {count}",
  sum_unpooled_here: "here", sum_unpooled_elsewhere: "at ({winner_row}, {winner_column})",
};
/** @type {Parameters<typeof explain>[0]} */
const stage = made({
  words, window: 2, padding: 0, align_corners: false,
  maps: {
    pooled, original: { values: new Float32Array(16), rows: 4, columns: 4 },
    kernel: { values: [1, 1, 1, 1], rows: 2, columns: 2 },
  },
  planes: { winner_rows: { values: [0, 1, 2, 3] }, winner_columns: { values: [1, 2, 0, 3] } },
});

test("each way says where its value comes from", () => {
  const [nearest, bilinear, unpooled, transposed] = explain(stage, 1, 2);
  assert.equal(nearest.text, "copies (0, 1)");
  assert.equal(bilinear.text, "mixes 4");
  assert.equal(bilinear.sum, "0 × 0.1875 + 4 × 0.5625 + 8 × 0.0625 + 12 × 0.1875 = 5");
  assert.equal(unpooled.text, "here");
  assert.deepEqual(unpooled.cells, [[0, 1]]);
  assert.equal(transposed.sum, "4 × 1 = 4");
});

test("where the maximum was elsewhere, unpooling uses no cell", () => {
  const unpooled = explain(stage, 3, 2)[2];
  assert.equal(unpooled.text, "at (3, 3)");
  assert.deepEqual(unpooled.cells, []);
});

const spans = Uint16Array.of(0, 2, 1, 4, 3, 6, 5, 8); // 3 wide, stride 2, padding 1

/**
 * The windows of a pooling layer on one axis: cut to the map, and the centres of whole ones.
 *
 * @param {number} cells @param {number} count @param {number[]} way @returns {[Uint16Array, Float32Array]}
 */
function windows(cells, count, [size, stride, padding]) {
  const starts = Array.from({ length: count }, (_, index) => index * stride - padding);
  const cut = starts.flatMap((start) => [Math.max(0, start), Math.min(cells, start + size)]);
  return [Uint16Array.from(cut), Float32Array.from(starts, (start) => start + (size - 1) / 2)];
}

test("the cell that stands for a window is one that it holds and that belongs to it", () => {
  for (const [cells, count, way] of /** @type {[number, number, number[]][]} */ ([[8, 4, [3, 2, 1]], [4, 2, [2, 2, 0]], [7, 1, [7, 7, 0]], [6, 6, [5, 1, 2]], [4, 3, [2, 2, 1]], [6, 3, [3, 2, 0]]])) {
    const [each, centres] = windows(cells, count, way);
    for (let index = 0; index < count; index += 1) {
      const cell = cellOf(each, centres, index);
      assert.ok(each[index * 2] <= cell && cell < each[index * 2 + 1]);
      assert.equal(nearestUnit(centres, cell), index);
    }
  }
});

test("windows that the border cuts keep the centres of whole ones", () => {
  const [, centres] = windows(6, 6, [5, 1, 2]); // the first two are cut to cells 0-2 and 0-3
  assert.deepEqual([0, 1, 2, 3, 4, 5].map((cell) => nearestUnit(centres, cell)), [0, 1, 2, 3, 4, 5]);
});

test("a window's box, and a map less another", () => {
  assert.deepEqual(boxOf(spans, spans, 1, 0), { top: 1, left: 0, rows: 3, columns: 2 });
  assert.deepEqual([...minus(Float32Array.of(3, 1), Float32Array.of(1, 4))], [2, -3]);
});

test("keys walk a map and stop at its rim", () => {
  const map = { rows: 2, columns: 3 };
  const walk = (/** @type {string} */ key, /** @type {typeof map} */ shape, /** @type {number} */ row, /** @type {number} */ column) =>
    next({ kind: "cells", ...shape }, key, [row, column]);
  assert.deepEqual(walk("ArrowRight", map, 0, 0), [0, 1]);
  assert.deepEqual(walk("ArrowRight", map, 0, 2), [0, 2]);
  assert.deepEqual(walk("ArrowUp", map, 0, 1), [0, 1]);
  assert.deepEqual([walk("Home", map, 1, 2), walk("End", map, 1, 0)], [[1, 0], [1, 2]]);
  assert.equal(walk("a", map, 0, 0), null);
  assert.ok(!inside(map, 2, 0) && inside(map, 1, 2));
});

test("one scale holds all maps, leaving out what is not finite", () => {
  assert.deepEqual(scaleOver([Float32Array.of(1, 3), Float32Array.of(NaN, 2, Infinity)]), [0, 3]);
  assert.deepEqual(scaleOver([Float32Array.of(1, 3), Float32Array.of(-5)]), [-5, 5]);
  assert.deepEqual(scaleOver([Float32Array.of(NaN)]), [0, 0]);
});

test("maps keep their proportions, words their unknown names", () => {
  assert.deepEqual(sizeOf({ rows: 10, columns: 20 }, 100), [100, 50]);
  assert.equal(put("{a} {b}", { a: 1 }), "1 {b}");
  assert.equal(withScale("Ring", [-2, 2]), "Ring (−2.000 … 2.000)");
});
