// Train it here: a network put together by touch learns in a thread of its own, and all of it can be watched. The server hears
// nothing of it until it rests.

import { breadth } from "../../kernel/size.js";
import { figuresIn, handFile } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { tableOfLines } from "../../kernel/cells.js";
import { whole } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { npz } from "../npz.js";
import { buildControls, showRate } from "./controls.js";
import { drawCurves, together } from "./curves.js";
import { showJudged } from "./judged.js";
import { lines } from "./keeping.js";
import { drawMaps } from "./maps.js";
import { counted, specOf } from "./network.js";
import { buildRun, showRun } from "./run_controls.js";
import { SOURCES } from "./sources.js";
import { handNetwork, handed } from "./taking.js";
import { classNames, doing, ending, percent, seen, senseless, standing } from "./words.js";
import workerText from "./worker.js?worker";

/** @import { Actions, Kept, Order, State, Taken, Training, View } from "./types.d.ts" */

const NARROW = 760;
const ON_THE_WAY = ["optimizer", "rate", "batch", "decay"]; // what may change without starting anew
const COLUMNS = ["update", "column_loss", "column_accuracy", "column_held_loss", "column_held_accuracy"];

export default makeStage({
  ...{ root: ".train", narrow: NARROW, relays: true, onWhite: true },
  ...{ open, take, draw, mark, describe, aloud, table, picture, leave },
});

/** @param {Training} stage */
function open(stage) {
  Object.assign(stage, { worker: null, now: null, begun: 0, note: "", problem: "", curves: { losses: [], accuracies: [] } });
  const hidden = () => {
    if (document.hidden && stage.now?.running) pause(stage, stage.words.hidden_tab);
  };
  document.addEventListener("visibilitychange", hidden);
  stage.unhide = () => document.removeEventListener("visibilitychange", hidden);
}

/** @param {Training} stage */
function leave(stage) {
  stage.unhide();
  stage.worker?.terminate();
}

/** A view from an address is begun anew, and trained as far as it says. @param {Training} stage @param {boolean} anew */
function take(stage, anew) {
  buildRun(stage, actions(stage));
  stage.built = "";
  if (!anew && stage.worker) return;
  Object.assign(stage, { note: "", problem: "" });
  begin(stage);
  stage.rerun = possible(stage) ? stage.view.updates : 0;
  if (stage.rerun > 0) start(stage, stage.rerun);
}

