// A map, its maxima, and four ways back to the old size, on one scale. Pointing at a cell reads it in all of them, marks
// the pooled cells it comes from, and writes the arithmetic of each way. What is settled on is told to Python.

import { asFigures, drawPanel, makePanels, markPanel, scaleOver, tablesOf, withScale, writeScale } from "../../kernel/panels.js";
import { breadth } from "../../kernel/size.js";
import { made, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { makeStage } from "../../kernel/stage.js";
import { explain, writeSums } from "./sums.js";

/** @import { Cell, Packed, Panel, Plane, Scale, Stage, Values } from "../../kernel/types.d.ts" */
/** @import { UnpoolingView } from "../../kernel/views.d.ts" */
/** @typedef {{ panels: Panel[], maps: Record<string, Plane>, scale: Scale, range: number, window: number, align_corners: boolean, padding: number }} Own */
/** @typedef {Stage<UnpoolingView, Own>} Unpooling */

const KEYS = ["original", "pooled", "unpooled", "nearest", "bilinear", "transposed"];
const WAYS = ["unpooled", "nearest", "bilinear", "transposed"];
/** @type {UnpoolingView["look"][]} */
const LOOKS = ["values", "errors"];
const [SMALLEST, LARGEST, NARROW, GAP] = [130, 190, 620, 12];
const AROUND = 220; // of the room, what is not for the maps themselves

export default makeStage({ root: ".back", narrow: NARROW, take, draw, mark, describe, table, picture });

/** @param {Unpooling} stage */
function take(stage) {
  stage.maps = Object.fromEntries([...KEYS, "kernel"].map((key) => [key, mapOf(stage.planes[key])]));
  const [low, high] = scaleOver(KEYS.map((key) => stage.maps[key].values));
  stage.range = high - low;
  makeFigures(stage);
  makeLooks(stage);
}

/** @param {Packed} packed @returns {Plane} */
const mapOf = ({ values, shape: [rows, columns] }) => ({ values, rows, columns });

/** @param {Unpooling} stage */
function makeFigures(stage) {
  const panels = KEYS.map((key) => {
    const stop = key === "original" || key === "pooled";
    return { key, ...stage.maps[key], label: stage.words[key], note: stage.captions.notes[key], stop };
  });
  stage.panels = makePanels(stage.find(".maps"), panels, {
    point: (key, row, column, chosen) => point(stage, key, row, column, chosen),
    at: (key) => (key === "pooled" ? above(stage) : [stage.view.row, stage.view.column]),
  });
}

/** The pooled cell above the one in question. @param {Unpooling} stage @returns {Cell} */
const above = ({ view, window: side }) => [Math.floor(view.row / side), Math.floor(view.column / side)];

/** @param {Unpooling} stage */
function makeLooks(stage) {
  const buttons = LOOKS.map((look) => {
    const button = Object.assign(made("button", stage.words[`look_${look}`]), { type: "button", onclick: () => stage.settle({ look }) });
    button.dataset.look = look;
    return button;
  });
  stage.find(".looks").replaceChildren(...buttons);
}

/** @param {Unpooling} stage */
function draw(stage) {
  const { view, panels, find } = stage;
  for (const button of find(".looks").children) button.setAttribute("aria-pressed", String(button.dataset.look === view.look));
  for (const panel of panels) panel.values = shownValues(stage, panel.key);
  stage.scale = scaleOver(panels.map(({ values }) => values));
  const side = sideOf(stage);
  // The pooled map is drawn as large as the others: its cells are as large as the windows they come from.
  for (const panel of panels) drawPanel(panel, side, stage.scale, stage.palettes);
  writeScale(find(".legend"), stage.scale, stage.planes);
  find(".scope").textContent = stage.words[`scope_${view.look}`];
}

/** How long the maps are: as the line has room, and so that both lines fit into the window. @param {Unpooling} stage */
function sideOf({ root, room, find }) {
  const narrow = root.classList.contains("narrow");
  const across = narrow ? 2 : 3;
  const each = (breadth(find(".maps")) - (across - 1) * GAP) / across;
  const tall = narrow ? LARGEST : Math.max(SMALLEST, (room - AROUND) / 2);
  return Math.floor(Math.min(LARGEST, each, tall));
}

/** What a panel shows: its values, or, of a way back, how far they are from the original. @param {Unpooling} stage @param {string} key @returns {Values} */
function shownValues({ maps, view }, key) {
  if (view.look === "values" || !WAYS.includes(key)) return maps[key].values;
  return maps[key].values.map((value, index) => value - maps.original.values[index]);
}

/**
 * A cell of any panel is pointed at; a pooled one stands for the cell where its maximum was found.
 *
 * @param {Unpooling} stage @param {string} key @param {number} row @param {number} column @param {boolean} chosen
 */
function point(stage, key, row, column, chosen) {
  const at = row * stage.maps.pooled.columns + column;
  const { winner_rows: rows, winner_columns: columns } = stage.planes;
  const to = key === "pooled" ? [rows.values[at], columns.values[at]] : [row, column];
  const same = to[0] === stage.view.row && to[1] === stage.view.column;
  if (!same || chosen) stage.move({ row: to[0], column: to[1] }, chosen);
}

/** Marks the cell in every map and reads it. @param {Unpooling} stage */
function mark(stage) {
  const { view: { row, column }, window: side, panels } = stage;
  const used = new Map(explain(stage, row, column).flatMap(({ cells }) => cells).map((cell) => [cell.join(), cell]));
  for (const panel of panels) {
    const own = panel.key === "pooled" ? above(stage) : /** @type {Cell} */ ([row, column]);
    markPanel(panel, panel.key === "pooled" ? pooledBoxes([...used.values()], own) : largeBoxes(own, above(stage), side), stage.theme.accent);
    panel.read.textContent = say(panel.values[own[0] * panel.columns + own[1]], stage.range);
  }
}

/** @param {Cell[]} used @param {Cell} own */
const pooledBoxes = (used, [row, column]) => [
  ...used.map(([top, left]) => ({ top, left, rows: 1, columns: 1, thick: 1 })),
  { top: row, left: column, rows: 1, columns: 1, thick: 2.5 },
];

/** @param {Cell} own @param {Cell} pooled @param {number} side */
const largeBoxes = ([row, column], [down, across], side) => [
  { top: down * side, left: across * side, rows: side, columns: side, thick: 1 },
  { top: row, left: column, rows: 1, columns: 1, thick: 2.5 },
];

/** Writes how each way comes to its value; says all values. @param {Unpooling} stage */
function describe(stage) {
  const { view: { row, column }, maps: { original }, panels, words } = stage;
  const at = row * original.columns + column;
  stage.find(".where").textContent = put(words.where, { row, column, value: say(original.values[at], stage.range) });
  writeSums(stage, stage.find(".sums dl"), explain(stage, row, column), at);
  return put(words.readout, { row, column, ...Object.fromEntries(panels.map(({ key, read }) => [key, read.textContent])) });
}

/** @param {Unpooling} stage */
function table(stage) {
  const { view: { row, column }, shared, panels, range } = stage;
  return tablesOf(shared, panels, {
    at: ({ key }) => (key === "pooled" ? above(stage) : [row, column]),
    read: ({ values }, at) => say(values[at], range),
  });
}

/** @param {Unpooling} stage */
function picture({ captions, scale, panels }) {
  return { file: captions.file, title: withScale(captions.title, scale), figures: asFigures(panels) };
}
