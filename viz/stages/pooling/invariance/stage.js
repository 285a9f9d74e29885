// A map before and after pooling, of the picture as it was, moved, and their difference: six maps on one scale. Pointing
// at a cell shows the window it belongs to in all of them, and reads their values. What is settled on is told to Python.

import { nearestUnit } from "../../kernel/field.js";
import { asFigures, drawPanel, makePanels, markPanel, scaleOver, tablesOf, withScale, writeScale } from "../../kernel/panels.js";
import { px, breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { makeStage } from "../../kernel/stage.js";
import { boxOf, cellOf, minus } from "./windows.js";

/** @import { Cell, Panel, Scale, Stage } from "../../kernel/types.d.ts" */
/** @import { CellView } from "../../kernel/views.d.ts" */
/** @typedef {Stage<CellView, { panels: (Panel & { side: string })[], scale: Scale }>} Invariance */

const SIDES = ["before", "after"];
const KINDS = ["old", "new", "difference"];
const [SMALLEST, LARGEST, NARROW, GAP] = [120, 200, 420, 12];
const AROUND = 250; // of the room, what is not for the maps themselves

export default makeStage({ root: ".shifted", narrow: NARROW, take, draw, mark, describe, table, told, picture });

/** @param {Invariance} stage */
function take(stage) {
  stage.panels = SIDES.flatMap((side) => makeSide(stage, side));
  stage.scale = scaleOver(stage.panels.map(({ values }) => values));
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
}

/** @param {Invariance} stage @param {string} side */
function makeSide(stage, side) {
  const { [`${side}_old`]: old, [`${side}_new`]: moved } = stage.planes;
  const [rows, columns] = old.shape;
  const maps = [old.values, moved.values, minus(moved.values, old.values)];
  const panels = KINDS.map((kind, at) => {
    return { key: `${side}_${kind}`, side, title: stage.captions[side], label: stage.words[kind], values: maps[at], rows, columns, stop: kind === "new" };
  });
  return makePanels(stage.find(`.${side} .maps`), panels, {
    point: (_, row, column, chosen) => point(stage, side, row, column, chosen),
    at: () => (side === "before" ? [stage.view.row, stage.view.column] : pooledCell(stage)),
  });
}

/** @param {Invariance} stage */
function draw({ root, room, panels, scale, palettes }) {
  const width = breadth(root);
  const tall = width < NARROW ? LARGEST : Math.max(SMALLEST, (room - AROUND) / 2);
  const side = Math.floor(Math.min(LARGEST, tall, (width - (KINDS.length - 1) * GAP) / KINDS.length));
  for (const panel of panels) {
    drawPanel(panel, panel.rows * panel.columns === 1 ? side / 2 : side, scale, palettes);
    panel.figure.style.maxWidth = px(side); // a single cell is drawn smaller, and its label takes as much room as ever
  }
}

/** The window that the cell belongs to: [row, column] of the map after pooling. @param {Invariance} stage @returns {Cell} */
function pooledCell({ planes, view }) {
  return [nearestUnit(planes.row_centres.values, view.row), nearestUnit(planes.column_centres.values, view.column)];
}

/** The cell that stands for a window. @param {Invariance["planes"]} planes @param {number} row @param {number} column */
const standing = ({ window_rows: rows, window_columns: columns, row_centres: down, column_centres: across }, row, column) => ({
  ...{ row: cellOf(rows.values, down.values, row), column: cellOf(columns.values, across.values, column) },
});

/**
 * A cell of either side is pointed at; one after pooling stands for the middle of its window.
 *
 * @param {Invariance} stage @param {string} side @param {number} row @param {number} column @param {boolean} chosen
 */
function point(stage, side, row, column, chosen) {
  const cell = side === "before" ? { row, column } : standing(stage.planes, row, column);
  const same = cell.row === stage.view.row && cell.column === stage.view.column;
  if (!same || chosen) stage.move(cell, chosen);
}

/** Marks the cell and its window. @param {Invariance} stage */
function mark(stage) {
  const [row, column] = pooledCell(stage);
  const window_ = windowOf(stage);
  for (const panel of stage.panels) {
    const [top, left] = panel.side === "before" ? [stage.view.row, stage.view.column] : [row, column];
    const own = { top, left, rows: 1, columns: 1 };
    const boxes = panel.side === "before" ? [{ ...window_, thick: 2.5 }, { ...own, thick: 1.5 }] : [{ ...own, thick: 2.5 }];
    markPanel(panel, boxes, stage.theme.accent);
  }
}

/** @param {Invariance} stage */
const windowOf = (stage) => boxOf(stage.planes.window_rows.values, stage.planes.window_columns.values, ...pooledCell(stage));

/** Reads all six maps. @param {Invariance} stage */
function describe(stage) {
  const { view, panels, scale, words } = stage;
  const [row, column] = pooledCell(stage);
  const { top, left, rows, columns } = windowOf(stage);
  for (const panel of panels) {
    const at = panel.side === "before" ? view.row * panel.columns + view.column : row * panel.columns + column;
    panel.read.textContent = say(panel.values[at], scale[1] - scale[0]);
  }
  const [old, moved, , oldPooled, movedPooled] = panels.map(({ read }) => read.textContent);
  const window_ = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  return put(words.readout, { ...view, ...window_, pooled_row: row, pooled_column: column, old, new: moved, old_pooled: oldPooled, new_pooled: movedPooled });
}

/** @param {Invariance} stage */
function table(stage) {
  const { view, scale, shared, panels } = stage;
  return tablesOf(shared, panels, {
    at: ({ side }) => (side === "before" ? [view.row, view.column] : pooledCell(stage)),
    read: ({ values }, at) => say(values[at], scale[1] - scale[0]),
  });
}

/** @param {Invariance} stage */
function told({ view, serial }) {
  return { ...view, serial };
}

/** @param {Invariance} stage */
function picture({ captions, scale, panels }) {
  return { file: captions.file, title: withScale(captions.title, scale), figures: asFigures(panels) };
}
