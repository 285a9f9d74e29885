// From noise to edges: a training that has been recorded, moment by moment: its first kernels, its curves, its gradients, and
// what whole networks of it make of a picture, worked out here, a layer at a time between two frames.

import { tableOfLines } from "../../kernel/cells.js";
import { decimal, simple, whole } from "../../kernel/numerals.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { neat } from "../../kernel/scale.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { buildControls, showControls } from "./controls.js";
import { drawBars } from "./bars.js";
import { drawCurves, momentAt } from "./curves.js";
import { drawKernels, drawMaps, kernelsAt } from "./kernels.js";
import { begin, fill, goOn, makeSteps } from "./network.js";

/** @import { Actions, Edges, Pass } from "./types.d.ts" */

const PACE = 6; // moments a second while playing
const NARROW = 720;

export default makeStage({
  ...{ root: ".edges", narrow: NARROW, onWhite: true },
  ...{ open, take, leave, plays, draw, describe, table, picture },
});

/** @param {Edges} stage */
function open(stage) {
  Object.assign(stage, { steps: null, answers: new Map(), pass: 0 });
  const canvas = stage.find(".course canvas");
  bindPointer(canvas, {
    at: (event) => momentAt(stage, pointIn(event, canvas)[0]),
    drags: true,
    look: () => {},
    choose: (moment) => show(stage, moment),
  });
}

/** @param {Edges} stage */
function take(stage) {
  stage.away = stage.updates.map((_, moment) => movedAt(stage, moment));
  buildControls(stage, actions(stage));
  answer(stage);
}

/** @param {Edges} stage */
function leave(stage) {
  clearTimeout(stage.pass);
}

/** How far the kernels of a moment lie from the first ones, in lengths of those. @param {Edges} stage @param {number} moment */
function movedAt(stage, moment) {
  const [{ values: first }, { values: now }] = [kernelsAt(stage, 0), kernelsAt(stage, moment)];
  let [far, long] = [0, 0];
  first.forEach((value, at) => {
    far += (now[at] - value) ** 2;
    long += value ** 2;
  });
  return Math.sqrt(far / long);
}

/** What stands for the answer of the network at hand to the picture at hand. @param {Edges} stage */
const asked = ({ snapshot, picture: key }) => `${snapshot} ${key}`;

/** Has the network that is at hand answer the picture, unless it has. @param {Edges} stage */
function answer(stage) {
  clearTimeout(stage.pass);
  if (stage.answers.has(asked(stage))) return;
  const pass = begin(stage.snapshot, /** @type {Float32Array} */ (stage.planes.prepared.values));
  stage.pass = setTimeout(() => {
    stage.steps ??= makeSteps();
    fill(stage.steps, stage.planes);
    pursue(stage, pass);
  });
}

/** @param {Edges} stage @param {Pass} pass */
function pursue(stage, pass) {
  if (goOn(/** @type {NonNullable<Edges["steps"]>} */ (stage.steps), pass)) stage.pass = setTimeout(() => pursue(stage, pass));
  else {
    stage.answers.set(asked(stage), pass.answer);
    stage.redraw();
  }
}

/** @param {Edges} stage @returns {Actions} */
const actions = (stage) => ({
  play: stage.player.toggle,
  step: (by) => show(stage, stage.view.moment + by),
  show: (moment) => show(stage, moment),
  choose: (name, value) => stage.settle({ [name]: value }),
});

/** @param {Edges} stage @param {number} moment */
function show(stage, moment) {
  stage.player.stop();
  stage.settle({ moment: bounded(stage, moment) });
}

/** @param {Edges} stage @param {number} moment */
const bounded = ({ updates }, moment) => Math.max(0, Math.min(updates.length - 1, moment));

/** @param {Edges} stage */
function draw(stage) {
  showControls(stage, put(stage.words.after, { update: whole(stage.updates[stage.view.moment]) }));
  drawKernels(stage);
  drawCurves(stage);
  drawBars(stage);
  const found = stage.answers.get(asked(stage));
  drawMaps(stage, found);
  stage.find(".answer").textContent = answered(stage);
}

/** What the network at hand takes the picture for. @param {Edges} stage */
function answered(stage) {
  const { answers, classes, snapshot, words } = stage;
  const found = answers.get(asked(stage));
  const update = whole(snapshot);
  if (found === undefined) return put(words.answering, { update });
  const most = Math.max(...found.probabilities);
  return put(words.answered, { update, name: classes[found.probabilities.indexOf(most)], share: decimal(most * 100, 1) });
}

/** @param {Edges} stage */
function describe({ view, updates, away, planes, pictures, words }) {
  const at = view.moment;
  return put(words.standing, {
    update: whole(updates[at]),
    moved: decimal(away[at], 2),
    loss: neat(planes.held_out_loss.values[at], 0),
    accuracy: decimal(planes.held_out_accuracy.values[at] * 100, 1),
    pictures: whole(pictures[at]),
  });
}

/** @param {Edges} stage @returns {import("../../kernel/player.js").Play} */
function plays(stage) {
  const last = () => stage.view.moment === stage.updates.length - 1;
  return {
    begin: () => {
      const anew = last();
      if (anew) Object.assign(stage.view, { moment: 0 });
      stage.redraw();
      return anew;
    },
    advance: (steps) => {
      Object.assign(stage.view, { moment: bounded(stage, stage.view.moment + steps) });
      stage.redraw();
      return !last();
    },
    pace: () => PACE,
    started: stage.redraw,
    stopped: () => stage.settle(),
  };
}

/** @param {Edges} stage */
function table({ shared, words, view, updates, away, planes }) {
  const columns = [words.update, words.moved, words.loss, words.accuracy];
  /** @param {number} at */
  const line = (at) => [simple(updates[at]), decimal(away[at], 4), neat(planes.held_out_loss.values[at], 0), neat(planes.held_out_accuracy.values[at], 0)];
  return [tableOfLines(shared, words.table, columns, { count: updates.length, at: view.moment, line })];
}

/** @param {Edges} stage */
function picture({ find, words, view, updates }) {
  const figures = figuresIn([find(".kernels"), find(".course"), find(".bars")]);
  const captions = [words.kernels, find(".course h2").textContent, find(".bars h2").textContent];
  const update = whole(updates[view.moment]);
  return { file: `${words.file}-${updates[view.moment]}`, title: put(words.title, { update }), figures: figures.map((figure, at) => ({ ...figure, caption: captions[at] ?? "" })) };
}
