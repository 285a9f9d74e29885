// What γ, β and ReLU make of a map in the browser, and which ends the sliders have.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, furthest, presets, rectified, scaled, stepped } from "../../../viz/stages/batch_norm/result/scaled.js";

const map = Float32Array.from([-1.5, 0, 2]);

test("gamma and beta scale and shift every value", () => {
  assert.deepEqual([...scaled(map, 2, 1)], [-2, 1, 5]);
  assert.deepEqual([...stepped(map, "scaled", { gamma: 2, beta: 1 })], [-2, 1, 5]);
});

test("ReLU leaves nothing below zero, and what is not a number as it is", () => {
  assert.deepEqual([...rectified(Float32Array.from([-1, 0, 3, NaN]))], [0, 0, 3, NaN]);
  assert.deepEqual([...stepped(map, "rectified", { gamma: 2, beta: 1 })], [0, 1, 5]);
});

test("a plain panel is the plane itself", () => assert.equal(stepped(map, "plain", { gamma: 9, beta: 9 }), map));

test("gamma = sigma and beta = mu bring the map back", () => {
  const before = Float32Array.from([3, 5, 10, -2]);
  const mu = 4;
  const sigma = Math.sqrt((1 + 1 + 36 + 36) / 4);
  const normal = before.map((value) => (value - mu) / sigma);
  const { identity } = presets({ sigma, mu, own: null });
  assert.ok(furthest(scaled(normal, identity.gamma, identity.beta), before) < 1e-5);
});

test("the furthest places decide, and nothing is said of what can't be compared", () => {
  assert.equal(furthest([1, 2, 3], [1, 5, 2]), 3);
  assert.ok(Number.isNaN(furthest([1, NaN], [1, 2])));
});

test("the layer's own preset is there only with a layer", () => {
  assert.deepEqual(Object.keys(presets({ sigma: 1, mu: 0, own: null })), ["plain", "identity"]);
  assert.deepEqual(Object.keys(presets({ sigma: 1, mu: 0, own: { gamma: 1, beta: 0 } })), ["own", "plain", "identity"]);
});

test("the sliders reach every preset and what the address says", () => {
  const affine = { sigma: 7, mu: -30, own: { gamma: -2, beta: 0.5 } };
  const { gamma, beta } = ends(affine, { gamma: 11, beta: 50 });
  for (const view of [...Object.values(presets(affine)), { gamma: 11, beta: 50 }]) {
    assert.ok(gamma[0] <= view.gamma && view.gamma <= gamma[1]);
    assert.ok(beta[0] <= view.beta && view.beta <= beta[1]);
  }
});
