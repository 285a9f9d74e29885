// Weights as areas, all to one scale; what is too small to see is magnified step by step until it can be seen.
// There is nothing to point at, so it describes itself by its numbers alone, in words beside their colours, and in a table.

import { tableOfLines } from "../../kernel/cells.js";
import { whole } from "../../kernel/numerals.js";
import { fit } from "../../kernel/paint.js";
import { breadth } from "../../kernel/size.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { part, put } from "../../kernel/text.js";
import { STEP, chain } from "./zoom.js";

/** @import { Stage } from "../../kernel/types.d.ts" */
/** @import { Square } from "./zoom.js" */
/** @typedef {{ label: string, how: string, text: string, count: number }} Quantity */
/** @typedef {Stage<null, { quantities: Quantity[] }>} Areas */

const LARGEST = 196;

export default makeStage({ root: ".areas", draw, table, picture });

/** From much to little: empty, half, full. @param {Areas} stage */
const tonesOf = ({ theme }) => [theme.ground, "#9a9cab", theme.accent];

/** @param {Areas} stage */
function draw(stage) {
  const { root, quantities, find } = stage;
  const tones = tonesOf(stage);
  find(".counts").replaceChildren(...quantities.map((quantity, index) => makeLine(quantity, tones[index])));
  const side = Math.min(LARGEST, breadth(root) - 8);
  const frames = chain(quantities.map(({ count }) => count), side);
  find(".frames").replaceChildren(...frames.map((_, at) => makeFrame(stage, frames, at, side)));
}

/** A number, with the colour of its area and how it comes about. @param {Quantity} quantity @param {string} tone */
function makeLine({ label, how, text }, tone) {
  const line = document.createElement("li");
  line.innerHTML = "<i></i><span></span><span><b></b> <span></span></span>";
  part(line, "i").style.background = tone;
  part(line, "span").textContent = label;
  part(line, "b").textContent = text;
  part(line, "b + span").textContent = how;
  return line;
}

/** @param {Areas} stage @param {Square[]} frames @param {number} at @param {number} side */
function makeFrame(stage, frames, at, side) {
  const { words, theme } = stage;
  const figure = document.createElement("figure");
  figure.innerHTML = "<figcaption></figcaption><canvas></canvas>";
  part(figure, "figcaption").textContent = at === 0 ? words.whole : put(words.magnified, { times: whole(STEP ** at) });
  const context = fit(part(figure, "canvas"), side + 2, side + 2);
  const tones = tonesOf(stage);
  const { shown, ground } = frames[at];
  context.fillStyle = tones[ground];
  context.fillRect(1, 1, side, side);
  for (const square of [...shown].sort((one, other) => other.side - one.side)) {
    context.fillStyle = tones[square.index];
    context.fillRect(1, 1 + side - square.side, square.side, square.side);
    outline(context, theme.text, 1, 1 + side - square.side, square.side);
  }
  outline(context, theme.text, 1, 1, side);
  if (at < frames.length - 1) {
    // The piece that the next frame shows, magnified.
    const piece = side / Math.sqrt(STEP);
    context.setLineDash([2, 2]);
    outline(context, theme.text, 1, 1 + side - piece, piece);
  }
  return figure;
}

/** @param {CanvasRenderingContext2D} context @param {string} ink @param {number} left @param {number} top @param {number} side */
function outline(context, ink, left, top, side) {
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.strokeRect(left, top, side, side);
}

/** @param {Areas} stage */
function table({ words, shared, quantities }) {
  const columns = [words.table_layer, words.table_weights, words.table_how];
  return [tableOfLines(shared, words.whole, columns, { count: quantities.length, at: -1, line: (at) => [quantities[at].label, quantities[at].text, quantities[at].how] })];
}

/** The squares, with the numbers as their title. @param {Areas} stage */
function picture({ root, quantities, words }) {
  const title = quantities.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  return { file: words.file, title, figures: figuresIn(root.querySelectorAll("figure")) };
}
