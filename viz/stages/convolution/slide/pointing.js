// @ts-nocheck
// Mouse, touch and keys on the views: hovering looks, dragging and clicking choose, arrows step, space plays.

import { play, stop } from "./player.js";
import { imageOf, largest, positionAt, textOf } from "./state.js";
import { writePixel } from "./words.js";

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** Where an event lies on a view, in cells of it: [row, column], fractions included. */
function cellsUnder(event, plane, cell) {
  const bounds = plane.getBoundingClientRect();
  return [(event.clientY - bounds.top) / cell, (event.clientX - bounds.left) / cell];
}

function onInput(stage, event) {
  const { setting, output } = stage.found;
  const place = cellsUnder(event, stage.find(".input .plane"), stage.inputCell);
  return positionAt(place, setting, [output.rows, output.columns]);
}

function onMap(stage, event, plane) {
  const { rows, columns } = stage.found.output;
  const [row, column] = cellsUnder(event, plane, stage.outputCell).map(Math.floor);
  return row < 0 || column < 0 || row >= rows || column >= columns ? null : [row, column];
}

export function bindPointers(stage) {
  const input = stage.find(".input .plane");
  bind(stage, input, (event) => (stage.painting && stage.view.source === "cells" ? paint(stage, event) : onInput(stage, event)));
  for (const name of ["output", "other"]) {
    const plane = stage.find(`.${name} .plane`);
    bind(stage, plane, (event) => onMap(stage, event, plane));
  }
  const products = stage.find(".products .plane");
  products.onpointermove = (event) => pointTap(stage, event, products);
  products.onpointerleave = () => pointTap(stage, null, products);
}

function bind(stage, plane, positionOf) {
  plane.onpointerdown = (event) => {
    if (stage.found.problem !== null || event.button !== 0) return;
    plane.setPointerCapture(event.pointerId);
    stage.dragging = true;
    stop(stage);
    chooseAt(stage, positionOf(event));
  };
  plane.onpointermove = (event) => {
    if (stage.found.problem !== null || stage.playing) return;
    if (stage.dragging) chooseAt(stage, positionOf(event));
    else if (event.pointerType === "mouse" && !stage.painting) hover(stage, positionOf(event));
    if (plane === stage.find(".input .plane")) writePixel(stage, pixelUnder(stage, event));
  };
  plane.onpointerup = plane.onpointercancel = () => {
    if (!stage.dragging) return;
    stage.dragging = false;
    stage.settle({}, true);
  };
  plane.onpointerleave = () => {
    if (!stage.dragging) hover(stage, null);
    if (stage.found.problem === null) writePixel(stage, null);
  };
}

/** The cell of the plane or its padding under an event, counted from the plane's own corner. */
function pixelUnder(stage, event) {
  const { padding } = stage.found.setting;
  const cells = cellsUnder(event, stage.find(".input .plane"), stage.inputCell);
  return cells.map((at, axis) => Math.floor(at) - padding[axis]);
}

function chooseAt(stage, position) {
  if (position === null) return;
  const [row, column] = position;
  if (row === stage.view.row && column === stage.view.column && stage.hovered === null) return;
  stage.filled = null;
  stage.hovered = null;
  Object.assign(stage.view, { row, column });
  stage.showPosition();
}

function hover(stage, position) {
  if (String(position) === String(stage.hovered)) return;
  stage.hovered = position;
  stage.showPosition();
}

/** Puts the brush's value into the cell under an event; the window stays where it is. */
function paint(stage, event) {
  const image = imageOf(stage, stage.view);
  const [row, column] = pixelUnder(stage, event);
  if (row < 0 || column < 0 || row >= image.rows || column >= image.columns) return null;
  if (event.type === "pointermove" && image.values[row * image.columns + column] === stage.brush) return null;
  const values = Float64Array.from(image.values);
  values[row * image.columns + column] = stage.brush;
  stage.changed({ cells: textOf({ ...image, values }) });
  return null;
}

/** Pointing at a product shows which cell and which term of the sum it is. */
function pointTap(stage, event, products) {
  if (stage.found.problem !== null) return;
  const [rows, columns] = stage.found.setting.kernel;
  const at = event === null ? null : cellsUnder(event, products, stage.productCell).map(Math.floor);
  const inside = at !== null && at[0] >= 0 && at[1] >= 0 && at[0] < rows && at[1] < columns;
  const tap = inside ? at[0] * columns + at[1] : null;
  if (tap === stage.tap) return;
  stage.tap = tap;
  stage.showPosition();
}

/** Keys on the plane and the maps; in fields and lists they keep their own meaning. */
export function walk(stage, event) {
  if (!event.target.closest?.(".plane[tabindex]") || stage.found.problem !== null) return;
  const { rows, columns } = stage.found.output;
  const { row, column } = stage.view;
  if (event.key === " ") {
    event.preventDefault();
    return stage.playing ? stop(stage) : play(stage);
  }
  if (!(event.key in STEPS || ["Home", "End", "m", "M"].includes(event.key))) return undefined;
  event.preventDefault();
  stop(stage);
  const [down, right] = STEPS[event.key] ?? [0, 0];
  const to = { Home: [0, 0], End: [rows - 1, columns - 1], m: largest(stage.found.output), M: largest(stage.found.output) }[event.key] ?? [row + down, column + right];
  if (to[0] < 0 || to[1] < 0 || to[0] >= rows || to[1] >= columns) return undefined;
  return stage.settle({ row: to[0], column: to[1] });
}
