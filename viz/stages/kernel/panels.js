// Several maps side by side on one scale, all pointed at together: a panel is a map with its name, its marks, its value.

import { tableOfCells } from "./cells.js";
import { bindKeys } from "./keys.js";
import { canvasOf, fit, frame, gradient, paintValues, place, preparePalette } from "./paint.js";
import { bindPointer, cellUnder } from "./pointer.js";
import { limits, paletteFor, say } from "./scale.js";
import { px } from "./size.js";
import { part } from "./text.js";

/** @import { Cell, Figure, Marked, Packed, Palettes, Panel, PanelActs, PanelLike, Scale, Shape, Table, Values } from "./types.d.ts" */

const SMALLEST_MARK = 7; // CSS pixels: a cell smaller than that is still marked so that it can be found

/**
 * Makes the figures of panels inside `holder`.
 *
 * `panels`: { key, label, note, title, values, rows, columns, stop } each; `stop`: the tabulator key stops there. `act.point(key,
 * row, column, chosen)` is called for the mouse or a finger, and for keys, which start from `act.at(key)`; `act.rest(key)`
 * when the mouse leaves a panel.
 *
 * @template {PanelLike} P @param {HTMLElement} holder @param {P[]} panels @param {PanelActs} act
 * @returns {(P & Panel)[]}
 */
export function makePanels(holder, panels, act) {
  const made = /** @type {(P & Panel)[]} */ (/** @type {unknown} */ (panels));
  holder.replaceChildren(...made.map((panel) => makePanel(panel, act)));
  return made;
}

/** @param {Panel} panel @param {PanelActs} act */
function makePanel(panel, act) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption><b></b><small></small></figcaption><div class="plane"><canvas role="img"></canvas><canvas></canvas></div><div class="value"></div>';
  const [canvas, marks] = figure.querySelectorAll("canvas");
  Object.assign(panel, { figure, canvas, marks, read: part(figure, ".value") });
  figure.dataset.key = panel.key;
  part(figure, "b").textContent = panel.label;
  part(figure, "small").textContent = panel.note ?? "";
  canvas.tabIndex = panel.stop ? 0 : -1;
  canvas.setAttribute("aria-label", nameOf(panel));
  /** @param {[number, number]} cell @param {boolean} chosen */
  const point = (cell, chosen) => act.point(panel.key, ...cell, chosen);
  bindPointer(canvas, {
    at: (event) => cellUnder(event, canvas, panel),
    look: (cell) => (cell === null ? act.rest?.(panel.key) : point(cell, false)),
    choose: (cell) => point(cell, true),
  });
  const { at } = act;
  if (at) bindKeys(canvas, { layout: () => ({ kind: "cells", ...shapeOf(panel) }), at: () => at(panel.key), go: (cell) => point(cell, true) });
  return figure;
}

/** What a panel is called by itself. @param {Pick<Panel, "title" | "label" | "note">} panel */
const nameOf = ({ title, label, note }) => [title, label, note].filter(Boolean).join(", ");

/**
 * The panels as tables; `at(panel)`: the cell in question, `read(panel, index)`: the value there as it stands on stage.
 *
 * @template {Panel} P @param {Record<string, string>} words of the kernel @param {P[]} panels
 * @param {{ at: (panel: P) => Cell, read: (panel: P, index: number) => string }} how @returns {Table[]}
 */
export const tablesOf = (words, panels, { at, read }) =>
  panels.map((panel) => tableOfCells(words, nameOf(panel), panel, at(panel), (row, column) => read(panel, row * panel.columns + column)));

/** What panels read at this moment, each heading once: "Before: old 0.12; new 0.4; After: old …". @param {Panel[]} panels */
export function spokenOf(panels) {
  const said = panels.map(({ title, label, read }, at) => {
    const heading = title && title !== panels[at - 1]?.title ? `${title}: ` : "";
    return `${heading}${label} ${read.textContent}`;
  });
  return said.join("; ");
}

/** @param {Shape} shape */
const shapeOf = ({ rows, columns }) => ({ rows, columns });

