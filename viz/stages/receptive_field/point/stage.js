// A unit and what it sees: the picture with its box and what it uses of it, and the map it belongs to. Pointing never
// asks the server: the exact ranges of all rows and columns of units are here. A unit that is chosen is told to Python,
// which answers with its effective field; so every payload counts, and none comes under a serial.

import { tableOfCells } from "../../kernel/cells.js";
import { DRAWN } from "../../kernel/drawn.js";
import { nearestUnit } from "../../kernel/field.js";
import { bindKeys } from "../../kernel/keys.js";
import { bindPointer, cellUnder } from "../../kernel/pointer.js";
import { neat } from "../../kernel/scale.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { buildControls } from "./controls.js";
import { drawMap, drawSeen, legendSeen, markMap, markSeen } from "./draw.js";
import { noteText, readoutText, unitOf } from "./words.js";

/** @import { Cell, Packed, Shape, Values } from "../../kernel/types.d.ts" */
/** @import { Point } from "./types.d.ts" */

export default makeStage({
  ...{ root: ".stage", narrow: 560, event: "chosen" },
  ...{ open, take, draw, mark, describe, table, told, drawn, picture },
});

/** @param {Point} stage */
function open(stage) {
  Object.assign(stage, { pointed: null, mix: 0.6 });
  const [map, seen] = [stage.find(".map .plane"), stage.find(".seen .plane")];
  bindPointer(map, {
    at: (event) => cellUnder(event, map.firstElementChild, shapeOf(stage.planes.map)),
    look: (unit) => stage.hover(unit),
    choose: (unit) => choose(stage, unit),
  });
  bindPointer(seen, {
    at: (event) => cellUnder(event, seen.firstElementChild, shapeOf(stage.planes.picture)),
    look: (pixel) => pointAt(stage, pixel),
    choose: (pixel) => stage.known && chooseOver(stage, pixel),
  });
  for (const plane of [map, seen]) bindKeys(plane, keysOf(stage));
}

/** @param {Packed} plane @returns {Shape} */
const shapeOf = ({ shape: [rows, columns] }) => ({ rows, columns });

/** Keys lead from unit to unit, and from channel to channel. @param {Point} stage @returns {import("../../kernel/types.d.ts").KeyActs<Cell>} */
const keysOf = (stage) => ({
  layout: () => ({ kind: "cells", corners: true, ...shapeOf(stage.planes.map) }),
  at: () => [stage.view.row, stage.view.column],
  go: ([row, column]) => {
    stage.hovered = stage.pointed = null;
    stage.move({ row, column });
  },
  keys: { PageDown: () => stage.tell({ step: 1 }), PageUp: () => stage.tell({ step: -1 }) },
});

/** @param {Point} stage @param {boolean} anew */
function take(stage, anew) {
  if (!anew) return; // the one on screen once more: what is waited for is still to come
  const { root, planes, layer, view } = stage;
  if (root.dataset.drawn !== layer) stage.hovered = null;
  stage.known = stage.field.scope !== "unknown";
  stage.spans = { rows: halves(planes.rows), columns: halves(planes.columns) };
  root.classList.remove("waiting");
  buildControls(stage, () => ask(stage));
  root.dataset.unit = [view.channel, view.row, view.column, view.over].join(" ");
  window.dispatchEvent(new CustomEvent(DRAWN, { detail: { layer, ...view } }));
}

/** A plane [2, units] as its two lines. @param {Packed} plane @returns {[Values, Values]} */
const halves = ({ values, shape: [, count] }) => [values.slice(0, count), values.slice(count)];

/** @param {Point} stage */
function draw(stage) {
  const { words, planes, find, view } = stage;
  const about = { channel: view.channel, layer: stage.layer, picture: stage.about.picture };
  for (const [name, plane] of /** @type {[string, Packed][]} */ ([["seen", planes.picture], ["map", planes.map]])) {
    const caption = put(words[name], { ...about, ...shapeOf(plane) });
    find(`.${name} figcaption`).textContent = caption;
    find(`.${name} .plane`).setAttribute("aria-label", `${caption}. ${words[`keys_${name}`]}`);
  }
  drawSeen(stage);
  drawMap(stage);
  legendSeen(stage);
}

/** Everything that follows the unit or the pixel pointed at. @param {Point} stage */
function mark(stage) {
  markSeen(stage);
  markMap(stage);
}

/** @param {Point} stage */
function describe(stage) {
  stage.find(".note").textContent = noteText(stage, unitOf(stage));
  return readoutText(stage, unitOf(stage));
}

/** The units of the map around the one in question. @param {Point} stage */
function table(stage) {
  const { planes: { map }, shared, find, high, low } = stage;
  const shape = shapeOf(map);
  return [tableOfCells(shared, find(".map figcaption").textContent, shape, unitOf(stage), (row, column) => neat(map.values[row * shape.columns + column], high - low))];
}

/** A pixel of the picture is pointed at. @param {Point} stage @param {Cell | null} pixel */
function pointAt(stage, pixel) {
  if (String(pixel) === String(stage.pointed)) return;
  stage.pointed = pixel;
  stage.soon();
}

/** A click on the picture chooses the unit whose centre is nearest to the pixel. @param {Point} stage @param {Cell} pixel */
function chooseOver(stage, [row, column]) {
  const { row_centres: rows, column_centres: columns } = stage.planes;
  choose(stage, [nearestUnit(rows.values, row), nearestUnit(columns.values, column)]);
}

/** @param {Point} stage @param {Cell} unit */
function choose(stage, [row, column]) {
  stage.hovered = null;
  stage.move({ row, column }, false);
  ask(stage);
}

/** Tells Python at once. @param {Point} stage */
const ask = (stage) => stage.tell(told(stage));

/** What is told to Python; until it answers, the old effective field is shown faintly. @param {Point} stage */
function told({ root, layer, view }) {
  root.classList.add("waiting");
  return { layer, ...view };
}

/** @param {Point} stage */
function drawn({ layer }) {
  return layer;
}

/** @param {Point} stage */
function picture({ about, find }) {
  const figures = figuresIn([find(".seen"), find(".map")]);
  return { file: about.file, title: find(".readout").textContent, figures };
}
