import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { makePlayer } from "../../../viz/stages/kernel/player.js";

/** @type {((now: number) => void) | null} */
let frame = null;
let now = 0;
let reduced = false;
/** @type {(() => void)[]} */
let listeners = [];
const page = {
  hidden: false,
  addEventListener: (/** @type {string} */ _, /** @type {() => void} */ act) => listeners.push(act),
  removeEventListener: (/** @type {string} */ _, /** @type {() => void} */ act) => {
    listeners = listeners.filter((each) => each !== act);
  },
};
Object.assign(globalThis, {
  document: page,
  window: { matchMedia: (/** @type {string} */ query) => ({ matches: reduced && query.includes("reduce") }) },
  requestAnimationFrame: (/** @type {(now: number) => void} */ act) => {
    frame = act;
    return 1;
  },
  cancelAnimationFrame: () => {
    frame = null;
  },
});

beforeEach(() => {
  [frame, now, reduced, listeners, page.hidden] = [null, 0, false, [], false];
});

/** Lets time go by in frames of so many milliseconds. @param {number} milliseconds @param {number} each */
function pass(milliseconds, each = 20) {
  for (const end = now + milliseconds; now < end; ) {
    now += each;
    const act = frame;
    frame = null;
    act?.(now);
  }
}

/** Something with `length` steps that is played through, and what it was asked. @param {number} length @param {object} more */
function film(length, more = {}) {
  const stage = { playing: false };
  const found = { stage, at: 0, done: /** @type {any[]} */ ([]), pace: 4, player: /** @type {any} */ (null) };
  found.player = makePlayer(stage, {
    begin: () => {
      found.done.push("begin");
      const anew = found.at === length;
      if (anew) found.at = 1;
      return anew;
    },
    advance: (steps) => {
      found.done.push(steps);
      found.at = Math.min(length, found.at + steps);
      return found.at < length;
    },
    pace: () => found.pace,
    started: () => found.done.push("started"),
    stopped: (ended) => found.done.push(ended ? "ended" : "stopped"),
    ...more,
  });
  return found;
}

test("it goes at its speed, a step at a time, and ends by itself, which is said once", () => {
  const one = film(3);
  one.player.toggle();
  assert.deepEqual([one.stage.playing, one.done], [true, ["begin", "started"]]);
  pass(260);
  assert.deepEqual([one.at, one.stage.playing], [0, true], "the first frame only tells the time; then a quarter of a second");
  pass(20);
  assert.equal(one.at, 1);
  pass(2000);
  assert.deepEqual(one.done, ["begin", "started", 1, 1, 1, "ended"]);
  assert.deepEqual([one.stage.playing, frame, listeners], [false, null, []]);
});

test("a second press stops it where it is, and a third goes on from there", () => {
  const one = film(9);
  one.player.toggle();
  pass(600);
  one.player.toggle();
  const { at } = one;
  pass(2000);
  assert.deepEqual([one.at, one.stage.playing, one.done.at(-1)], [at, false, "stopped"]);
  one.player.stop();
  assert.equal(one.done.filter((each) => each === "stopped").length, 1, "what stands still is not stopped again");
  one.player.toggle();
  pass(300);
  assert.equal(one.at, at + 1);
});

test("at its end it begins anew", () => {
  const one = film(3);
  one.at = 3;
  one.player.toggle();
  assert.equal(one.at, 1);
  pass(2000);
  assert.deepEqual(one.done, ["begin", "started", 1, 1, "ended"]);
});

test("another speed counts at once", () => {
  const one = film(100);
  one.player.toggle();
  pass(1020);
  assert.equal(one.at, 4);
  one.pace = 40;
  pass(1000);
  assert.equal(one.at, 44);
});

for (const each of [10, 16, 33, 50]) {
  test(`no step is lost and none is owed at frames of ${each} ms`, () => {
    const one = film(100_000);
    one.pace = 600;
    one.player.toggle();
    pass(each, each);
    pass(10 * each, each);
    assert.ok(Math.abs(one.at - 6 * each) <= 1, String(one.at));
  });
}

test("a frame that comes late leaves no step of a slow play out, and brings little of a quick one", () => {
  const [slow, quick] = [film(100), film(100_000)];
  slow.player.toggle();
  pass(20);
  pass(5000, 5000);
  assert.equal(slow.at, 1);
  slow.player.stop();
  quick.pace = 600;
  quick.player.toggle();
  pass(20);
  pass(5000, 5000);
  assert.equal(quick.at, 60);
});

test("it stops when nobody sees it any more, and does not go on by itself", () => {
  const one = film(9);
  one.player.toggle();
  pass(300);
  for (const act of listeners) act();
  assert.equal(one.stage.playing, true, "the page has changed, and is still in sight");
  page.hidden = true;
  for (const act of [...listeners]) act();
  assert.deepEqual([one.stage.playing, one.done.at(-1), listeners], [false, "stopped", []]);
  page.hidden = false;
  pass(2000);
  assert.equal(one.at, 1);
});

test("who has asked for less motion gets a step for every press", () => {
  reduced = true;
  const one = film(2);
  for (const at of [1, 2, 1, 2]) {
    one.player.toggle();
    assert.deepEqual([one.at, one.stage.playing, frame], [at, false, null]);
  }
  assert.deepEqual(one.done, ["begin", 1, "stopped", "begin", 1, "ended", "begin", "stopped", "begin", 1, "ended"]);
});

test("what is gone is left without a word", () => {
  const one = film(9);
  one.player.toggle();
  one.player.drop();
  pass(2000);
  assert.deepEqual([one.at, one.stage.playing, one.done, listeners], [0, false, ["begin", "started"], []]);
});

test("whoever stops it in the middle of a step has stopped it", () => {
  const one = film(9, { advance: () => {
    one.at += 1;
    one.player.stop();
    return true;
  } });
  one.player.toggle();
  pass(2000);
  assert.deepEqual([one.at, frame], [1, null]);
});