/** @param {Training} stage */
function workerOf(stage) {
  const address = URL.createObjectURL(new Blob([workerText], { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.onmessage = ({ data }) => get(stage, data);
  worker.onerror = () => {
    stage.problem = stage.words.failed;
    stage.redraw();
  };
  URL.revokeObjectURL(address);
  return worker;
}

/** @param {Training} stage @param {State | Kept | Taken} told */
function get(stage, told) {
  if ("arrays" in told) handFile(stage.root, `${stage.words.file}.npz`, npz(told.arrays));
  else if (!("tensors" in told)) hear(stage, told);
  else if (told.begun !== stage.begun) return;
  else if (told.purpose === "file") handNetwork(stage, told);
  else handOver(stage, told);
}

/** To the server, once, on the press alone. @param {Training} stage @param {Taken} taken */
function handOver(stage, taken) {
  stage.tell({ ...stage.view, taken: handed(stage, taken) });
  stage.note = stage.words.handed;
  stage.redraw();
}

/** @param {Training} stage @param {Order} order */
const send = (stage, order) => stage.worker?.postMessage(order);

/** @param {View} view */
const settingsOf = ({ optimizer, rate, batch, decay }) => ({ optimizer, rate, batch, decay });

/** @param {Training} stage */
const possible = ({ view, limits }) => counted(view, SOURCES[view.source].classes.length, limits).problem === "";

/** Everything from the start. An impossible network leaves nothing to look at. @param {Training} stage */
function begin(stage) {
  const { view, limits } = stage;
  stage.worker ??= workerOf(stage);
  Object.assign(stage, { now: null, playing: false, mixed: false, rerun: 0, curves: { losses: [], accuracies: [] } });
  if (!possible(stage)) {
    send(stage, { kind: "pause" });
    stage.begun = -Math.abs(stage.begun); // nothing that is still told counts
    return;
  }
  const { source, side, count, noise, seed } = view;
  stage.begun = Math.abs(stage.begun) + 1;
  const spec = specOf(view, SOURCES[source].classes.length);
  send(stage, { kind: "begin", spec, data: { source, side, count, noise, seed, heldOut: limits.held_out }, settings: settingsOf(view) });
}

/** @param {Training} stage @param {number} [until] */
function start(stage, until) {
  stage.note = "";
  stage.playing = true; // until it rests nothing is announced, and nothing is told to Python
  send(stage, { kind: "go", until });
}

/** @param {Training} stage @param {string} note */
function pause(stage, note) {
  stage.note = note;
  send(stage, { kind: "pause" });
}

/** Takes over what the worker tells. @param {Training} stage @param {State} state */
function hear(stage, state) {
  if (state.begun !== stage.begun) return;
  const { losses, accuracies } = stage.curves;
  losses.length = accuracies.length = Math.min(losses.length, state.from);
  for (let at = 0; at < state.losses.length; at += 1) {
    losses.push(state.losses[at]);
    accuracies.push(state.accuracies[at]);
  }
  stage.now = state;
  if (state.tip === 0 && stage.note === "") stage.aloud.said = null; // what it begins with is no news
  if (state.settled) rested(stage, state);
  stage.soon();
}

/** @param {Training} stage @param {State} state */
function rested(stage, state) {
  const { limits, mixed, playing } = stage;
  Object.assign(stage, { playing: false, rerun: 0 });
  if (!playing) return;
  const updates = mixed || state.update > limits.updates ? 0 : state.update;
  stage.move({ updates });
}

/** @param {Training} stage @returns {Actions} */
function actions(stage) {
  const now = () => /** @type {State} */ (stage.now);
  return {
    change: (changed) => change(stage, changed),
    refuse: (problem) => {
      stage.problem = problem;
      stage.redraw();
    },
    toggle: () => (now().running ? pause(stage, "") : start(stage)),
    step: () => start(stage, now().update + 1),
    epoch: () => start(stage, now().update + now().epoch),
    again: () => change(stage, {}),
    keep: (kind) => {
      if (kind === "npz") send(stage, { kind: "keep" });
      else handFile(stage.root, `${stage.words.file}.csv`, lines(stage.curves, now().held, COLUMNS.map((name) => stage.words[name])));
    },
    take: (purpose) => {
      stage.problem = purpose === "pages" && stage.view.convolutions === "" ? stage.words.no_maps : "";
      if (stage.problem === "") send(stage, { kind: "take", purpose });
      else stage.redraw();
    },
    look: (picture) => send(stage, { kind: "look", picture }),
    scrub: (moment) => {
      stage.playing = true;
      send(stage, { kind: "scrub", moment });
    },
  };
}

/** Settings change on the way; data and network begin anew, and that is said. @param {Training} stage @param {Partial<View>} changed */
function change(stage, changed) {
  const { words, now } = stage;
  const far = (now?.tip ?? 0) > 0;
  stage.problem = "";
  Object.assign(stage.view, changed);
  if (Object.keys(changed).length > 0 && Object.keys(changed).every((name) => ON_THE_WAY.includes(name))) {
    Object.assign(stage, { mixed: stage.mixed || far, note: far ? words.goes_on : "" });
    if (far) stage.view.updates = 0; // no link makes this run anew
    send(stage, { kind: "settings", settings: settingsOf(stage.view) });
  } else {
    begin(stage);
    stage.note = far ? words[Object.keys(changed).length ? "starts_anew" : "at_the_start"] : "";
    stage.view.updates = 0;
  }
  stage.settle();
}

/** @param {Training} stage */
function draw(stage) {
  const { rate, updates, ...rest } = stage.view;
  const key = JSON.stringify(rest);
  if (stage.built !== key) buildControls(stage, actions(stage));
  stage.built = key;
  showRate(stage);
}

/** What follows the training. @param {Training} stage */
function mark(stage) {
  const { find, words, problem, curves } = stage;
  for (const name of [".maps", ".looked"]) find(name).hidden = stage.now === null;
  // All widths before anything is written: each look in between would lay the page out anew.
  stage.widths = Object.fromEntries(["loss", "kernels", "features"].map((name) => [name, breadth(find(`.${name}`))]));
  showRun(stage, possible(stage));
  find(".problem").textContent = problem;
  drawCurves(stage);
  find(".legend").textContent = put(words.legend, { count: whole(together(curves.losses.length)) });
  drawMaps(stage);
  showJudged(stage, actions(stage));
}

/** @param {Training} stage */
function describe(stage) {
  if (!possible(stage)) return stage.words.impossible;
  return [ending(stage), stage.note, senseless(stage), standing(stage), doing(stage), seen(stage)].filter(Boolean).join(" ");
}

/** @param {Training} stage */
function aloud(stage) {
  return [ending(stage), stage.note, senseless(stage), standing(stage), doing(stage), seen(stage), stage.problem];
}

/** What the network made of each class of the held-out pictures. @param {Training} stage */
function table({ shared, words, view, now }) {
  if (!now?.held.length) return [];
  const columns = [words.update, words.loss, words.accuracy];
  const { held } = now;
  const line = (/** @type {number} */ at) => [whole(held[at].update), neat(held[at].loss, 0), percent(words, held[at].accuracy)];
  return [tableOfLines(shared, put(words.table, { classes: classNames(words, view).length }), columns, { count: held.length, at: held.length - 1, line })];
}

/** @param {Training} stage */
function picture({ find, words, now }) {
  const places = [".loss", ".accuracy", ".kernels", ".chosen", ...[...find(".features").children].map((_, at) => `.features figure:nth-child(${at + 1})`)];
  return { file: words.file, title: put(words.title, { updates: whole(now?.update ?? 0) }), figures: figuresIn(places.map((name) => find(name))) };
}
