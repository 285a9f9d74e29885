// @ts-nocheck
// The picture with the parts of a logit over it: for either class, and for their difference.

import { canvasOf, fit, frame, pictureCanvas, place } from "../../kernel/paint.js";
import { say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";

const LARGEST = 300; // CSS pixels

/** The picture without its colours, which would be taken for values. */
export function greyOf({ values, shape: [rows, columns] }) {
  const pixels = new Uint32Array(rows * columns);
  for (let at = 0; at < pixels.length; at += 1) {
    const grey = Math.round(0.299 * values[at * 3] + 0.587 * values[at * 3 + 1] + 0.114 * values[at * 3 + 2]);
    pixels[at] = ((255 << 24) | (grey << 16) | (grey << 8) | grey) >>> 0;
  }
  return canvasOf(pixels, rows, columns);
}

/** Makes the three figures anew. */
export function makePlanes(stage) {
  const { words, names: [one, other], logits, act } = stage;
  const difference = logits[0] - logits[1];
  const shown = [
    [one, logits[0]],
    [other, logits[1]],
    [put(words.difference, { one, other }), difference],
  ];
  stage.planesShown = shown.map(([label, logit], at) => makePlane(stage, at, label, put(words.logit, { logit: say(logit, 0) }), act));
  stage.find(".planes").replaceChildren(...stage.planesShown.map(({ figure }) => figure));
}

function makePlane({ words }, at, label, value, act) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption><b></b><span></span></figcaption><div class="plane" tabindex="0" role="img"><canvas></canvas><canvas></canvas><canvas></canvas></div>';
  const holder = figure.querySelector(".plane");
  const [name, number] = figure.querySelector("figcaption").children;
  name.textContent = label;
  name.setAttribute("title", label);
  number.textContent = value;
  holder.setAttribute("aria-label", `${label}, ${value}. ${words.keys}`);
  holder.onpointermove = (event) => act.point(at, event);
  holder.onpointerleave = act.leave;
  holder.onclick = (event) => act.choose(at, event);
  holder.onkeydown = (event) => act.press(at, event);
  holder.onfocus = () => act.focus(at);
  return { at, figure, holder, label, value, canvases: [...figure.querySelectorAll("canvas")] };
}

/** How large the planes are drawn: as wide as there is room, and no wider than fits the window. */
export function sizePlanes(stage) {
  const [high, wide] = stage.planes.picture.shape;
  const room = Math.min(LARGEST, stage.planesShown[0].figure.clientWidth);
  stage.zoom = room / Math.max(high, wide);
}

/** The picture, and each cell in the colour of its part. */
export function drawPlane(stage, { at, canvases: [base, heat] }) {
  const { planes, zoom, mix, rows, columns, parts, palette, scale, shape } = stage;
  const [high, wide] = planes.picture.shape;
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

function colourAt(value, palette, [bottom, top]) {
  const level = top > bottom ? (255 * (value - bottom)) / (top - bottom) : 127.5;
  const pixel = palette.colours[Math.max(0, Math.min(255, (level + 0.5) | 0))];
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

/** The cell's own pixels, and in dashes all that it sees. */
export function markPlane(stage, { canvases: [, , marks] }) {
  const { planes, zoom, rows, columns, here, shape, accent } = stage;
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

/** What a cell sees: { top, left, bottom, right } in pixels, null where that is not known. */
export function boxAt({ planes, shape }, { row, column }) {
  if (planes.boxes === undefined) return null;
  const start = (row * shape.columns + column) * 4;
  const [top, left, bottom, right] = planes.boxes.values.subarray(start, start + 4);
  return { top, left, bottom, right };
}

function outline(context, { top, left, bottom, right }, zoom, [high, wide], accent, thick) {
  const inset = (value, limit) => Math.max(2, Math.min(limit * zoom - 2, value * zoom));
  const [x, y] = [inset(left, wide), inset(top, high)];
  frame(context, x, y, inset(right, wide) - x, inset(bottom, high) - y, accent, thick);
}
