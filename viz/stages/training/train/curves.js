// Loss and accuracy as curves that grow: training batches as a plain line, held-out pictures as a broken one with dots.

import { neat } from "../../kernel/scale.js";
import { decimal, whole } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";
import { drawDots, drawGrid, drawLine, drawMoment, plot } from "../curves.js";

/** @import { Spot } from "../curve_types.d.ts" */
/** @import { Training } from "./types.d.ts" */

const MARGIN = { left: 56, right: 10, top: 8, bottom: 24 };
const HEIGHT = 170;
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
  const canvas = find(name).querySelector("canvas");
  const drawing = plot(canvas, { width: widths.loss, height: HEIGHT, margin: MARGIN, theme, updates: end, high: top });
  drawGrid(drawing, { lines: [0, top / 2, top].map((value) => [value, said(value)]), marks: [[0, "0"], [end, whole(end)]] });
  drawLine(drawing, line, { colour: theme.accent, wide: 1.5 });
  drawLine(drawing, dots, { colour: theme.ink, wide: 2.5, dash: [6, 4] });
  if (dots.length <= SPARSE) drawDots(drawing, dots, { colour: theme.ink });
  if (now && now.update < now.tip) drawMoment(drawing, now.update);
  const last = dots.at(-1);
  canvas.setAttribute("aria-label", put(words.curve_alt, { name: words[name.slice(1)], updates: whole(now?.tip ?? 0), held: last ? said(last[1]) : "" }));
}
