import assert from "node:assert/strict";
import { test } from "node:test";
import { isOlder } from "../../../viz/stages/kernel/course.js";
import { endingOf, opened, unpack } from "../../../viz/stages/kernel/payload.js";
import { mountStage } from "../../../viz/stages/kernel/stage.js";
import { made, there } from "./made.mjs";
import { ended, packed } from "./packed.mjs";

/** @import { Stage } from "../../../viz/stages/kernel/types.d.ts" */

/** A payload with a number that knows of `knows` events. @param {number} number @param {number} knows */
const payload = (number, knows, visit = "v") => ended(packed({ number }), { visit, knows, hash: String(number) }, { plane: [4, 5, 6] });

/** A mounted stage that notes which payloads it was given, and what it has told. */
function mounted() {
  /** @type {[HTMLElement, [string, any][], number[]]} */
  const [place, told, given] = [made({}), [], []];
  /** @type {Stage} */
  const stage = made({ root: { querySelector: () => null }, watcher: { disconnect: () => {} } });
  const show = mountStage(() => stage, (_, data) => given.push(unpack(data).number));
  const send = (/** @type {Uint8Array} */ data) => show({ data, parentElement: place, setTriggerValue: (name, value) => told.push([name, value]) });
  return { stage, told, given, send };
}

test("a payload tells at its end what it knows of", () => {
  const planes = { plane: { values: Uint8Array.of(4, 5, 6), shape: [3] } };
  assert.deepEqual(endingOf(payload(7, 3)), { visit: "v", knows: 3, hash: "7", planes });
  const inside = new Uint8Array([9, 9, ...payload(7, 3)]).subarray(2);
  assert.deepEqual(endingOf(inside), { visit: "v", knows: 3, hash: "7", planes });
});

test("what a host puts behind a payload is among its planes, and the rest of it as it was", () => {
  const sent = ended(packed({ serial: 2 }, { own: [1, 2], plane: [3] }), { visit: "v", knows: 0, hash: "" }, { plane: [4, 5, 6] });
  const planes = { own: { values: Uint8Array.of(1, 2), shape: [2] }, plane: { values: Uint8Array.of(4, 5, 6), shape: [3] } };
  assert.deepEqual(opened(sent), { serial: 2, planes });
  assert.deepEqual(opened({ to: null }), { to: null, planes: {} });
});

test("every event carries a count, and what was on screen", () => {
  const { stage, told, send } = mounted();
  send(payload(1, 0));
  stage.tell({ row: 1 });
  stage.tellOf("gone", { row: 2 });
  assert.deepEqual(told, [["settled", { row: 1, heard: { done: 1, shown: 0 } }], ["gone", { row: 2, heard: { done: 2, shown: 0 } }]]);
});

test("an answer to an older event is put aside, and the newest one is shown", () => {
  const { stage, given, send } = mounted();
  send(payload(1, 0));
  stage.tell({ row: 1 });
  stage.tell({ row: 2 });
  send(payload(2, 1));
  assert.deepEqual(given, [1]);
  send(payload(3, 2));
  assert.deepEqual(given, [1, 3]);
});

test("what is not told yet counts already, and what comes to nothing no longer", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { stage, told, given, send } = mounted();
  send(payload(1, 0));
  stage.tell({ row: 1 });
  stage.later(() => ({ row: 2 }));
  send(payload(2, 1));
  assert.deepEqual(given, [1]);
  context.mock.timers.tick(300);
  assert.deepEqual(there(told.at(-1))[1], { row: 2, heard: { done: 3, shown: 0 } });
  send(payload(3, 3));
  stage.busy();
  stage.idle();
  send(payload(4, 3));
  assert.deepEqual(given, [1, 3, 4]);
});

test("an event that was lost is told once more, and then the older view is shown after all", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { stage, told, given, send } = mounted();
  send(payload(1, 0));
  stage.tell({ row: 1 });
  stage.tell({ row: 2 });
  send(payload(2, 1));
  context.mock.timers.tick(8000);
  assert.equal(told.length, 3);
  assert.deepEqual([told[2][1].row, given], [2, [1]]);
  context.mock.timers.tick(8000);
  assert.deepEqual(given, [1, 2]);
});

test("what is on screen already, another visit's payload and the first one are never too old", () => {
  const course = { shown: 0, visit: "v", hash: "1", done: 5 };
  assert.ok(isOlder(course, { visit: "v", knows: 4, hash: "2" }));
  assert.ok(!isOlder(course, { visit: "v", knows: 5, hash: "2" }));
  assert.ok(!isOlder(course, { visit: "v", knows: 0, hash: "1" }));
  assert.ok(!isOlder(course, { visit: "w", knows: 0, hash: "2" }));
  assert.ok(!isOlder({ ...course, shown: null }, { visit: "v", knows: 0, hash: "2" }));
});

test("after another visit has begun, its counts are counted from", () => {
  const { stage, told, given, send } = mounted();
  send(payload(1, 0));
  stage.tell({ row: 1 });
  send(payload(2, 0, "w"));
  stage.tell({ row: 2 });
  assert.deepEqual(told[1][1].heard, { done: 1, shown: 0 });
  send(payload(3, 1, "w"));
  assert.deepEqual(given, [1, 2, 3]);
});
