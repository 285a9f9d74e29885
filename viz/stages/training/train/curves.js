// Loss and accuracy as curves that grow: training batches as a plain line, held-out pictures as a broken one with dots.

import { neat } from "../../kernel/scale.js";
import { fit } from "../../kernel/paint.js";
import { decimal, whole } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";

/** @import { Theme } from "../../kernel/types.d.ts" */
/** @import { Axes, Spot, Training } from "./types.d.ts" */

const MARGIN = { left: 56, right: 10, top: 8, bottom: 24 };
const HEIGHT = 170;
const NARROWEST = 200;
const MOST_SPOTS = 150; // of a line: more are drawn as means
const ROOM = 1.5; // how far above the loss of the start a curve is followed
const SPARSE = 40; // dots that can still be told apart

/** Means of as many updates each as leave at most so many spots: [update, mean]. @param {number[]} values @param {number} most @returns {Spot[]} */
export function means(values, most) {
  const many = Math.max(1, Math.ceil(values.length / most));
  return Array.from({ length: Math.ceil(values.length / many) }, (_, at) => {
    const part = values.slice(at * many, (at + 1) * many);
    return [at * many + (part.length + 1) / 2, part.reduce((sum, value) => sum + value, 0) / part.length];
  });
}

/** How many updates stand in a spot of the line. @param {number} length */
export const together = (length) => Math.max(1, Math.ceil(length / MOST_SPOTS));

/** Draws both. @param {Training} stage */
export function drawCurves(stage) {
  const { curves, now, words } = stage;
  const held = now?.held ?? [];
  const first = held[0]?.loss ?? 2;
  const highest = Math.max(...curves.losses.slice(-MOST_SPOTS), ...held.map(({ loss }) => loss).filter(Number.isFinite), 0);
  const top = Math.max(1e-6, Math.min(first * ROOM, Math.max(first, highest)));
  const end = Math.max(10, now?.tip ?? 0);
  drawOne(stage, ".loss", { end, top, said: (value) => neat(value, top) }, means(curves.losses, MOST_SPOTS), held.map(({ update, loss }) => [update, loss]));
  drawOne(stage, ".accuracy", { end, top: 1, said: (value) => put(words.percent, { number: decimal(100 * value, 0) }) }, means(curves.accuracies, MOST_SPOTS), held.map(({ update, accuracy }) => [update, accuracy]));
}

/** @param {Training} stage @param {string} name @param {{ end: number, top: number, said: (value: number) => string }} scale @param {Spot[]} line @param {Spot[]} dots */
function drawOne({ find, theme, now, words, widths }, name, { end, top, said }, line, dots) {
  const figure = find(name);
  const [canvas, width] = [figure.querySelector("canvas"), Math.max(NARROWEST, widths.loss)];
  const context = fit(canvas, width, HEIGHT);
  const [long, tall] = [width - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
  /** @type {Axes} */
  const axes = {
    x: (update) => MARGIN.left + (update / end) * long,
    y: (value) => MARGIN.top + (1 - Math.min(1, value / top)) * tall,
    end,
    top,
  };
  drawGrid(context, axes, theme, said);
  drawLine(context, axes, line, theme.accent, []);
  drawLine(context, axes, dots, theme.ink, [6, 4]);
  if (dots.length <= SPARSE) drawDots(context, axes, dots, theme.ink);
  if (now && now.update < now.tip) drawLine(context, axes, [[now.update, 0], [now.update, top]], theme.ink, []);
  const last = dots.at(-1);
  canvas.setAttribute("aria-label", put(words.curve_alt, { name: words[name.slice(1)], updates: whole(now?.tip ?? 0), held: last ? said(last[1]) : "" }));
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {Theme} theme @param {(value: number) => string} said */
function drawGrid(context, { x, y, end, top }, theme, said) {
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1, textAlign: "right", textBaseline: "middle" });
  for (const value of [0, top / 2, top]) {
    context.beginPath();
    context.moveTo(x(0), y(value));
    context.lineTo(x(end), y(value));
    context.stroke();
    context.fillText(said(value), MARGIN.left - 6, y(value));
  }
  Object.assign(context, { textAlign: "left", textBaseline: "top" });
  context.fillText("0", x(0), y(0) + 5);
  context.textAlign = "right";
  context.fillText(whole(end), x(end), y(0) + 5);
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {Spot[]} spots @param {string} colour @param {number[]} dash */
function drawLine(context, { x, y }, spots, colour, dash) {
  Object.assign(context, { strokeStyle: colour, lineWidth: dash.length ? 2.5 : 1.5 });
  context.setLineDash(dash);
  context.beginPath();
  for (const [update, value] of spots) if (Number.isFinite(value)) context.lineTo(x(update), y(value));
  context.stroke();
  context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {Spot[]} spots @param {string} colour */
function drawDots(context, { x, y }, spots, colour) {
  context.fillStyle = colour;
  for (const [update, value] of spots) {
    if (!Number.isFinite(value)) continue;
    context.beginPath();
    context.arc(x(update), y(value), 3.5, 0, 2 * Math.PI);
    context.fill();
  }
}
