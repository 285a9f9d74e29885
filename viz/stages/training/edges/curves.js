// Loss or accuracy over the updates, on the batch and on held-out pictures, and where in it the moment lies; below, bars.

import { decimal, simple, whole } from "../../kernel/numerals.js";
import { fit } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { largestOf } from "./kernels.js";

/** @import { Edges } from "./types.d.ts" */

/** @typedef {{ x: (update: number) => number, y: (value: number) => number }} Axes */

const HEIGHT = 190;
const MARGIN = { left: 44, right: 12, top: 10, bottom: 40 };
const TENS = [0, 1, 10, 100, 1000];
const BARS = 132; // units high
const NAMES = 112; // units of the layers' names
const VALUES = 56;
const TOP = { loss: 4, accuracy: 1 };

/** Where an update lies from left to right, 0 to 1: evenly on a scale of powers of ten of the update and one. @param {number} update @param {number} last */
export const across = (update, last) => Math.log1p(update) / Math.log1p(last);

/** The moment nearest to a place on the curve. @param {Edges} stage @param {number} x */
export function momentAt({ find, updates }, x) {
  const share = (x - MARGIN.left) / (breadth(find(".course .plane")) - MARGIN.left - MARGIN.right);
  const last = updates[updates.length - 1];
  const away = updates.map((update) => Math.abs(across(update, last) - share));
  return away.indexOf(Math.min(...away));
}

/** @param {Edges} stage */
export function drawCurves(stage) {
  const { find, view, updates, planes, words, theme } = stage;
  const canvas = find(".course canvas");
  const width = breadth(find(".course .plane"));
  const context = fit(canvas, width, HEIGHT);
  const [last, top] = [updates[updates.length - 1], TOP[view.curve]];
  /** @type {Axes} */
  const axes = {
    x: (update) => MARGIN.left + across(update, last) * (width - MARGIN.left - MARGIN.right),
    y: (value) => HEIGHT - MARGIN.bottom - (Math.min(value, top) / top) * (HEIGHT - MARGIN.bottom - MARGIN.top),
  };
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  drawAxes(context, axes, { top, last });
  context.fillText(words.update, MARGIN.left + (width - MARGIN.left) / 2, HEIGHT - 18);
  const batch = /** @type {[number, number][]} */ ([...planes[view.curve].values].map((value, update) => [update, value]));
  const held = [...planes[`held_out_${view.curve}`].values];
  Object.assign(context, { strokeStyle: theme.line, lineWidth: 1 });
  stroke(context, batch.map(([update, value]) => [axes.x(update), axes.y(value)]));
  Object.assign(context, { strokeStyle: theme.accent, lineWidth: 2 });
  stroke(context, held.map((value, moment) => [axes.x(updates[moment]), axes.y(value)]));
  drawCursor(context, axes, updates[view.moment], held[view.moment], top);
  find(".course h2").textContent = words[`course_${view.curve}`];
  canvas.setAttribute("aria-label", put(words.course_alt, { what: words[`curve_${view.curve}`], update: whole(updates[view.moment]) }));
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {{ top: number, last: number }} ends */
function drawAxes(context, { x, y }, { top, last }) {
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  for (let line = 0; line <= 4; line += 1) {
    const value = (line / 4) * top;
    stroke(context, [[x(0), y(value)], [x(last), y(value)]]);
    context.fillText(top === 1 ? decimal(value, 2) : simple(value), MARGIN.left - 8, y(value));
  }
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  for (const update of [...TENS, last]) context.fillText(whole(update), Math.min(x(update), x(last) - 8), y(0) + 5);
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {number} update @param {number} value @param {number} top */
function drawCursor(context, { x, y }, update, value, top) {
  const { fillStyle } = context;
  Object.assign(context, { strokeStyle: fillStyle, lineWidth: 1 });
  stroke(context, [[x(update), y(0)], [x(update), y(top)]]);
  context.beginPath();
  context.arc(x(update), y(value), 5, 0, 2 * Math.PI);
  context.fill();
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} spots */
function stroke(context, spots) {
  context.beginPath();
  for (const [x, y] of spots) context.lineTo(x, y);
  context.stroke();
}

/** Gradient sizes by layer, or what batch norm keeps by channel, on one scale over all moments. @param {Edges} stage */
export function drawBars(stage) {
  const { find, view, planes, words, layers, theme, updates } = stage;
  const { values, shape: [, count] } = planes[view.beside];
  const now = [...values].slice(view.moment * count, (view.moment + 1) * count);
  const canvas = find(".bars canvas");
  const width = breadth(find(".bars"));
  const context = fit(canvas, width, BARS);
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  if (view.beside === "gradients") drawLayers(context, now, { layers, width, largest: largestOf(values), accent: theme.accent, ink: theme.ink });
  else drawChannels(context, now, { width, largest: largestOf(values), accent: theme.accent });
  find(".bars h2").textContent = words[`bars_${view.beside}`];
  canvas.setAttribute("aria-label", put(words.bars_alt, { what: words[`beside_${view.beside}`], update: whole(updates[view.moment]) }));
}

/** @param {CanvasRenderingContext2D} context @param {number[]} now @param {{ layers: string[], width: number, largest: number, accent: string, ink: string }} how */
function drawLayers(context, now, { layers, width, largest, accent, ink }) {
  const line = BARS / now.length;
  context.textBaseline = "middle";
  now.forEach((value, layer) => {
    const middle = (layer + 0.5) * line;
    const long = (value / largest) * (width - NAMES - VALUES);
    Object.assign(context, { fillStyle: ink, textAlign: "left" });
    context.fillText(layers[layer], 0, middle);
    context.fillText(neat(value, 0), NAMES + long + 6, middle);
    context.fillStyle = accent;
    context.fillRect(NAMES, middle - line / 2 + 2, long, line - 4);
  });
}

/** @param {CanvasRenderingContext2D} context @param {number[]} now @param {{ width: number, largest: number, accent: string }} how */
function drawChannels(context, now, { width, largest, accent }) {
  const around = Math.min(...now) < 0 || now.length === 0;
  const tall = BARS - 24;
  const zero = around ? 12 + tall / 2 : 12 + tall;
  const unit = (around ? tall / 2 : tall) / largest;
  const step = (width - MARGIN.left - MARGIN.right) / now.length;
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  for (const value of around ? [-largest, 0, largest] : [0, largest]) context.fillText(neat(value, 0), MARGIN.left - 8, zero - value * unit);
  stroke(context, [[MARGIN.left, zero], [width - MARGIN.right, zero]]);
  context.fillStyle = accent;
  now.forEach((value, channel) => context.fillRect(MARGIN.left + channel * step + 1, zero - Math.max(0, value) * unit, step - 2, Math.abs(value) * unit));
}
