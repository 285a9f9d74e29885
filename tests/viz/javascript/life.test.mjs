import assert from "node:assert/strict";
import test from "node:test";

import { makeStage } from "../../../viz/stages/kernel/stage.js";
import { ended, packed } from "./packed.mjs";

/** A payload without planes that knows of `knows` events. @param {object} header @param {number} knows @param {string} visit */
const payload = (header, knows = 0, visit = "v") => ended(packed({ words: {}, ...header }), { visit, knows, hash: JSON.stringify(header), words: { as_table: "As a table" } });

/** An element as far as a stage's life goes. @param {Record<string, any>} below @returns {any} */
function element(below = {}) {
  const attributes = /** @type {Record<string, string>} */ ({});
  return {
    get childNodes() { return [{ textContent: this.textContent }]; },
    after: (/** @type {any[]} */ ...made) => beside.push(...made),
    matches: () => false,
    addEventListener: () => {},
    attributes, dataset: {}, clientWidth: 800, childElementCount: 0, textContent: "",
    classList: { toggle(/** @type {string} */ name, /** @type {boolean} */ on) { this.on = on ? name : null; }, on: /** @type {string | null} */ (null) },
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => { attributes[name] = value; },
    getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
    querySelector: (/** @type {string} */ selector) => below[selector] ?? null,
    querySelectorAll: () => [],
    parentNode: null, getRootNode: () => ({}), getBoundingClientRect: () => ({ top: 100 }),
  };
}

/** What a stage has put beside itself. @type {any[]} */
let beside = [];
/** @type {(() => void)[]} */
let frames = [];
/** @type {(() => void)[]} */
let resized = [];
let watching = 0;
/** @type {any[]} */
let heard = [];
let type = "16px";
Object.assign(globalThis, {
  ResizeObserver: class {
    /** @param {() => void} act */
    constructor(act) { resized.push(act); watching += 1; }
    observe() {}
    disconnect() { watching -= 1; }
  },
  getComputedStyle: () => ({ color: "black", fontFamily: "sans", fontSize: type, getPropertyValue: (/** @type {string} */ name) => ` ${name} ` }),
  requestAnimationFrame: (/** @type {() => void} */ act) => frames.push(act),
  cancelAnimationFrame: () => { frames = []; },
  document: {
    createElement: () => element({ button: element(), ".tables": Object.assign(element(), { hidden: true }) }),
    addEventListener: () => {}, removeEventListener: () => {},
  },
  window: { innerHeight: 720, matchMedia: () => ({ matches: false }), dispatchEvent: (/** @type {CustomEvent} */ event) => heard.push(event.detail) },
});

/** A mounted stage: what it did, what it told, and how it is sent payloads. @param {object} more @returns {any} */
function mounted(more = {}) {
  [frames, resized, heard, beside] = [[], [], [], []];
  const readout = element();
  const root = element({ ".readout": readout });
  const parentElement = element({ ".root": root });
  /** @type {any} */
  const found = { root, readout, told: [], done: [] };
  const mount = makeStage({
    root: ".root", narrow: 500,
    open: (stage) => { found.stage = stage; },
    take: (_, anew) => found.done.push(anew ? "take anew" : "take"),
    draw: () => found.done.push("draw"),
    mark: () => found.done.push("mark"),
    describe: ({ view, hovered }) => `at ${(hovered ?? view).row}`,
    leave: () => found.done.push("leave"),
    ...more,
  });
  found.announced = () => beside.find(({ attributes }) => attributes["aria-live"]).textContent;
  found.send = (/** @type {Uint8Array} */ data) => {
    found.leave = mount({ data, parentElement, setTriggerValue: (name, value) => found.told.push([name, value]) });
  };
  return found;
}

test("a payload is prepared, drawn, marked and described, and its view taken over", () => {
  const { root, readout, done, send } = mounted();
  send(payload({ serial: 3, view: { row: 1 } }));
  assert.deepEqual(done, ["take anew", "draw", "mark"]);
  assert.deepEqual([readout.textContent, root.dataset.drawn], ["at 1", "3"]);
});

