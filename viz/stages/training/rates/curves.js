// The loss of every network as a curve of its own, with its rate at its end: nobody needs to tell them by their colours alone.

import { decimal, marked } from "../../kernel/numerals.js";
import { fit } from "../../kernel/paint.js";
import { breadth } from "../../kernel/size.js";
import { GUESSING, smoothed } from "./race.js";

/** @import { Rates, Runner } from "./types.d.ts" */

const HEIGHT = 280;
const MARGIN = { left: 44, right: 64, top: 12, bottom: 42 };
const HIGHEST = 2.5;
const DASHES = [[2, 4], [8, 4], [], [14, 4, 2, 4], [4, 4]];
const [MIDDLE, APART] = [80, 30]; // of the palette's colours: those that can be seen on light and on dark
const LINE = 16; // between two rates that end at the same loss
const EVERY = 50; // updates between two marks

/** @param {Rates} stage */
export function drawCurves({ find, race, bounds, words, theme, palettes }) {
  const width = breadth(find(".plane"));
  const context = fit(find("canvas"), width, HEIGHT);
  const [right, bottom] = [width - MARGIN.right, HEIGHT - MARGIN.bottom];
  /** @param {number} update */
  const x = (update) => MARGIN.left + (update / bounds.updates) * (right - MARGIN.left);
  /** @param {number} loss */
  const y = (loss) => bottom - (Math.min(HIGHEST, loss) / HIGHEST) * (bottom - MARGIN.top);
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  drawAxes(context, { x, y, right, last: bounds.updates });
  context.textAlign = "center";
  context.fillText(words.update, (MARGIN.left + right) / 2, HEIGHT - 18);
  drawGuessing(context, { x, y, right }, words.guessing);
  const ends = (race?.runners ?? []).map((runner, at) => drawLine(context, runner, { x, y }, palettes.sequential.colours[MIDDLE + at * APART], DASHES[at]));
  nameEnds(context, ends.filter((end) => end !== null), theme.ink);
}

/** @typedef {{ x: (update: number) => number, y: (loss: number) => number, right?: number, last?: number }} Axes */

/** @param {CanvasRenderingContext2D} context @param {Axes} axes */
function drawAxes(context, { x, y, right = 0, last = 0 }) {
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  for (let loss = 0; loss <= HIGHEST; loss += 0.5) {
    stroke(context, [[x(0), y(loss)], [right, y(loss)]]);
    context.fillText(decimal(loss, 1), MARGIN.left - 8, y(loss));
  }
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  for (let update = 0; update <= last; update += EVERY) context.fillText(String(update), x(update), y(0) + 5);
}

/** @param {CanvasRenderingContext2D} context @param {Axes} axes @param {string} said */
function drawGuessing(context, { x, y, right = 0 }, said) {
  context.setLineDash([3, 3]);
  context.strokeStyle = context.fillStyle;
  stroke(context, [[x(0), y(GUESSING)], [right, y(GUESSING)]]);
  context.setLineDash([]);
  Object.assign(context, { textAlign: "left", textBaseline: "bottom" });
  context.fillText(said, x(0) + 6, y(GUESSING) - 4);
}

/** One curve; where it ends, and its rate. @param {CanvasRenderingContext2D} context @param {Runner} runner @param {Axes} axes @param {number} colour as 32 bits @param {number[]} dash */
function drawLine(context, { rate, losses }, { x, y }, colour, dash) {
  if (losses.length === 0) return null;
  const spots = losses.map((_, at) => [x(at + 1), y(smoothed(losses, at + 1) ?? 0)]);
  Object.assign(context, { strokeStyle: `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`, lineWidth: 3 });
  context.setLineDash(dash);
  stroke(context, spots);
  context.setLineDash([]);
  context.lineWidth = 1;
  return { rate, spot: spots[spots.length - 1] };
}

/** The rates beside the ends, from above, none over another. @param {CanvasRenderingContext2D} context @param {{ rate: string, spot: number[] }[]} ends @param {string} ink */
function nameEnds(context, ends, ink) {
  Object.assign(context, { fillStyle: ink, textAlign: "left", textBaseline: "middle" });
  let last = -LINE;
  for (const { rate, spot: [x, y] } of [...ends].sort((one, other) => one.spot[1] - other.spot[1])) {
    last = Math.max(last + LINE, y);
    context.fillText(marked(rate), x + 6, last);
  }
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} spots */
function stroke(context, spots) {
  context.beginPath();
  for (const [x, y] of spots) context.lineTo(x, y);
  context.stroke();
}