/** @param {Shape} shape @param {number} row @param {number} column */
export const inside = ({ rows, columns }, row, column) => row >= 0 && column >= 0 && row < rows && column < columns;

/** The lowest and highest finite value of several maps, as limits of a scale. @param {Iterable<Values>} maps @returns {Scale} */
export function scaleOver(maps) {
  let [low, high] = [Infinity, -Infinity];
  for (const values of maps) {
    for (const value of values) {
      if (value < low && value > -Infinity) low = value;
      if (value > high && value < Infinity) high = value;
    }
  }
  return low > high ? [0, 0] : limits(low, high, "auto");
}

/** The palettes that came with a payload, ready to paint with. @param {Record<string, Packed>} planes @returns {Palettes} */
export function palettesOf(planes) {
  const brought = ["sequential", "diverging"].filter((name) => planes[name] !== undefined);
  return /** @type {any} */ (Object.fromEntries(brought.map((name) => [name, preparePalette(planes[name].values)])));
}

/**
 * Width and height, in units, of a map whose longer side is `side`.
 *
 * @param {Shape} shape @param {number} side @returns {[number, number]}
 */
export function sizeOf({ rows, columns }, side) {
  const longest = Math.max(rows, columns);
  return [Math.max(1, Math.round((side * columns) / longest)), Math.max(1, Math.round((side * rows) / longest))];
}

/**
 * Paints a panel's map, `side` units long, on a scale.
 *
 * @param {Panel} panel @param {number} side @param {Scale} scale @param {Palettes} palettes
 */
export function drawPanel(panel, side, scale, palettes) {
  const { values, rows, columns, canvas } = panel;
  panel.size = sizeOf(panel, side);
  const source = canvasOf(paintValues(values, scale, palettes[paletteFor(scale)]), rows, columns);
  place(fit(canvas, ...panel.size), source, [0, 0, columns, rows], [0, 0, ...panel.size]);
  // So that what stands above a map ends where the map does; of a small one it may be wider.
  panel.figure.style.maxWidth = px(Math.max(side, panel.size[0]));
}

/**
 * Marks boxes { top, left, rows, columns, thick } of cells in a panel.
 *
 * @param {Pick<Panel, "marks" | "size" | "rows" | "columns">} panel @param {Marked[]} boxes @param {string} accent
 */
export function markPanel({ marks, size: [width, height], rows, columns }, boxes, accent) {
  const context = fit(marks, width, height);
  const [across, down] = [width / columns, height / rows];
  for (const box of boxes) {
    const wide = Math.max(SMALLEST_MARK, box.columns * across);
    const tall = Math.max(SMALLEST_MARK, box.rows * down);
    /** @param {number} start @param {number} length @param {number} most */
  const within = (start, length, most) => Math.max(1, Math.min(most - 1 - length, start));
    frame(context, within(box.left * across, wide, width), within(box.top * down, tall, height), wide, tall, accent, box.thick ?? 2);
  }
}

/**
 * The scale below the panels: its bar, its ends, and where zero lies.
 *
 * @param {HTMLElement} legend @param {Scale} scale @param {Record<string, Packed>} planes
 */
export function writeScale(legend, scale, planes) {
  const range = scale[1] - scale[0];
  part(legend, ".low").textContent = say(scale[0], range);
  part(legend, ".high").textContent = say(scale[1], range);
  part(legend, ".bar").style.background = gradient(planes[paletteFor(scale)].values);
}

/**
 * A title with the ends of the scale behind it, for a picture that is kept without its legend.
 *
 * @param {string} title @param {Scale} scale
 */
export const withScale = (title, [low, high]) => `${title} (${say(low, high - low)} … ${say(high, high - low)})`;

/**
 * The figures of panels as `savePicture` takes them.
 *
 * @param {Pick<Panel, "canvas" | "marks" | "label" | "note">[]} panels @returns {Figure[]}
 */
export function asFigures(panels) {
  return panels.map(({ canvas, marks, label, note }) => ({
    canvases: [canvas, marks],
    caption: [label, note].filter(Boolean).join(": "),
  }));
}
