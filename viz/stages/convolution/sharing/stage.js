// @ts-nocheck
// A picture moved by some pixels, and what two layers make of it: the old answer, the new one, and how far the new one is
// from the old one moved along. All movements are here at once; sliding asks nobody.

import { fit, preparePalette } from "../../kernel/paint.js";
import { asFigures, drawPanel, makePanels, markPanel, palettesOf, scaleOver, walk, writeScale } from "../../kernel/panels.js";
import { mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { planesOf, rowsOf } from "./rows.js";

const [NARROW, BETWEEN] = [620, 24];

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".moving");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0 };
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  stage.find("input").oninput = (event) => settle(stage, { pixels: Number(event.target.value) });
  stage.find(".save").onclick = () => save(stage);
  return stage;
}

/** Takes over a payload under a new serial; under the same one the visitor's own doing counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received && opened.words.pixels === stage.words.pixels) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, view: { ...opened.view_from_address }, pointed: null });
  stage.palettes = palettesOf(stage.planes);
  // What is new in the picture can't be compared with anything: those cells are grey, which no palette has.
  for (const palette of Object.values(stage.palettes)) palette.nan = palette.clipped;
  stage.grey = { ...preparePalette(Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3))) };
  const slider = stage.find("input");
  Object.assign(slider, { max: stage.planes.picture.shape[0] - 1 });
  stage.find("label span").textContent = stage.words.pixels;
  stage.find(".save").textContent = stage.words.save_png;
  stage.find(".note").textContent = stage.words.note;
  stage.rows = rowsOf(stage);
  stage.find(".rows").replaceChildren(...stage.rows.map((row) => makeRow(stage, row)));
  redraw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function makeRow(stage, row) {
  const holder = document.createElement("section");
  holder.className = "row";
  holder.innerHTML =
    '<h4></h4><p></p><div class="maps"></div><div class="legend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>';
  holder.querySelector("h4").textContent = row.title;
  Object.assign(row, { holder, scale: scaleOver(row.names.map((name) => finite(stage.planes[name].values))) });
  const act = {
    point: (_, at, across, chosen) => (chosen ? settle(stage, { row: at, column: across }) : point(stage, [at, across])),
    press: (_, event) => press(stage, event),
  };
  makePanels(holder.querySelector(".maps"), row.panels, act);
  for (const { canvas } of row.panels) canvas.onpointerleave = () => point(stage, null);
  return holder;
}

const finite = (values) => values.filter((value) => !Number.isNaN(value));

function redraw(stage) {
  if (stage.received === null || stage.root.clientWidth === 0) return;
  const narrow = stage.root.clientWidth < NARROW;
  stage.root.classList.toggle("narrow", narrow);
  // Side by side two maps of a row stand in a line, on a telephone three.
  const width = narrow ? stage.root.clientWidth : (stage.root.clientWidth - 2 * BETWEEN) / 3;
  const side = Math.floor(narrow ? Math.min(108, (width - BETWEEN) / 3) : Math.min(170, (width - 13) / 2));
  stage.find("input").value = stage.view.pixels;
  stage.find("output").textContent = stage.view.pixels;
  for (const row of stage.rows) {
    const said = row.holder.querySelector("p");
    said.textContent = put(stage.words[`said_${row.key}`] ?? "", stage.said[stage.view.pixels]);
    const palettes = row.key === "picture" ? { sequential: stage.grey, diverging: stage.grey } : stage.palettes;
    for (const panel of row.panels) {
      panel.values = planesOf(stage, panel.key, stage.view.pixels);
      drawPanel(panel, side, row.scale, palettes);
    }
    writeScale(row.holder.querySelector(".legend"), row.scale, stage.planes);
    if (row.key === "picture") row.holder.querySelector(".bar").style.background = "linear-gradient(to right, #000, #fff)";
  }
  showCell(stage);
}

/** Marks the cell in question: in what is old where it was before it moved along. */
function showCell(stage) {
  const [row, column] = stage.pointed ?? [stage.view.row, stage.view.column];
  const accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  const before = column - stage.view.pixels;
  for (const { panels } of stage.rows) {
    for (const panel of panels) {
      const left = panel.old ? before : column;
      if (left >= 0) markPanel(panel, [{ top: row, left, rows: 1, columns: 1 }], accent);
      else fit(panel.marks, ...panel.size);
    }
  }
  stage.find(".readout").textContent = readout(stage, row, column, before);
}

function readout(stage, row, column, before) {
  const size = stage.planes.picture.shape[2];
  const value = (name, pixels, at) => stage.planes[name].values[(pixels * size + row) * size + at];
  const about = { row, column, before };
  for (const [name, now, old] of [["convolved", "now", "was"], ["connected", "now_connected", "was_connected"]]) {
    const { scale } = stage.rows.find(({ key }) => key === name);
    about[now] = say(value(name, stage.view.pixels, column), scale[1] - scale[0]);
    about[old] = before < 0 ? "" : say(value(name, 0, before), scale[1] - scale[0]);
  }
  return put(stage.words[before < 0 ? "readout_new" : "readout"], about);
}

function point(stage, cell) {
  if (JSON.stringify(cell) === JSON.stringify(stage.pointed)) return;
  stage.pointed = cell;
  stage.frame ??= requestAnimationFrame(() => {
    stage.frame = undefined;
    showCell(stage);
  });
}

function press(stage, event) {
  const [, rows, columns] = stage.planes.picture.shape;
  const to = walk(event.key, { rows, columns }, stage.view.row, stage.view.column);
  if (to === null) return;
  event.preventDefault();
  settle(stage, { row: to[0], column: to[1] });
}

function settle(stage, change) {
  stage.pointed = null;
  Object.assign(stage.view, change);
  redraw(stage);
  stage.later(() => stage.view);
}

function save(stage) {
  const figures = stage.rows.flatMap(({ title, panels }) => asFigures(panels.map((panel) => ({ ...panel, note: title }))));
  savePicture(stage.root, `${stage.words.file}.png`, put(stage.words.title, stage.view), figures);
}
