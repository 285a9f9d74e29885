// @ts-nocheck
// A map, its maxima, and four ways back to the old size, on one scale. Pointing at a cell reads it in all of them, marks
// the pooled cells it comes from, and writes the arithmetic of each way. What is settled on is told to Python.

import { asFigures, drawPanel, makePanels, markPanel, palettesOf, scaleOver, walk, withScale, writeScale } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { explain, writeSums } from "./sums.js";

const KEYS = ["original", "pooled", "unpooled", "nearest", "bilinear", "transposed"];
const WAYS = ["unpooled", "nearest", "bilinear", "transposed"];
const LOOKS = ["values", "errors"];
const [SMALLEST, LARGEST, NARROW, GAP] = [130, 190, 620, 12];
const AROUND = 400; // CSS pixels of a window that is not for the maps themselves

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".back");
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
  Object.assign(stage, opened, { received: opened.serial, palettes: palettesOf(opened.planes), view: { ...opened.view_from_address } });
  stage.maps = Object.fromEntries([...KEYS, "kernel"].map((key) => [key, mapOf(stage.planes[key])]));
  const [low, high] = scaleOver(KEYS.map((key) => stage.maps[key].values));
  stage.range = high - low;
  makeFigures(stage);
  makeControls(stage);
  stage.root.setAttribute("aria-label", stage.captions.alt);
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

const mapOf = ({ values, shape: [rows, columns] }) => ({ values, rows, columns });

function makeFigures(stage) {
  const panels = KEYS.map((key) => {
    const stop = key === "original" || key === "pooled";
    return { key, ...stage.maps[key], label: stage.words[key], note: stage.captions.notes[key], stop };
  });
  stage.panels = makePanels(stage.find(".maps"), panels, {
    point: (key, row, column, chosen) => point(stage, key, row, column, chosen),
    press: (key, event) => press(stage, key, event),
  });
}

function makeControls(stage) {
  stage.find(".controls").setAttribute("aria-label", stage.words.controls);
  stage.find(".save").textContent = stage.words.save_png;
  const buttons = LOOKS.map((look) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: stage.words[`look_${look}`] });
    button.dataset.look = look;
    button.onclick = () => {
      stage.view.look = look;
      draw(stage);
      settle(stage);
    };
    return button;
  });
  stage.find(".looks").replaceChildren(...buttons);
}

function draw(stage) {
  const { root, view } = stage;
  if (stage.received === null || root.clientWidth === 0) return;
  root.classList.toggle("narrow", root.clientWidth < NARROW);
  for (const button of stage.find(".looks").children) button.setAttribute("aria-pressed", String(button.dataset.look === view.look));
  for (const panel of stage.panels) panel.values = shownValues(stage, panel.key);
  stage.scale = scaleOver(stage.panels.map(({ values }) => values));
  const side = sideOf(stage);
  // The pooled map is drawn as large as the others: its cells are as large as the windows they come from.
  for (const panel of stage.panels) drawPanel(panel, side, stage.scale, stage.palettes);
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  stage.find(".scope").textContent = stage.words[`scope_${view.look}`];
  show(stage);
}

/** How long the maps are: as the line has room, and so that both lines fit into the window. */
function sideOf({ root, find }) {
  const narrow = root.classList.contains("narrow");
  const across = narrow ? 2 : 3;
  const wide = (find(".maps").clientWidth - (across - 1) * GAP) / across;
  const tall = narrow ? LARGEST : Math.max(SMALLEST, (window.innerHeight - AROUND) / 2);
  return Math.floor(Math.min(LARGEST, wide, tall));
}

/** What a panel shows: its values, or, of a way back, how far they are from the original. */
function shownValues({ maps, view }, key) {
  if (view.look === "values" || !WAYS.includes(key)) return maps[key].values;
  return maps[key].values.map((value, index) => value - maps.original.values[index]);
}

/** A cell of any panel is pointed at; a pooled one stands for the cell where its maximum was found. */
function point(stage, key, row, column, chosen) {
  const at = row * stage.maps.pooled.columns + column;
  const { winner_rows: rows, winner_columns: columns } = stage.planes;
  const to = key === "pooled" ? [rows.values[at], columns.values[at]] : [row, column];
  if (!chosen && to[0] === stage.view.row && to[1] === stage.view.column) return;
  [stage.view.row, stage.view.column] = to;
  show(stage);
  if (chosen) settle(stage);
}

function press(stage, key, event) {
  const { row, column } = stage.view;
  const from = key === "pooled" ? [Math.floor(row / stage.window), Math.floor(column / stage.window)] : [row, column];
  const to = walk(event.key, stage.maps[key], ...from);
  if (to === null) return;
  event.preventDefault();
  point(stage, key, ...to, true);
}

function settle(stage) {
  stage.later(() => ({ ...stage.view }));
}

/** Marks the cell in every map, reads it, and writes how each way comes to its value. */
function show(stage) {
  const { view: { row, column }, window: side, maps, panels, root, words } = stage;
  const accent = getComputedStyle(root).getPropertyValue("--st-primary-color").trim();
  const [above, beside] = [Math.floor(row / side), Math.floor(column / side)];
  const entries = explain(stage, row, column);
  const used = new Map(entries.flatMap(({ cells }) => cells).map((cell) => [cell.join(), cell]));
  for (const panel of panels) {
    const pooled = panel.key === "pooled";
    const own = pooled ? [above, beside] : [row, column];
    markPanel(panel, pooled ? pooledBoxes(used, own) : largeBoxes(own, above, beside, side), accent);
    panel.read.textContent = say(panel.values[own[0] * panel.columns + own[1]], stage.range);
  }
  const original = say(maps.original.values[row * maps.original.columns + column], stage.range);
  stage.find(".where").textContent = put(words.where, { row, column, value: original });
  const read = Object.fromEntries(panels.map((panel) => [panel.key, panel.read.textContent]));
  stage.find(".readout").textContent = put(words.readout, { row, column, ...read });
  writeSums(stage, stage.find(".sums dl"), entries, row * maps.original.columns + column);
}

const pooledBoxes = (used, [row, column]) => [
  ...[...used.values()].map(([top, left]) => ({ top, left, rows: 1, columns: 1, thick: 1 })),
  { top: row, left: column, rows: 1, columns: 1, thick: 2.5 },
];

const largeBoxes = ([row, column], above, beside, side) => [
  { top: above * side, left: beside * side, rows: side, columns: side, thick: 1 },
  { top: row, left: column, rows: 1, columns: 1, thick: 2.5 },
];
