// A stage's life, the same for all: opened once in its place, given every payload, drawn at every size, left without a
// trace; and the one way in which it tells Python what a visitor has done.

import { expect, foresee, lookAround, met, wait } from "./ahead.js";
import { hear, introduce, makeAloud, textOf } from "./aloud.js";
import { standing } from "./controls.js";
import { accept, beginning } from "./course.js";
import { DRAWN, MOVED } from "./drawn.js";
import { palettesOf } from "./panels.js";
import { atHand } from "./parcels.js";
import { arrive, endingOf, opened, unpack } from "./payload.js";
import { makePlayer } from "./player.js";
import { handPicture } from "./snapshot.js";
import { measure, perUnit } from "./size.js";
import { speak, write } from "./spoken.js";
import { followTables, makeTables, nameTables } from "./table.js";
import { WHITE, themeOf } from "./theme.js";
import { waiting } from "./waiting.js";

/** @import { Definition, Mount, MountOptions, Mounting, Stage } from "./types.d.ts" */

export const SETTLE = 250; // milliseconds of rest before what a visitor has done is told to Python

/**
 * The module of a stage: what a host calls with a place and a payload. A stage gives it
 *
 * - `root`: the selector of its outermost element; `narrow`: below which width it has the class of that name;
 * - `draw(stage)`: draws all of it. `mark(stage)`, if there is more to it: what follows the pointer, drawn after `draw`
 *   and by itself. `describe(stage)`: what is to be said of it, a text or nodes, in the place `region`. `aloud(stage)`: what
 *   is announced, if that isn't it: position, value, what it means; in parts, of which those are said that change;
 * - `table(stage)`: what is on stage as tables, around what is in question (cells.js); who gives none says why;
 * - `plays(stage)`: what is played through, step by step (`player.js`);
 * - `open(stage)`: binds pointers and keys, once. `take(stage, anew)`: prepares what a payload brings; `anew`: its view
 *   was taken over, else the visitor's own doing counts. `leave(stage)`: ends what is still to come;
 * - `told(stage)`: what is told to Python, if it isn't the view; null for nothing now. `event`: by which name; with
 *   `relays` it goes by way of another part of the page, so that this stage isn't run again with it;
 * - `foresees(stage, kind, before)`: the view on what is shown ahead, when another one of that kind (a layer, a picture) was
 *   chosen elsewhere on the page, from that before, { view, start }: see ahead.js;
 * - `picture(stage)`: { file, title, figures }, what a button that says "save_png" keeps; `onWhite`: it is drawn anew for it,
 *   because it writes on the page's own ground.
 *
 * In return `stage` holds { root, find, view, words, planes, palettes, theme, room, hovered, … and all else of the payload }, and
 * can `settle(change)`: the view changes, all is drawn, it is told; `move(change, tells)`: the same, but only what is
 * marked is drawn; `hover(place)`: a place is pointed at without being chosen; `soon()`: marks before the next frame;
 * `redraw()`; `tellSoon(rest)`: tells after a while of rest.
 *
 * @template {import("./types.d.ts").Kernel<any>} S
 * @param {Definition<S>} own @returns {Mount}
 */
export function makeStage(own) {
  const definition = /** @type {Definition<any>} */ (own);
  const { event, relays } = definition;
  /** @param {Stage} stage */
  const leave = (stage) => {
    stage.unforesee?.();
    globalThis.removeEventListener?.(MOVED, stage.moved);
    definition.leave?.(stage);
  };
  return mountStage((parent) => openStage(parent, definition), (stage, data, keys) => receive(stage, data, keys, definition), { event, leave, relays });
}

