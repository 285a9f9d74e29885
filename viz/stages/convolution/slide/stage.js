// @ts-nocheck
// A window that slides over a plane: the plane, what the window holds, and the output filling up, linked. Everything is
// worked out here while somebody plays; what they settle on is told to Python, which keeps it in the address.

import { unpack } from "../../kernel/payload.js";
import { DRAWN } from "../../kernel/drawn.js";
import { greys, preparePalette } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { button, buildControls, showControls } from "./controls.js";
import { drawInput, drawOutput, drawProducts, markInput, markOutput } from "./draw.js";
import { buildCellsEditor, buildKernelEditor } from "./editors.js";
import { SPEEDS, play, step, stop } from "./player.js";
import { bindPointers, walk } from "./pointing.js";
import { compute, difference, largest } from "./state.js";
import { problemText, writeConvolution, writeFormula, writePlace, writePooling, writeTerm } from "./words.js";


export default mountStage(openStage, receive, { leave });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const find = (selector) => root.querySelector(selector);
  const stage = {
    ...{ root, find, view: null, found: null, hovered: null, tap: null, filled: null, playing: false, speed: SPEEDS[2] },
    ...{ painting: false, brush: 9, editing: "products", unfolded: false, received: null, payload: null, timer: 0, frame: 0 },
    greys: greys(),
  };
  stage.changed = (change) => applyChange(stage, change);
  stage.settle = (change, keepFilled) => settle(stage, change, keepFilled);
  stage.showPosition = () => soon(stage);
  stage.showPlayer = () => showPlayer(stage);
  stage.refuse = (words, input) => refuse(stage, words, input);
  stage.fold = () => {
    stage.unfolded = !stage.unfolded;
    showPosition(stage);
  };
  stage.setPainting = (on) => {
    stage.painting = on;
    root.classList.toggle("painting", on);
  };
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  bindPointers(stage);
  root.onkeydown = (event) => walk(stage, event);
  return stage;
}

function leave(stage) {
  cancelAnimationFrame(stage.ticking);
  cancelAnimationFrame(stage.frame);
}

/** Takes over a new payload; the view in it counts only under a new serial, else what the visitor did here does. */
function receive(stage, data) {
  if (stage.payload !== data) {
    stage.payload = data;
    Object.assign(stage, unpack(data));
    stage.palettes = Object.fromEntries(["sequential", "diverging"].map((name) => [name, preparePalette(stage.planes[name].values)]));
    stage.root.setAttribute("aria-label", stage.about.alt);
  }
  if (stage.received !== stage.serial) {
    stage.received = stage.serial;
    clearTimeout(stage.timer);
    stage.playing = false;
    stage.filled = null;
    stage.view = { ...stage.view_from_address };
  }
  buildControls(stage);
  buildPlayer(stage);
  recompute(stage);
  stage.root.dataset.drawn = stage.serial;
}

/** Something but the position has changed: all of it is worked out and drawn anew. */
function recompute(stage) {
  stage.found = compute(stage, stage.view);
  if (stage.found.problem === null) {
    const { rows, columns } = stage.found.output;
    stage.view.row = Math.max(0, Math.min(rows - 1, stage.view.row));
    stage.view.column = Math.max(0, Math.min(columns - 1, stage.view.column));
  }
  stage.tap = null;
  stage.hovered = null;
  redraw(stage);
}

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < 640);
  showControls(stage);
  const { problem, other } = stage.found;
  const impossible = problem !== null;
  stage.root.classList.toggle("impossible", impossible);
  stage.root.classList.toggle("two", other !== null);
  stage.find(".problem").hidden = !impossible;
  stage.find(".other").hidden = other === null || impossible;
  stage.find(".agree").hidden = other === null || impossible;
  showTabs(stage);
  showPlayer(stage);
  if (impossible) {
    stage.find(".problem").textContent = problemText(stage);
    return;
  }
  caption(stage);
  drawInput(stage);
  writeFormula(stage);
  if (other !== null) writeAgreement(stage);
  showPosition(stage);
}

function caption(stage) {
  const { image, output, other, setting } = stage.found;
  const { words, view } = stage;
  const size = ({ rows, columns }) => ({ rows, columns });
  const source = view.source === "picture" ? stage.about.picture : words[`source_${view.source}`];
  stage.find(".input figcaption").textContent = put(words.input, { source, ...size(image) });
  stage.find(".products .title").textContent = put(words.products, { rows: setting.kernel[0], columns: setting.kernel[1] });
  const main = stage.operation === "pooling" ? `output_${view.pool}` : view.convolve ? "output_convolved" : "output";
  stage.find(".output figcaption").textContent = put(words[main], size(output));
  if (other !== null) stage.find(".other figcaption").textContent = put(words.output_other, size(other));
  stage.find(".input .plane").setAttribute("aria-label", `${stage.find(".input figcaption").textContent}. ${words.keys}`);
  for (const name of ["output", "other"]) {
    stage.find(`.${name} .plane`).setAttribute("aria-label", `${stage.find(`.${name} figcaption`).textContent}. ${words.keys}`);
  }
}

function writeAgreement(stage) {
  const { output, other } = stage.found;
  const { cells, most } = difference(output, other);
  const text = cells === 0 ? stage.words.agree : stage.words.differ;
  stage.find(".agree").textContent = put(text, { cells, all: output.values.length, most: neat(most, most) });
}

/** At most one drawing per frame, however fast the mouse moves or the window plays. */
function soon(stage) {
  if (stage.frame !== 0) return;
  stage.frame = requestAnimationFrame(() => {
    stage.frame = 0;
    if (stage.found.problem === null) showPosition(stage);
  });
}

