// A window that slides over a plane: the plane, what the window holds, and the output filling up, linked. Everything is
// worked out here while somebody plays; what they settle on is told to Python, which keeps it in the address.

import { tableOfCells } from "../../kernel/cells.js";
import { greys } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { line } from "../../kernel/written.js";
import { button, buildControls, showControls } from "./controls.js";
import { drawInput, drawOutput, markInput, markOutput } from "./draw.js";
import { buildCellsEditor, buildKernelEditor } from "./editors.js";
import { SPEEDS, buildPlayer, plays, showPlayer } from "./player.js";
import { bindPointers } from "./pointing.js";
import { drawProducts } from "./products.js";
import { compute, difference } from "./state.js";
import { placeText, problemText, writeConvolution, writeFormula, writePooling, writeTerm } from "./words.js";

/** @import { Cell, Plane, Table } from "../../kernel/types.d.ts" */
/** @import { Slide, View } from "./types.d.ts" */

export default makeStage({
  ...{ root: ".stage", narrow: 640, region: ".place", relays: true },
  ...{ open, take, plays, draw, mark, describe, table, told, picture },
});

/** @param {Slide} stage */
function open(stage) {
  Object.assign(stage, { tap: null, filled: null, speed: SPEEDS[2], greys: greys(), dragging: false });
  Object.assign(stage, { painting: false, brush: 9, editing: "products", unfolded: false });
  stage.changed = (change) => applyChange(stage, change);
  stage.choose = (change, keepFilled) => choose(stage, change, keepFilled);
  stage.showPlayer = () => showPlayer(stage);
  stage.refuse = (words, input) => refuse(stage, words, input);
  stage.fold = () => {
    stage.unfolded = !stage.unfolded;
    stage.follow();
  };
  stage.setPainting = (on) => {
    stage.painting = on;
    stage.root.classList.toggle("painting", on);
  };
  bindPointers(stage);
}

/** @param {Slide} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) stage.filled = null;
  buildControls(stage);
  buildPlayer(stage);
  recompute(stage);
}

/** Something but the position has changed: all of it is worked out anew. @param {Slide} stage */
function recompute(stage) {
  stage.found = compute(stage, stage.view);
  if (stage.found.problem === null) {
    const { rows, columns } = stage.found.output;
    stage.view.row = Math.max(0, Math.min(rows - 1, stage.view.row));
    stage.view.column = Math.max(0, Math.min(columns - 1, stage.view.column));
  }
  stage.tap = null;
  stage.hovered = null;
}

/** @param {Slide} stage */
function draw(stage) {
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
}

/** @param {Slide} stage */
function caption(stage) {
  const { image, output, other, setting } = stage.found;
  const { words, view } = stage;
  /** @param {import("../../kernel/types.d.ts").Shape} shape */
  const size = ({ rows, columns }) => ({ rows, columns });
  const source = view.source === "picture" ? stage.about.picture : words[`source_${view.source}`];
  stage.find(".input figcaption").textContent = put(words.input, { source, ...size(image) });
  stage.find(".products .title").textContent = put(words.products, { rows: setting.kernel[0], columns: setting.kernel[1] });
  const main = stage.operation === "pooling" ? `output_${view.pool}` : view.convolve ? "output_convolved" : "output";
  stage.find(".output figcaption").textContent = put(words[main], size(output));
  if (other !== null) stage.find(".other figcaption").textContent = put(words.output_other, size(other));
  for (const name of ["input", "output", "other"]) {
    const caption = stage.find(`.${name} figcaption`).textContent; // there is no other output where the two ways agree
    stage.find(`.${name} .plane`).setAttribute("aria-label", [caption, words.keys].filter(Boolean).join(". "));
  }
}

/** @param {Slide} stage */
function writeAgreement(stage) {
  const { output, other } = stage.found;
  if (other === null) return;
  const { cells, most } = difference(output, other);
  const text = cells === 0 ? stage.words.agree : stage.words.differ;
  stage.find(".agree").textContent = put(text, { cells, all: output.values.length, most: neat(most, most) });
}

/** The position pointed at, or else the chosen one. @param {Slide} stage @returns {Cell} */
const positionOf = ({ hovered, view }) => hovered ?? [view.row, view.column];

