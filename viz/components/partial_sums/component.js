// An output channel of a convolution taken apart: input map × kernel slice = part, part after part to the sum, the bias,
// and the captured maps after it. Worked out once per payload; looking around never asks the server. What a visitor
// settles on (position, input channel, order, how many parts are added) is told to Python, which keeps it in the address.

import { DRAWN } from "../shared/drawn.js";
import { unpack } from "../shared/payload.js";
import { say } from "../shared/scale.js";
import { savePicture } from "../shared/snapshot.js";
import { drawFigures, makeFigures, markFigures } from "./build.js";
import { buildControls, showControls } from "./controls.js";
import { bringIntoSight, drawList, hitList, layOutList, markList, nameOf } from "./list.js";
import { cellUnder, fill, prepareMaps, scaleOfSums } from "./maps.js";
import { writeSums } from "./spelled.js";
import { arrangeParts, contributions, positionAround, runningSum, sizesOf, takeApart } from "./sums.js";

const stages = new WeakMap();
const SETTLE = 250; // milliseconds of rest before a choice is told to Python
const REST = 120; // milliseconds after another channel has been drawn
const PACE = 400; // milliseconds a step while playing
const MOST_STEPS = 48; // of one play, however many parts there are
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

export default function mountPartialSums({ data, parentElement }) {
  let stage = stages.get(parentElement);
  if (stage === undefined) {
    stage = openStage(parentElement);
    stages.set(parentElement, stage);
  }
  receive(stage, data);
  return () => {
    stop(stage);
    clearTimeout(stage.timer);
    stage.watcher.disconnect();
    stages.delete(parentElement);
  };
}

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const find = (selector) => root.querySelector(selector);
  const stage = { root, find, payload: null, received: null, view: null, hovered: null, timer: 0, frame: 0, playing: 0, unfolded: {} };
  stage.rewrite = () => writeSums(stage, unitOf(stage));
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  const [sheet, scroller] = [find(".sheet"), find(".scroller")];
  sheet.onpointermove = (event) => hover(stage, listUnit(stage, event));
  sheet.onpointerleave = () => hover(stage, null);
  sheet.onclick = (event) => choose(stage, listUnit(stage, event));
  scroller.onscroll = () => drawRows(stage);
  scroller.onkeydown = (event) => walkParts(stage, event);
  root.onkeydown = (event) => playBySpace(stage, event);
  return stage;
}

/** Takes over a new payload; the view in it counts only under a new serial, else what the visitor did here does. */
function receive(stage, data) {
  const another = stage.payload !== data;
  if (another) {
    stop(stage);
    stage.payload = data;
    Object.assign(stage, unpack(data));
    stage.parts = takeApart(stage);
    stage.sizes = sizesOf(stage.parts);
    stage.paint = prepareMaps(stage);
    stage.hovered = null;
    makeFigures(stage, mapHandlers(stage));
  }
  if (stage.received !== stage.serial) {
    if (stage.received !== null) tellAfter(stage, REST);
    stage.received = stage.serial;
    stage.view = { ...stage.view_from_address };
  }
  buildControls(stage, actions(stage));
  if (another) stage.root.style.minHeight = "";
  redraw(stage);
  stage.root.dataset.drawn = `${stage.layer} ${stage.channel}`;
}

function actions(stage) {
  return {
    play: () => (stage.playing ? stop(stage, true) : play(stage)),
    step: (by) => addUp(stage, stage.view.added + by),
    added: (count) => addUp(stage, count),
    order: (order) => {
      settle(stage, { order });
      stage.find(".scroller").scrollTop = 0;
    },
    save: () => save(stage),
  };
}

