import assert from "node:assert/strict";
import test from "node:test";

import { bindPointer, cellNear, cellUnder, pointIn } from "../../../viz/stages/kernel/pointer.js";

/** An element of 60 × 30 pixels at (100, 50) of the page. @returns {any} */
const element = () => ({ captured: [], style: {}, addEventListener: () => {}, getBoundingClientRect: () => ({ left: 100, top: 50, width: 60, height: 30 }), setPointerCapture(/** @type {number} */ id) { this.captured.push(id); } });

/** @param {number} clientX @param {number} clientY @param {object} more @returns {any} */
const event = (clientX, clientY, more = {}) => ({ clientX, clientY, pointerId: 7, button: 0, pointerType: "mouse", ...more });

test("the cell under a point is counted from the upper left; beside the map there is none", () => {
  const shape = { rows: 3, columns: 6 };
  assert.deepEqual(cellUnder(event(100, 50), element(), shape), [0, 0]);
  assert.deepEqual(cellUnder(event(125, 69), element(), shape), [1, 2]);
  assert.deepEqual(cellUnder(event(159.9, 79.9), element(), shape), [2, 5]);
  for (const beside of [[99, 60], [160, 60], [120, 49], [120, 80]]) {
    assert.equal(cellUnder(event(beside[0], beside[1]), element(), shape), null);
  }
});

test("beside the map the nearest cell is found where one is asked for", () => {
  assert.deepEqual(cellNear(event(0, 500), element(), { rows: 3, columns: 6 }), [2, 0]);
  assert.deepEqual(cellNear(event(159, 51), element(), { rows: 3, columns: 6 }), [0, 5]);
});

test("a point lies so many pixels from an element's corner", () => {
  assert.deepEqual(pointIn(event(130, 55.5), element()), [30, 5.5]);
});

/** What an element was asked to do. @param {object} more */
function bound(more = {}) {
  /** @type {any[]} */
  const done = [];
  const own = element();
  bindPointer(own, {
    at: (/** @type {any} */ { clientX }) => (clientX < 100 ? null : clientX),
    look: (found) => done.push(["look", found]),
    choose: (found) => done.push(["choose", found]),
    drop: () => done.push(["drop"]),
    ...more,
  });
  return { own, done };
}

test("a mouse looks, leaves and chooses; beside the map nothing is chosen", () => {
  const { own, done } = bound();
  own.onpointermove(event(120, 50));
  own.onpointerleave(event(90, 50));
  own.onclick(event(130, 50));
  own.onclick(event(90, 50));
  assert.deepEqual(done, [["look", 120], ["look", null], ["choose", 130]]);
});

test("what a stage returns takes nothing from the browser", () => {
  const { own } = bound({ look: () => false, choose: () => false });
  for (const handle of [own.onpointermove, own.onpointerleave, own.onclick]) assert.equal(handle(event(120, 50)), undefined);
});

test("what can be dragged chooses from the press until it is let go, and looks at nothing meanwhile", () => {
  const { own, done } = bound({ drags: true });
  own.onpointermove(event(110, 50));
  own.onpointerdown(event(120, 50));
  own.onpointermove(event(130, 50));
  own.onpointerleave(event(90, 50));
  own.onpointerup(event(130, 50));
  own.onpointermove(event(140, 50));
  assert.deepEqual(done, [["look", 110], ["choose", 120], ["choose", 130], ["drop"], ["look", 140]]);
  assert.deepEqual(own.captured, [7]);
});

test("a finger that passes looks at nothing, and another button doesn't press", () => {
  const { own, done } = bound({ drags: true });
  own.onpointermove(event(110, 50, { pointerType: "touch" }));
  own.onpointerdown(event(120, 50, { button: 2 }));
  own.onpointermove(event(130, 50, { pointerType: "touch" }));
  assert.deepEqual(done, []);
});
