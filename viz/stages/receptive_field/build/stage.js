// A stack of layers to build: the table of its layers, and the field of one unit growing through them, drawn with the
// number of ways from every pixel. Everything is worked out here; what is settled on is told to Python, which keeps it
// in the address.

import { tableOfCells } from "../../kernel/cells.js";
import { bindKeys, press } from "../../kernel/keys.js";
import { counted } from "../../kernel/numerals.js";
import { gradient } from "../../kernel/paint.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { breadth } from "../../kernel/size.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { made, part, put } from "../../kernel/text.js";
import { buildControls, showControls } from "./controls.js";
import { digits, grow, read, within, write } from "./layers.js";
import { LARGEST_FIELD, drawScene, markScene, pixelUnder, sceneOf } from "./picture.js";
import { showTable } from "./table.js";

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Actions, Build, Edits, Layer } from "./types.d.ts" */

const PACE = 1000 / 700; // layers a second while playing
const NARROW = 700;
const LARGEST = 300; // CSS pixels a side of the picture
const NEW = { c: { kernel: 3, stride: 1, padding: 1, dilation: 1 }, m: { kernel: 2, stride: 2, padding: 0, dilation: 1 } };

export default makeStage({
  ...{ root: ".stack", narrow: NARROW, relays: true },
  ...{ open, take, plays, draw, mark, describe, aloud, table, picture },
});

/** @param {Build} stage */
function open(stage) {
  const canvas = stage.find("canvas");
  Object.assign(stage, { canvas, unit: null });
  bindPointer(canvas, {
    at: (event) => (stage.scene ? pixelUnder(stage.scene, stage.side, ...pointIn(event, canvas)) : null),
    // What was read stays when the pointer has gone.
    look: (unit, event) => event.type === "pointermove" && point(stage, unit),
    choose: (unit) => point(stage, unit),
  });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", rows: stage.scene?.field ?? 0, columns: stage.scene?.field ?? 0 }),
    at: () => stage.unit ?? middleOf(stage),
    go: (unit) => point(stage, unit),
  });
  stage.root.onkeydown = (event) => {
    const pressed = /** @type {Element} */ (event.composedPath()[0]);
    const { play, step } = actions(stage);
    const keys = { PageDown: () => step(1), PageUp: () => step(-1) };
    press({ keys: ["BUTTON", "SELECT", "INPUT"].includes(pressed.tagName) ? keys : { ...keys, " ": play } }, event);
  };
}

/** @param {Build} stage @returns {Cell} */
function middleOf({ scene }) {
  const middle = Math.floor(((scene?.field ?? 1) - 1) / 2);
  return [middle, middle];
}

/** @param {Build} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) Object.assign(stage, { unit: null, layers: read(stage.view.stack) });
  buildControls(stage, actions(stage));
  refresh(stage);
}

/** @param {Build} stage @returns {Actions} */
function actions(stage) {
  return {
    preset: (key) => {
      const preset = stage.presets.find((each) => each.key === key);
      if (preset) rebuild(stage, read(preset.stack), Number.POSITIVE_INFINITY, preset.size);
    },
    size: (size) => rebuild(stage, stage.layers, stage.view.step, within("size", size)),
    play: stage.player.toggle,
    step: (by) => showByHand(stage, stage.view.step + by),
    show: (step) => showByHand(stage, step),
    zoom: () => settle(stage, { zoom: !stage.view.zoom }),
    save: () => stage.scene && stage.save(),
  };
}

/** @param {Build} stage @returns {Edits} */
function editing(stage) {
  /** @param {number} index @param {Partial<Layer>} change */
  const changed = (index, change) => stage.layers.map((layer, at) => (at === index ? { ...layer, ...change } : layer));
  return {
    show: (step) => step !== stage.view.step && showByHand(stage, step),
    change: (index, name, value) => rebuild(stage, changed(index, { [name]: name === "kind" ? value : within(name, value) }), index + 1),
    add: (kind) => rebuild(stage, [...stage.layers, { kind, ...NEW[kind] }], Number.POSITIVE_INFINITY),
    remove: (index) => {
      rebuild(stage, stage.layers.filter((_, at) => at !== index), stage.view.step - (index < stage.view.step ? 1 : 0));
      // Its row may have gone with it: who goes on removing stands on the next.
      part(stage.find("table").tBodies[Math.min(index, stage.layers.length - 1)], ".remove").focus();
    },
    move: (index, by) => {
      const layers = [...stage.layers];
      [layers[index], layers[index + by]] = [layers[index + by], layers[index]];
      rebuild(stage, layers, index + by + 1);
      const row = stage.find("table").tBodies[index + by];
      [...row.querySelectorAll(by < 0 ? ".up, .down" : ".down, .up")].find((button) => button.ariaDisabled !== "true")?.focus();
    },
  };
}

/** Another stack, or another picture's size. @param {Build} stage @param {Layer[]} layers @param {number} step */
function rebuild(stage, layers, step, size = stage.view.size) {
  stage.layers = layers;
  stage.unit = null;
  settle(stage, { stack: write(layers), size, step: Math.max(1, Math.min(layers.length, step)) });
}

/** @param {Build} stage @param {number} step */
function showByHand(stage, step) {
  stage.player.stop();
  show(stage, step);
}

/** @param {Build} stage @param {number} step */
function show(stage, step) {
  stage.unit = null;
  settle(stage, { step: Math.max(1, Math.min(stage.layers.length, step)) });
}

