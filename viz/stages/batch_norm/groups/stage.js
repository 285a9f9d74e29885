// @ts-nocheck
// Which values share one mean: the block of a batch with the group lit, the chosen channel's maps, the group's spread.
// Everything follows the pointer here; what is settled on is told to Python.

import { palettesOf, scaleOver, walk, withScale, writeScale } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { drawBars } from "./bars.js";
import { kindOf, makeChoices, writeChoices } from "./choices.js";
import { momentsOf, spell } from "./groups.js";
import { decoded, drawBatch, drawLarge, sourcesOf, underBatch, underLarge } from "./maps.js";
import { START, plateAt, turned } from "./space.js";
import { drawVolume } from "./volume.js";

const [NARROW, STEP, TURN] = [640, 0.12, 0.01];
const [BLOCK, LARGE] = [320, 230]; // CSS pixels

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".block");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, angles: START };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  listenToBlock(stage, stage.find(".space canvas"));
  listenToLarge(stage, stage.find(".large canvas"));
  listenToBatch(stage, stage.find(".batch canvas"));
  stage.find(".save").onclick = () => save(stage);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, maps: decoded(opened.planes), palettes: palettesOf(opened.planes) });
  stage.scale = scaleOver([stage.maps]);
  stage.sources = sourcesOf(stage);
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  stage.find(".save").textContent = stage.words.save_png;
  stage.root.setAttribute("aria-label", stage.captions.alt);
  stage.find(".space canvas").setAttribute("aria-label", stage.words.turn);
  stage.find(".batch canvas").setAttribute("aria-label", stage.words.batch_keys);
  makeChoices(stage, (changes) => change(stage, changes));
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function change(stage, changes) {
  stage.view = { ...stage.view, ...changes };
  draw(stage);
  stage.later(() => ({ ...stage.view, serial: stage.serial }));
}

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  const narrow = width < NARROW;
  stage.root.classList.toggle("narrow", narrow);
  const accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  writeChoices(stage);
  turn(stage);
  drawLarge(stage, Math.min(LARGE, width), accent);
  drawBatch(stage, width, accent);
  describe(stage);
}

/** The block alone: turning it changes nothing else. */
function turn(stage) {
  const width = stage.find(".space").clientWidth;
  drawVolume(stage, width, Math.min(BLOCK, Math.round(width * 0.72)));
}

/** The value pointed at, its group's mean and deviation: in words, and among the group's values. */
function describe(stage) {
  const { view, shape: [, , rows, columns], words, captions, maps } = stage;
  const value = maps[(view.item * rows + view.row) * columns + view.column];
  const { centred, count } = kindOf(stage);
  const moments = momentsOf(view, stage, centred);
  drawBars(stage, stage.find(".spread").clientWidth, LARGE, moments, value);
  const names = { ...view, channel: stage.channel, picture: captions.pictures[view.item], rows, columns };
  stage.find(".large figcaption").textContent = put(words.large, names);
  stage.find(".large canvas").setAttribute("aria-label", put(words.large_keys, names));
  stage.find(".batch figcaption").textContent = put(words.batch, { ...names, batch: stage.shape[0] });
  const spread = put(words.spread, { count });
  const said = relation(words, value, moments, centred);
  stage.find(".spread figcaption").textContent = spread;
  stage.find(".scope").textContent = words[centred ? "scope" : "scope_uncentred"];
  stage.find(".readout").textContent = `${put(words.place, names)} ${said}`;
  stage.find(".spread canvas").setAttribute("aria-label", `${spread} ${said}`);
}

function relation(words, value, [mean, deviation], centred) {
  if (![value, mean, deviation].every(Number.isFinite)) return words.not_finite;
  const spelled = spell(value, mean, deviation);
  const key = spelled.times === null ? "flat" : "relation";
  return put(words[centred ? key : `${key}_uncentred`], spelled);
}

function listenToBlock(stage, canvas) {
  let [from, moved] = [null, false];
  canvas.onpointerdown = (event) => {
    [from, moved] = [event, false];
    canvas.setPointerCapture(event.pointerId);
  };
  canvas.onpointermove = (event) => {
    if (from === null) return;
    const [across, along] = [event.clientX - from.clientX, event.clientY - from.clientY];
    moved ||= Math.abs(across) + Math.abs(along) > 3;
    stage.angles = turned(stage.angles, across * TURN, along * TURN);
    from = event;
    turn(stage);
  };
  canvas.onpointerup = canvas.onpointercancel = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const plate = moved ? null : plateAt(stage.plates, event.clientX - bounds.left, event.clientY - bounds.top);
    from = null;
    if (plate !== null && event.type === "pointerup") change(stage, { item: plate.item });
  };
  canvas.onkeydown = (event) => {
    const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (by === undefined && event.key !== "Home") return;
    event.preventDefault();
    stage.angles = by === undefined ? START : turned(stage.angles, ...by);
    turn(stage);
  };
}

function listenToLarge(stage, canvas) {
  canvas.onpointermove = canvas.onclick = (event) => {
    const found = underLarge(canvas, event, stage.shape);
    if (found !== null && (found[0] !== stage.view.row || found[1] !== stage.view.column)) point(stage, found);
  };
  canvas.onkeydown = (event) => {
    const [, , rows, columns] = stage.shape;
    const to = walk(event.key, { rows, columns }, stage.view.row, stage.view.column);
    if (to === null) return;
    event.preventDefault();
    point(stage, to);
  };
}

const point = (stage, [row, column]) => change(stage, { row, column });

function listenToBatch(stage, canvas) {
  canvas.onclick = (event) => {
    const found = underBatch(canvas, event, stage.layout, stage.shape);
    if (found !== null) change(stage, { item: found.place, row: found.row, column: found.column });
  };
  canvas.onkeydown = (event) => {
    const last = stage.shape[0] - 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: stage.layout.across, ArrowUp: -stage.layout.across }[event.key];
    const item = { Home: 0, End: last }[event.key] ?? stage.view.item + step;
    if (Number.isNaN(item)) return;
    event.preventDefault();
    if (item >= 0 && item <= last) change(stage, { item });
  };
}

function save(stage) {
  const figures = ["space", "large", "spread", "batch"].map((name) => ({
    canvases: [...stage.find(`.${name}`).querySelectorAll("canvas")],
    caption: stage.find(`.${name} figcaption`).textContent,
  }));
  const title = `${stage.captions.title}: ${stage.find(".counted").textContent}`;
  savePicture(stage.root, `${stage.captions.file}.png`, withScale(title, stage.scale), figures);
}