/** Everything that follows the position pointed at, or else the chosen one. */
function showPosition(stage) {
  const position = stage.hovered ?? [stage.view.row, stage.view.column];
  const window = drawProducts(stage, position, stage.tap);
  markInput(stage, position, stage.tap);
  const names = stage.found.other === null ? ["output"] : ["output", "other"];
  for (const name of names) {
    const map = stage.found[name];
    drawOutput(stage, name, map, stage.filled ?? map.values.length);
    markOutput(stage, name, position);
  }
  const value = stage.operation === "pooling" ? writePooling(stage, window) : writeConvolution(stage, window.written);
  if (window.written) writeTerm(stage, window.written);
  const place = stage.find(".place");
  // Not while it plays: nobody can listen to ten numbers a second.
  place.setAttribute("aria-live", stage.playing ? "off" : "polite");
  writePlace(stage, position, value);
}

/** The middle view: what the window holds, or the kernel or the cells as fields to type in. */
function showTabs(stage) {
  const { operation, view, found } = stage;
  const offered = ["products", ...(operation === "convolution" ? ["kernel"] : []), ...(view.source === "cells" ? ["cells"] : [])];
  const wanted = found.problem !== null && operation === "convolution" && stage.editing === "products" ? "kernel" : stage.editing;
  const shown = offered.includes(wanted) ? wanted : "products";
  const tabs = stage.find(".products .tabs");
  tabs.hidden = offered.length === 1;
  stage.find(".products .title").hidden = !tabs.hidden;
  const editing = shown !== "products";
  stage.root.classList.toggle("editing", editing);
  stage.find(".products .editor").hidden = !editing;
  for (const part of [".plane", ".legend"]) stage.find(`.products ${part}`).hidden = editing;
  tabs.replaceChildren(...offered.map((name) => makeTab(stage, name, shown)));
  if (editing) keepFocus(stage, () => (shown === "kernel" ? buildKernelEditor(stage) : buildCellsEditor(stage)));
}

function makeTab(stage, name, shown) {
  const words = name === "products" ? `show_${stage.operation}` : `show_${name}`;
  const tab = button(stage, words, () => {
    stage.editing = name;
    redraw(stage);
  });
  tab.setAttribute("aria-pressed", String(name === shown));
  const { rows, columns } = stage.found.kernel ?? stage.found.image;
  tab.textContent = put(stage.words[words], { rows, columns });
  return tab;
}

/** Building the editor anew takes the focus away from the field somebody is typing in: it goes back there. */
function keepFocus(stage, build) {
  const focused = stage.root.getRootNode().activeElement?.name;
  build();
  if (focused) stage.find(`.editor [name="${CSS.escape(focused)}"]`)?.focus();
}

function buildPlayer(stage) {
  const bar = stage.find(".player");
  const speed = document.createElement("select");
  speed.name = "speed";
  speed.setAttribute("aria-label", stage.words.speed);
  for (const each of SPEEDS) speed.add(new Option(put(stage.words.windows_a_second, { count: each }), each));
  speed.value = stage.speed;
  speed.onchange = () => (stage.speed = Number(speed.value));
  const toLargest = () => {
    const [row, column] = largest(stage.found.output);
    stage.settle({ row, column });
  };
  bar.setAttribute("aria-label", stage.words.controls_player);
  bar.replaceChildren(
    ...[button(stage, "first", () => stage.settle({ row: 0, column: 0 })), button(stage, "back", () => step(stage, -1))],
    ...[button(stage, "play", () => (stage.playing ? stop(stage) : play(stage))), button(stage, "forward", () => step(stage, 1))],
    ...[speed, button(stage, `to_largest_${stage.operation}`, toLargest), button(stage, "save_png", () => save(stage))],
  );
}

function showPlayer(stage) {
  const impossible = stage.found.problem !== null;
  for (const control of stage.find(".player").children) control.disabled = impossible;
  const button_ = stage.find(".player [name=play]");
  button_.textContent = stage.playing ? stage.words.pause : stage.words.play;
  button_.setAttribute("aria-pressed", String(stage.playing));
}

function save(stage) {
  const names = ["input", "products", "output", ...(stage.found.other ? ["other"] : [])];
  const figures = names.map((name) => ({
    canvases: [...stage.find(`.${name}`).querySelectorAll("canvas")],
    caption: stage.find(`.${name} figcaption`).textContent,
  }));
  savePicture(stage.root, `${stage.about.file}.png`, `${stage.find(".place").textContent}`, figures);
}

function applyChange(stage, change) {
  stop(stage);
  stage.filled = null;
  stage.find(".refused").hidden = true;
  Object.assign(stage.view, change);
  recompute(stage);
  tellSoon(stage);
}

/** Another position is chosen; Python hears of it when the visitor rests. */
function settle(stage, change, keepFilled = false) {
  if (!keepFilled && !stage.playing && Object.keys(change).length > 0) stage.filled = null;
  stage.hovered = null;
  Object.assign(stage.view, change);
  if (stage.found.problem === null) soon(stage);
  tellSoon(stage);
}

function tellSoon(stage) {
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => {
    if (!stage.playing && !stage.dragging) window.dispatchEvent(new CustomEvent(DRAWN, { detail: { ...stage.view } }));
  }, SETTLE);
}

function refuse(stage, words, input) {
  const line = stage.find(".refused");
  line.hidden = false;
  line.textContent = words;
  if (input) redraw(stage);
}

