// Every feature map of a layer, one of them enlarged beside the picture. Drawn once per layer; looking around never asks
// the server. What a visitor settles on (channel, position, order, scale) is told to Python, which keeps it in the address.

import { CHOSEN } from "../../kernel/drawn.js";
import { bindKeys } from "../../kernel/keys.js";
import { fit, frame } from "../../kernel/paint.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { perUnit } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { arrange, cellAt, corner } from "../../kernel/tiles.js";
import { drawHistogram, drawKernel, table, writeNumbers } from "./beside.js";
import { buildControls, showControls } from "./controls.js";
import { describe, drawPair, drawSheet, preparePlanes, sizeUp, writeLegend } from "./draw.js";

/** @import { Maps, Unit } from "./types.d.ts" */

const REST = 120; // milliseconds after another layer has been drawn

export default makeStage({ root: ".stage", relays: true, open, take, draw, mark, describe, table, told, leave, foresees, drawn: ({ layer }) => layer.name });

/** @param {Maps} stage */
function open(stage) {
  // Who chooses something else before the rest has followed no longer waits for it.
  stage.patience = () => clearTimeout(stage.reporting);
  window.addEventListener(CHOSEN, stage.patience);
  stage.point = (unit) => stage.hover(unit);
  stage.choose = (unit) => {
    stage.hovered = null;
    stage.settle(unit);
  };
  const sheet = stage.find(".sheet");
  bindPointer(sheet, { at: (event) => unitUnder(stage, event, sheet), look: stage.point, choose: stage.choose });
  bindKeys(sheet, {
    layout: () => ({ kind: "tiles", count: stage.order.length, across: stage.layout.across }),
    at: () => stage.order.indexOf(stage.view.channel),
    go: (place) => walkTo(stage, place),
  });
}

/** @param {Maps} stage */
function leave(stage) {
  stage.patience();
  window.removeEventListener(CHOSEN, stage.patience);
}

/** @param {Maps} stage @param {boolean} anew */
function take(stage, anew) {
  stage.paint = preparePlanes(stage);
  stage.hovered = null;
  if (anew && stage.root.dataset.drawn !== undefined) report(stage);
  buildControls(stage, stage.settle);
  stage.root.dataset.picture = stage.pictures.map(({ key }) => key).join(" ");
}

/** Something else is on screen: once its frame is drawn and nobody is turning the pages, the rest may follow. @param {Maps} stage */
function report(stage) {
  clearTimeout(stage.reporting);
  stage.reporting = setTimeout(() => stage.tell(told(stage)), REST);
}

/** @param {Maps} stage */
function told({ layer, view }) {
  return { layer: layer.name, ...view };
}

/**
 * Another layer is looked at where it responds most; another picture where somebody has chosen to, if they have.
 *
 * @param {Maps} stage @param {string} kind @param {{ view: Maps["view"], start: Unit }} before
 */
function foresees({ start }, kind, { view, start: { channel, row, column } }) {
  const untouched = view.channel === channel && view.row === row && view.column === column;
  return kind === "layer" || untouched ? { ...view, ...start } : { ...view };
}

/** @param {Maps} stage */
function draw(stage) {
  showControls(stage);
  stage.order = arrange(stage.planes.statistics0.values, stage.layer.shape[0], stage.view.order, stage.view.live);
  if (stage.order.length > 0 && !stage.order.includes(stage.view.channel)) stage.view.channel = stage.order[0];
  sizeUp(stage);
  drawSheet(stage);
}

/** Everything that follows the unit pointed at, or else the chosen one. @param {Maps} stage */
function mark(stage) {
  const unit = stage.hovered ?? stage.view;
  drawPair(stage, unit);
  writeLegend(stage, unit.channel);
  writeNumbers(stage, unit.channel);
  drawHistogram(stage, unit.channel);
  drawKernel(stage, unit.channel);
  drawMarks(stage);
}

/** @param {Maps} stage */
function drawMarks({ layout, order, find, hovered, view, theme, sheetWidth }) {
  const context = fit(find(".sheet .marks"), sheetWidth, layout.totalHeight);
  /** @param {number} channel @param {number} thick */
  const markTile = (channel, thick) => {
    const at = order.indexOf(channel);
    if (at >= 0) frame(context, ...corner(layout, at), layout.width, layout.height, theme.accent, thick);
  };
  markTile(view.channel, 3);
  if (hovered !== null) markTile(hovered.channel, 1.5);
}

/** @param {Maps} stage @param {MouseEvent} event @param {HTMLElement} sheet @returns {Unit | null} */
function unitUnder({ layer: { shape: [, rows, columns] }, layout, order }, event, sheet) {
  const cell = cellAt(layout, order.length, rows, columns, ...pointIn(event, sheet));
  return cell && { channel: order[cell.place], row: cell.row, column: cell.column };
}

/** Keys lead to another map, which is then in sight. @param {Maps} stage @param {number} place */
function walkTo(stage, place) {
  if (stage.order.length === 0) return;
  stage.choose({ channel: stage.order[place] });
  const scroller = stage.find(".scroller");
  const top = corner(stage.layout, place)[1] * perUnit();
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const hidden = top + stage.layout.height * perUnit() - scroller.scrollTop - scroller.clientHeight;
  if (hidden > 0) scroller.scrollTop += hidden;
}
