// @ts-nocheck
// An output channel of a convolution taken apart: input map × kernel slice = part, part after part to the sum, the bias,
// and the captured maps after it. Worked out once per payload; looking around never asks the server. What a visitor
// settles on (position, input channel, order, how many parts are added) is told to Python, which keeps it in the address.

import { DRAWN } from "../../kernel/drawn.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { drawFigures, makeFigures, markFigures } from "./build.js";
import { buildControls, showControls } from "./controls.js";
import { bringIntoSight, drawList, layOutList, markList, nameOf, planeOf } from "./list.js";
import { prepareMaps, scaleOfSums } from "./maps.js";
import { listUnit, unitOf, walkParts, walkPositions } from "./pointing.js";
import { save } from "./save.js";
import { writeSums } from "./spelled.js";
import { arrangeParts, contributions, runningSum, sizesOf, takeApart } from "./sums.js";

const REST = 120; // milliseconds after another channel has been drawn
const PACE = 400; // milliseconds a step while playing
const MOST_STEPS = 48; // of one play, however many parts there are
const NARROW = 700; // CSS pixels

export default mountStage(openStage, receive, { leave: stop });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const find = (selector) => root.querySelector(selector);
  const stage = { root, find, payload: null, received: null, view: null, hovered: null, timer: 0, frame: 0, playing: 0, unfolded: {} };
  stage.rewrite = () => writeSums(stage, unitOf(stage));
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  const [sheet, scroller] = [find(".sheet"), find(".scroller")];
  sheet.onpointermove = (event) => hover(stage, listUnit(stage, event));
  sheet.onclick = (event) => choose(stage, listUnit(stage, event));
  sheet.onpointerleave = find(".maps").onpointerleave = () => hover(stage, null);
  scroller.onscroll = () => drawRows(stage);
  scroller.onkeydown = (event) => pressInList(stage, event);
  root.onkeydown = (event) => playBySpace(stage, event);
  return stage;
}

/** Takes over a new payload; the view in it counts only under a new serial, else what the visitor did here does. */
function receive(stage, data) {
  if (stage.payload !== data) {
    stop(stage);
    Object.assign(stage, { payload: data, hovered: null }, unpack(data));
    stage.parts = takeApart(stage);
    stage.sizes = sizesOf(stage.parts);
    stage.paint = prepareMaps(stage);
    makeFigures(stage, mapHandlers(stage));
  }
  if (stage.received !== stage.serial) {
    if (stage.received !== null) tellAfter(stage, REST);
    stage.received = stage.serial;
    stage.view = { ...stage.view_from_address };
  }
  buildControls(stage, actions(stage));
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
    save: () => save(stage, () => drawRows(stage)),
  };
}

function mapHandlers(stage) {
  return {
    point: (panel, row, column, clicked) => (clicked ? choose : hover)(stage, { panel, row, column }),
    press: (_, event) => {
      const to = walkPositions(stage, event.key);
      if (to === null) return;
      event.preventDefault();
      choose(stage, to);
    },
  };
}

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  const style = getComputedStyle(stage.root);
  const colour = (name) => style.getPropertyValue(name).trim();
  Object.assign(stage, { ink: style.color, font: style.fontFamily, accent: colour("--st-primary-color") });
  Object.assign(stage, { paper: colour("--st-background-color"), line: colour("--st-border-color") });
  stage.root.classList.toggle("narrow", stage.root.clientWidth < NARROW);
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
  if (stage.here === undefined) return;
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
  stage.find(".readout").textContent = readout(stage, unit);
  writeSums(stage, unit);
}

/** The value under the pointer in words; without one, what the chosen input channel contributes. */
function readout({ words, parts, panels, here, layer, channel, names, others }, unit) {
  const place = { row: unit.row, column: unit.column, name: nameOf({ words, parts, names, others }, unit.part), layer, channel };
  const valueIn = ({ values, columns }, row, column) => say(values[row * columns + column], 0);
  if (unit.cell) {
    const [row, column] = unit.cell;
    return put(words[`read_${unit.kind}`], { ...place, value: valueIn(planeOf(parts[unit.part], unit.kind), row, column), row, column });
  }
  if (unit.panel) {
    const panel = panels.find(({ key }) => key === unit.panel);
    return put(words.read_map, { ...place, value: valueIn(panel, unit.row, unit.column), map: panel.label, note: panel.note });
  }
  return put(words.read_parts, { ...place, value: say(here[unit.part], 0) });
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

/** Says what is on stage; the echo in another part of the page hears it and tells Python. */
function tellAfter(stage, rest) {
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => {
    const { layer, channel, view } = stage;
    window.dispatchEvent(new CustomEvent(DRAWN, { detail: { layer, channel, ...view } }));
  }, rest);
}

/** Adds up the first `count` parts in the order on stage, and brings the last of them into sight. */
function addUp(stage, count, playing = false) {
  if (!playing) stop(stage);
  stage.view.added = Math.max(0, Math.min(stage.parts.length, count));
  stage.hovered = null;
  bringIntoSight(stage, Math.max(0, stage.view.added - 1));
  drawSum(stage);
  if (!playing) tellAfter(stage, SETTLE);
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

function pressInList(stage, event) {
  const part = walkParts(stage, event.key);
  if (part === null) return;
  event.preventDefault();
  choose(stage, { part });
  bringIntoSight(stage, stage.order.indexOf(part));
}
