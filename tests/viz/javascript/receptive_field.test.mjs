import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAt } from "../../../viz/stages/kernel/field.js";
import { beyond, outline, seeing } from "../../../viz/stages/receptive_field/point/spans.js";

// Three units on five pixels, kernel 3, stride 2, padding 1: the first and the last see one pixel of padding.
/** @typedef {[Uint16Array, Uint16Array]} Axis */
/** @type {Axis} */
const AXIS = [Uint16Array.from([0, 1, 3]), Uint16Array.from([2, 4, 5])];
/** @type {{ rows: Axis, columns: Axis }} */
const SPANS = { rows: AXIS, columns: [Uint16Array.from([0, 0]), Uint16Array.from([7, 0])] };

test("the box of a unit is what its row and its column see", () => {
  assert.deepEqual(boxAt(SPANS, [1, 0]), { top: 1, bottom: 4, left: 0, right: 7 });
});

test("a unit that sees nothing of the picture has no box", () => {
  assert.equal(boxAt(SPANS, [1, 1]), null);
});

test("the units that see a pixel are those whose range holds it", () => {
  assert.deepEqual([0, 1, 2, 3, 4].map((pixel) => seeing(AXIS, pixel)), [[0], [0, 1], [1], [1, 2], [2]]);
});

test("what lies beyond the picture is told side by side", () => {
  /** @type {Record<"size" | "stride" | "padding", [number, number]>} */
  const field = { size: [3, 5], stride: [2, 2], padding: [1, 2] };
  assert.deepEqual(beyond(field, [0, 0], [5, 5]), { top: 1, left: 2, bottom: 0, right: 0 });
  assert.deepEqual(beyond(field, [2, 2], [5, 5]), { top: 0, left: 0, bottom: 1, right: 2 });
  assert.deepEqual(beyond(field, [1, 1], [5, 5]), { top: 0, left: 0, bottom: 0, right: 0 });
});

test("the outline of one cell has four edges, of two neighbours six, and holes count", () => {
  assert.equal(outline([0, 0, 0, 0, 1, 0, 0, 0, 0], 3, 3).length, 4);
  assert.equal(outline([1, 1], 1, 2).length, 6);
  assert.equal(outline([1, 1, 1, 1, 0, 1, 1, 1, 1], 3, 3).length, 16);
  assert.deepEqual(outline([1], 1, 1).map(String).sort(), ["0,0,0,1", "0,0,1,0", "0,1,1,1", "1,0,1,1"]);
});
