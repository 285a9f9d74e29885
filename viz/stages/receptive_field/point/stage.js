// @ts-nocheck
// A unit and what it sees: the picture with its box and what it uses of it, and the map it belongs to. Pointing never
// asks the server: the exact ranges of all rows and columns of units are here. A unit that is chosen is told to Python,
// which answers with its effective field.

import { unpack } from "../../kernel/payload.js";
import { DRAWN } from "../../kernel/drawn.js";
import { boxAt, nearestUnit } from "../../kernel/field.js";
import { preparePalette } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { drawHeat, drawMap, drawSeen, legendSeen, markMap, markSeen } from "./draw.js";
import { beyond, seeing } from "./spans.js";

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

export default mountStage(openStage, receive, { event: "chosen" });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const find = (selector) => root.querySelector(selector);
  const stage = { root, find, payload: null, hovered: null, pointed: null, mix: 0.6, timer: 0, frame: 0, chosen: null };
  stage.unit = () => stage.hovered ?? [stage.chosen.row, stage.chosen.column];
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  bindMap(stage, find(".map .plane"));
  bindSeen(stage, find(".seen .plane"));
  root.onkeydown = (event) => walk(stage, event);
  return stage;
}

function receive(stage, data) {
  if (stage.payload !== data) {
    stage.payload = data;
    const layer = stage.layer;
    Object.assign(stage, unpack(data));
    stage.palettes = Object.fromEntries(["sequential", "diverging"].map((name) => [name, preparePalette(stage.planes[name].values)]));
    stage.known = stage.field.scope !== "unknown";
    stage.spans = { rows: halves(stage.planes.rows), columns: halves(stage.planes.columns) };
    if (layer !== stage.layer) stage.hovered = null;
    stage.chosen = { ...stage.view };
    stage.root.classList.remove("waiting");
  }
  buildControls(stage);
  redraw(stage);
  stage.root.dataset.drawn = stage.layer;
  stage.root.dataset.unit = [stage.view.channel, stage.view.row, stage.view.column, stage.view.over].join(" ");
  window.dispatchEvent(new CustomEvent(DRAWN, { detail: { layer: stage.layer, ...stage.view } }));
}

/** A plane [2, units] as its two lines. */
const halves = ({ values, shape: [, count] }) => [values.slice(0, count), values.slice(count)];

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < 560);
  const { words, planes } = stage;
  const [rows, columns] = planes.map.shape;
  const values = { channel: stage.view.channel, layer: stage.layer, rows, columns, picture: stage.about.picture };
  stage.find(".seen figcaption").textContent = put(words.seen, { ...values, rows: planes.picture.shape[0], columns: planes.picture.shape[1] });
  stage.find(".map figcaption").textContent = put(words.map, values);
  for (const name of ["seen", "map"]) {
    const caption = stage.find(`.${name} figcaption`).textContent;
    stage.find(`.${name} .plane`).setAttribute("aria-label", `${caption}. ${words[`keys_${name}`]}`);
  }
  drawSeen(stage);
  drawMap(stage);
  legendSeen(stage);
  mark(stage);
}

/** Everything that follows the unit or the pixel pointed at. */
function mark(stage) {
  markSeen(stage);
  markMap(stage);
  write(stage);
}

/** At most one drawing per frame, however fast the mouse moves. */
function soon(stage) {
  if (stage.frame !== 0) return;
  stage.frame = requestAnimationFrame(() => {
    stage.frame = 0;
    mark(stage);
  });
}

function write(stage) {
  const { words, field, planes, spans, known } = stage;
  const readout = stage.find(".readout");
  const note = stage.find(".note");
  note.textContent = [field.reason && put(words.reason, { reason: field.reason }), throughWindows(stage)].filter(Boolean).join(" ");
  if (stage.pointed !== null && known) {
    const counts = [seeing(spans.rows, stage.pointed[0]).length, seeing(spans.columns, stage.pointed[1]).length];
    const all = planes.map.shape;
    const values = { row: stage.pointed[0], column: stage.pointed[1], units: counts[0] * counts[1], down: counts[0], across: counts[1], all: all[0] * all[1] };
    readout.textContent = put(words.pixel, values);
    return;
  }
  const unit = stage.unit();
  const value = neat(planes.map.values[unit[0] * planes.map.shape[1] + unit[1]], stage.high - stage.low);
  const place = { row: unit[0], column: unit[1], channel: stage.view.channel, value };
  const box = known ? boxAt(spans, unit) : null;
  readout.textContent = box === null ? put(words.unit_unknown, place) : put(words.unit, { ...place, ...boxWords(box) });
  if (box !== null && field.scope === "exact" && !field.reason) note.textContent = clipped(stage, unit, box);
}

/** Where a unit sees everything: how far its windows alone would let it see. */
function throughWindows({ words, field }) {
  if (field.scope !== "whole image" || !field.spatial_size) return "";
  return put(words.through_windows, { high: field.spatial_size[0], wide: field.spatial_size[1] });
}

const boxWords = ({ top, left, bottom, right }) => ({
  ...{ top, left, last_row: bottom - 1, last_column: right - 1, high: bottom - top, wide: right - left },
});

