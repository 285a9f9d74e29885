// One map in several forms, side by side in rows on one scale; where γ and β can be set, they act here at once. Pointing
// at a cell reads it in all of them; what is settled on is told to Python.

import { fit, pictureCanvas, place } from "../../kernel/paint.js";
import { asFigures, drawPanel, makePanels, markPanel, scaleOver, sizeOf, spokenOf, tablesOf, withScale, writeScale } from "../../kernel/panels.js";
import { px, breadth } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { makeControls, showControls } from "./controls.js";
import { stepped } from "./scaled.js";

/** @import { Packed } from "../../kernel/types.d.ts" */
/** @import { Form, Result, Row } from "./types.d.ts" */

const [LARGEST, SMALLEST, NARROW, GAP, SMALL] = [210, 104, 560, 12, 140];
const [CONTROLS, AROUND, OF_A_ROW] = [80, 128, 54]; // of the room, what is not for the maps themselves

export default makeStage({ root: ".normalized", take, draw, mark, describe, aloud, table, told, picture });

/** @param {Result} stage */
function take(stage) {
  // Where the picture was moved away there is nothing to compare: those cells are grey, which no palette has.
  if (stage.uncovered) for (const palette of Object.values(stage.palettes)) palette.nan = palette.clipped;
  stage.root.classList.toggle("plain", stage.affine === null);
  stage.panels = [];
  stage.find(".rows").replaceChildren(...stage.rows.map((row) => makeRow(stage, row)));
  stage.find(".legend").hidden = stage.panels.every(({ colour }) => colour);
  makeControls(stage, (change) => stage.settle(change));
}

/** @param {Result} stage @param {Row} row */
function makeRow(stage, row) {
  const holder = document.createElement("section");
  holder.innerHTML = '<h2></h2><div class="maps"></div>';
  part(holder, "h2").textContent = row.title;
  const panels = row.panels.map((panel, index) => {
    const [rows, columns] = stage.planes[panel.plane].shape;
    return { ...panel, values: stage.planes[panel.plane].values, rows, columns, stop: index === 0, title: row.title };
  });
  stage.panels.push(...makePanels(part(holder, ".maps"), panels, {
    point: (_, down, across, chosen) => point(stage, down, across, chosen),
    at: () => [stage.view.row, stage.view.column],
  }));
  return holder;
}

/** @param {Result} stage */
function draw(stage) {
  const width = breadth(stage.root);
  const most = Math.max(...stage.rows.map(({ panels }) => panels.length));
  const across = width < NARROW ? Math.min(most, most === 3 ? 3 : 2) : most;
  const around = AROUND + (stage.affine === null ? 0 : CONTROLS) + OF_A_ROW * stage.rows.length;
  const tall = width < NARROW ? LARGEST : Math.max(SMALLEST, (stage.room - around) / stage.rows.length);
  const side = Math.floor(Math.min(LARGEST, tall, (width - (across - 1) * GAP) / across));
  stage.root.classList.toggle("stacked", side < SMALL || stage.panels.some(({ colour }) => colour));
  for (const panel of stage.panels) panel.values = stepped(stage.planes[panel.plane].values, panel.step, stage.view);
  stage.scale = scaleOver(stage.panels.filter(({ colour }) => !colour).map(({ values }) => values));
  for (const panel of stage.panels) {
    if (panel.colour) drawColours(panel, stage.planes[panel.plane], side);
    else drawPanel(panel, side, stage.scale, stage.palettes);
  }
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  showControls(stage);
}

/** @param {Form} panel @param {Packed} plane @param {number} side */
function drawColours(panel, plane, side) {
  panel.size = sizeOf(panel, side);
  const source = pictureCanvas(plane);
  place(fit(panel.canvas, ...panel.size), source, [0, 0, panel.columns, panel.rows], [0, 0, ...panel.size]);
  panel.figure.style.maxWidth = px(Math.max(side, panel.size[0]));
}

/** Marks the cell, and reads every panel there. @param {Result} stage */
function mark(stage) {
  const { row, column } = stage.view;
  for (const panel of stage.panels) {
    markPanel(panel, [{ top: row, left: column, rows: 1, columns: 1 }], stage.theme.accent);
    panel.read.textContent = read(stage, panel, row * panel.columns + column);
  }
}

/** @param {Result} stage */
function describe({ words, captions, view: { row, column } }) {
  return put(words.readout, { row, column, channel: captions.channel });
}

/** The place, and the value there in every panel. @param {Result} stage */
function aloud(stage) {
  return [`${describe(stage)} ${spokenOf(stage.panels)}`, stage.find(".said").textContent];
}

/** @param {Result} stage */
function table(stage) {
  const { row, column } = stage.view;
  return tablesOf(stage.shared, stage.panels, { at: () => [row, column], read: (panel, at) => read(stage, panel, at) });
}

/** @param {Result} stage @param {Form} panel @param {number} at */
function read({ uncovered }, { values, colour }, at) {
  if (uncovered && Number.isNaN(values[at])) return "–";
  return colour ? [...values.subarray(3 * at, 3 * at + 3)].join("·") : say(values[at], 0);
}

/** @param {Result} stage @param {number} row @param {number} column @param {boolean} chosen */
function point(stage, row, column, chosen) {
  const same = row === stage.view.row && column === stage.view.column;
  if (!same || chosen) stage.move({ row, column }, chosen);
}

/** @param {Result} stage */
function told({ view, serial }) {
  return { ...view, serial };
}

/** @param {Result} stage */
function picture({ captions, panels, view, scale }) {
  const figures = asFigures(panels.map((panel) => ({ ...panel, note: panel.title })));
  const coloured = panels.every(({ colour }) => colour);
  const title = put(captions.title, { gamma: say(view.gamma ?? 1, 0), beta: say(view.beta ?? 0, 0) });
  return { file: captions.file, title: coloured ? title : withScale(title, scale), figures };
}