/** Changes the view and what follows from it. @param {Build} stage @param {Partial<Build["view"]>} change */
function settle(stage, change) {
  Object.assign(stage.view, change);
  refresh(stage);
  stage.settle();
}

/** Works everything out anew; the table stays as it is while the stage only changes its size. @param {Build} stage */
function refresh(stage) {
  stage.stages = grow(stage.layers, stage.view.size);
  stage.scene = sceneOf(stage);
  showTable(stage, editing(stage));
  stage.find("tbody.shown").scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** @param {Build} stage */
function draw(stage) {
  const { words, view, layers, stages: found, scene, find } = stage;
  stage.side = Math.min(LARGEST, breadth(find(".field")));
  const said = put(words.after, { number: view.step, count: layers.length, field: digits(found[view.step - 1].field) });
  find("h2").textContent = said;
  showControls(stage, said);
  find(".plane").hidden = find(".legend").hidden = scene === null;
  writeSteps(stage);
  if (scene === null) return;
  drawScene(stage.canvas, scene, stage.side, stage.palettes.sequential, stage.theme);
  writeLegend(stage);
}

/** @param {Build} stage */
function writeLegend({ find, planes, scene, words }) {
  if (scene === null) return;
  find(".bar").style.background = gradient(planes.sequential.values);
  find(".low").textContent = "0";
  find(".high").textContent = waysIn(words, scene.most ** 2n);
  const gaps = scene.counts.some((count) => count === 0n);
  find(".legend i").hidden = find(".gap").hidden = !gaps;
  find(".legend i").style.background = "#90989c";
  find(".gap").textContent = words.gap;
}

/** The recurrence with this layer's numbers. @param {Build} stage */
function writeSteps({ find, words, view, layers, stages: found }) {
  const layer = layers[view.step - 1];
  const { before, field, stride, size, problem } = found[view.step - 1];
  const numbers = { ...layer, before: digits(before.field), jump: digits(before.stride), field: digits(field), after: digits(stride) };
  const lines = [put(words.step_field, numbers), put(words.step_stride, numbers)];
  if (size !== null) lines.push(put(words.step_size, { ...numbers, size: before.size, output: size }));
  else if (problem === null) lines.push(words.step_none);
  else lines.push(put(words[`impossible_${problem.argument}`], { number: view.step, ...problem }));
  find(".steps").replaceChildren(...lines.map((text) => made("span", text)));
}

/** @param {Build} stage @param {Cell | null} unit */
function point(stage, unit) {
  stage.unit = unit;
  stage.follow();
}

/** Marks the field and the pixel pointed at. @param {Build} stage */
function mark({ find, scene, side, unit, theme }) {
  if (scene !== null) markScene(find("canvas + canvas"), scene, side, unit, theme.accent);
}

/** So many ways, as a text. @param {Record<string, string>} words @param {bigint} count */
const waysIn = (words, count) => put(counted(words, "ways", Number(count)), { count: digits(count) });

/** Reads the pixel pointed at; without one, how many pixels count. @param {Build} stage */
function describe({ scene, unit, words, canvas, stages: found, view }) {
  if (scene === null) return put(words.too_large, { field: digits(found[view.step - 1].field), most: LARGEST_FIELD });
  const used = BigInt(scene.counts.filter((count) => count > 0n).length);
  const about = { used: digits(used * used), all: digits(BigInt(scene.field) ** 2n) };
  canvas.setAttribute("aria-label", put(words.picture, { ...about, field: digits(scene.field) }));
  if (unit === null) return put(words.reads, about);
  const [down, across] = unit.map((place) => scene.counts[place]);
  const numbers = { row: unit[0], column: unit[1], down: digits(down), across: digits(across), ways: waysIn(words, down * across) };
  return put(down * across === 0n ? words.read_gap : words.read, numbers);
}

/** @param {Build} stage @returns {import("../../kernel/player.js").Play} */
function plays(stage) {
  const last = () => stage.view.step === stage.layers.length;
  return {
    begin: () => {
      const anew = last();
      if (anew) show(stage, 1);
      return anew;
    },
    advance: (steps) => {
      show(stage, stage.view.step + steps);
      return !last();
    },
    pace: () => PACE,
    started: stage.redraw,
    stopped: () => stage.settle(),
  };
}

/** The layer and its sums; the pixel. @param {Build} stage */
function aloud({ find }) {
  const steps = [...find(".steps").children].map(({ textContent }) => textContent).join("; ");
  return [find("h2").textContent, steps, find(".readout").textContent];
}

/** In how many ways each pixel of the field leads to the unit; a field too large to be drawn has no table either. @param {Build} stage */
function table(stage) {
  const { scene, unit, shared, words, view, find } = stage;
  if (scene === null) return [];
  const shape = { rows: scene.field, columns: scene.field };
  const caption = put(words.table_ways, { after: find("h2").textContent, ...view });
  return [tableOfCells(shared, caption, shape, unit ?? middleOf(stage), (row, column) => digits(scene.counts[row] * scene.counts[column]))];
}

/** @param {Build} stage */
function picture({ view, words, find }) {
  const figures = figuresIn([find(".plane")]).map((figure) => ({ ...figure, caption: find("h2").textContent }));
  return { file: `${words.file}-${view.step}`, title: put(words.title, view), figures };
}
