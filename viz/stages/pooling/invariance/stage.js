// @ts-nocheck
// A map before and after pooling, of the picture as it was, moved, and their difference: six maps on one scale. Pointing
// at a cell shows the window it belongs to in all of them, and reads their values. What is settled on is told to Python.

import { nearestUnit } from "../../kernel/field.js";
import { asFigures, drawPanel, makePanels, markPanel, palettesOf, scaleOver, walk, withScale, writeScale } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { boxOf, cellOf, minus } from "./windows.js";

const SIDES = ["before", "after"];
const KINDS = ["old", "new", "difference"];
const [SMALLEST, LARGEST, NARROW, GAP] = [120, 200, 420, 12];
const AROUND = 450; // CSS pixels of a window that is not for the maps themselves

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".shifted");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0 };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  stage.find(".save").onclick = () => {
    savePicture(root, `${stage.captions.file}.png`, withScale(stage.captions.title, stage.scale), asFigures(stage.panels));
  };
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, palettes: palettesOf(opened.planes) });
  stage.panels = SIDES.flatMap((side) => makeSide(stage, side));
  stage.scale = scaleOver(stage.panels.map(({ values }) => values));
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  stage.find(".scope").textContent = stage.words.scope;
  stage.find(".save").textContent = stage.words.save_png;
  stage.root.setAttribute("aria-label", stage.captions.alt);
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function makeSide(stage, side) {
  const { [`${side}_old`]: old, [`${side}_new`]: moved } = stage.planes;
  const [rows, columns] = old.shape;
  const maps = { old: old.values, new: moved.values, difference: minus(moved.values, old.values) };
  const panels = KINDS.map((kind) => {
    return { key: `${side}_${kind}`, side, label: stage.words[kind], values: maps[kind], rows, columns, stop: kind === "new" };
  });
  stage.find(`.${side} h4`).textContent = stage.captions[side];
  return makePanels(stage.find(`.${side} .maps`), panels, {
    point: (_, row, column, chosen) => point(stage, side, row, column, chosen),
    press: (_, event) => press(stage, side, event),
  });
}

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  const narrow = width < NARROW;
  stage.root.classList.toggle("narrow", narrow);
  const tall = narrow ? LARGEST : Math.max(SMALLEST, (window.innerHeight - AROUND) / 2);
  const side = Math.floor(Math.min(LARGEST, tall, (width - (KINDS.length - 1) * GAP) / KINDS.length));
  for (const panel of stage.panels) {
    drawPanel(panel, panel.rows * panel.columns === 1 ? side / 2 : side, stage.scale, stage.palettes);
    panel.figure.style.maxWidth = `${side}px`; // a single cell is drawn smaller, and its label takes as much room as ever
  }
  show(stage);
}

/** The window that the cell belongs to: [row, column] of the map after pooling. */
function pooledCell({ planes, cell }) {
  return [nearestUnit(planes.row_centres.values, cell.row), nearestUnit(planes.column_centres.values, cell.column)];
}

/** The cell that stands for a window. */
const standing = ({ window_rows: rows, window_columns: columns, row_centres: down, column_centres: across }, row, column) => ({
  ...{ row: cellOf(rows.values, down.values, row), column: cellOf(columns.values, across.values, column) },
});

/** A cell of either side is pointed at; one after pooling stands for the middle of its window. */
function point(stage, side, row, column, chosen) {
  const cell = side === "before" ? { row, column } : standing(stage.planes, row, column);
  const same = cell.row === stage.cell.row && cell.column === stage.cell.column;
  if (same && !chosen) return;
  stage.cell = cell;
  show(stage);
  if (chosen) settle(stage);
}

function press(stage, side, event) {
  const panel = stage.panels.find((each) => each.side === side);
  const from = side === "before" ? [stage.cell.row, stage.cell.column] : pooledCell(stage);
  const to = walk(event.key, panel, ...from);
  if (to === null) return;
  event.preventDefault();
  point(stage, side, ...to, true);
}

function settle(stage) {
  stage.later(() => ({ ...stage.cell, serial: stage.serial }));
}

/** Marks the cell and its window, and reads all six maps there. */
function show(stage) {
  const { cell, panels, planes, scale, root } = stage;
  const accent = getComputedStyle(root).getPropertyValue("--st-primary-color").trim();
  const [row, column] = pooledCell(stage);
  const window_ = boxOf(planes.window_rows.values, planes.window_columns.values, row, column);
  const values = panels.map((panel) => {
    const [at, across] = panel.side === "before" ? [cell.row, cell.column] : [row, column];
    const own = { top: at, left: across, rows: 1, columns: 1, thick: 1.5 };
    markPanel(panel, panel.side === "before" ? [{ ...window_, thick: 2.5 }, own] : [{ ...own, thick: 2.5 }], accent);
    return say(panel.values[at * panel.columns + across], scale[1] - scale[0]);
  });
  panels.forEach((panel, index) => (panel.read.textContent = values[index]));
  writeReadout(stage, values, { ...cell, pooled_row: row, pooled_column: column, ...ends(window_) });
}

const ends = ({ top, left, rows, columns }) => ({ top, left, bottom: top + rows - 1, right: left + columns - 1 });

function writeReadout(stage, [old, moved, , oldPooled, movedPooled], places) {
  stage.find(".readout").textContent = put(stage.words.readout, { ...places, old, new: moved, old_pooled: oldPooled, new_pooled: movedPooled });
}
