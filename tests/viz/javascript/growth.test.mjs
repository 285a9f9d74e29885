import assert from "node:assert/strict";
import { test } from "node:test";
import { around, boxFor, cutSides, nested, nextStop, pace, placeIn, stops } from "../../../viz/stages/receptive_field/growth/state.js";
import { nearestUnit } from "../../../viz/stages/kernel/field.js";
import { explain, placeText } from "../../../viz/stages/receptive_field/growth/words.js";

/** @import { Axis, Rung } from "../../../viz/stages/receptive_field/growth/types.d.ts" @import { Cell } from "../../../viz/stages/kernel/types.d.ts" */

/**
 * A rung of a network whose units lie evenly, on a picture of `limit` × `limit` pixels.
 *
 * @param {string} name @param {number[]} field its size, stride and padding
 * @param {number} count @param {number} limit @param {Partial<Rung>} more @returns {Rung}
 */
function rung(name, [r, S, P], count, limit, more = {}) {
  /** @type {Axis} */
  const units = { starts: [], stops: [], centres: [] };
  for (let unit = 0; unit < count; unit += 1) {
    units.starts.push(Math.max(0, unit * S - P));
    units.stops.push(Math.min(limit, unit * S - P + r));
    units.centres.push(unit * S - P + (r - 1) / 2);
  }
  /** @type {Record<"size" | "stride" | "padding", Cell>} */
  const pairs = { size: [r, r], stride: [S, S], padding: [P, P] };
  return { name, kind: "Conv2d", scope: "exact", reason: null, through: null, fresh: true, rows: units, columns: units, how: { kind: "same", source: "" }, ...pairs, ...more };
}

const RUNGS = [
  rung("conv1", [3, 1, 1], 12, 12), rung("relu1", [3, 1, 1], 12, 12, { fresh: false }),
  rung("conv2", [5, 1, 2], 12, 12), rung("pool", [6, 2, 2], 6, 12),
];
const WORDS = {
  picture: "the picture", from: "From {source}:", same: "as {source}", whole: "all: {reason}", through: "windows {size}",
  size_line: "{r} + {d}·({k} − 1)·{S} = {new}", stride_line: "{S}·{s} = {new}", padding_line: "{P} + {p}·{S} = {new}",
  rows: "rows {line}", columns: "columns {line}", branches: "meet: {list}", branch: "{name} {size}", more_branches: "{count} more",
  union_padding: "P {list} = {new}", union_size: "{list}: {padding} + {reach} = {new}", other: "own way from {source}",
  uneven: "mind {reason}", unknown: "unknown: {reason}", place: "({row}, {column}): {first_row}–{last_row}, {first_column}–{last_column}.",
  place_whole: "whole {size}", place_unknown: "no box", place_nothing: "padding alone", more_than_all: "{size} > {picture}", all: "all", cut: "cut to {size}",
};

test("a pixel belongs to the unit whose centre is nearest, of equal ones to the first", () => {
  assert.equal(nearestUnit([0.5, 2.5, 4.5], 2), 1);
  assert.equal(nearestUnit([0.5, 2.5, 4.5], 9), 2);
  assert.equal(nearestUnit([0, 2, 4], 3), 1);
});

test("a unit that sees nothing has no centre, and no pixel belongs to it", () => {
  assert.equal(nearestUnit([null, 2.5, null], 0), 1);
  assert.equal(nearestUnit(Float32Array.of(NaN, 9, 4), 5), 2);
  assert.equal(nearestUnit([null], 3), 0);
});

test("the box of a pixel's unit is cut to the picture, and the sides that are cut are known", () => {
  assert.deepEqual(boxFor(RUNGS[2], [0, 6], [12, 12]), { top: 0, left: 4, bottom: 3, right: 9 });
  assert.deepEqual(cutSides(RUNGS[2], [0, 6], [12, 12]), { top: true, left: false, bottom: false, right: false });
});

test("where all see everything the box is the picture; where nothing is known there is none", () => {
  /** @type {Rung} */
  const whole = { ...RUNGS[3], scope: "whole image", rows: null, columns: null };
  assert.deepEqual(boxFor(whole, [3, 3], [10, 12]), { top: 0, left: 0, bottom: 10, right: 12 });
  assert.equal(boxFor({ ...whole, scope: "unknown" }, [3, 3], [10, 12]), null);
});

test("the way stops where a field is another, or everywhere", () => {
  assert.deepEqual(stops(RUNGS, false), [0, 2, 3]);
  assert.deepEqual(stops(RUNGS, true), [0, 1, 2, 3]);
  assert.equal(placeIn([0, 2, 3], 1), 0);
  assert.equal(nextStop([0, 2, 3], 1, 1), 2);
  assert.equal(nextStop([0, 2, 3], 1, -1), 0);
  assert.equal(nextStop([0, 2, 3], 3, 1), null);
});

