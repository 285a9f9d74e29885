import assert from "node:assert/strict";
import { test } from "node:test";

import { createNetwork } from "../../../viz/stages/training/engine.js";
import { startRun, step } from "../../../viz/stages/training/run.js";
import { lines } from "../../../viz/stages/training/train/keeping.js";
import { convolutionsOf, counted, specOf, withCount, writtenOf } from "../../../viz/stages/training/train/network.js";
import { makeSession } from "../../../viz/stages/training/train/session.js";
import { SOURCES } from "../../../viz/stages/training/train/sources.js";

/** @import { Settings } from "../../../viz/stages/training/run.js" */
/** @import { AskedData, Order, State } from "../../../viz/stages/training/train/types.d.ts" */

/** @type {AskedData} */
const DATA = { source: "shapes", side: 16, count: 96, noise: 0.15, seed: 5, heldOut: 60 };
const VIEW = { side: /** @type {16} */ (16), convolutions: "4k3s1mb", hidden: "", activation: /** @type {"relu"} */ ("relu") };
const SPEC = specOf(VIEW, 6);
/** @type {Settings} */
const SETTINGS = { batch: 16, optimizer: "momentum", rate: 0.05, decay: 0 };

/** A session in a time of its own: every look at the clock takes a millisecond. */
function made(pace = 1) {
  /** @type {State[]} */
  const states = [];
  /** @type {import("../../../viz/stages/training/train/types.d.ts").Kept[]} */
  const files = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  let clock = 0;
  const session = makeSession({
    post: (told) => ("arrays" in told ? files.push(told) : "settled" in told && states.push(structuredClone(told))),
    now: () => (clock += pace),
    later: (act) => waiting.push(act),
  });
  /** Lets it work through so many slices, or until it rests. @param {number} most */
  const work = (most = 10_000) => {
    for (let slice = 0; slice < most && waiting.length > 0; slice += 1) /** @type {() => void} */ (waiting.shift())();
    return /** @type {State} */ (states.at(-1));
  };
  /** @param {Order[]} orders */
  const give = (...orders) => {
    orders.forEach(session.take);
    return work();
  };
  return { states, files, session, work, give, at: () => clock };
}

const begin = /** @type {Extract<Order, { kind: "begin" }>} */ ({ kind: "begin", spec: SPEC, data: DATA, settings: SETTINGS });

test("weights are counted as the engine has them, for many networks", () => {
  for (const convolutions of ["", "8k3s1m", "4k5s2n", "64k1s1a-16k7s2mb", "8k3s1m-16k3s1m-32k3s1mb", "3k3s2n-3k3s2n-3k3s2n"]) {
    for (const hidden of ["", "64", "7-5"]) {
      for (const side of /** @type {(16 | 28)[]} */ ([16, 28])) {
        const view = { ...VIEW, side, convolutions, hidden };
        const { parameters } = createNetwork(specOf(view, 6), 1);
        const weights = parameters.reduce((sum, { values }) => sum + values.length, 0);
        assert.deepEqual(counted(view, 6, { weights: 1e9 }), { weights, problem: "", at: 0 });
      }
    }
  }
});

test("a network of which nothing is left, or too much, is found, and the engine refuses the first too", () => {
  const view = { ...VIEW, convolutions: "8k3s2m-8k3s2m-8k3s1m" };
  assert.deepEqual(counted(view, 6, { weights: 1e9 }), { weights: 80 + 584 + 584, problem: "nothing_left", at: 3 });
  assert.throws(() => createNetwork(specOf(view, 6), 1), { name: "Refused" });
  assert.equal(counted({ ...VIEW, hidden: "256" }, 6, { weights: 50_000 }).problem, "too_heavy");
});

test("an address writes what it reads, and convolutions come and go", () => {
  const text = "8k3s1m-16k5s2nb-4k1s1a";
  assert.equal(writtenOf(convolutionsOf(text)), text);
  assert.deepEqual(convolutionsOf(""), []);
  assert.equal(writtenOf(withCount(convolutionsOf(text), 1)), "8k3s1m");
  assert.equal(withCount([], 2).length, 2);
});

test("it does what the run by itself does, and rests where it is told to", () => {
  const { give } = made();
  const first = give(begin);
  assert.deepEqual([first.update, first.running, first.settled, first.verdict?.update], [0, false, true, 0]);
  assert.equal(first.held.length, 1);
  const state = give({ kind: "go", until: 9 });
  assert.deepEqual([state.update, state.tip, state.settled, state.epoch], [9, 9, true, 6]);
  assert.equal(state.verdict?.update, 9);
  const { training, heldOut } = SOURCES.shapes.make(DATA, DATA.heldOut);
  const run = startRun({ spec: SPEC, seed: DATA.seed, training, heldOut });
  const losses = Array.from({ length: 9 }, () => step(run, SETTINGS)?.loss);
  assert.deepEqual([...state.losses].slice(-losses.length), losses.slice(-state.losses.length));
  assert.deepEqual([...state.kernels.values], [...run.network.parameters[0].values]);
});

test("every loss is told once, in order, and states are seldom", () => {
  const { states, give, at } = made();
  give(begin, { kind: "go", until: 200 });
  const told = states.flatMap(({ from, losses }) => Array.from(losses, (_, index) => from + index));
  assert.deepEqual(told, Array.from({ length: 200 }, (_, index) => index));
  assert.ok(states.length <= at() / 50 + 3, `${states.length} states in ${at()} ms`);
});

