// Which learning rate? The loss of two weights as a valley, the path of gradient descent in it, and its losses as a curve.
// Everything is worked out here; what is settled on is told to Python, which keeps it in the address.

import { tableOfLines } from "../../kernel/cells.js";
import { bindKeys } from "../../kernel/keys.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { breadth } from "../../kernel/size.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { buildControls, list, showControls } from "./controls.js";
import { drawCurve } from "./curve.js";
import { lossAt, runOf } from "./valley.js";
import { drawMap, drawPath, weightsAt, writeLegend } from "./map.js";
import { factors, gone, place, problemOf, standing, told, updatesSaid, verdict } from "./words.js";

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Actions, Valley, View, Weights } from "./types.d.ts" */

const PACE = 8; // updates a second while playing
const NARROW = 640;
const [SMALLEST, LARGEST] = [240, 400]; // units a side of the map
const AROUND = 175; // units of the room that everything above and below the map takes

export default makeStage({
  ...{ root: ".valley", narrow: NARROW, relays: true, onWhite: true },
  ...{ open, take, plays, draw, mark, describe, aloud, table, picture },
});

/** @param {Valley} stage */
function open(stage) {
  const canvas = stage.find("canvas");
  Object.assign(stage, { canvas, problem: "" });
  bindPointer(canvas, {
    at: (event) => weightsAt(stage, ...pointIn(event, canvas)),
    drags: true,
    look: (weights) => stage.hover(weights),
    choose: (weights) => startAt(stage, weights),
  });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", rows: cells(stage), columns: cells(stage) }),
    at: () => cellOf(stage),
    go: (cell) => startAt(stage, weightsOf(stage, cell)),
    keys: { " ": () => stage.player.toggle(), PageDown: () => step(stage, 1), PageUp: () => step(stage, -1) },
  });
}

/** How many places there are to start from, on either axis. @param {Valley} stage */
const cells = ({ bounds }) => Math.round(2 * bounds.reach * bounds.steps) + 1;

/** @param {Valley} stage @returns {Cell} */
const cellOf = ({ view, best, bounds: { reach, steps } }) => [Math.round((best[1] + reach - view.second) * steps), Math.round((view.first - best[0] + reach) * steps)];

/** @param {Valley} stage @param {Cell} cell @returns {Weights} */
const weightsOf = ({ best, bounds: { reach, steps } }, [row, column]) => [Math.round((best[0] - reach) * steps + column) / steps, Math.round((best[1] + reach) * steps - row) / steps];

/** @param {Valley} stage */
function take(stage) {
  buildControls(stage, actions(stage));
  stage.run = runOf(stage.view, stage);
}

/** @param {Valley} stage @returns {Actions} */
function actions(stage) {
  return {
    rate: (text) => typed(stage, text.trim().replace(",", ".")),
    momentum: (momentum) => change(stage, { momentum }),
    // What is predicted has yet to be run.
    predict: (outcome) => show(stage, 0, { predicted: /** @type {View["predicted"]} */ (outcome) }),
    play: stage.player.toggle,
    step: (by) => step(stage, by),
    show: (update) => show(stage, update),
  };
}

/** @param {Valley} stage @param {string} text */
function typed(stage, text) {
  stage.problem = problemOf(text, stage);
  if (stage.problem === "") change(stage, { rate: text });
  else stage.redraw();
}

/** @param {Valley} stage @param {Weights} weights */
function startAt(stage, [first, second]) {
  stage.hovered = null;
  change(stage, { first, second });
}

/** Another run: what was predicted was of the one before. @param {Valley} stage @param {Partial<View>} changed */
function change(stage, changed) {
  stage.player.stop();
  stage.problem = "";
  Object.assign(stage.view, changed, { predicted: "" });
  stage.run = runOf(stage.view, stage);
  stage.settle();
}

/** @param {Valley} stage @param {number} by */
const step = (stage, by) => show(stage, stage.view.updates + by);

/** @param {Valley} stage @param {number} update @param {Partial<View>} also */
function show(stage, update, also = {}) {
  stage.player.stop();
  stage.settle({ ...also, updates: bounded(stage, update) });
}

/** @param {Valley} stage @param {number} update */
const bounded = ({ bounds }, update) => Math.max(0, Math.min(bounds.updates, update));

/** @param {Valley} stage */
function draw(stage) {
  const { find, room } = stage;
  stage.side = Math.min(breadth(find(".map")), Math.max(SMALLEST, Math.min(LARGEST, room - AROUND)));
  drawMap(stage);
  writeLegend(stage);
}

/** What follows the run. @param {Valley} stage */
function mark(stage) {
  const { find } = stage;
  showControls(stage, updatesSaid(stage));
  drawPath(stage);
  drawCurve(stage);
  find(".outcome").textContent = verdict(stage);
  list(find(".factors"), factors(stage));
  stage.canvas.setAttribute("aria-label", put(stage.words.map_alt, { first: told(stage.view.first), second: told(stage.view.second) }));
}

/** @param {Valley} stage */
function describe(stage) {
  if (stage.hovered) return place(stage, stage.hovered, lossAt(stage.hovered, stage));
  return [standing(stage), gone(stage)].filter(Boolean).join(" ");
}

/** @param {Valley} stage */
function aloud(stage) {
  return [[standing(stage), gone(stage)].filter(Boolean).join(" "), verdict(stage), stage.problem];
}

/** @param {Valley} stage @returns {import("../../kernel/player.js").Play} */
function plays(stage) {
  const last = () => stage.view.updates === stage.bounds.updates;
  return {
    begin: () => {
      const anew = last();
      if (anew) stage.move({ updates: 0 }, false);
      return anew;
    },
    advance: (steps) => {
      stage.move({ updates: bounded(stage, stage.view.updates + steps) }, false);
      return !last();
    },
    pace: () => PACE,
    started: stage.redraw,
    stopped: () => stage.settle(),
  };
}

/** The updates so far. @param {Valley} stage */
function table({ shared, words, view, run }) {
  const columns = [words.update, words.first, words.second, words.loss];
  const line = (/** @type {number} */ update) => [String(update), ...run.path[update].map(told), told(run.losses[update])];
  return [tableOfLines(shared, words.table, columns, { count: view.updates + 1, at: view.updates, line })];
}

/** @param {Valley} stage */
function picture(stage) {
  const { find, words, view } = stage;
  const figures = figuresIn([find(".map"), find(".curve")]);
  figures[0].caption = words.map_caption;
  figures[1].caption = words.curve;
  return { file: words.file, title: put(words.title, { rate: view.rate, momentum: told(view.momentum), updates: view.updates }), figures };
}
