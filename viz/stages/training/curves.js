// Curves over updates: the axes, the lines across with what they stand for, the marks below, and what is drawn in between.
// Every part of the topic says what its axes hold and which lines stand between them; here alone is how they are drawn.

import { fit } from "../kernel/paint.js";

/** @import { Ends, Grid, Look, Plot, Spot } from "./curve_types.d.ts" */

const FONT = 14;
const NARROWEST = 200; // units: below, marks would lie over each other
const GAP = 8; // between the axis and what is written beside it
const NAME = 18; // of the axis below: its upper edge above the lower edge of the drawing
const APART = 16; // between two names written at the ends of lines

/** A drawing with its axes, empty; what lies outside of them is drawn at their edge. @param {HTMLCanvasElement} canvas @param {Ends} ends @returns {Plot} */
export function plot(canvas, { width: wished, height, margin, theme, across, updates, low = 0, high }) {
  const width = Math.max(NARROWEST, wished);
  const context = fit(canvas, width, height);
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
  Object.assign(context, { font: `${FONT}px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  return {
    ...{ context, theme, left, right, top, bottom, width, height },
    x: (update) => left + (across ? across(update) : update / updates) * (right - left),
    y: (value) => bottom - ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (bottom - top),
  };
}

/** The lines across, what they stand for beside them, the marks below, and the name of the axis below. @param {Plot} plot @param {Grid} grid */
export function drawGrid({ context, theme, left, right, top, bottom, height, x, y }, { lines, marks, name = "" }) {
  Object.assign(context, { fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1, textAlign: "right", textBaseline: "middle" });
  for (const [value, said] of lines) {
    stroke(context, [[left, y(value)], [right, y(value)]]);
    context.fillText(said, left - GAP, Math.max(top, FONT / 2, y(value)));
  }
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  for (const [update, said] of marks) context.fillText(said, inside(x(update), context.measureText(said).width, right + GAP), bottom + 5);
  if (name) context.fillText(name, (left + right) / 2, height - NAME);
}

/** Where the middle of a text is written so that it ends before the edge. @param {number} middle @param {number} wide @param {number} edge */
const inside = (middle, wide, edge) => Math.min(middle, edge - wide / 2);

/** A line through all spots that are numbers; where it ends. @param {Plot} plot @param {Spot[]} spots @param {Look} look */
export function drawLine({ context, x, y }, spots, { colour, wide = 2, dash = [] }) {
  const drawn = spots.filter(([, value]) => Number.isFinite(value)).map(([update, value]) => [x(update), y(value)]);
  Object.assign(context, { strokeStyle: colour, lineWidth: wide });
  context.setLineDash(dash);
  stroke(context, drawn);
  context.setLineDash([]);
  return drawn.at(-1) ?? null;
}

/** A dot at every spot that is a number. @param {Plot} plot @param {Spot[]} spots @param {{ colour: string, radius?: number }} look */
export function drawDots({ context, x, y }, spots, { colour, radius = 3.5 }) {
  context.fillStyle = colour;
  for (const [update, value] of spots) {
    if (!Number.isFinite(value)) continue;
    context.beginPath();
    context.arc(x(update), y(value), radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A line upwards at an update: where the moment lies. @param {Plot} plot @param {number} update */
export function drawMoment({ context, theme, top, bottom, x }, update) {
  Object.assign(context, { strokeStyle: theme.ink, lineWidth: 1 });
  stroke(context, [[x(update), bottom], [x(update), top]]);
}

/** A broken line across at a value, with what it is above it. @param {Plot} plot @param {number} value @param {string} said */
export function drawLevel({ context, theme, left, right, y }, value, said) {
  Object.assign(context, { fillStyle: theme.ink, strokeStyle: theme.ink, lineWidth: 1, textAlign: "left", textBaseline: "bottom" });
  context.setLineDash([3, 3]);
  stroke(context, [[left, y(value)], [right, y(value)]]);
  context.setLineDash([]);
  context.fillText(said, left + 6, y(value) - 4);
}

/** Names beside the ends of the lines that have one, from above, none over another. @param {Plot} plot @param {{ said: string, end: number[] | null }[]} named */
export function nameEnds({ context, theme }, named) {
  Object.assign(context, { fillStyle: theme.ink, textAlign: "left", textBaseline: "middle" });
  const ends = named.flatMap(({ said, end }) => (end ? [{ said, x: end[0], y: end[1] }] : []));
  let last = -APART;
  for (const { said, x, y } of ends.sort((one, other) => one.y - other.y)) {
    last = Math.max(last + APART, y);
    context.fillText(said, x + 6, last);
  }
}

/** A line through places of the drawing. @param {CanvasRenderingContext2D} context @param {number[][]} places */
export function stroke(context, places) {
  context.beginPath();
  for (const [x, y] of places) context.lineTo(x, y);
  context.stroke();
}