/** What of the field lies beyond the picture, or that it is all of it. */
function clipped({ words, field, planes }, unit, box) {
  const [rows, columns] = planes.picture.shape;
  const over = beyond(field, unit, [rows, columns]);
  const [high, wide] = field.size;
  const values = { ...over, high, wide, inside_high: box.bottom - box.top, inside_wide: box.right - box.left, rows, columns };
  const everything = box.bottom - box.top === rows && box.right - box.left === columns;
  if (everything) return put(high > rows || wide > columns ? words.more_than_all : words.all, values);
  const any = over.top + over.left + over.bottom + over.right > 0;
  return put(any ? words.clipped : words.inside, values);
}

function under(event, plane, cell, [rows, columns]) {
  const bounds = plane.getBoundingClientRect();
  const [row, column] = [Math.floor((event.clientY - bounds.top) / cell), Math.floor((event.clientX - bounds.left) / cell)];
  return row < 0 || column < 0 || row >= rows || column >= columns ? null : [row, column];
}

function bindMap(stage, plane) {
  const unitUnder = (event) => under(event, plane, stage.cell, stage.planes.map.shape);
  plane.onpointermove = (event) => {
    const unit = unitUnder(event);
    if (String(unit) === String(stage.hovered)) return;
    stage.hovered = unit;
    soon(stage);
  };
  plane.onpointerleave = () => {
    stage.hovered = null;
    soon(stage);
  };
  plane.onclick = (event) => {
    const unit = unitUnder(event);
    if (unit !== null) choose(stage, unit);
  };
}

function bindSeen(stage, plane) {
  const pixelUnder = (event) => under(event, plane, stage.pixel, stage.planes.picture.shape);
  plane.onpointermove = (event) => {
    const pixel = pixelUnder(event);
    if (String(pixel) === String(stage.pointed)) return;
    stage.pointed = pixel;
    soon(stage);
  };
  plane.onpointerleave = () => {
    stage.pointed = null;
    soon(stage);
  };
  plane.onclick = (event) => {
    const pixel = pixelUnder(event);
    if (pixel !== null && stage.known) chooseOver(stage, pixel);
  };
}

/** A click on the picture chooses the unit whose centre is nearest to the pixel. */
function chooseOver(stage, [row, column]) {
  const { row_centres: rows, column_centres: columns } = stage.planes;
  choose(stage, [nearestUnit(rows.values, row), nearestUnit(columns.values, column)]);
}

function choose(stage, [row, column]) {
  stage.chosen = { ...stage.chosen, row, column };
  stage.hovered = null;
  mark(stage);
  ask(stage);
}

/** Tells Python; until it answers, the old effective field is shown faintly. */
function ask(stage) {
  stage.tell(wish(stage));
}

function wish(stage) {
  stage.root.classList.add("waiting");
  return { layer: stage.layer, ...stage.chosen };
}

function walk(stage, event) {
  if (!event.target.closest?.(".plane")) return;
  if (event.key === "PageDown" || event.key === "PageUp") {
    event.preventDefault();
    stage.tell({ step: event.key === "PageDown" ? 1 : -1 });
    return;
  }
  const [rows, columns] = stage.planes.map.shape;
  const step = STEPS[event.key];
  const { row, column } = stage.chosen;
  const to = { Home: [0, 0], End: [rows - 1, columns - 1] }[event.key] ?? (step && [row + step[0], column + step[1]]);
  if (to === undefined) return;
  event.preventDefault();
  if (to[0] < 0 || to[1] < 0 || to[0] >= rows || to[1] >= columns) return;
  stage.chosen = { ...stage.chosen, row: to[0], column: to[1] };
  stage.hovered = stage.pointed = null;
  mark(stage);
  stage.later(() => wish(stage));
}

function buildControls(stage) {
  const bar = stage.find(".controls");
  const made = JSON.stringify(stage.words);
  if (bar.dataset.made !== made) {
    bar.dataset.made = made;
    bar.setAttribute("aria-label", stage.words.controls);
    bar.replaceChildren(mixSlider(stage), overList(stage), saveButton(stage));
  }
  bar.querySelector("[name=over]").value = stage.view.over;
}

function labelled(words, control) {
  const label = document.createElement("label");
  label.append(words, control);
  return label;
}

function mixSlider(stage) {
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "mix", min: 0, max: 1, step: 0.05, value: stage.mix });
  slider.oninput = () => {
    stage.mix = Number(slider.value);
    const [rows, columns] = stage.planes.picture.shape;
    drawHeat(stage, { cell: stage.pixel, width: stage.pixel * columns, height: stage.pixel * rows });
  };
  return labelled(stage.words.mix, slider);
}

function overList(stage) {
  const select = Object.assign(document.createElement("select"), { name: "over" });
  for (const over of ["picture", "average"]) select.add(new Option(stage.words[`over_${over}`], over));
  select.onchange = () => {
    stage.chosen = { ...stage.chosen, over: select.value };
    ask(stage);
  };
  return labelled(stage.words.over, select);
}

function saveButton(stage) {
  const button = Object.assign(document.createElement("button"), { type: "button", name: "save_png", textContent: stage.words.save_png });
  button.onclick = () => {
    const figures = ["seen", "map"].map((name) => ({
      canvases: [...stage.find(`.${name}`).querySelectorAll("canvas")],
      caption: stage.find(`.${name} figcaption`).textContent,
    }));
    savePicture(stage.root, `${stage.about.file}.png`, stage.find(".readout").textContent, figures);
  };
  return button;
}
