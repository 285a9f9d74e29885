// The loss after every update as a curve, on a scale of powers of ten: a straight line is a loss multiplied by the same each time.

import { whole } from "../../kernel/numerals.js";
import { breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { drawDots, drawGrid, drawLine, plot } from "../curves.js";

/** @import { Mark, Spot } from "../curve_types.d.ts" */
/** @import { Valley } from "./types.d.ts" */

const MARGIN = { left: 50, right: 12, top: 8, bottom: 42 };
const START = [-4, 4]; // powers of ten that are always in sight
const LEAST = -30; // smaller losses are drawn here: nothing but rounding is left of them
const ROUND = 4; // the axis ends at every fourth power
const MOST_LINES = 5;
const PARTS = [0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1]; // of all updates: where one is marked
const RAISED = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/** How high a loss is drawn. @param {number} loss */
const powerOf = (loss) => (loss > 0 ? Math.max(LEAST, Math.log10(loss)) : LEAST);

/** The powers of ten at both ends of the axis. @param {number[]} losses */
export function endsOf(losses) {
  const powers = losses.map(powerOf);
  const low = Math.floor(Math.min(START[0], ...powers) / ROUND) * ROUND;
  return [low, Math.ceil(Math.max(START[1], ...powers) / ROUND) * ROUND];
}

/** A power of ten as it is written on an axis. @param {number} power */
export const tenTo = (power) => (power === 0 ? "1" : `10${power < 0 ? "⁻" : ""}${[...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join("")}`);

/** Draws the losses so far. @param {Valley} stage */
export function drawCurve(stage) {
  const { find, run, view, bounds, side, words, theme } = stage;
  const canvas = find(".curve canvas");
  const losses = run.losses.slice(0, view.updates + 1);
  const [low, high] = endsOf(losses);
  const size = { width: breadth(find(".curve")), height: Math.max(150, Math.round(side * 0.6)) };
  const drawing = plot(canvas, { ...size, margin: MARGIN, theme, updates: bounds.updates, low, high });
  drawGrid(drawing, { lines: powersIn(low, high), marks: PARTS.map((part) => markOf(part * bounds.updates)), name: words.update });
  /** @type {Spot[]} */
  const spots = losses.map((loss, update) => [update, powerOf(loss)]);
  drawLine(drawing, spots, { colour: theme.accent });
  drawDots(drawing, spots, { colour: theme.accent, radius: 2.5 });
  drawDots(drawing, spots.slice(-1), { colour: theme.accent, radius: 5 });
  canvas.setAttribute("aria-label", put(words.curve_alt, { updates: view.updates }));
}

/** An update and how it is written. @param {number} update @returns {Mark} */
const markOf = (update) => [update, whole(update)];

/** The powers of ten that have a line. @param {number} low @param {number} high @returns {Mark[]} */
function powersIn(low, high) {
  const step = ROUND * Math.ceil((high - low) / ROUND / MOST_LINES);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, line) => [first + line * step, tenTo(first + line * step)]);
}
