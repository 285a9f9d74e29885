// Loss or accuracy over the updates, on the batch and on held-out pictures, and where in it the moment lies.

import { decimal, simple, whole } from "../../kernel/numerals.js";
import { breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { drawDots, drawGrid, drawLine, drawMoment, plot } from "../curves.js";

/** @import { Mark, Spot } from "../curve_types.d.ts" */
/** @import { Edges } from "./types.d.ts" */

const HEIGHT = 190;
const MARGIN = { left: 44, right: 12, top: 10, bottom: 40 };
const TENS = [0, 1, 10, 100, 1000];
const LINES = [0, 0.25, 0.5, 0.75, 1]; // of the highest value: where one crosses
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
  const [last, high] = [updates[updates.length - 1], TOP[view.curve]];
  const drawing = plot(canvas, { width: breadth(find(".course .plane")), height: HEIGHT, margin: MARGIN, theme, updates: last, across: (update) => across(update, last), high });
  drawGrid(drawing, { ...gridOf(high, last), name: words.update });
  drawLine(drawing, [...planes[view.curve].values].map((value, update) => [update, value]), { colour: theme.line, wide: 1 });
  /** @type {Spot[]} */
  const held = [...planes[`held_out_${view.curve}`].values].map((value, moment) => [updates[moment], value]);
  drawLine(drawing, held, { colour: theme.accent });
  drawMoment(drawing, updates[view.moment]);
  drawDots(drawing, [held[view.moment]], { colour: theme.ink, radius: 5 });
  find(".course h2").textContent = words[`course_${view.curve}`];
  canvas.setAttribute("aria-label", put(words.course_alt, { what: words[`curve_${view.curve}`], update: whole(updates[view.moment]) }));
}

/** @param {number} high @param {number} last @returns {{ lines: Mark[], marks: Mark[] }} */
const gridOf = (high, last) => ({
  lines: LINES.map((part) => [part * high, high === 1 ? decimal(part, 2) : simple(part * high)]),
  marks: [...TENS, last].map((update) => [update, whole(update)]),
});
