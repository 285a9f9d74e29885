// A picture moved by some pixels, and what two layers make of it: the old answer, the new one, and how far the new one is
// from the old one moved along. All movements are here at once; sliding asks nobody.

import { fit, greys } from "../../kernel/paint.js";
import { asFigures, drawPanel, makePanels, markPanel, scaleOver, tablesOf, writeScale } from "../../kernel/panels.js";
import { breadth } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { planesOf, rowsOf } from "./rows.js";

/** @import { Cell, Palette, Panel, Stage, Values } from "../../kernel/types.d.ts" */
/** @import { Row } from "./rows.js" */
/** @import { SharingView } from "../../kernel/views.d.ts" */
/** @typedef {Stage<SharingView, { rows: Row[], grey: Palette, said: Record<string, string>[] }>} Moving */

const [NARROW, BETWEEN] = [620, 24];

export default makeStage({ root: ".moving", narrow: NARROW, open, take, draw, mark, describe, table, picture });

/** @param {Moving} stage */
function open(stage) {
  const slider = stage.find("input");
  slider.oninput = () => stage.settle({ pixels: Number(slider.value) });
}

/** @param {Moving} stage */
function take(stage) {
  // What is new in the picture can't be compared with anything: those cells are grey, which no palette has.
  for (const palette of Object.values(stage.palettes)) palette.nan = palette.clipped;
  stage.grey = greys();
  stage.find("input").max = stage.planes.picture.shape[0] - 1;
  stage.rows = rowsOf(stage);
  stage.find(".rows").replaceChildren(...stage.rows.map((row) => makeRow(stage, row)));
}

/** @param {Moving} stage @param {Row} row */
function makeRow(stage, row) {
  const holder = document.createElement("section");
  holder.className = "row";
  holder.innerHTML =
    '<h2></h2><p></p><div class="maps"></div><div class="legend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>';
  part(holder, "h2").textContent = row.title;
  Object.assign(row, { holder, scale: scaleOver(row.names.map((name) => finite(stage.planes[name].values))) });
  makePanels(part(holder, ".maps"), row.panels, {
    point: (_, at, across, chosen) => (chosen ? choose(stage, at, across) : stage.hover([at, across])),
    rest: () => stage.hover(null),
    at: () => [stage.view.row, stage.view.column],
  });
  return holder;
}

/** @param {Values} values */
const finite = (values) => values.filter((value) => !Number.isNaN(value));

/** @param {Moving} stage @param {number} row @param {number} column */
function choose(stage, row, column) {
  stage.hovered = null;
  stage.move({ row, column });
}

/** @param {Moving} stage */
function draw(stage) {
  const { root, view, find } = stage;
  const narrow = root.classList.contains("narrow");
  // Side by side two maps of a row stand in a line, on a telephone three.
  const width = narrow ? breadth(root) : (breadth(root) - 2 * BETWEEN) / 3;
  const side = Math.floor(narrow ? Math.min(108, (width - BETWEEN) / 3) : Math.min(170, (width - 13) / 2));
  stage.hovered = null;
  find("input").value = view.pixels;
  find("output").textContent = view.pixels;
  for (const row of stage.rows) {
    part(row.holder, "p").textContent = put(stage.words[`said_${row.key}`] ?? "", stage.said[view.pixels]);
    const palettes = row.key === "picture" ? { sequential: stage.grey, diverging: stage.grey } : stage.palettes;
    for (const panel of row.panels) {
      panel.values = planesOf(stage, panel.key, view.pixels);
      drawPanel(panel, side, row.scale, palettes);
    }
    writeScale(part(row.holder, ".legend"), row.scale, stage.planes);
    if (row.key === "picture") part(row.holder, ".bar").style.background = "linear-gradient(to right, #000, #fff)";
  }
}

/** The cell in question: [row, column], and the column where it was before it moved along. @param {Moving} stage */
function cellOf({ hovered, view }) {
  const [row, column] = /** @type {Cell} */ (hovered ?? [view.row, view.column]);
  return { row, column, before: column - view.pixels };
}

/** Marks the cell in question: in what is old where it was before it moved along. @param {Moving} stage */
function mark(stage) {
  const { row, column, before } = cellOf(stage);
  for (const panel of stage.rows.flatMap(({ panels }) => panels)) {
    const left = panel.old ? before : column;
    if (left >= 0) markPanel(panel, [{ top: row, left, rows: 1, columns: 1 }], stage.theme.accent);
    else fit(panel.marks, ...panel.size);
  }
}

/** @param {Moving} stage */
function describe(stage) {
  const { row, column, before } = cellOf(stage);
  const size = stage.planes.picture.shape[2];
  /** @param {string} name @param {number} pixels @param {number} at */
  const value = (name, pixels, at) => {
    const [low, high] = /** @type {Row} */ (stage.rows.find(({ key }) => key === name)).scale;
    return at < 0 ? "" : say(stage.planes[name].values[(pixels * size + row) * size + at], high - low);
  };
  const { pixels } = stage.view;
  return put(stage.words[before < 0 ? "readout_new" : "readout"], {
    ...{ row, column, before, now: value("convolved", pixels, column), was: value("convolved", 0, before) },
    ...{ now_connected: value("connected", pixels, column), was_connected: value("connected", 0, before) },
  });
}

/** All maps around the cell in question: in what is old where it was before it moved along. @param {Moving} stage */
function table(stage) {
  const { row, column, before } = cellOf(stage);
  return stage.rows.flatMap(({ panels, scale: [low, high] }) =>
    tablesOf(stage.shared, panels, {
      at: ({ old }) => [row, old ? Math.max(0, before) : column],
      // What is new in the picture can't be compared: no number stands there.
      read: ({ values }, at) => (Number.isNaN(values[at]) ? "–" : say(values[at], high - low)),
    }),
  );
}

/** @param {Moving} stage */
function picture({ rows, words, view }) {
  const figures = rows.flatMap(({ title, panels }) => asFigures(panels.map((panel) => ({ ...panel, note: title }))));
  return { file: words.file, title: put(words.title, view), figures };
}
