import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, channelsAt, largest, minusChannels, sides } from "../../../viz/stages/prediction/where/parts.js";

const MAPS = { values: Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7]), shape: [2, 2, 2] };

test("the channels of a cell are weighted values over the number of places", () => {
  const planes = { maps: MAPS, weights: { values: Float32Array.from([2, -1, 0, 0.5]) } };
  const found = channelsAt(planes, "average", 0, 2);
  assert.deepEqual([...found.values], [2, 6]);
  assert.deepEqual([...found.products], [1, -1.5]);
  assert.deepEqual([...channelsAt(planes, "average", 1, 3).products], [0, 0.875]);
});

test("flattened maps have a weight for every place, and nothing is divided", () => {
  const weights = { values: Float32Array.from([...Array(8).keys(), ...Array(8).fill(1)]) };
  assert.deepEqual([...channelsAt({ maps: MAPS, weights }, "places", 0, 3).products], [9, 49]);
  assert.deepEqual([...channelsAt({ maps: MAPS, weights }, "places", 1, 3).products], [3, 7]);
});

test("a difference of classes is one of weights", () => {
  const planes = { maps: MAPS, weights: { values: Float32Array.from([2, -1, 0, 0.5]) } };
  const found = minusChannels(channelsAt(planes, "average", 0, 2), channelsAt(planes, "average", 1, 2));
  assert.deepEqual([...found.weights], [2, -1.5]);
  assert.deepEqual([...found.products], [1, -2.25]);
});

test("the largest channels are named and the others added up", () => {
  assert.deepEqual(largest(Float64Array.from([1, -3, 2, 0.5]), 2), { first: [1, 2], rest: 1.5, others: 2 });
  assert.deepEqual(largest(Float64Array.from([1]), 5), { first: [0], rest: 0, others: 0 });
});

test("a pixel belongs to the cell between whose edges it lies", () => {
  const edges = [0, 16.5, 48.5, 64];
  assert.deepEqual([0, 16.4, 16.6, 48.6, 63.9, 64].map((place) => cellAt(edges, place)), [0, 0, 1, 2, 2, 2]);
  assert.equal(cellAt([0, 0, 5], 0), 1);
});

test("what speaks for and against is counted apart", () => {
  assert.deepEqual(sides([1, -2, 0, 3]), { positive: 4, negative: -2, above: 2, below: 1 });
});