/** @param {HTMLElement} parentElement @param {Definition} definition @returns {Stage} */
function openStage(parentElement, definition) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(definition.root));
  const stage = /** @type {Stage} */ ({ root, received: null, view: null, hovered: null, timer: 0, frame: 0, playing: false });
  stage.find = (selector) => /** @type {any} */ (root.querySelector(selector));
  stage.redraw = () => redraw(stage, definition);
  stage.follow = () => follow(stage, definition);
  stage.soon = () => soon(stage, definition);
  const told = () => (definition.told ? definition.told(stage) : { ...stage.view });
  stage.tellSoon = (rest) => stage.later(() => (stage.playing ? null : told()), rest);
  stage.settle = (change = {}) => {
    Object.assign(stage.view, change);
    stage.redraw();
    stage.tellSoon();
  };
  stage.move = (change, tells = true) => {
    Object.assign(stage.view, change);
    stage.follow();
    if (tells) stage.tellSoon();
  };
  stage.hover = (place) => {
    if (JSON.stringify(place) === JSON.stringify(stage.hovered)) return;
    stage.hovered = place;
    stage.soon();
  };
  stage.save = () => save(stage, definition);
  const button = /** @type {HTMLElement | null} */ (root.querySelector('button[data-say="save_png"]'));
  if (button !== null) button.onclick = stage.save;
  if (definition.plays) stage.player = makePlayer(stage, definition.plays(stage));
  if (definition.foresees) stage.unforesee = foresee(stage, (key, kind) => showAhead(stage, key, kind, definition));
  definition.open?.(stage);
  const { table } = definition;
  stage.tables = table ? makeTables(root, () => (stage.received === null ? [] : table(stage))) : null;
  stage.aloud = makeAloud(root, () => stage.playing);
  stage.moved = () => {
    if (stage.received !== null && Math.abs(measure(root) - stage.room) > 1) stage.redraw();
  };
  globalThis.addEventListener?.(MOVED, stage.moved);
  stage.watcher = new ResizeObserver(stage.redraw);
  stage.watcher.observe(root);
  return stage;
}

/**
 * Takes over a payload. The view in it counts only under a new serial, else what the visitor did here does.
 *
 * @param {Stage} stage @param {Mounting["data"]} data @param {string[]} keys of its pieces @param {Definition} definition
 */
function receive(stage, data, keys, definition) {
  const { hash, visit, done, shown, words: shared = {} } = stage.course;
  const same = stage.received !== null && stage.visit === visit;
  if (same && stage.hash === hash && stage.serial !== undefined) return;
  const { view, ...rest } = opened(data);
  const meeting = met(stage, keys, view);
  if (meeting === "same") {
    Object.assign(stage, rest, { received: rest.serial ?? 0, hash, visit, planes: stage.planes });
    lookAround(stage, keys[0]);
    return;
  }
  // Without a serial every view counts, but that on screen, when it comes once more after something else has been done.
  const other = rest.serial === undefined ? done <= (shown ?? 0) : rest.serial !== stage.received;
  const anew = meeting !== "older" && (!same || other);
  Object.assign(stage, rest, { received: rest.serial ?? 0, hash, visit, shared });
  if (stage.tables) nameTables(stage.tables, shared);
  if (anew) takeOver(stage, view, rest.serial !== undefined);
  stage.palettes = palettesOf(stage.planes);
  present(stage, anew, definition);
  if (meeting === "older") stage.tellSoon();
  lookAround(stage, keys[0]);
}

/** @param {Stage} stage @param {object} view @param {boolean} unhover */
function takeOver(stage, view, unhover) {
  clearTimeout(stage.timer);
  stage.player?.drop();
  stage.view = { ...view };
  if (unhover) stage.hovered = null;
}

/** @param {Stage} stage @param {boolean} anew @param {Definition} definition */
function present(stage, anew, { take, drawn }) {
  speak(stage.root, stage);
  take?.(stage, anew);
  stage.redraw();
  stage.root.dataset.drawn = String(drawn ? drawn(stage) : stage.received);
}

/** Shows what was chosen elsewhere before the server has answered. @param {Stage} stage @param {string} key @param {string} kind @param {Definition} definition */
function showAhead(stage, key, kind, definition) {
  const bytes = atHand(key);
  if (bytes === undefined || stage.received === null) return;
  const before = { view: stage.view, start: stage.start };
  const { planes, ...rest } = unpack(bytes);
  const { sequential, diverging } = stage.planes;
  Object.assign(stage, rest, { planes: { ...planes, sequential, diverging } });
  takeOver(stage, /** @type {NonNullable<Definition["foresees"]>} */ (definition.foresees)(stage, kind, before), true);
  present(stage, true, definition);
  expect(stage, key);
  lookAround(stage, key);
}

/** Draws everything, if there is something to draw and a place to draw it. @param {Stage} stage @param {Definition} definition */
function redraw(stage, definition) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  stage.room = measure(stage.root);
  if (definition.narrow) stage.root.classList.toggle("narrow", width < definition.narrow * perUnit());
  stage.theme = themeOf(stage.root);
  standing(stage.root, () => {
    definition.draw(stage);
    follow(stage, definition);
  });
  introduce(stage.root, stage.shared);
}

