import assert from "node:assert/strict";
import test from "node:test";

import { REST, bindGrip } from "../../../viz/stages/kernel/grip.js";

/** A finger at a point. @param {number} clientX @param {number} clientY @param {object} more @returns {any} */
const finger = (clientX, clientY, more = {}) => ({ clientX, clientY, pointerId: 3, button: 0, pointerType: "touch", ...more });

/** An element that is held, and what came of it. @param {unknown} [taken] what `take` says */
function held(taken) {
  const own = /** @type {any} */ ({ style: {}, listens: {}, setPointerCapture() {}, addEventListener(/** @type {string} */ name, /** @type {any} */ act) { this.listens[name] = act; } });
  /** @type {any[]} */
  const done = [];
  bindGrip(own, {
    take: ({ clientX, clientY }) => { done.push(["take", clientX, clientY]); return taken; },
    pull: ({ clientX, clientY }) => done.push(["pull", clientX, clientY]),
    release: (_, kept) => done.push(["release", kept]),
    pass: () => done.push(["pass"]),
  });
  const scrolls = () => {
    let prevented = false;
    own.listens.touchmove({ cancelable: true, preventDefault: () => { prevented = true; } });
    return !prevented;
  };
  return { own, done, scrolls };
}

test("a finger that goes up or down first is the page's", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { own, done, scrolls } = held();
  own.onpointerdown(finger(50, 50));
  own.onpointermove(finger(53, 56));
  own.onpointermove(finger(54, 70));
  assert.equal(scrolls(), true);
  own.onpointercancel(finger(54, 70));
  context.mock.timers.tick(2 * REST);
  assert.deepEqual(done.filter(([what]) => what !== "pass"), []);
});

test("one that goes sideways first holds from where it touched", () => {
  const { own, done, scrolls } = held();
  own.onpointerdown(finger(50, 50));
  own.onpointermove(finger(70, 55));
  assert.equal(scrolls(), false);
  own.onpointermove(finger(70, 90));
  own.onpointerup(finger(70, 90));
  assert.deepEqual(done, [["take", 50, 50], ["pull", 70, 55], ["pull", 70, 90], ["release", true]]);
  assert.equal(scrolls(), true);
});

test("one that rests holds, wherever it goes then; what trembles still rests", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { own, done, scrolls } = held();
  own.onpointerdown(finger(50, 50));
  own.onpointermove(finger(53, 47));
  context.mock.timers.tick(REST);
  assert.equal(scrolls(), false);
  own.onpointermove(finger(53, 90));
  own.onpointercancel(finger(53, 90));
  assert.deepEqual(done, [["take", 50, 50], ["pull", 53, 90], ["release", false]]);
});

test("a tap takes and lets go; a second one begins anew", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { own, done } = held();
  for (const x of [50, 60]) {
    own.onpointerdown(finger(x, 50));
    own.onpointerup(finger(x, 50));
    context.mock.timers.tick(2 * REST);
  }
  assert.deepEqual(done, [["take", 50, 50], ["release", true], ["take", 60, 50], ["release", true]]);
});

test("a mouse holds as it is pressed, and what can't be held isn't", () => {
  const { own, done } = held();
  own.onpointerdown(finger(50, 50, { pointerType: "mouse" }));
  own.onpointermove(finger(50, 80, { pointerType: "mouse" }));
  own.onpointerup(finger(50, 80, { pointerType: "mouse" }));
  assert.deepEqual(done, [["take", 50, 50], ["pull", 50, 80], ["release", true]]);
  const refused = held(false);
  refused.own.onpointerdown(finger(50, 50, { pointerType: "mouse" }));
  refused.own.onpointermove(finger(50, 80, { pointerType: "mouse" }));
  refused.own.onpointerup(finger(50, 80, { pointerType: "mouse" }));
  assert.deepEqual(refused.done, [["take", 50, 50], ["pass"]]);
});