test("under the serial that is on stage the visitor's own view counts, whatever else is new", () => {
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 }, note: "one" }));
  all.stage.view.row = 5;
  all.send(payload({ serial: 0, view: { row: 1 }, note: "two" }));
  assert.deepEqual([all.stage.view.row, all.stage.note, all.done.at(-3)], [5, "two", "take"]);
  all.send(payload({ serial: 1, view: { row: 2 } }));
  assert.deepEqual([all.stage.view.row, all.done.at(-3)], [2, "take anew"]);
});

test("what is on screen already is not prepared again; what comes without a serial always is", () => {
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.send(payload({ serial: 0, view: { row: 1 } }));
  assert.equal(all.done.length, 3);
  const other = mounted();
  for (let time = 0; time < 2; time += 1) other.send(payload({ view: { row: 1 } }));
  assert.deepEqual(other.done.filter((/** @type {string} */ each) => each.startsWith("take")), ["take anew", "take anew"]);
});

test("without a serial, what is on screen comes once more and takes nothing back of what was done since", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted();
  all.send(payload({ view: { row: 1 } }));
  all.stage.move({ row: 2 });
  all.send(payload({ view: { row: 1 } }));
  assert.deepEqual([all.stage.view.row, all.readout.textContent], [2, "at 2"]);
  context.mock.timers.tick(250);
  assert.equal(all.told[0][1].row, 2);
  all.send(payload({ view: { row: 2 } }, all.told[0][1].heard.done));
  assert.deepEqual([all.stage.view.row, all.done.at(-3)], [2, "take anew"]);
});

test("in another visit the same serial is another one", () => {
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.view.row = 5;
  all.send(payload({ serial: 0, view: { row: 2 }, note: "of another network" }, 0, "w"));
  assert.equal(all.stage.view.row, 2);
});

test("every size is drawn, also narrow ones; none where there is no room or nothing to draw", () => {
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.root.clientWidth = 400;
  resized[0]();
  assert.deepEqual([all.root.classList.on, all.done.length], ["narrow", 5]);
  all.root.clientWidth = 0;
  resized[0]();
  assert.equal(all.done.length, 5);
});

test("pointing draws once a frame and only what follows the pointer", () => {
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  for (const row of [2, 3, 3]) all.stage.hover({ row });
  assert.equal(frames.length, 1);
  frames[0]();
  assert.deepEqual([all.readout.textContent, all.done.slice(3)], ["at 3", ["mark"]]);
  all.stage.hover({ row: 3 });
  assert.equal(frames.length, 1);
});

test("what is settled on is shown at once and told after a rest, with its counts", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.settle({ row: 2 });
  all.stage.move({ row: 4 });
  assert.deepEqual([all.readout.textContent, all.told.length, all.done.slice(3)], ["at 4", 0, ["draw", "mark", "mark"]]);
  context.mock.timers.tick(250);
  assert.deepEqual(all.told, [["settled", { row: 4, heard: { done: 3, shown: 0 } }]]);
});

test("a stage that relays tells the page and counts nothing: a payload that knows of nothing isn't old to it", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ relays: true });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.settle({ row: 2 });
  context.mock.timers.tick(250);
  assert.deepEqual([all.told, heard], [[], [{ row: 2, serial: 0 }]]);
  all.send(payload({ serial: 1, view: { row: 7 } }));
  assert.equal(all.stage.view.row, 7);
  all.stage.settle({ row: 8 });
  context.mock.timers.tick(250);
  assert.deepEqual(heard.at(-1), { row: 8, serial: 1 }, "it says which view it has heard of");
});

test("what a stage doesn't want to tell now is not told", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ told: (/** @type {any} */ { view }) => (view.row === 2 ? null : view) });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  for (const row of [2, 3]) {
    all.stage.settle({ row });
    context.mock.timers.tick(250);
  }
  assert.deepEqual(all.told.map((/** @type {any} */ [, { row }]) => row), [3]);
});

test("while a stage plays nothing is told or announced but at its end, once", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.playing = true;
  for (let row = 2; row < 40; row += 1) {
    all.stage.settle({ row });
    context.mock.timers.tick(250);
    assert.deepEqual([all.told, all.announced()], [[], ""]);
  }
  context.mock.timers.tick(5000);
  assert.equal(all.announced(), "");
  all.stage.playing = false;
  all.stage.tellSoon();
  context.mock.timers.tick(600);
  assert.equal(all.announced(), "at 39.");
  assert.deepEqual(all.told.map((/** @type {any} */ [, { row }]) => row), [39]);
});

