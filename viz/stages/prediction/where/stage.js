// Where an answer comes from: the parts of two classes' logits over the picture, and their difference, all on one scale.
// Pointing at a cell tells its part and the channels it is made of, without asking the server. The cell that a visitor
// settles on is told to Python, which keeps it in the address.

import { tableOfCells } from "../../kernel/cells.js";
import { limits, say } from "../../kernel/scale.js";
import { preparePalette } from "../../kernel/paint.js";
import { withScale } from "../../kernel/panels.js";
import { makeStage } from "../../kernel/stage.js";
import { buildControls } from "./controls.js";
import { writeChannels } from "./channels.js";
import { greyOf, drawPlane, makePlanes, markPlane, sizePlanes } from "./planes.js";
import { describe, writeSums } from "./sums.js";

/** @import { View, Where } from "./types.d.ts" */

const NARROW = 620;

export default makeStage({ root: ".stage", narrow: NARROW, open, take, draw, mark, describe, table, told, picture });

/** @param {Where} stage */
function open(stage) {
  Object.assign(stage, { mix: 0.6, shown: 0, unfolded: false });
  stage.act = {
    point: (at, cell) => point(stage, at, cell),
    choose: (at, cell) => choose(stage, at, cell),
    mix: (mix) => {
      stage.mix = mix;
      for (const plane of stage.planesShown) drawPlane(stage, plane);
    },
    unfold: () => {
      stage.unfolded = !stage.unfolded;
      writeSums(stage);
      stage.find(".sum button")?.focus();
    },
  };
}

/** @param {Where} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) stage.shown = 0;
  const { planes } = stage;
  const [, rows, columns] = planes.parts.shape;
  stage.shape = { rows, columns };
  const [one, other] = [0, 1].map((at) => planes.parts.values.subarray(at * rows * columns, (at + 1) * rows * columns));
  stage.parts = [one, other, one.map((value, place) => value - other[place])];
  const reach = stage.parts.reduce((most, values) => values.reduce((far, value) => Math.max(far, Math.abs(value)), most), 0);
  stage.scale = limits(-reach, reach, "symmetric");
  stage.palette = preparePalette(planes.diverging.values);
  stage.grey = greyOf(planes.picture);
  makePlanes(stage);
  buildControls(stage);
}

/** @param {Where} stage */
function draw(stage) {
  sizePlanes(stage);
  for (const plane of stage.planesShown) drawPlane(stage, plane);
}

/** Everything that follows the cell pointed at. @param {Where} stage */
function mark(stage) {
  stage.here = stage.hovered ?? stage.view;
  for (const plane of stage.planesShown) markPlane(stage, plane);
  writeChannels(stage);
  writeSums(stage);
}

/** @param {Where} stage @param {number} at @param {View | null} cell */
function point(stage, at, cell) {
  if (stage.shown === at) return stage.hover(cell);
  Object.assign(stage, { shown: at, hovered: cell });
  return stage.soon();
}

/** @param {Where} stage @param {number} at @param {View} cell */
function choose(stage, at, cell) {
  Object.assign(stage, { shown: at, hovered: null });
  stage.move(cell);
}

/** Both classes' parts, and their difference. @param {Where} stage */
function table({ shared, shape, here: { row, column }, planesShown, parts }) {
  return planesShown.map(({ name, at }) =>
    tableOfCells(shared, name, shape, [row, column], (down, across) => say(parts[at][down * shape.columns + across], 0)),
  );
}

/** @param {Where} stage */
function told({ view, serial }) {
  return { ...view, serial };
}

/** The three maps, with the ends of their scale. @param {Where} stage */
function picture({ captions, scale, planesShown }) {
  const figures = planesShown.map(({ canvases, label, value }) => ({ canvases, caption: `${label}: ${value}` }));
  return { file: captions.file, title: withScale(captions.title, scale), figures };
}
