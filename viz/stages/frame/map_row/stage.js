// The same map at several points of the network, side by side on one scale; pointing at a cell reads it in all of them. It
// tells the page nothing, so it does without the life of a stage; what is heard of it and its tables are the kernel's.

import { hear, introduce, makeAloud } from "../../kernel/aloud.js";
import { tableOfCells } from "../../kernel/cells.js";
import { bindKeys } from "../../kernel/keys.js";
import { markWith } from "../../kernel/numerals.js";
import { canvasOf, fit, frame, paintCodes, place, preparePalette } from "../../kernel/paint.js";
import { writeScale } from "../../kernel/panels.js";
import { arrive, endingOf, opened } from "../../kernel/payload.js";
import { bindPointer, cellUnder } from "../../kernel/pointer.js";
import { decode, limits, paletteFor, say } from "../../kernel/scale.js";
import { followTables, makeTables, nameTables } from "../../kernel/table.js";
import { made, part, put } from "../../kernel/text.js";
import { themeOf } from "../../kernel/theme.js";
import { waiting } from "../../kernel/waiting.js";

/** @import { Aloud, Cell, Kernel, Mounting, Palette, Scale, Tables } from "../../kernel/types.d.ts" */
/** @typedef {{ label: string, note: string }} Map */
/** @typedef {Pick<Kernel<never>, "root" | "planes" | "words" | "shared"> & { aloud: Aloud, tables: Tables, awaited?: unknown }} Held */
/** @typedef {Held & { payload: Uint8Array, maps: Map[], low: number, high: number, start: Cell, unit: Cell, scale: Scale, palette: Palette }} Row */

/** @type {WeakMap<HTMLElement, Row>} */
const rows = new WeakMap();
const SIDE = 170;

/** @param {Mounting<Uint8Array>} mounting */
export default function mountMapRow({ data, parentElement, setTriggerValue }) {
  const row = rows.get(parentElement) ?? openRow(part(parentElement, ".row"));
  rows.set(parentElement, row);
  if (row.payload !== data) arrive(row, data, () => receive(row, data), waiting(row.root, setTriggerValue));
  return () => {
    row.awaited = null;
    clearTimeout(row.aloud.timer);
    clearTimeout(row.tables.timer);
    rows.delete(parentElement);
  };
}

/** @param {HTMLElement} root @returns {Row} */
function openRow(root) {
  const row = /** @type {Row} */ ({ root });
  row.tables = makeTables(root, () => tablesOf(row));
  row.aloud = makeAloud(root, () => false);
  return row;
}

/** @param {Row} row @param {Uint8Array} data */
function receive(row, data) {
  const { words: shared = {}, marks } = endingOf(data);
  markWith(marks);
  Object.assign(row, { payload: data, shared }, opened(data));
  nameTables(row.tables, shared);
  row.scale = limits(row.low, row.high, "auto");
  row.palette = preparePalette(row.planes[paletteFor(row.scale)].values);
  part(row.root, ".maps").replaceChildren(...row.maps.map((map, index) => makeFigure(row, map, index)));
  writeScale(row.root, row.scale, row.planes);
  row.aloud.said = null; // other maps are announced by what brought them here
  point(row, row.start);
  introduce(row.root, shared);
}

/** The value of a map at a cell, in words. @param {Row} row @param {number} index @param {number} down @param {number} across */
function read({ planes: { codes, low, step }, ...row }, index, down, across) {
  const [, rows, columns] = codes.shape;
  return say(decode(codes.values[(index * rows + down) * columns + across], low.values[index], step.values[index]), row.high - row.low);
}

/** @param {Row} row */
function tablesOf(row) {
  return row.maps.map(({ label, note }, index) =>
    tableOfCells(row.shared, `${label}, ${note}`, geometry(row), row.unit, (down, across) => read(row, index, down, across)),
  );
}

/** @param {Row} row @param {Map} map @param {number} index */
function makeFigure(row, { label, note }, index) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canvas></canvas></div><div class="value"></div>';
  part(figure, "figcaption").append(label, made("small", note));
  const { codes, height, width, rows: down, columns: across } = geometry(row);
  const pixels = new Uint32Array(down * across);
  const { low, step } = row.planes;
  paintCodes(codes, index * pixels.length, pixels.length, low.values[index], step.values[index], row.scale, row.palette, pixels, 0);
  const [canvas] = figure.querySelectorAll("canvas");
  canvas.setAttribute("aria-label", `${label}, ${note}`);
  place(fit(canvas, width, height), canvasOf(pixels, down, across), [0, 0, across, down], [0, 0, width, height]);
  bindPointer(canvas, { at: (event) => cellUnder(event, canvas, geometry(row)), look: (cell) => cell && point(row, cell) });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", rows: down, columns: across }),
    at: () => row.unit,
    go: (unit) => point(row, unit),
  });
  return figure;
}

/** @param {Row} row */
function geometry({ planes: { codes: { values, shape: [, rows, columns] } } }) {
  const longest = Math.max(rows, columns);
  return { codes: values, rows, columns, height: (SIDE * rows) / longest, width: (SIDE * columns) / longest };
}

/** Marks a cell in every map and writes its values. @param {Row} row @param {Cell} unit */
function point(row, unit) {
  const { rows: down, columns: across, width, height } = geometry(row);
  row.unit = unit;
  const { accent } = themeOf(row.root);
  const [wide, tall] = [Math.max(5, width / across), Math.max(5, height / down)];
  row.root.querySelectorAll("figure").forEach((figure, index) => {
    const [, marks] = figure.querySelectorAll("canvas");
    frame(fit(marks, width, height), (unit[1] * width) / across, (unit[0] * height) / down, wide, tall, accent);
    part(figure, ".value").textContent = read(row, index, ...unit);
  });
  const said = put(row.words.place, { row: unit[0], column: unit[1] });
  part(row.root, ".readout").textContent = said;
  hear(row.aloud, `${said} ${row.maps.map(({ label }, index) => `${label} ${read(row, index, ...unit)}`).join("; ")}`);
  followTables(row.tables);
}
