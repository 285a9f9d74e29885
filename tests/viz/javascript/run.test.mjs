import assert from "node:assert/strict";
import { test } from "node:test";

import { shapes } from "../../../viz/stages/training/data/shapes.js";
import { goTo, judge, startRun, step } from "../../../viz/stages/training/run.js";

/** @import { Run, Set, Settings } from "../../../viz/stages/training/run.js" */
/** @import { Spec } from "../../../viz/stages/training/engine/types.d.ts" */

/** @type {Spec} */
const SPEC = {
  input: [1, 16, 16],
  layers: [
    { kind: "conv", kernels: 4, size: 3, padding: 1 },
    { kind: "batch_norm" },
    { kind: "relu" },
    { kind: "max_pool", size: 4 },
    { kind: "flatten" },
    { kind: "linear", units: 6 },
  ],
};
/** @type {Settings} */
const SETTINGS = { batch: 16, optimizer: "adam", rate: 0.01 };
const TRAINING = shapes({ side: 16, count: 100 }, 1);
const HELD_OUT = shapes({ side: 16, count: 130 }, 2);

const begun = (seed = 3, training = /** @type {Set} */ (TRAINING)) => startRun({ spec: SPEC, seed, training, heldOut: HELD_OUT });
/** @param {Run} run @param {number} count */
const steps = (run, count, settings = SETTINGS) => Array.from({ length: count }, () => step(run, settings)?.loss ?? Number.NaN);
/** @param {Run} run */
const weights = ({ network }) => network.parameters.map(({ values }) => [...values]);

test("the same seed gives the same run, another one another", () => {
  const [one, again, other] = [begun(), begun(), begun(4)];
  assert.deepEqual(steps(one, 12), steps(again, 12));
  assert.deepEqual(weights(one), weights(again));
  assert.notDeepEqual(steps(other, 12), steps(begun(), 12));
});

test("each epoch takes every picture once, the last batch what is left", () => {
  const labels = Uint8Array.from({ length: 10 }, (_, index) => index % 6);
  const pictures = new Float32Array(10 * 256);
  for (let index = 0; index < 10; index += 1) pictures[index * 256] = index + 1;
  const run = begun(1, { pictures, labels });
  /** @type {number[][]} */
  const seen = [];
  for (let update = 0; update < 9; update += 1) {
    const before = run.at >= 10 ? 0 : run.at;
    step(run, { ...SETTINGS, batch: 4 });
    seen.push([...run.order.slice(before, run.at)]);
  }
  assert.deepEqual(seen.map((batch) => batch.length), [4, 4, 2, 4, 4, 2, 4, 4, 2]);
  const epochs = [0, 3, 6].map((first) => seen.slice(first, first + 3).flat());
  for (const epoch of epochs) assert.deepEqual([...epoch].sort((a, b) => a - b), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.notDeepEqual(epochs[0], epochs[1]);
});

test("from any moment of its history a training goes on as it did, whatever was done meanwhile", () => {
  const run = begun();
  steps(run, 5);
  const moment = run.history[5];
  const after = steps(run, 9);
  const there = weights(run);
  steps(run, 3, { ...SETTINGS, optimizer: "momentum", rate: 1 });
  goTo(run, moment);
  assert.equal(run.update, 5);
  assert.deepEqual(steps(run, 9), after);
  assert.deepEqual(weights(run), there);
});

test("a rate that is too large ends it before the update that broke it, and a smaller one goes on from there", () => {
  const run = begun();
  steps(run, 3);
  const sane = weights(run);
  let broken = 0;
  for (let more = 0; more < 50 && run.ended === null; more += 1) {
    broken = run.update;
    step(run, { batch: 16, optimizer: "sgd", rate: 1e30 });
  }
  assert.equal(run.ended, broken);
  assert.ok(weights(run).flat().every(Number.isFinite));
  assert.equal(step(run, SETTINGS), null, "it stays ended until it is put back");
  goTo(run, run.history[3]);
  assert.deepEqual(weights(run), sane);
  assert.ok(Number.isFinite(steps(run, 1)[0]));
});

test("a rate of nothing changes no weight", () => {
  const run = begun();
  const before = weights(run);
  steps(run, 4, { batch: 16, optimizer: "sgd", rate: 0 });
  assert.deepEqual(weights(run), before);
});

test("the history stays short, evenly spaced, and holds the beginning", () => {
  const run = begun(1, shapes({ side: 16, count: 8 }, 1));
  for (let update = 0; update < 200; update += 1) step(run, { ...SETTINGS, batch: 8 });
  const kept = run.history.map(({ update }) => update);
  assert.ok(kept.length < 64, `${kept.length}`);
  assert.deepEqual(kept, kept.map((_, index) => index * run.apart));
});

test("judging counts every picture once and agrees with the loss of a pass over all", () => {
  const run = begun();
  steps(run, 30);
  const found = judge(run, HELD_OUT);
  assert.ok(found);
  assert.equal(found.confusion.reduce((sum, many) => sum + many, 0), 130);
  const { outputs } = found;
  let [right, loss] = [0, 0];
  HELD_OUT.labels.forEach((label, index) => {
    const one = [...outputs.slice(index * 6, index * 6 + 6)];
    const top = Math.max(...one);
    right += Number(one.indexOf(top) === label);
    loss += Math.log(one.reduce((sum, value) => sum + Math.exp(value - top), 0)) + top - one[label];
  });
  assert.equal(found.accuracy, right / 130);
  assert.ok(Math.abs(found.loss - loss / 130) < 1e-6);
  assert.equal(judge(run, HELD_OUT, { most: 7 })?.outputs.length, 42);
  assert.equal(judge(run, { pictures: new Float32Array(0), labels: new Uint8Array(0) }), null);
  const rows = [0, 1, 2, 3, 4, 5].map((label) => found.confusion.slice(label * 6, label * 6 + 6).reduce((sum, many) => sum + many, 0));
  assert.deepEqual(rows, [0, 1, 2, 3, 4, 5].map((label) => HELD_OUT.labels.filter((each) => each === label).length));
});

test("it learns: shapes that it never saw are told apart better than by chance", () => {
  const training = shapes({ side: 16, count: 600 }, 5);
  const run = begun(2, training);
  const before = judge(run, HELD_OUT);
  for (let update = 0; update < 200; update += 1) step(run, SETTINGS);
  const after = judge(run, HELD_OUT);
  assert.ok(before && after && before.accuracy < 0.35 && after.accuracy > 0.6, `${before?.accuracy} → ${after?.accuracy}`);
});

test("what is impossible is refused", () => {
  const nothing = { pictures: new Float32Array(0), labels: new Uint8Array(0) };
  assert.throws(() => begun(1, nothing), /training is 0; it must be at least one picture/);
  assert.throws(() => step(begun(), { ...SETTINGS, batch: 0 }), /batch is 0/);
  assert.throws(() => step(begun(), { ...SETTINGS, rate: Number.NaN }), /rate/);
  assert.throws(() => step(begun(), { ...SETTINGS, rate: -1 }), /rate/);
});
