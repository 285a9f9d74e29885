import assert from "node:assert/strict";
import test from "node:test";

import { breadth, measure, perUnit, px } from "../../../viz/stages/kernel/size.js";
import { pointIn } from "../../../viz/stages/kernel/pointer.js";

/** A stage in a shadow root in a scrolled part of the page. @param {string} fontSize @param {number} scrollTop @returns {any} */
function staged(fontSize, scrollTop) {
  const page = { parentNode: document, scrollTop: 0 };
  const scrolled = { parentNode: page, scrollTop };
  const host = { parentNode: scrolled, scrollTop: 0, fontSize };
  const shadow = { host };
  return { parentNode: shadow, getRootNode: () => shadow, getBoundingClientRect: () => ({ top: 150 - scrollTop, left: 30 }), clientWidth: 900 };
}

Object.assign(globalThis, {
  document: {},
  window: { innerHeight: 1080 },
  getComputedStyle: (/** @type {any} */ { fontSize }) => ({ fontSize }),
});

test("lengths are in units, of which the style sheet says how large they are", () => {
  measure(staged("24px", 0));
  assert.equal(perUnit(), 1.5);
  assert.equal(px(10), "15px");
  assert.equal(breadth(staged("24px", 0)), 600);
  measure(staged("16px", 0));
  assert.equal(px(10), "10px");
});

test("the room is that before anybody scrolls, and never less than a stage needs", () => {
  assert.equal(measure(staged("24px", 0)), (1080 - 150) / 1.5);
  assert.equal(measure(staged("24px", 400)), (1080 - 150) / 1.5);
  assert.equal(measure(staged("48px", 0)), 480);
});

test("a pointer is where it is in units too", () => {
  const stage = staged("32px", 0);
  measure(stage);
  assert.deepEqual(pointIn(/** @type {any} */ ({ clientX: 50, clientY: 250 }), stage), [10, 50]);
  measure(staged("16px", 0));
  assert.deepEqual(pointIn(/** @type {any} */ ({ clientX: 50, clientY: 250 }), stage), [20, 100]);
});