test("what is played through ends with its stage, and under another view; not when the same comes again", () => {
  const stopped = /** @type {boolean[]} */ ([]);
  const all = mounted({
    plays: () => ({ begin: () => false, advance: () => true, pace: () => 1, started: () => {}, stopped: () => stopped.push(true) }),
  });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.player.toggle();
  all.send(payload({ serial: 0, view: { row: 1 }, note: "new" }));
  assert.equal(all.stage.playing, true);
  all.send(payload({ serial: 1, view: { row: 2 } }));
  assert.equal(all.stage.playing, false);
  all.stage.player.toggle();
  all.leave();
  assert.deepEqual([all.stage.playing, stopped], [false, []]);
});

test("what stands there at first is no news; what is walked to is announced once, at rest", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  context.mock.timers.tick(5000);
  assert.equal(all.announced(), "");
  for (const row of [2, 3, 4]) {
    all.stage.move({ row });
    context.mock.timers.tick(300);
    assert.equal(all.announced(), "");
  }
  context.mock.timers.tick(300);
  assert.equal(all.announced(), "at 4.");
  all.stage.move({ row: 5 });
  all.leave();
  context.mock.timers.tick(5000);
  assert.equal(all.announced(), "at 4.");
});

test("more than the description is announced where a stage says so: its value is written elsewhere", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ aloud: (/** @type {any} */ { view }) => `row ${view.row}:  value\n 7 ` });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.move({ row: 2 });
  context.mock.timers.tick(600);
  assert.equal(all.announced(), "row 2: value 7.");
});

test("of several parts those are announced that have changed since the last time", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ aloud: (/** @type {any} */ { view }) => [`row ${view.row}`, `${view.row > 4 ? "low" : "high"} up`] });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  /** @type {string[]} */
  const said = [];
  for (const row of [2, 2, 5, 1]) {
    all.stage.move({ row });
    context.mock.timers.tick(600);
    said.push(all.announced());
  }
  assert.deepEqual(said, ["row 2.", "row 2.", "row 5. low up.", "row 1. high up."]);
});

test("while somebody is on another stage, this one says nothing; afterwards it says what is new since", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ aloud: (/** @type {any} */ { view }) => `row ${view.row}` });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  const other = { querySelector: () => ({}) };
  const plain = { querySelector: () => null };
  all.stage.root.getRootNode = () => "its own";
  /** @type {any} */
  const page = document;
  for (const [row, on, heard] of /** @type {[number, any, string][]} */ ([[2, other, ""], [3, null, "row 3."], [4, plain, "row 4."]])) {
    page.activeElement = { shadowRoot: on };
    all.stage.move({ row });
    context.mock.timers.tick(600);
    assert.equal(all.announced(), heard);
  }
  delete page.activeElement;
});

test("the words that all stages share come at the end of a payload, and name what the kernel adds", () => {
  const all = mounted({ table: () => [] });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  assert.deepEqual([all.stage.tables.button.textContent, all.stage.shared], ["As a table", { as_table: "As a table" }]);
});

test("a new view takes back what was not told yet", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const all = mounted({ relays: true });
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.settle({ row: 2 });
  all.send(payload({ serial: 1, view: { row: 7 } }));
  context.mock.timers.tick(1000);
  assert.deepEqual(heard, []);
});

test("a stage that is left watches nothing, draws nothing and tells nothing", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const before = watching;
  const all = mounted();
  all.send(payload({ serial: 0, view: { row: 1 } }));
  all.stage.hover({ row: 3 });
  all.stage.tellSoon();
  all.leave();
  context.mock.timers.tick(1000);
  assert.deepEqual([watching - before, frames.length, all.told, all.done.at(-1)], [0, 0, [], "leave"]);
});

test("a stage is narrow, and has room, in units of the window it is in", () => {
  const found = mounted();
  found.send(payload({ serial: 1, view: { row: 0 } }));
  assert.equal(found.root.classList.on, null);
  assert.equal(found.stage.room, 620); // from 100 to 720
  type = "32px"; // twice as large: 800 pixels are 400 units, and 310 of height are less than a stage is squeezed into
  resized[0]();
  assert.equal(found.root.classList.on, "narrow");
  assert.equal(found.stage.room, 480);
  type = "16px";
  resized[0]();
  assert.equal(found.root.classList.on, null);
});
