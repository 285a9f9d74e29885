// @ts-nocheck
// Every feature map of a layer, one of them enlarged beside the picture. Drawn once per layer; looking around never asks
// the server. What a visitor settles on (channel, position, order, scale) is told to Python, which keeps it in the address.

import { unpack } from "../../kernel/payload.js";
import { CHOSEN, DRAWN } from "../../kernel/drawn.js";
import { fit, frame } from "../../kernel/paint.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { arrange, cellAt, corner } from "../../kernel/tiles.js";
import { drawHistogram, drawKernel, writeNumbers } from "./beside.js";
import { buildControls, showControls } from "./controls.js";
import { drawPair, drawSheet, preparePlanes, sizeUp, writeLegend, writeReadout } from "./draw.js";

const REST = 120; // milliseconds after another layer has been drawn

export default mountStage(openStage, receive, { leave });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const find = (selector) => root.querySelector(selector);
  const stage = { root, find, view: null, received: null, hovered: null, timer: 0, frame: 0, payload: null };
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  // Who chooses something else before the rest has followed no longer waits for it.
  stage.patience = () => clearTimeout(stage.reporting);
  window.addEventListener(CHOSEN, stage.patience);
  const sheet = find(".sheet");
  sheet.onpointermove = (event) => hover(stage, cellUnder(stage, event));
  sheet.onpointerleave = () => hover(stage, null);
  sheet.onclick = (event) => choose(stage, cellUnder(stage, event));
  sheet.onkeydown = (event) => walkChannels(stage, event);
  return stage;
}

function leave(stage) {
  clearTimeout(stage.reporting);
  window.removeEventListener(CHOSEN, stage.patience);
}

/** Something else is on screen: once its frame is drawn and nobody is turning the pages, the rest may follow. */
function report(stage) {
  clearTimeout(stage.reporting);
  stage.reporting = setTimeout(() => tell(stage), REST);
}

/** Says what is on screen; the echo in another part of the page hears it and tells Python. */
function tell(stage) {
  window.dispatchEvent(new CustomEvent(DRAWN, { detail: { layer: stage.layer.name, ...stage.view } }));
}

/** Takes over a new payload; the view in it counts only under a new serial, else what the visitor did here does. */
function receive(stage, data) {
  if (stage.payload !== data) {
    stage.payload = data;
    Object.assign(stage, unpack(data));
    stage.paint = preparePlanes(stage);
    stage.hovered = null;
  }
  if (stage.received !== stage.serial) {
    if (stage.received !== null) report(stage);
    stage.received = stage.serial;
    clearTimeout(stage.timer);
    stage.view = { ...stage.view_from_address };
  }
  buildControls(stage, (change) => settle(stage, change));
  redraw(stage);
  stage.root.dataset.drawn = stage.layer.name;
  stage.root.dataset.picture = stage.pictures.map(({ key }) => key).join(" ");
}

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  showControls(stage);
  stage.order = arrange(stage.planes.statistics0.values, stage.layer.shape[0], stage.view.order, stage.view.live);
  if (stage.order.length > 0 && !stage.order.includes(stage.view.channel)) stage.view.channel = stage.order[0];
  sizeUp(stage);
  drawSheet(stage);
  showUnit(stage);
}

/** Everything that follows the unit pointed at, or else the chosen one. */
function showUnit(stage) {
  const unit = stage.hovered ?? stage.view;
  drawPair(stage, unit, (event, canvas) => pairPointer(stage, event, canvas), (event) => walkPositions(stage, event));
  writeLegend(stage, unit.channel);
  writeReadout(stage, unit);
  writeNumbers(stage, unit.channel);
  drawHistogram(stage, unit.channel);
  drawKernel(stage, unit.channel);
  drawMarks(stage);
}

function drawMarks(stage) {
  const { layout, order, find, hovered, view } = stage;
  const accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  const context = fit(find(".sheet .marks"), stage.sheetWidth, layout.totalHeight);
  const mark = (channel, thick) => {
    const at = order.indexOf(channel);
    if (at >= 0) frame(context, ...corner(layout, at), layout.width, layout.height, accent, thick);
  };
  mark(view.channel, 3);
  if (hovered !== null) mark(hovered.channel, 1.5);
}

function cellUnder(stage, event) {
  const bounds = stage.find(".sheet").getBoundingClientRect();
  const [, rows, columns] = stage.layer.shape;
  const at = [event.clientX - bounds.left, event.clientY - bounds.top];
  const cell = cellAt(stage.layout, stage.order.length, rows, columns, ...at);
  return cell && { channel: stage.order[cell.place], row: cell.row, column: cell.column };
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

function choose(stage, unit) {
  if (unit === null) return;
  stage.hovered = null;
  settle(stage, unit);
}

/** Changes the view at once and tells Python when the visitor rests. */
function settle(stage, change) {
  Object.assign(stage.view, change);
  redraw(stage);
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => tell(stage), SETTLE);
}

function walkChannels(stage, event) {
  const last = stage.order.length - 1;
  const at = stage.order.indexOf(stage.view.channel);
  const { across } = stage.layout;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + across, ArrowUp: at - across, Home: 0, End: last };
  if (!(event.key in to) || last < 0) return;
  event.preventDefault();
  const place = to[event.key];
  if (place < 0 || place > last) return;
  choose(stage, { channel: stage.order[place] });
  const scroller = stage.find(".scroller");
  const [, top] = corner(stage.layout, place);
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const hidden = top + stage.layout.height - scroller.scrollTop - scroller.clientHeight;
  if (hidden > 0) scroller.scrollTop += hidden;
}

function walkPositions(stage, event) {
  const [, rows, columns] = stage.layer.shape;
  const { row, column } = stage.view;
  const to = {
    ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column], Home: [row, 0], End: [row, columns - 1],
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to[0] < 0 || to[1] < 0 || to[0] >= rows || to[1] >= columns) return;
  choose(stage, { row: to[0], column: to[1] });
}

/** The mouse over an enlarged map: moving reads, clicking chooses. */
function pairPointer(stage, event, canvas) {
  const [, rows, columns] = stage.layer.shape;
  const bounds = canvas.getBoundingClientRect();
  const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * rows);
  const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns);
  const inside = row >= 0 && column >= 0 && row < rows && column < columns && event.type !== "pointerleave";
  const unit = inside ? { channel: stage.view.channel, row, column } : null;
  if (event.type === "click") choose(stage, unit);
  else hover(stage, unit);
}
