// Mouse, touch and keys on the views: hovering looks, dragging and clicking choose, arrows step, space plays.

import { bindKeys } from "../../kernel/keys.js";
import { bindPointer, cellUnder, pointIn } from "../../kernel/pointer.js";
import { imageOf, largest, positionAt, textOf } from "./state.js";
import { writePixel } from "./words.js";

/** @import { Cell, KeyActs } from "../../kernel/types.d.ts" */
/** @import { Slide } from "./types.d.ts" */

/** @param {Slide} stage */
export function bindPointers(stage) {
  const input = stage.find(".input .plane");
  bind(stage, input, (event) => (paints(stage) ? paint(stage, event) : onInput(stage, event)));
  for (const name of ["output", "other"]) {
    const plane = stage.find(`.${name} .plane`);
    bind(stage, plane, (event) => cellUnder(event, plane.firstElementChild, stage.found.output));
  }
  const products = stage.find(".products .plane");
  bindPointer(products, { at: (event) => tapUnder(stage, event, products), look: (tap) => pointTap(stage, tap) });
}

/** Whether the pointer puts the brush's value into cells. @param {Slide} stage */
const paints = ({ painting, view }) => painting && view.source === "cells";

/** @param {Slide} stage @param {HTMLElement} plane @param {(event: MouseEvent) => Cell | null} positionOf */
function bind(stage, plane, positionOf) {
  const isInput = plane === stage.find(".input .plane");
  /** @param {MouseEvent} event */
  const read = (event) => isInput && writePixel(stage, event.type === "pointerleave" ? null : pixelUnder(stage, event));
  bindPointer(plane, {
    drags: true,
    grab: () => grab(stage),
    at: (event) => (stage.found.problem === null ? positionOf(event) : null),
    look: (position, event) => {
      if (stage.found.problem !== null || stage.playing) return;
      if (!stage.painting || position === null) stage.hover(position);
      read(event);
    },
    choose: (position, event) => {
      chooseAt(stage, position);
      if (event.type === "pointermove") read(event);
    },
    drop: () => {
      stage.dragging = false;
      stage.choose({}, true);
    },
  });
  bindKeys(plane, keysOf(stage));
}

/** The pointer is pressed: whether it can be. @param {Slide} stage */
function grab(stage) {
  if (stage.found.problem !== null) return false;
  stage.dragging = true;
  stage.player.stop();
  return true;
}

/** Where an event lies on a view, in cells of it: [row, column], fractions included. @param {MouseEvent} event @param {Element} plane @param {number} cell @returns {Cell} */
function cellsUnder(event, plane, cell) {
  const [x, y] = pointIn(event, plane);
  return [y / cell, x / cell];
}

/** @param {Slide} stage @param {MouseEvent} event */
function onInput(stage, event) {
  const { setting, output } = stage.found;
  const place = cellsUnder(event, stage.find(".input .plane"), stage.inputCell);
  return positionAt(place, setting, [output.rows, output.columns]);
}

/** The cell of the plane or its padding under an event, counted from the plane's own corner. @param {Slide} stage @param {MouseEvent} event */
function pixelUnder(stage, event) {
  const { padding } = stage.found.setting;
  const cells = cellsUnder(event, stage.find(".input .plane"), stage.inputCell);
  return cells.map((at, axis) => Math.floor(at) - padding[axis]);
}

/** @param {Slide} stage @param {Cell} position */
function chooseAt(stage, [row, column]) {
  if (row === stage.view.row && column === stage.view.column && stage.hovered === null) return;
  Object.assign(stage, { filled: null, hovered: null });
  Object.assign(stage.view, { row, column });
  stage.soon();
}

/** Puts the brush's value into the cell under a pressed pointer; the window stays where it is. @param {Slide} stage @param {MouseEvent} event */
function paint(stage, event) {
  const image = imageOf(stage, stage.view);
  const [row, column] = pixelUnder(stage, event);
  if (!stage.dragging || row < 0 || column < 0 || row >= image.rows || column >= image.columns) return null;
  if (event.type === "pointermove" && image.values[row * image.columns + column] === stage.brush) return null;
  const values = Float64Array.from(image.values);
  values[row * image.columns + column] = stage.brush;
  stage.changed({ cells: textOf({ ...image, values }) });
  return null;
}

/** @param {Slide} stage @param {MouseEvent} event @param {HTMLElement} products */
function tapUnder({ found }, event, products) {
  if (found.problem !== null) return null;
  const [rows, columns] = found.setting.kernel;
  const cell = cellUnder(event, /** @type {Element} */ (products.firstElementChild), { rows, columns });
  return cell && cell[0] * columns + cell[1];
}

/** Pointing at a product shows which cell and which term of the sum it is. @param {Slide} stage @param {number | null} tap */
function pointTap(stage, tap) {
  if (stage.found.problem !== null || tap === stage.tap) return;
  stage.tap = tap;
  stage.soon();
}

/** Keys on the plane and the maps: arrows step, Home and End lead to the corners, M to the largest value, space plays. @param {Slide} stage @returns {KeyActs<Cell>} */
function keysOf(stage) {
  /** @param {() => void} act */
  const possible = (act) => () => stage.found.problem === null && act();
  const toLargest = possible(() => goTo(stage, largest(stage.found.output)));
  return {
    layout: () => (stage.found.problem === null ? { ...shapeOf(stage), kind: "cells", corners: true } : () => null),
    at: () => [stage.view.row, stage.view.column],
    go: (position) => goTo(stage, position),
    keys: { m: toLargest, M: toLargest, " ": possible(stage.player.toggle) },
  };
}

/** @param {Slide} stage */
const shapeOf = ({ found: { output: { rows, columns } } }) => ({ rows, columns });

/** @param {Slide} stage @param {Cell} position */
function goTo(stage, [row, column]) {
  stage.player.stop();
  stage.choose({ row, column });
}
