// @ts-nocheck
// A stack of layers to build: the table of its layers, and the field of one unit growing through them, drawn with the
// number of ways from every pixel. Everything is worked out here; what is settled on is told to Python, which keeps it
// in the address.

import { DRAWN } from "../../kernel/drawn.js";
import { gradient, preparePalette } from "../../kernel/paint.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { savePicture } from "../../kernel/snapshot.js";
import { buildControls, showControls } from "./controls.js";
import { digits, grow, read, within, write } from "./layers.js";
import { LARGEST_FIELD, drawScene, markScene, pixelUnder, sceneOf } from "./picture.js";
import { showTable } from "./table.js";

const PACE = 700; // milliseconds a layer while playing
const NARROW = 700; // CSS pixels
const LARGEST = 300; // CSS pixels a side of the picture
const NEW = { c: { kernel: 3, stride: 1, padding: 1, dilation: 1 }, m: { kernel: 2, stride: 2, padding: 0, dilation: 1 } };
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

export default mountStage(openStage, receive, { leave: (stage) => clearInterval(stage.playing) });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stack");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, playing: 0, unit: null };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  stage.canvas = stage.find("canvas");
  const pointed = (event) => {
    const bounds = stage.canvas.getBoundingClientRect();
    if (stage.scene) point(stage, pixelUnder(stage.scene, stage.side, event.clientX - bounds.left, event.clientY - bounds.top));
  };
  stage.canvas.onpointermove = stage.canvas.onclick = pointed;
  root.onkeydown = (event) => press(stage, event);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  stop(stage);
  Object.assign(stage, opened, { received: opened.serial, view: { ...opened.view_from_address }, layers: read(opened.view_from_address.stack) });
  stage.palette = preparePalette(stage.planes.sequential.values);
  stage.root.setAttribute("aria-label", stage.alt);
  buildControls(stage, controls(stage));
  refresh(stage);
  stage.root.dataset.drawn = stage.serial;
}

function controls(stage) {
  return {
    preset: (key) => {
      const preset = stage.presets.find((each) => each.key === key);
      if (preset) rebuild(stage, read(preset.stack), Infinity, preset.size);
    },
    size: (size) => rebuild(stage, stage.layers, stage.view.step, within("size", size)),
    play: () => (stage.playing ? stop(stage) : play(stage)),
    step: (by) => show(stage, stage.view.step + by),
    show: (step) => show(stage, step),
    zoom: () => settle(stage, { zoom: !stage.view.zoom }),
    save: () => save(stage),
  };
}

function editing(stage) {
  const changed = (index, change) => stage.layers.map((layer, at) => (at === index ? { ...layer, ...change } : layer));
  return {
    show: (step) => step !== stage.view.step && show(stage, step),
    change: (index, name, value) => rebuild(stage, changed(index, { [name]: name === "kind" ? value : within(name, value) }), index + 1),
    add: (kind) => rebuild(stage, [...stage.layers, { kind, ...NEW[kind] }], Infinity),
    remove: (index) => rebuild(stage, stage.layers.filter((_, at) => at !== index), stage.view.step - (index < stage.view.step ? 1 : 0)),
    move: (index, by) => {
      const layers = [...stage.layers];
      [layers[index], layers[index + by]] = [layers[index + by], layers[index]];
      rebuild(stage, layers, index + by + 1);
      const row = stage.find("table").tBodies[index + by];
      [...row.querySelectorAll(by < 0 ? ".up, .down" : ".down, .up")].find((button) => !button.disabled)?.focus();
    },
  };
}

/** Another stack, or another picture's size. */
function rebuild(stage, layers, step, size = stage.view.size) {
  stage.layers = layers;
  stage.unit = null;
  settle(stage, { stack: write(layers), size, step: Math.max(1, Math.min(layers.length, step)) });
}

function show(stage, step, playing = false) {
  if (!playing) stop(stage);
  stage.unit = null;
  settle(stage, { step: Math.max(1, Math.min(stage.layers.length, step)) });
}

/** Changes the view at once; whoever listens (`DRAWN`) hears of it when the visitor rests. */
function settle(stage, change) {
  Object.assign(stage.view, change);
  refresh(stage);
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => window.dispatchEvent(new CustomEvent(DRAWN, { detail: { ...stage.view } })), SETTLE);
}

