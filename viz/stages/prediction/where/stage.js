// @ts-nocheck
// Where an answer comes from: the parts of two classes' logits over the picture, and their difference, all on one scale.
// Pointing at a cell tells its part and the channels it is made of, without asking the server. The cell that a visitor
// settles on is told to Python, which keeps it in the address.

import { limits } from "../../kernel/scale.js";
import { preparePalette } from "../../kernel/paint.js";
import { walk, withScale } from "../../kernel/panels.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { unpack } from "../../kernel/payload.js";
import { buildControls } from "./controls.js";
import { writeChannels } from "./channels.js";
import { greyOf, drawPlane, makePlanes, markPlane, sizePlanes } from "./planes.js";
import { cellAt } from "./parts.js";
import { writeReadout, writeSums } from "./sums.js";

const NARROW = 620; // CSS pixels

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, frame: 0, mix: 0.6 };
  Object.assign(stage, { shown: 0, hovered: null, unfolded: false });
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  stage.act = {
    point: (at, event) => point(stage, at, under(stage, at, event)),
    leave: () => point(stage, stage.shown, null),
    choose: (at, event) => choose(stage, at, under(stage, at, event)),
    press: (at, event) => press(stage, at, event),
    focus: (at) => point(stage, at, null),
    mix: (mix) => {
      stage.mix = mix;
      stage.planesShown.forEach((plane) => drawPlane(stage, plane));
    },
    unfold: () => {
      stage.unfolded = !stage.unfolded;
      writeSums(stage);
      stage.find(".sum button")?.focus();
    },
    save: () => save(stage),
  };
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, hovered: null, shown: 0 });
  const [, rows, columns] = stage.planes.parts.shape;
  stage.shape = { rows, columns };
  const [one, other] = [0, 1].map((at) => stage.planes.parts.values.subarray(at * rows * columns, (at + 1) * rows * columns));
  stage.parts = [one, other, one.map((value, place) => value - other[place])];
  const reach = stage.parts.reduce((most, values) => values.reduce((far, value) => Math.max(far, Math.abs(value)), most), 0);
  stage.scale = limits(-reach, reach, "symmetric");
  stage.palette = preparePalette(stage.planes.diverging.values);
  stage.grey = greyOf(stage.planes.picture);
  makePlanes(stage);
  buildControls(stage);
  redraw(stage);
  stage.root.setAttribute("aria-label", stage.captions.alt);
  stage.root.dataset.drawn = stage.serial;
}

function redraw(stage) {
  if (stage.received === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < NARROW);
  stage.accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  sizePlanes(stage);
  stage.planesShown.forEach((plane) => drawPlane(stage, plane));
  show(stage);
}

/** Everything that follows the cell pointed at. */
function show(stage) {
  stage.here = stage.hovered ?? stage.cell;
  stage.planesShown.forEach((plane) => markPlane(stage, plane));
  writeReadout(stage);
  writeChannels(stage);
  writeSums(stage);
}

/** The cell under the mouse or a finger. */
function under({ planesShown, rows, columns, planes }, at, event) {
  const bounds = planesShown[at].holder.getBoundingClientRect();
  const [high, wide] = planes.picture.shape;
  const down = ((event.clientY - bounds.top) / bounds.height) * high;
  const across = ((event.clientX - bounds.left) / bounds.width) * wide;
  return down < 0 || across < 0 || down >= high || across >= wide ? null : { row: cellAt(rows, down), column: cellAt(columns, across) };
}

/** At most one drawing per frame, however fast the mouse moves. */
function point(stage, at, cell) {
  if (stage.shown === at && JSON.stringify(cell) === JSON.stringify(stage.hovered)) return;
  Object.assign(stage, { shown: at, hovered: cell });
  if (stage.frame !== 0) return;
  stage.frame = requestAnimationFrame(() => {
    stage.frame = 0;
    show(stage);
  });
}

function choose(stage, at, cell) {
  if (cell === null) return;
  Object.assign(stage, { shown: at, hovered: null, cell });
  show(stage);
  stage.later(() => ({ ...stage.cell, serial: stage.serial }));
}

function press(stage, at, event) {
  const to = walk(event.key, stage.shape, stage.cell.row, stage.cell.column);
  if (to === null) return;
  event.preventDefault();
  choose(stage, at, { row: to[0], column: to[1] });
}

/** The three maps as a picture to keep, with the ends of their scale. */
function save({ root, captions, scale, planesShown }) {
  const figures = planesShown.map(({ canvases, label, value }) => ({ canvases, caption: `${label}: ${value}` }));
  savePicture(root, `${captions.file}.png`, withScale(captions.title, scale), figures);
}