/** The part, row and column pointed at, or else the chosen ones. */
function unitOf(stage) {
  const part = stage.parts.findIndex(({ number }) => number === stage.view.input_channel);
  const chosen = { part: Math.max(0, part), row: stage.view.row, column: stage.view.column };
  return { ...chosen, ...stage.hovered };
}

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  const style = getComputedStyle(stage.root);
  const colour = (name) => style.getPropertyValue(name).trim();
  Object.assign(stage, { ink: style.color, font: style.fontFamily, accent: colour("--st-primary-color") });
  Object.assign(stage, { paper: colour("--st-background-color"), line: colour("--st-border-color") });
  stage.root.classList.toggle("narrow", stage.root.clientWidth < 700);
  arrange(stage);
  layOutList(stage);
  stage.find(".scroller").setAttribute("aria-label", stage.alt);
  drawSum(stage);
}

/** The order of the parts, which a position only changes when it is settled on: rows must not jump under a pointer. */
function arrange(stage) {
  const { parts, view } = stage;
  const values = { channel: null, contribution: contributions(parts, view.row, view.column), size: stage.sizes }[view.order];
  stage.order = arrangeParts(parts.length, values);
  stage.sumScale = scaleOfSums(stage);
}

function drawSum(stage) {
  stage.sum = runningSum(stage.parts, stage.order, stage.view.added, stage.bias);
  showControls(stage);
  drawFigures(stage);
  drawList(stage);
  showUnit(stage);
}

function drawRows(stage) {
  if (stage.list === undefined) return;
  drawList(stage);
  markList(stage, unitOf(stage));
}

/** Everything that follows the unit pointed at, or else the chosen one. */
function showUnit(stage) {
  const unit = unitOf(stage);
  stage.here = contributions(stage.parts, unit.row, unit.column);
  stage.reach = stage.here.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  markFigures(stage, unit);
  markList(stage, unit);
  writeReadout(stage, unit);
  writeSums(stage, unit);
}

function writeReadout(stage, unit) {
  const { words, hovered, parts, here, layer, channel } = stage;
  const name = nameOf(stage, unit.part);
  const place = { row: unit.row, column: unit.column, name, layer, channel };
  if (hovered?.cell) {
    const plane = { inputs: parts[unit.part].input, kernels: parts[unit.part].kernel }[hovered.kind];
    const [row, column] = hovered.cell;
    const value = say(plane.values[row * plane.columns + column], 0);
    stage.find(".readout").textContent = fill(words[`read_${hovered.kind}`], { ...place, value, row, column });
  } else if (hovered?.figure) {
    const { plane, name: map, note } = stage.figures[hovered.figure - 1];
    const value = say(plane.values[unit.row * plane.columns + unit.column], 0);
    stage.find(".readout").textContent = fill(words.read_map, { ...place, value, map, note });
  } else {
    stage.find(".readout").textContent = fill(words.read_parts, { ...place, value: say(here[unit.part], 0) });
  }
}

/** What a pointer over the list means: over an input, the window most nearly around that cell. */
function listUnit(stage, event) {
  const bounds = stage.find(".sheet").getBoundingClientRect();
  const hit = hitList(stage, event.clientX - bounds.left, event.clientY - bounds.top);
  if (hit === null) return null;
  const { index: part, kind, cell } = hit;
  if (kind === "parts") return { part, row: cell[0], column: cell[1] };
  if (kind !== "inputs") return { part, kind, cell };
  const { kernel, map } = stage.parts[part];
  const [row, column] = positionAround(stage.setting, [kernel.rows, kernel.columns], cell, [map.rows, map.columns]);
  return { part, row, column, kind, cell };
}

function mapHandlers(stage) {
  const unit = (event) => {
    const { rows, columns } = stage.parts[0].map;
    const at = cellUnder(event.currentTarget.getBoundingClientRect(), [rows, columns], event.clientX, event.clientY);
    const figure = 1 + stage.figures.findIndex(({ canvas }) => canvas === event.currentTarget);
    return at && { row: at[0], column: at[1], figure };
  };
  return {
    onpointermove: (event) => hover(stage, unit(event)),
    onpointerleave: () => hover(stage, null),
    onclick: (event) => choose(stage, unit(event)),
    onkeydown: (event) => walkPositions(stage, event),
  };
}

