// @ts-nocheck
// One map in several forms, side by side in rows on one scale; where γ and β can be set, they act here at once. Pointing
// at a cell reads it in all of them; what is settled on is told to Python.

import { fit, pictureCanvas, place } from "../../kernel/paint.js";
import { asFigures, drawPanel, makePanels, markPanel, palettesOf, scaleOver, sizeOf, walk, withScale, writeScale } from "../../kernel/panels.js";
import { mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { makeControls, showControls } from "./controls.js";
import { stepped } from "./scaled.js";

const [LARGEST, SMALLEST, NARROW, GAP, SMALL] = [210, 150, 560, 12, 140];
const AROUND = 400; // CSS pixels of a window that is not for the maps themselves

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".normalized");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0 };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  stage.find(".save").onclick = () => save(stage);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  const view = { ...opened.view_from_address };
  Object.assign(stage, opened, { received: opened.serial, view, palettes: palettesOf(opened.planes) });
  // Where the picture was moved away there is nothing to compare: those cells are grey, which no palette has.
  if (stage.uncovered) for (const palette of Object.values(stage.palettes)) palette.nan = palette.clipped;
  stage.root.classList.toggle("plain", stage.affine === null);
  stage.find(".rows").replaceChildren(...stage.rows.map((row) => makeRow(stage, row)));
  stage.panels = stage.rows.flatMap(({ panels }) => panels);
  stage.find(".legend").hidden = stage.panels.every(({ colour }) => colour);
  stage.find(".scope").textContent = stage.words.scope ?? "";
  stage.find(".save").textContent = stage.words.save_png;
  stage.root.setAttribute("role", "group");
  stage.root.setAttribute("aria-label", stage.captions.alt);
  makeControls(stage, (change) => settle(stage, change));
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function makeRow(stage, row) {
  const holder = document.createElement("section");
  holder.innerHTML = '<h4></h4><div class="maps"></div>';
  holder.querySelector("h4").textContent = row.title;
  row.panels.forEach((panel, index) => {
    const [rows, columns] = stage.planes[panel.plane].shape;
    Object.assign(panel, { rows, columns, stop: index === 0, title: row.title });
  });
  makePanels(holder.querySelector(".maps"), row.panels, {
    point: (_, down, across, chosen) => point(stage, down, across, chosen),
    press: (_, event) => press(stage, event),
  });
  return holder;
}

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  const most = Math.max(...stage.rows.map(({ panels }) => panels.length));
  const across = width < NARROW ? Math.min(most, most === 3 ? 3 : 2) : most;
  const tall = Math.max(SMALLEST, (window.innerHeight - AROUND) / stage.rows.length);
  const side = Math.floor(Math.min(LARGEST, tall, (width - (across - 1) * GAP) / across));
  stage.root.classList.toggle("stacked", side < SMALL || stage.panels.some(({ colour }) => colour));
  for (const panel of stage.panels) panel.values = stepped(stage.planes[panel.plane].values, panel.step, stage.view);
  stage.scale = scaleOver(stage.panels.filter(({ colour }) => !colour).map(({ values }) => values));
  for (const panel of stage.panels) {
    if (panel.colour) drawColours(panel, stage.planes[panel.plane], side);
    else drawPanel(panel, side, stage.scale, stage.palettes);
  }
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  showControls(stage);
  show(stage);
}

function drawColours(panel, plane, side) {
  panel.size = sizeOf(panel, side);
  const source = pictureCanvas(plane);
  place(fit(panel.canvas, ...panel.size), source, [0, 0, panel.columns, panel.rows], [0, 0, ...panel.size]);
  panel.figure.style.maxWidth = `${Math.max(side, panel.size[0])}px`;
}

/** Marks the cell, and reads every panel there. */
function show(stage) {
  const { row, column } = stage.view;
  const accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  for (const panel of stage.panels) {
    markPanel(panel, [{ top: row, left: column, rows: 1, columns: 1 }], accent);
    panel.read.textContent = read(stage, panel, row * panel.columns + column);
  }
  stage.find(".readout").textContent = put(stage.words.readout, { row, column, channel: stage.captions.channel });
}

function read(stage, { values, colour }, at) {
  if (stage.uncovered && Number.isNaN(values[at])) return "–";
  return colour ? [...values.subarray(3 * at, 3 * at + 3)].join("·") : say(values[at], 0);
}

function point(stage, row, column, chosen) {
  const same = row === stage.view.row && column === stage.view.column;
  if (same && !chosen) return;
  Object.assign(stage.view, { row, column });
  show(stage);
  if (chosen) later(stage);
}

function press(stage, event) {
  const to = walk(event.key, stage.panels[0], stage.view.row, stage.view.column);
  if (to === null) return;
  event.preventDefault();
  point(stage, ...to, true);
}

function settle(stage, change) {
  Object.assign(stage.view, change);
  draw(stage);
  later(stage);
}

function later(stage) {
  stage.later(() => ({ ...stage.view, serial: stage.serial }));
}

function save(stage) {
  const figures = asFigures(stage.panels.map((panel) => ({ ...panel, note: panel.title })));
  const coloured = stage.panels.every(({ colour }) => colour);
  const title = put(stage.captions.title, { gamma: say(stage.view.gamma ?? 1, 0), beta: say(stage.view.beta ?? 0, 0) });
  savePicture(stage.root, `${stage.captions.file}.png`, coloured ? title : withScale(title, stage.scale), figures);
}
