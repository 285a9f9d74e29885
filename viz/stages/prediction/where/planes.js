// The picture with the parts of a logit over it: for either class, and for their difference.

import { canvasOf, fit, frame, pictureCanvas, place } from "../../kernel/paint.js";
import { bindKeys } from "../../kernel/keys.js";
import { bindPointer, cellsTo } from "../../kernel/pointer.js";
import { say } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { part, put } from "../../kernel/text.js";
import { cellAt } from "./parts.js";

/** @import { Box, Cell, Packed, Palette, Scale } from "../../kernel/types.d.ts" */
/** @import { Drawn, View, Where } from "./types.d.ts" */

const [SMALLEST, LARGEST, AROUND] = [200, 420, 320]; // sides of a plane, and what of the room is not for them

/** The picture without its colours, which would be taken for values. @param {Packed} picture */
export function greyOf({ values, shape: [rows, columns] }) {
  const pixels = new Uint32Array(rows * columns);
  for (let at = 0; at < pixels.length; at += 1) {
    const grey = Math.round(0.299 * values[at * 3] + 0.587 * values[at * 3 + 1] + 0.114 * values[at * 3 + 2]);
    pixels[at] = ((255 << 24) | (grey << 16) | (grey << 8) | grey) >>> 0;
  }
  return canvasOf(pixels, rows, columns);
}

/** Makes the three figures anew. @param {Where} stage */
export function makePlanes(stage) {
  const { words, names: [one, other], logits } = stage;
  /** @type {[string, number][]} */
  const shown = [
    [one, logits[0]],
    [other, logits[1]],
    [put(words.difference, { one, other }), logits[0] - logits[1]],
  ];
  stage.planesShown = shown.map(([label, logit], at) => makePlane(stage, at, label, put(words.logit, { logit: say(logit, 0) })));
  stage.find(".planes").replaceChildren(...stage.planesShown.map(({ figure }) => figure));
}

/** @param {Where} stage @param {number} at @param {string} label @param {string} value @returns {Drawn} */
function makePlane(stage, at, label, value) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption><b></b><span></span></figcaption><div class="plane" tabindex="0" role="img"><canvas></canvas><canvas></canvas><canvas></canvas></div>';
  const holder = part(figure, ".plane");
  const [name, number] = part(figure, "figcaption").children;
  name.textContent = label;
  name.setAttribute("title", label);
  number.textContent = value;
  const named = put(stage.words.plane, { label, value });
  holder.setAttribute("aria-label", `${named}. ${stage.words.keys}`);
  bindPlane(stage, at, holder);
  return { at, figure, holder, label, value, name: named, canvases: [...figure.querySelectorAll("canvas")] };
}

/** @param {Where} stage @param {number} at @param {HTMLElement} holder */
function bindPlane(stage, at, holder) {
  const { act } = stage;
  bindPointer(holder, {
    at: (event) => under(stage, event, holder),
    look: (cell, event) => act.point(event.type === "pointerleave" ? stage.shown : at, cell),
    choose: (cell) => act.choose(at, cell),
  });
  bindKeys(holder, {
    layout: () => ({ kind: "cells", ...stage.shape }),
    at: () => /** @type {Cell} */ ([stage.view.row, stage.view.column]),
    go: ([row, column]) => act.choose(at, { row, column }),
  });
  holder.onfocus = () => act.point(at, null);
}

/** The cell under the mouse or a finger. @param {Where} stage @param {MouseEvent} event @param {HTMLElement} holder @returns {View | null} */
function under({ rows, columns, planes }, event, holder) {
  const [high, wide] = planes.picture.shape;
  const [down, across] = cellsTo(event, holder, { rows: high, columns: wide });
  return down < 0 || across < 0 || down >= high || across >= wide ? null : { row: cellAt(rows, down), column: cellAt(columns, across) };
}

/** How large the planes are drawn: as wide as there is room, and no wider than fits the window. @param {Where} stage */
export function sizePlanes(stage) {
  const [high, wide] = stage.planes.picture.shape;
  const tall = stage.root.classList.contains("narrow") ? LARGEST : Math.max(SMALLEST, Math.min(LARGEST, stage.room - AROUND));
  const room = Math.min(tall, breadth(stage.planesShown[0].figure));
  stage.zoom = room / Math.max(high, wide);
}

/**
 * The picture, and each cell in the colour of its part.
 *
 * @param {Where} stage @param {Drawn} plane
 */
export function drawPlane(stage, { at, canvases: [base, heat] }) {
  const { planes, zoom, mix, rows, columns, parts, palette, scale, shape } = stage;
  const [high, wide] = planes.picture.shape;
  /** @type {Cell} */
  const size = [wide * zoom, high * zoom];
  const source = mix > 0 ? stage.grey : pictureCanvas(planes.picture);
  place(fit(base, ...size), source, [0, 0, wide, high], [0, 0, ...size]);
  const context = fit(heat, ...size);
  context.globalAlpha = mix;
  parts[at].forEach((value, cell) => {
    const [row, column] = [Math.floor(cell / shape.columns), cell % shape.columns];
    context.fillStyle = colourAt(value, palette, scale);
    const [x, y] = [Math.round(columns[column] * zoom), Math.round(rows[row] * zoom)];
    context.fillRect(x, y, Math.round(columns[column + 1] * zoom) - x, Math.round(rows[row + 1] * zoom) - y);
  });
  context.globalAlpha = 1;
}

/** @param {number} value @param {Palette} palette @param {Scale} scale */
function colourAt(value, palette, [bottom, top]) {
  const level = top > bottom ? (255 * (value - bottom)) / (top - bottom) : 127.5;
  const pixel = palette.colours[Math.max(0, Math.min(255, (level + 0.5) | 0))];
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

/** The cell's own pixels, and in dashes all that it sees. @param {Where} stage @param {Drawn} plane */
export function markPlane(stage, { canvases: [, , marks] }) {
  const { planes, zoom, rows, columns, here, shape, theme: { accent } } = stage;
  const [high, wide] = planes.picture.shape;
  const context = fit(marks, wide * zoom, high * zoom);
  const box = boxAt(stage, here);
  if (box !== null) {
    context.setLineDash([6, 4]);
    outline(context, box, zoom, [high, wide], accent, 1.5);
    context.setLineDash([]);
  }
  if (here.row >= shape.rows || here.column >= shape.columns) return;
  const own = { top: rows[here.row], bottom: rows[here.row + 1], left: columns[here.column], right: columns[here.column + 1] };
  outline(context, own, zoom, [high, wide], accent, 2.5);
}

/**
 * What a cell sees: { top, left, bottom, right } in pixels, null where that is not known.
 *
 * @param {Where} stage @param {View} cell
 */
export function boxAt({ planes, shape }, { row, column }) {
  if (planes.boxes === undefined) return null;
  const start = (row * shape.columns + column) * 4;
  const [top, left, bottom, right] = planes.boxes.values.subarray(start, start + 4);
  return { top, left, bottom, right };
}

/**
 * @param {CanvasRenderingContext2D} context @param {Box} box @param {number} zoom
 * @param {Cell} size @param {string} accent @param {number} thick
 */
function outline(context, { top, left, bottom, right }, zoom, [high, wide], accent, thick) {
  /** @param {number} value @param {number} limit */
  const inset = (value, limit) => Math.max(2, Math.min(limit * zoom - 2, value * zoom));
  const [x, y] = [inset(left, wide), inset(top, high)];
  frame(context, x, y, inset(right, wide) - x, inset(bottom, high) - y, accent, thick);
}
