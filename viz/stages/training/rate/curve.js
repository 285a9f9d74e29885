// The loss after every update as a curve, on a scale of powers of ten: a straight line is a loss multiplied by the same each time.

import { breadth } from "../../kernel/size.js";
import { fit } from "../../kernel/paint.js";
import { put } from "../../kernel/text.js";

/** @import { Valley } from "./types.d.ts" */

const MARGIN = { left: 50, right: 12, top: 8, bottom: 42 };
const NARROWEST = 200;
const START = [-4, 4]; // powers of ten that are always in sight
const LEAST = -30; // smaller losses are drawn here: nothing but rounding is left of them
const ROUND = 4; // the axis ends at every fourth power
const MOST_LINES = 5;
const RAISED = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/** The powers of ten at both ends of the axis. @param {number[]} losses */
export function endsOf(losses) {
  const powers = losses.map((loss) => (loss > 0 ? Math.max(LEAST, Math.log10(loss)) : LEAST));
  const low = Math.floor(Math.min(START[0], ...powers) / ROUND) * ROUND;
  return [low, Math.ceil(Math.max(START[1], ...powers) / ROUND) * ROUND];
}

/** A power of ten as it is written on an axis. @param {number} power */
export const tenTo = (power) => (power === 0 ? "1" : `10${power < 0 ? "⁻" : ""}${[...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join("")}`);

/** Draws the losses so far. @param {Valley} stage */
export function drawCurve(stage) {
  const { find, run, view, bounds, side, words, theme } = stage;
  const canvas = find(".curve canvas");
  const [width, height] = [Math.max(NARROWEST, breadth(find(".curve"))), Math.max(150, Math.round(side * 0.6))];
  const context = fit(canvas, width, height);
  const losses = run.losses.slice(0, view.updates + 1);
  const [low, high] = endsOf(losses);
  const [long, tall] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom];
  /** @param {number} update */
  const x = (update) => MARGIN.left + (update / bounds.updates) * long;
  /** @param {number} power */
  const y = (power) => MARGIN.top + ((high - power) / (high - low)) * tall;
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  drawGrid(context, { low, high, x, y, last: bounds.updates });
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  context.fillText(words.update, MARGIN.left + long / 2, height - 18);
  const spots = losses.map((loss, update) => [x(update), y(loss > 0 ? Math.max(LEAST, Math.log10(loss)) : LEAST)]);
  drawLine(context, spots, theme.accent);
  canvas.setAttribute("aria-label", put(words.curve_alt, { updates: view.updates }));
}

/** @param {CanvasRenderingContext2D} context @param {{ low: number, high: number, x: (update: number) => number, y: (power: number) => number, last: number }} axes */
function drawGrid(context, { low, high, x, y, last }) {
  const step = ROUND * Math.ceil((high - low) / ROUND / MOST_LINES);
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  for (let power = Math.ceil(low / step) * step; power <= high; power += step) {
    context.beginPath();
    context.moveTo(x(0), y(power));
    context.lineTo(x(last), y(power));
    context.stroke();
    context.fillText(tenTo(power), MARGIN.left - 8, Math.max(MARGIN.top + 6, y(power)));
  }
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  for (let update = 0; update <= last; update += last / 6) context.fillText(String(update), x(update), y(low) + 5);
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} spots @param {string} accent */
function drawLine(context, spots, accent) {
  Object.assign(context, { strokeStyle: accent, fillStyle: accent, lineWidth: 2 });
  context.beginPath();
  for (const [x, y] of spots) context.lineTo(x, y);
  context.stroke();
  spots.forEach(([x, y], at) => {
    context.beginPath();
    context.arc(x, y, at === spots.length - 1 ? 5 : 2.5, 0, 2 * Math.PI);
    context.fill();
  });
}