/** Gives the visitor what is on stage as a picture. It is white, also where the page is dark. @param {Stage} stage @param {Definition} definition */
function save(stage, definition) {
  if (!definition.picture || stage.received === null) return;
  if (definition.onWhite) {
    stage.theme = { ...stage.theme, ...WHITE };
    definition.draw(stage);
    definition.mark?.(stage);
  }
  handPicture(stage.root, definition.picture(stage));
  if (definition.onWhite) redraw(stage, definition);
}

/** Draws and says what follows the pointer. @param {Stage} stage @param {Definition} definition */
function follow(stage, { mark, describe, aloud, region = ".readout" }) {
  mark?.(stage);
  const said = describe?.(stage) ?? null;
  if (said !== null) write(stage.find(region), said);
  if (aloud || said !== null) hear(stage.aloud, aloud ? aloud(stage) : textOf(stage.find(region)));
  if (stage.tables) followTables(stage.tables);
}

/** At most one drawing per frame, however fast the mouse moves. @param {Stage} stage @param {Definition} definition */
function soon(stage, definition) {
  if (stage.received === null || stage.frame !== 0) return;
  stage.frame = requestAnimationFrame(() => {
    stage.frame = 0;
    if (stage.root.clientWidth > 0) follow(stage, definition);
  });
}

/**
 * The function that mounts a component. `open(parentElement)` makes the stage, { watcher: a ResizeObserver, timer: what
 * still wants to be told, … }; `receive(stage, data)` takes a payload; `leave(stage)` ends what else is still to come.
 * `stage.tell(value)` tells Python an event, `stage.tellOf(event, value)` one of another name, and
 * `stage.later(() => value)` one after a while of rest, null for none; `stage.busy()` counts what is told later in another
 * way, and `stage.idle()` takes that back where nothing is left to tell.
 *
 * @param {(parentElement: HTMLElement) => Stage} open @param {(stage: any, data: Mounting["data"], keys: string[]) => void} receive
 * @param {MountOptions} options @returns {Mount}
 */
export function mountStage(open, receive, { event = "settled", leave = () => {}, relays = false } = {}) {
  /** @type {WeakMap<HTMLElement, Stage>} */
  const stages = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const stage = stages.get(parentElement) ?? counting(open(parentElement), relays);
    stages.set(parentElement, stage);
    telling(stage, event, relays ? null : setTriggerValue);
    /** @param {string[]} keys */
    const show = (keys) => {
      clearTimeout(stage.late);
      const delay = wait(stage, keys);
      if (delay > 0) stage.late = setTimeout(() => show(keys), delay);
      else accept(stage.course, endingOf(data), () => receive(stage, data, keys));
    };
    arrive(stage, data, show, waiting(stage.root, setTriggerValue));
    return () => {
      clearTimeout(stage.timer);
      clearTimeout(stage.late);
      clearTimeout(stage.course.aside);
      clearTimeout(stage.aloud?.timer);
      clearTimeout(stage.tables?.timer);
      if (stage.frame) cancelAnimationFrame(stage.frame);
      stage.player?.drop();
      stage.awaited = null;
      leave(stage);
      stage.watcher.disconnect();
      stages.delete(parentElement);
    };
  };
}

/** A stage that counts what is `done` on it and was `told`. What goes another way is answered by nobody. @param {Stage} stage @param {boolean} relays */
function counting(stage, relays) {
  const course = beginning();
  const busy = () => {
    clearTimeout(stage.timer);
    if (!relays) course.done += 1;
  };
  const idle = () => {
    course.done = course.told;
  };
  return Object.assign(stage, { course, busy, idle });
}

/** How a stage tells: to the host, with its counts; or (`host` null) to whoever listens on the page. @param {Stage} stage @param {string} event @param {Mounting["setTriggerValue"] | null} host */
function telling(stage, event, host) {
  const { course } = stage;
  stage.tellOf = (name, value) => {
    stage.busy();
    Object.assign(course, { told: course.done, repeat: () => stage.tellOf(name, value) });
    if (host) host(name, { ...value, heard: { done: course.done, shown: course.shown } });
    else window.dispatchEvent(new CustomEvent(DRAWN, { detail: { ...value, serial: stage.received } }));
  };
  stage.tell = (value) => stage.tellOf(event, value);
  stage.later = (make, rest = SETTLE) => {
    stage.busy();
    stage.timer = setTimeout(() => {
      const value = make();
      if (value !== null) stage.tell(value);
    }, rest);
  };
}