/** Works everything out anew and shows it. */
function refresh(stage) {
  stage.stages = grow(stage.layers, stage.view.size);
  stage.scene = sceneOf(stage);
  showTable(stage, editing(stage));
  stage.find("tbody.shown").scrollIntoView({ block: "nearest", inline: "nearest" });
  draw(stage);
}

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  stage.root.classList.toggle("narrow", width < NARROW);
  const style = getComputedStyle(stage.root);
  stage.accent = style.getPropertyValue("--st-primary-color").trim();
  stage.side = Math.min(LARGEST, stage.find(".field").clientWidth);
  const { words, view, layers, stages: found, scene } = stage;
  const { field } = found[view.step - 1];
  const said = put(words.after, { number: view.step, count: layers.length, field: digits(field) });
  stage.find("h4").textContent = said;
  showControls(stage, said);
  stage.find(".plane").hidden = stage.find(".legend").hidden = scene === null;
  writeSteps(stage);
  if (scene === null) {
    stage.find(".readout").textContent = put(words.too_large, { field: digits(field), most: LARGEST_FIELD });
    return;
  }
  drawScene(stage.canvas, scene, stage.side, stage.palette, style);
  writeLegend(stage);
  mark(stage);
}

function writeLegend({ find, planes, scene, words }) {
  find(".bar").style.background = gradient(planes.sequential.values);
  find(".low").textContent = "0";
  find(".high").textContent = put(words.ways, { ways: digits(scene.most ** 2n) });
  const gaps = scene.counts.some((count) => count === 0n);
  find(".legend i").hidden = find(".gap").hidden = !gaps;
  find(".legend i").style.background = "#90989c";
  find(".gap").textContent = words.gap;
}

/** The recurrence with this layer's numbers. */
function writeSteps({ find, words, view, layers, stages: found }) {
  const layer = layers[view.step - 1];
  const { before, field, stride, size, problem } = found[view.step - 1];
  const numbers = { ...layer, before: digits(before.field), jump: digits(before.stride), field: digits(field), after: digits(stride) };
  const lines = [put(words.step_field, numbers), put(words.step_stride, numbers)];
  if (size !== null) lines.push(put(words.step_size, { ...numbers, size: before.size, output: size }));
  else if (problem === null) lines.push(words.step_none);
  else lines.push(put(words[`impossible_${problem.argument}`], { number: view.step, ...problem }));
  const line = (text) => Object.assign(document.createElement("span"), { textContent: text });
  find(".steps").replaceChildren(...lines.map(line));
}

function point(stage, unit) {
  stage.unit = unit;
  mark(stage);
}

/** Marks the field and the pixel pointed at, and reads it; without one, how many pixels count. */
function mark(stage) {
  const { scene, unit, words, canvas } = stage;
  markScene(stage.find("canvas + canvas"), scene, stage.side, unit, stage.accent);
  const readout = stage.find(".readout");
  const used = BigInt(scene.counts.filter((count) => count > 0n).length);
  const about = { used: digits(used * used), all: digits(BigInt(scene.field) ** 2n) };
  canvas.setAttribute("aria-label", put(words.picture, { ...about, field: digits(scene.field) }));
  if (unit === null) readout.textContent = put(words.reads, about);
  else {
    const [down, across] = unit.map((place) => scene.counts[place]);
    const numbers = { row: unit[0], column: unit[1], down: digits(down), across: digits(across), ways: digits(down * across) };
    readout.textContent = put(down * across === 0n ? words.read_gap : words.read, numbers);
  }
}

function press(stage, event) {
  const pressed = event.composedPath()[0];
  const layer = { PageDown: 1, PageUp: -1 }[event.key];
  if (layer !== undefined) show(stage, stage.view.step + layer);
  else if (event.key === " " && !["BUTTON", "SELECT", "INPUT"].includes(pressed.tagName)) controls(stage).play();
  else if (pressed === stage.canvas && stage.scene && walk(stage, event.key) !== null) point(stage, walk(stage, event.key));
  else return;
  event.preventDefault();
}

/** Where a key leads from the pixel pointed at, or from the middle; null for other keys. */
function walk({ unit, scene: { field } }, key) {
  const middle = Math.floor((field - 1) / 2);
  const [row, column] = unit ?? [middle, middle];
  if (key === "Home") return [row, 0];
  if (key === "End") return [row, field - 1];
  const step = STEPS[key];
  if (step === undefined) return null;
  return [row + step[0], column + step[1]].map((place) => Math.max(0, Math.min(field - 1, place)));
}

function play(stage) {
  const { layers } = stage;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still) {
    // Who asks for less motion gets a layer for every press instead of a film.
    show(stage, (stage.view.step % layers.length) + 1);
    return;
  }
  if (stage.view.step === layers.length) show(stage, 1, true);
  stage.playing = setInterval(() => {
    show(stage, stage.view.step + 1, true);
    if (stage.view.step === stage.layers.length) stop(stage);
  }, PACE);
  draw(stage);
}

function stop(stage) {
  if (stage.playing === 0) return;
  clearInterval(stage.playing);
  stage.playing = 0;
  draw(stage);
}

function save(stage) {
  const { view, words } = stage;
  const picture = { canvases: [...stage.find(".plane").querySelectorAll("canvas")], caption: stage.find("h4").textContent };
  if (stage.scene) savePicture(stage.root, `${words.file}-${view.step}.png`, put(words.title, view), [picture]);
}
