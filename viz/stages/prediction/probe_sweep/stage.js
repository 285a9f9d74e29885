// A picture covered everywhere in turn: how much the probability of a class falls at each place, drawn over the picture.

import { tableOfCells } from "../../kernel/cells.js";
import { bindKeys } from "../../kernel/keys.js";
import { decimal } from "../../kernel/numerals.js";
import { canvasOf, fit, frame, gradient, paintValues, pictureCanvas, place } from "../../kernel/paint.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { paletteFor } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { made, put } from "../../kernel/text.js";

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Sweep } from "./types.d.ts" */

const TALLEST = 360;
const NARROW = 620;

export default makeStage({ root: ".sweep", narrow: NARROW, open, take, draw, mark, describe, table, picture, drawn: ({ subject }) => subject });

/** @param {Sweep} stage */
function open(stage) {
  stage.mix = 0.6;
  const plane = stage.find(".plane");
  bindPointer(plane, {
    at: (event) => cellUnder(stage, event, plane),
    look: (cell) => stage.hover(cell),
    choose: (cell) => choose(stage, cell),
  });
  bindKeys(plane, {
    layout: () => ({ kind: "cells", ...shapeOf(stage) }),
    at: () => stage.cell,
    go: (cell) => choose(stage, cell),
    keys: { Enter: () => send(stage) },
  });
  const slider = stage.find("[name=mix]");
  slider.oninput = () => {
    stage.mix = Number(slider.value);
    stage.redraw();
  };
}

/** @param {Sweep} stage */
function take(stage) {
  const { words, find, about, mix, root } = stage;
  if (root.dataset.drawn !== stage.subject) Object.assign(stage, { cell: stage.strongest, hovered: null });
  find("[name=mix]").value = mix;
  find("figcaption").textContent = about.caption;
  /** @param {string} name @param {() => void} onclick */
  const button = (name, onclick) => Object.assign(made("button", words[name]), { type: "button", name, onclick });
  find(".tools").replaceChildren(button("take", () => send(stage)), button("save_png", stage.save));
  writeScale(stage);
}

/** @param {Sweep} stage */
const shapeOf = ({ planes: { falls: { shape: [rows, columns] } } }) => ({ rows, columns });

/** @param {Sweep} stage */
function writeScale({ find, words, scale, planes, about }) {
  find(".legend p").textContent = about.scale;
  find(".bar").style.background = gradient(planes[paletteFor(scale)].values);
  const ends = [scale[0], (scale[0] + scale[1]) / 2, scale[1]];
  ends.forEach((end, index) => {
    find(".ends").children[index].textContent = put(words.points, { value: decimal(end, 1) });
  });
}

/** @param {Sweep} stage */
function draw(stage) {
  const [rows, columns] = stage.planes.picture.shape;
  stage.pixel = Math.min(TALLEST, breadth(stage.root)) / Math.max(rows, columns);
  const [width, height] = [stage.pixel * columns, stage.pixel * rows];
  const [base, heat] = stage.find(".plane").querySelectorAll("canvas");
  place(fit(base, width, height), pictureCanvas(stage.planes.picture), [0, 0, columns, rows], [0, 0, width, height]);
  const { rows: down, columns: across } = shapeOf(stage);
  const colours = paintValues(stage.planes.falls.values, stage.scale, stage.palettes[paletteFor(stage.scale)]);
  const context = fit(heat, width, height);
  context.globalAlpha = stage.mix;
  const wide = stage.step * stage.pixel;
  // The last cells may be cut by the border; what is beyond it the canvas cuts off.
  place(context, canvasOf(colours, down, across), [0, 0, across, down], [0, 0, wide * across, wide * down]);
  context.globalAlpha = 1;
  stage.find(".plane").setAttribute("aria-label", `${stage.about.caption}. ${stage.words.keys}`);
}

/** The cover at the cell pointed at, and which cell of all that is: { at, top, left, high, wide }. @param {Sweep} stage */
function coverOf(stage) {
  const [row, column] = stage.hovered ?? stage.cell;
  const at = row * shapeOf(stage).columns + column;
  const [top, left, high, wide] = stage.planes.covers.values.subarray(at * 4, at * 4 + 4);
  return { at, top, left, high, wide };
}

/** @param {Sweep} stage */
function mark(stage) {
  const { find, pixel, planes, theme } = stage;
  const { top, left, high, wide } = coverOf(stage);
  const [rows, columns] = planes.picture.shape;
  frame(fit(find(".marks"), pixel * columns, pixel * rows), left * pixel, top * pixel, wide * pixel, high * pixel, theme.accent);
}

/** @param {Sweep} stage */
function describe(stage) {
  const { at, top, left, high, wide } = coverOf(stage);
  return put(stage.words.readout, { top, left, bottom: top + high - 1, right: left + wide - 1, ...stage.answers[at] });
}

/** How far the class falls at every place. @param {Sweep} stage */
function table(stage) {
  const { planes: { falls }, shared, about, hovered, cell } = stage;
  const shape = shapeOf(stage);
  return [tableOfCells(shared, `${about.caption}. ${about.scale}`, shape, hovered ?? cell, (row, column) => decimal(falls.values[row * shape.columns + column], 1))];
}

/** @param {Sweep} stage @param {MouseEvent} event @param {HTMLElement} plane @returns {Cell | null} */
function cellUnder(stage, event, plane) {
  const side = stage.step * stage.pixel;
  const [x, y] = pointIn(event, plane);
  const [row, column] = [Math.floor(y / side), Math.floor(x / side)];
  const { rows, columns } = shapeOf(stage);
  return row < 0 || column < 0 || row >= rows || column >= columns ? null : [row, column];
}

/** @param {Sweep} stage @param {Cell} cell */
function choose(stage, cell) {
  Object.assign(stage, { cell, hovered: null });
  stage.follow();
}

/** @param {Sweep} stage */
const send = ({ tell, cell: [row, column] }) => tell({ row, column });

/** @param {Sweep} stage */
function picture({ find, about }) {
  const figures = [{ canvases: [...find(".plane").querySelectorAll("canvas")], caption: about.scale_kept }];
  return { file: about.file, title: about.caption, figures };
}
