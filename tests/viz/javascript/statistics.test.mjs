// Batch statistics in the browser: which channel lies under a point, which values a scale spans, where its mark stands.

import assert from "node:assert/strict";
import { test } from "node:test";

import { next } from "../../../viz/stages/kernel/keys.js";
import { after } from "../../../viz/stages/batch_norm/strip/walking.js";
import { LEFT, THINNEST, channelAt, span, widths } from "../../../viz/stages/batch_norm/statistics/bars.js";
import { limitsOf, share } from "../../../viz/stages/batch_norm/statistics/scales.js";

test("an axis holds all bars, all marks, and zero", () => {
  assert.deepEqual(span([2, 3], [5]), [0, 5]);
  assert.deepEqual(span([-2, 3], undefined), [-2, 3]);
  assert.deepEqual(span([0, 0]), [0, 1]);
  assert.deepEqual(span([NaN, Infinity, 1]), [0, 1]);
});

test("few channels fill the box, many make it scroll", () => {
  const few = widths(3, 400);
  assert.equal(few.whole, 400);
  const many = widths(2048, 400);
  assert.equal(many.step, THINNEST);
  assert.ok(many.whole >= LEFT + 2048 * THINNEST);
});

test("the channel under a point is the bar that is drawn there", () => {
  for (const [count, width] of [[3, 400], [96, 430], [512, 430]]) {
    const { step } = widths(count, width);
    for (let channel = 0; channel < count; channel += 1) assert.equal(channelAt(LEFT + (channel + 0.5) * step, step, count), channel);
  }
  assert.equal(channelAt(0, 4, 96), 0);
  assert.equal(channelAt(1e6, 4, 96), 95);
});

test("a scale spans the maps it is for, and the per-channel values that are marked on it", () => {
  const maps = { low: [0, 1], step: [1 / 65532, 1 / 65532] };
  assert.deepEqual(limitsOf(maps, [0.5, 1.5], 0, 2), [0, 2]);
  assert.deepEqual(limitsOf(maps, [0.5, 1.5], 0, 1), [0, 1]);
  assert.deepEqual(limitsOf({ low: [0], step: [0] }, [0.4], 0, 1), [0, 0.4]);
  assert.deepEqual(limitsOf({ low: [-3], step: [1 / 65532] }, [1], 0, 1), [-3, 3]);
});

test("the mark stands where its value is on the scale, and nowhere beside it", () => {
  assert.equal(share(1, [0, 4]), 0.25);
  assert.equal(share(5, [0, 4]), null);
  assert.equal(share(0, [0, 0]), 0.5);
});

test("keys walk along the strip and stop at its ends; after a drop one stands on the next picture", () => {
  const row = { kind: /** @type {const} */ ("list"), count: 3 };
  assert.equal(next(row, "ArrowRight", 2), 2);
  assert.equal(next(row, "Home", 2), 0);
  assert.equal(next(row, "a", 1), null);
  assert.equal(after(0, 3), 0);
  assert.equal(after(2, 3), 1);
});