test("a pause gets in between slices, and the next start goes on", () => {
  const { session, work, give } = made();
  give(begin);
  session.take({ kind: "go" });
  work(5);
  const { update } = give({ kind: "pause" });
  assert.ok(update > 0 && update < 400);
  assert.equal(give({ kind: "go", until: update + 1 }).update, update + 1);
});

test("judging takes no more than about a tenth of the time", () => {
  const { states, give } = made();
  const { held } = give(begin, { kind: "go", until: 1000 });
  assert.ok(held.length > 3);
  // Three pieces of 20 pictures cost 3 looks at the clock or more; nine times that passes before the next.
  for (const [one, next] of held.slice(1, -1).map((each, at) => [held[at], each])) assert.ok(next.update > one.update);
  assert.ok(held.length < 1000 / 9, String(held.length));
  assert.ok(states.length > 0);
});

test("held-out pictures are others, all are judged, and the worst are wrong ones", () => {
  const { give } = made();
  const { verdict } = give(begin, { kind: "go", until: 3 });
  assert.ok(verdict);
  assert.equal(verdict.confusion.reduce((sum, many) => sum + many, 0), DATA.heldOut);
  const right = [0, 7, 14, 21, 28, 35].reduce((sum, at) => sum + verdict.confusion[at], 0);
  assert.equal(verdict.accuracy, right / DATA.heldOut);
  assert.ok(verdict.worst.every(({ label, said }) => label !== said));
  assert.ok(verdict.worst.every(({ right: share }, at, all) => at === 0 || share >= all[at - 1].right));
  const { training, heldOut } = SOURCES.shapes.make(DATA, 60);
  assert.notDeepEqual(training.pictures.slice(0, 256), heldOut.pictures.slice(0, 256));
});

test("a rate from which nothing comes back is said, and the weights are those before it", () => {
  const { give } = made();
  give(begin, { kind: "go", until: 2 });
  const ended = give({ kind: "settings", settings: { ...SETTINGS, rate: 1e30 } }, { kind: "go", until: 50 });
  assert.ok(ended.ended !== null && ended.ended >= 2);
  assert.equal(ended.update, ended.ended);
  assert.ok(ended.kernels.values.every(Number.isFinite));
  assert.ok(ended.settled && !ended.running);
  // They may be past saving: from further back it goes on.
  const on = give({ kind: "settings", settings: SETTINGS }, { kind: "scrub", moment: 2 }, { kind: "go", until: 4 });
  assert.deepEqual([on.ended, on.update, on.tip], [null, 4, 4]);
});

test("the history is looked back through, and going on from there forgets what came after", () => {
  const { give, states } = made();
  const far = give(begin, { kind: "go", until: 20 });
  const back = give({ kind: "scrub", moment: 4 });
  assert.deepEqual([back.update, back.tip, back.gradients, back.verdict?.update], [4, 20, null, 4]);
  assert.equal(back.held.length, far.held.length, "what was judged stays");
  const ahead = give({ kind: "scrub", moment: far.moments.length - 1 });
  assert.deepEqual([...ahead.kernels.values], [...far.kernels.values]);
  give({ kind: "scrub", moment: 0 });
  const again = give({ kind: "go", until: 20 });
  assert.deepEqual([...again.kernels.values], [...far.kernels.values]);
  assert.deepEqual(again.moments, far.moments);
  assert.ok(states.some(({ from, losses }) => from === 0 && losses.length > 0));
});

test("without a convolution the weights of hidden units lie as the picture does", () => {
  const { give } = made();
  const spec = specOf({ ...VIEW, convolutions: "", hidden: "5" }, 6);
  const { kernels, features } = give({ ...begin, spec }, { kind: "go", until: 1 });
  assert.deepEqual([kernels.count, kernels.rows, kernels.columns, features.length], [5, 16, 16, 0]);
});

test("the maps are those of the picture that is chosen, and its class too", () => {
  const { give } = made();
  const one = give(begin);
  const other = give({ kind: "look", picture: 7 });
  assert.equal(other.chosen.picture, 7);
  assert.notDeepEqual([...one.features[0].values], [...other.features[0].values]);
  assert.equal(other.chosen.label, SOURCES.shapes.make(DATA, 60).heldOut.labels[7]);
  assert.deepEqual([other.features[0].count, other.features[0].rows], [4, 16]);
});

test("what is told before anything has begun is passed over", () => {
  const { session, work, states } = made();
  session.take({ kind: "pause" });
  session.take({ kind: "go" });
  session.take({ kind: "scrub", moment: 3 });
  work();
  assert.equal(states.length, 0);
});

test("what is kept has every loss, every moment, and which pictures each update took", () => {
  const { give, files } = made();
  give(begin, { kind: "go", until: 8 }, { kind: "keep" });
  give({ kind: "keep" });
  const { arrays } = files[1];
  assert.deepEqual([arrays.losses.shape, arrays.moments.shape, arrays["0.weight"].shape], [[8], [9], [9, 4, 1, 3, 3]]);
  assert.deepEqual(arrays.batches.shape, [8, 16]);
  const epoch = [...arrays.batches.values].slice(0, 96).sort((one, other) => one - other);
  assert.deepEqual(epoch, Array.from({ length: 96 }, (_, index) => index));
});

test("the curves as lines have one for each update, and the held-out pictures where they were judged", () => {
  const text = lines({ losses: [2, 1], accuracies: [0.25, 0.5] }, [{ update: 0, loss: 3, accuracy: 0 }, { update: 2, loss: 1.5, accuracy: 0.75 }], ["a", "b", "c", "d", "e"]);
  assert.equal(text, "a,b,c,d,e\r\n0,,,3,0\r\n1,2,0.25,,\r\n2,1,0.5,1.5,0.75\r\n");
});