/** Everything that follows the position. @param {Slide} stage */
function mark(stage) {
  const { found, tap, filled } = stage;
  if (found.problem !== null) return;
  const position = positionOf(stage);
  stage.held = drawProducts(stage, position, tap);
  markInput(stage, position, tap);
  for (const [name, map] of Object.entries({ output: found.output, other: found.other })) {
    if (map === null) continue;
    drawOutput(stage, name, map, filled ?? map.values.length);
    markOutput(stage, name, position);
  }
}

/** @param {Slide} stage */
function describe(stage) {
  if (stage.found.problem !== null) return null;
  const { held } = stage;
  const value = stage.operation === "pooling" ? writePooling(stage, held) : writeConvolution(stage, held.written);
  if (held.written) writeTerm(stage, held.written);
  return placeText(stage, positionOf(stage), value);
}

/** The plane around the window, what the window holds, the output around its cell; as many as there are. @param {Slide} stage @returns {Table[]} */
function table(stage) {
  const { found: { problem, image, output, other, setting }, held, shared, find } = stage;
  if (problem !== null) return [];
  const [row, column] = positionOf(stage);
  const corner = [row, column].map((at, axis) => Math.max(0, at * setting.stride[axis] - setting.padding[axis]));
  /** @param {string} name @param {Plane} plane @param {number[]} cell */
  const of = (name, { rows, columns, values }, cell) =>
    tableOfCells(shared, find(`.${name} figcaption`).textContent, { rows, columns }, cell, (down, across) => neat(values[down * columns + across], 0));
  const maps = [of("output", output, [row, column]), ...(other === null ? [] : [of("other", other, [row, column])])];
  const input = of("input", image, [Math.min(image.rows - 1, corner[0]), Math.min(image.columns - 1, corner[1])]);
  if (!held?.written) return [input, ...maps];
  const [rows, columns] = setting.kernel;
  const products = tableOfCells(shared, find(".products .title").textContent, { rows, columns }, [0, 0], (down, across) =>
    line(held.written, down * columns + across, down * columns + across + 1),
  );
  return [input, products, ...maps];
}

/** The middle view: what the window holds, or the kernel or the cells as fields to type in. @param {Slide} stage */
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
  if (shown === "kernel") buildKernelEditor(stage);
  else if (editing) buildCellsEditor(stage);
}

/** @param {Slide} stage @param {string} name @param {string} shown */
function makeTab(stage, name, shown) {
  const words = name === "products" ? `show_${stage.operation}` : `show_${name}`;
  const tab = button(stage, words, () => {
    stage.editing = name;
    stage.redraw();
  });
  tab.setAttribute("aria-pressed", String(name === shown));
  const { rows, columns } = stage.found.kernel ?? stage.found.image;
  tab.textContent = put(stage.words[words], { rows, columns });
  return tab;
}

/** @param {Slide} stage */
function picture({ find, found, about }) {
  const names = ["input", "products", "output", ...(found.other ? ["other"] : [])];
  return { file: about.file, title: find(".place").textContent, figures: figuresIn(names.map((name) => find(`.${name}`))) };
}

/** @param {Slide} stage @param {Partial<View>} change */
function applyChange(stage, change) {
  stage.player.stop();
  stage.filled = null;
  stage.find(".refused").hidden = true;
  Object.assign(stage.view, change);
  recompute(stage);
  stage.settle();
}

/** Another position is chosen; Python hears of it when the visitor rests. @param {Slide} stage @param {Partial<View>} change */
function choose(stage, change, keepFilled = false) {
  if (!keepFilled && !stage.playing && Object.keys(change).length > 0) stage.filled = null;
  stage.hovered = null;
  Object.assign(stage.view, change);
  stage.soon();
  stage.tellSoon();
}

/** @param {Slide} stage */
function told({ dragging, view }) {
  return dragging ? null : { ...view };
}

/** @param {Slide} stage @param {string} words @param {HTMLElement} [input] */
function refuse(stage, words, input) {
  const line = stage.find(".refused");
  line.hidden = false;
  line.textContent = words;
  if (input) stage.redraw();
}
