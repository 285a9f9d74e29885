// @ts-nocheck
// A ladder through the layers of a network: on the picture the box that a layer's unit sees, inside it those of the
// layers before, and beside it how it has come about. What a visitor settles on is told to Python.

import { DRAWN } from "../../kernel/drawn.js";
import { pictureCanvas } from "../../kernel/paint.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { savePicture } from "../../kernel/snapshot.js";
import { bindPointer, buildControls, goTo, showControls } from "./controls.js";
import { drawBoxes, drawPicture } from "./draw.js";
import { around, placeIn, stops } from "./state.js";
import { explain, placeText, times } from "./words.js";

const GROWING = 260; // milliseconds a box takes to its new size
const ROOM = { wide: 10, narrow: 7 }; // sizes that are written out in a row

export default mountStage(openStage, receive, { leave });

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const stage = { root, find: (selector) => root.querySelector(selector), hovered: null, playing: false, payload: null };
  stage.index = () => Math.max(0, stage.rungs.findIndex(({ name }) => name === stage.view.layer));
  stage.stops = () => stops(stage.rungs, stage.view.every);
  stage.change = (change) => applyChange(stage, change);
  stage.look = (pixel) => look(stage, pixel);
  stage.save = () => save(stage);
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  bindPointer(stage);
  return stage;
}

function leave(stage) {
  clearTimeout(stage.beating);
  cancelAnimationFrame(stage.frame);
}

/** Takes over a new payload; the view in it counts only under a new serial, else what the visitor did here does. */
function receive(stage, data) {
  if (stage.payload !== data) {
    stage.payload = data;
    Object.assign(stage, unpack(data));
    const [rows, columns] = stage.planes.picture.shape;
    Object.assign(stage, { picture: { rows, columns }, source: pictureCanvas(stage.planes.picture) });
    for (const rung of stage.rungs) {
      rung.rows = stage.axes[rung.rows] ?? null;
      rung.columns = stage.axes[rung.columns] ?? null;
    }
    stage.root.setAttribute("aria-label", stage.about.alt);
    stage.find(".plane").setAttribute("aria-label", `${stage.about.alt} ${stage.words.keys}`);
    stage.find("figcaption").textContent = stage.about.caption;
    const brackets = stage.rungs.some(({ through }) => through !== null) ? stage.words.key_through : "";
    stage.find(".key").textContent = [stage.words.key, brackets, stage.words.keys].filter(Boolean).join(" ");
    buildControls(stage);
  }
  if (stage.received !== stage.serial) {
    clearTimeout(stage.timer);
    clearTimeout(stage.beating);
    Object.assign(stage, { received: stage.serial, playing: false, touched: false, hovered: null, view: { ...stage.view_from_address } });
  }
  redraw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function redraw(stage) {
  if (stage.payload === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < 640);
  drawPicture(stage);
  show(stage);
}

function show(stage) {
  cancelAnimationFrame(stage.frame);
  showControls(stage);
  drawBoxes(stage);
  write(stage);
}

/** The layer, its size, how that comes about, and what the unit sees. */
function write(stage) {
  const { words, rungs, picture } = stage;
  const index = stage.index();
  const rung = rungs[index];
  const pixel = stage.hovered ?? [stage.view.row, stage.view.column];
  stage.find(".layer b").textContent = rung.name;
  stage.find(".layer span").textContent = put(words.which, { kind: rung.kind, number: index + 1, count: rungs.length });
  stage.find(".size").textContent = rung.scope === "unknown" ? words.size_unknown : put(words.size, { size: times(rung.size) });
  stage.find(".how").replaceChildren(
    ...explain(rung, words).map((line) => Object.assign(document.createElement("p"), { textContent: line })),
  );
  writeSizes(stage);
  const place = stage.find(".place");
  // Not while it plays: nobody can listen to a sentence a second.
  place.setAttribute("aria-live", stage.playing ? "off" : "polite");
  place.textContent = placeText(rung, pixel, [picture.rows, picture.columns], words);
}

/** The sizes of the layers the ladder stops at, the current one marked; each leads there. */
function writeSizes(stage) {
  const shown = stage.stops();
  const place = placeIn(shown, stage.index());
  const room = stage.root.classList.contains("narrow") ? ROOM.narrow : ROOM.wide;
  const made = around(shown, place, room).map((index) => {
    if (index === null) return Object.assign(document.createElement("span"), { textContent: "…" });
    const rung = stage.rungs[index];
    const text = chip(rung);
    const button = Object.assign(document.createElement("button"), { textContent: text, title: rung.name, onclick: () => goTo(stage, index) });
    button.setAttribute("aria-label", `${rung.name}: ${text}`);
    if (index === shown[place]) button.setAttribute("aria-current", "true");
    return button;
  });
  stage.find(".sizes").replaceChildren(...made);
}

/** A rung's size in short; in brackets that through windows alone, where something else sees the whole picture. */
function chip({ scope, size, through }) {
  if (scope === "unknown") return "?";
  const [rows, columns] = through ?? size;
  const text = rows === columns ? String(rows) : `${rows}×${columns}`;
  return through === null ? text : `(${text})`;
}

/** The visitor does something: shown at once, the new box growing out of the old one, and told when they rest. */
function applyChange(stage, change) {
  const before = stage.index();
  Object.assign(stage.view, change);
  show(stage);
  if (stage.index() > before && !window.matchMedia("(prefers-reduced-motion: reduce)").matches) grow(stage);
  tellSoon(stage);
}

function grow(stage) {
  const start = performance.now();
  const tick = (now) => {
    const share = Math.min(1, Math.max(0, (now - start) / GROWING));
    drawBoxes(stage, share);
    if (share < 1) stage.frame = requestAnimationFrame(tick);
  };
  tick(start);
}

/** The mouse is over a pixel, or gone. */
function look(stage, pixel) {
  if (String(pixel) === String(stage.hovered)) return;
  stage.hovered = pixel;
  cancelAnimationFrame(stage.frame);
  stage.frame = requestAnimationFrame(() => {
    drawBoxes(stage);
    write(stage);
  });
}

function tellSoon(stage) {
  clearTimeout(stage.timer);
  stage.timer = setTimeout(() => {
    if (!stage.playing) window.dispatchEvent(new CustomEvent(DRAWN, { detail: { ...stage.view } }));
  }, SETTLE);
}

function save(stage) {
  const { about, view, words } = stage;
  const canvases = [...stage.find(".plane").querySelectorAll("canvas")];
  const seen = stage.find(".size").textContent;
  const caption = put(words.saved, { seen, row: view.row, column: view.column });
  savePicture(stage.root, `${about.file}-${view.layer}.png`, put(about.title, { layer: view.layer }), [{ canvases, caption }]);
}