test("the boxes so far come once each, the current one last", () => {
  const boxes = nested(RUNGS, 3, [6, 6], [12, 12]);
  assert.deepEqual(boxes.map(({ top, bottom }) => bottom - top), [3, 5, 6]);
  assert.deepEqual(nested(RUNGS, 1, [6, 6], [12, 12]).length, 1);
});

test("a long row of sizes keeps its ends and the neighbours of the current one", () => {
  const list = Array.from({ length: 40 }, (_, index) => index);
  assert.deepEqual(around(list, 20, 9), [0, null, 18, 19, 20, 21, 22, null, 39]);
  assert.deepEqual(around(list, 0, 9), [0, 1, 2, 3, 4, 5, null, 39]);
  assert.deepEqual(around(list, 39, 9), [0, null, 34, 35, 36, 37, 38, 39]);
  assert.deepEqual(around([4, 5], 1, 9), [4, 5]);
  for (let place = 0; place < 40; place += 1) assert.ok(around(list, place, 7).includes(place));
});

test("no way through the layers plays longer than half a minute, and no rung shorter than can be seen", () => {
  const milliseconds = [9, 100, 100000].map((count) => Math.round(1000 / pace(count)));
  assert.deepEqual(milliseconds, [1000, 300, 150]);
});

test("a window's lines put in the numbers, once where both axes are alike", () => {
  const before = [{ size: 6, stride: 2, padding: 2 }, { size: 6, stride: 2, padding: 2 }];
  const layer = { kernel: [3, 3], stride: [1, 1], padding: [1, 1], dilation: [1, 1] };
  const same = rung("conv3", [10, 2, 4], 6, 12, { how: { kind: "window", source: "pool", before, layer } });
  assert.deepEqual(explain(same, WORDS), ["From pool:", "6 + 1·(3 − 1)·2 = 10", "2·1 = 2", "2 + 1·2 = 4"]);
  /** @type {Rung} */
  const flat = { ...same, size: [6, 10], padding: [2, 4], how: { ...same.how, layer: { ...layer, kernel: [1, 3], padding: [0, 1] } } };
  assert.deepEqual(explain(flat, WORDS), [
    "From pool:", "rows 6 + 1·(1 − 1)·2 = 6", "columns 6 + 1·(3 − 1)·2 = 10", "2·1 = 2", "rows 2 + 0·2 = 2", "columns 2 + 1·2 = 4",
  ]);
});

test("branches are listed, a few of many, and their union adds up", () => {
  /** @param {number} size @param {number} padding */
  const axes = (size, padding) => [0, 1].map(() => ({ size, stride: 8, padding }));
  const branches = /** @type {[string, number, number][]} */ ([["bn2", 67, 33], ["down", 43, 21]]).map(([name, size, padding]) => ({ name, axes: axes(size, padding) }));
  const met = rung("add", [67, 8, 33], 6, 300, { how: { kind: "branches", branches } });
  assert.deepEqual(explain(met, WORDS), ["meet: bn2 67 × 67, down 43 × 43", "P 33, 21 = 33", "34, 22: 33 + 34 = 67"]);
  const many = { ...met, how: { kind: "branches", branches: Array(7).fill(branches[0]) } };
  assert.ok(explain(many, WORDS)[0].endsWith(", 3 more"));
});

test("what has no window is said in words", () => {
  assert.deepEqual(explain(RUNGS[0], WORDS), ["as the picture"]);
  /** @type {Rung} */
  const whole = { ...RUNGS[0], scope: "whole image", reason: "joined", through: [31, 31] };
  assert.deepEqual(explain(whole, WORDS), ["all: joined", "windows 31 × 31"]);
  assert.deepEqual(explain({ ...whole, scope: "unknown" }, WORDS), ["unknown: joined"]);
  assert.deepEqual(explain({ ...RUNGS[0], reason: "uneven", how: { kind: "other", source: "a" } }, WORDS), ["own way from a", "mind uneven"]);
});

test("the place is told with what the border cuts, and with more than the picture", () => {
  assert.equal(placeText(RUNGS[2], [6, 6], [12, 12], WORDS), "(6, 6): 4–8, 4–8.");
  assert.equal(placeText(RUNGS[2], [0, 6], [12, 12], WORDS), "(0, 6): 0–2, 4–8. cut to 3 × 5");
  const large = rung("late", [35, 8, 14], 2, 12);
  assert.equal(placeText(large, [6, 6], [12, 12], WORDS), "(0, 0): 0–11, 0–11. 35 × 35 > 12 × 12");
  const blind = { ...RUNGS[0], rows: { starts: [0], stops: [0], centres: [-2] }, columns: { starts: [0], stops: [0], centres: [-2] } };
  assert.equal(placeText(blind, [0, 0], [12, 12], WORDS), "padding alone");
  assert.equal(placeText({ ...RUNGS[0], scope: "unknown" }, [0, 0], [12, 12], WORDS), "no box");
  assert.equal(placeText({ ...RUNGS[0], scope: "whole image" }, [0, 0], [12, 12], WORDS), "whole 12 × 12");
});
