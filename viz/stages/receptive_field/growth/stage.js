// Through the layers of a network, one after the other: on the picture the box that a layer's unit sees, inside it those
// of the layers before, and beside it how it has come about. What a visitor settles on is told to Python.

import { textOf } from "../../kernel/aloud.js";
import { pictureCanvas } from "../../kernel/paint.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { made, put } from "../../kernel/text.js";
import { still } from "../../kernel/theme.js";
import { bindPicture, buildControls, goTo, plays, showControls } from "./controls.js";
import { drawBoxes, drawPicture } from "./draw.js";
import { around, placeIn, stops } from "./state.js";
import { explain, placeText, tableOfRungs, times } from "./words.js";

/** @import { Growth, Rung } from "./types.d.ts" */

const GROWING = 260; // milliseconds a box takes to its new size
const ROOM = { wide: 10, narrow: 7 }; // sizes that are written out in a row

export default makeStage({
  ...{ root: ".stage", narrow: 640, region: ".place", relays: true },
  ...{ open, take, plays, draw, mark, describe, aloud, table, picture, leave },
});

/** @param {Growth} stage */
function open(stage) {
  stage.index = () => Math.max(0, stage.rungs.findIndex(({ name }) => name === stage.view.layer));
  stage.stops = () => stops(stage.rungs, stage.view.every);
  stage.change = (change) => applyChange(stage, change);
  bindPicture(stage);
}

/** @param {Growth} stage */
function leave(stage) {
  cancelAnimationFrame(stage.growing);
}

/** @param {Growth} stage @param {boolean} anew */
function take(stage, anew) {
  const { words, about, find } = stage;
  const [rows, columns] = stage.planes.picture.shape;
  Object.assign(stage, { picture: { rows, columns }, source: pictureCanvas(stage.planes.picture) });
  for (const rung of stage.rungs) {
    const [down, across] = [rung.rows, rung.columns].map((place) => stage.axes[/** @type {any} */ (place)] ?? null);
    Object.assign(rung, { rows: down, columns: across });
  }
  find(".plane").setAttribute("aria-label", `${about.alt} ${words.keys}`);
  const brackets = stage.rungs.some(({ through }) => through !== null) ? words.key_through : "";
  find(".key").textContent = [words.key, brackets, words.keys].filter(Boolean).join(" ");
  if (anew) stage.touched = false;
  buildControls(stage);
}

/** @param {Growth} stage */
function draw(stage) {
  drawPicture(stage);
}

/** @param {Growth} stage */
function mark(stage) {
  cancelAnimationFrame(stage.growing);
  showControls(stage);
  drawBoxes(stage);
}

/** The layer, its size, how that comes about, and what the unit sees. @param {Growth} stage */
function describe(stage) {
  const { words, rungs, picture, view, hovered, find } = stage;
  const index = stage.index();
  const rung = rungs[index];
  find(".layer b").textContent = rung.name;
  find(".layer span").textContent = put(words.which, { kind: rung.kind, number: index + 1, count: rungs.length });
  find(".size").textContent = rung.scope === "unknown" ? words.size_unknown : put(words.size, { size: times(rung.size) });
  find(".how").replaceChildren(...explain(rung, words).map((line) => made("p", line)));
  writeSizes(stage);
  return placeText(rung, hovered ?? [view.row, view.column], [picture.rows, picture.columns], words);
}

/** The layer with its size; what the unit sees. @param {Growth} stage */
function aloud({ find }) {
  return [`${textOf(find(".layer"))}: ${find(".size").textContent}`, find(".place").textContent];
}

/** @param {Growth} stage */
function table(stage) {
  return [tableOfRungs(stage)];
}

/** The sizes of the layers that are stopped at, the current one marked; each leads there. @param {Growth} stage */
function writeSizes(stage) {
  const shown = stage.stops();
  const place = placeIn(shown, stage.index());
  const room = stage.root.classList.contains("narrow") ? ROOM.narrow : ROOM.wide;
  const sizes = around(shown, place, room).map((index) => {
    if (index === null) return made("span", "…");
    const rung = stage.rungs[index];
    const text = chip(rung);
    const button = Object.assign(made("button", text), { title: rung.name, onclick: () => goTo(stage, index) });
    button.setAttribute("aria-label", `${rung.name}: ${text}`);
    if (index === shown[place]) button.setAttribute("aria-current", "true");
    return button;
  });
  stage.find(".sizes").replaceChildren(...sizes);
}

/** A rung's size in short; in brackets that through windows alone, where something else sees the whole picture. @param {Rung} rung */
function chip({ scope, size, through }) {
  if (scope === "unknown") return "?";
  const [rows, columns] = through ?? size;
  const text = rows === columns ? String(rows) : `${rows}×${columns}`;
  return through === null ? text : `(${text})`;
}

/** The visitor does something: shown at once, the new box growing out of the old one, and told when they rest. @param {Growth} stage @param {Partial<Growth["view"]>} change */
function applyChange(stage, change) {
  const before = stage.index();
  stage.move(change);
  if (stage.index() > before && !still()) grow(stage);
}

/** @param {Growth} stage */
function grow(stage) {
  const start = performance.now();
  /** @param {number} now */
  const tick = (now) => {
    const share = Math.min(1, Math.max(0, (now - start) / GROWING));
    drawBoxes(stage, share);
    if (share < 1) stage.growing = requestAnimationFrame(tick);
  };
  tick(start);
}

/** @param {Growth} stage */
function picture({ about, view, words, find }) {
  const caption = put(words.saved, { seen: find(".size").textContent, row: view.row, column: view.column });
  const figures = figuresIn([find(".plane")]).map((figure) => ({ ...figure, caption }));
  return { file: `${about.file}-${view.layer}`, title: put(about.title, { layer: view.layer }), figures };
}