function hover(stage, unit) {
  if (JSON.stringify(unit) === JSON.stringify(stage.hovered)) return;
  stage.hovered = unit;
  // At most one drawing per frame, however fast the mouse moves.
  if (stage.frame === 0) {
    stage.frame = requestAnimationFrame(() => {
      stage.frame = 0;
      showUnit(stage);
    });
  }
}

/** Settles on what was pointed at; the part that stands for all others has no products to show, and isn't chosen. */
function choose(stage, unit) {
  if (unit === null) return;
  stage.hovered = null;
  const { row, column } = { ...stage.view, ...unit };
  const number = unit.part === undefined ? null : stage.parts[unit.part].number;
  settle(stage, { row, column, input_channel: number ?? stage.view.input_channel });
}

/** Changes the view at once and tells Python when the visitor rests. */
function settle(stage, change) {
  Object.assign(stage.view, change);
  redraw(stage);
  tellAfter(stage, SETTLE);
}

function tellAfter(stage, rest) {
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => {
    const { layer, channel, view } = stage;
    window.dispatchEvent(new CustomEvent(DRAWN, { detail: { layer, channel, ...view } }));
  }, rest);
}

/** Adds up the first `count` parts in the order on stage, and brings the last of them into sight. */
function addUp(stage, count, byItself = false) {
  if (!byItself) stop(stage);
  stage.view.added = Math.max(0, Math.min(stage.parts.length, count));
  stage.hovered = null;
  bringIntoSight(stage, Math.max(0, stage.view.added - 1));
  drawSum(stage);
  if (!byItself) tellAfter(stage, SETTLE);
}

function play(stage) {
  const count = stage.parts.length;
  const stride = Math.ceil(count / MOST_STEPS);
  if (stage.view.added === count) addUp(stage, 0, true);
  // Who asks for less motion gets a step for every press instead of a film.
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    addUp(stage, stage.view.added + stride);
    return;
  }
  stage.playing = setInterval(() => {
    addUp(stage, stage.view.added + stride, true);
    if (stage.view.added === count) stop(stage, true);
  }, PACE);
  showControls(stage);
}

function stop(stage, andTell = false) {
  clearInterval(stage.playing);
  stage.playing = 0;
  if (!andTell) return;
  showControls(stage);
  tellAfter(stage, SETTLE);
}

function playBySpace(stage, event) {
  const pressed = event.composedPath()[0];
  if (event.key !== " " || ["BUTTON", "SELECT"].includes(pressed.tagName)) return;
  event.preventDefault();
  actions(stage).play();
}

/** Up and down through the parts in the order on stage. */
function walkParts(stage, event) {
  const last = stage.order.length - 1;
  const at = stage.order.indexOf(unitOf(stage).part);
  const inSight = Math.max(1, Math.floor(stage.list.height / stage.list.row));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: Math.min(last, at + inSight), PageUp: Math.max(0, at - inSight) }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0 || to > last || stage.parts[stage.order[to]].number === null) return;
  choose(stage, { part: stage.order[to] });
  bringIntoSight(stage, to);
}

function walkPositions(stage, event) {
  const { rows, columns } = stage.parts[0].map;
  const { row, column } = stage.view;
  const by = STEPS[event.key];
  const to = by ? [row + by[0], column + by[1]] : { Home: [row, 0], End: [row, columns - 1] }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to[0] < 0 || to[1] < 0 || to[0] >= rows || to[1] >= columns) return;
  choose(stage, { row: to[0], column: to[1] });
}

/** The stage as it is: the sum and the maps after it, and the rows of parts in sight. */
function save(stage) {
  const figures = stage.figures.map(({ figure, name, note }) => ({ canvases: [...figure.querySelectorAll("canvas")], caption: `${name}, ${note}` }));
  figures.push({ canvases: [...stage.find(".window").children], caption: stage.words.parts_in_sight });
  savePicture(stage.root, `${stage.file}.png`, stage.title, figures);
}
