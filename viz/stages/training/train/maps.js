// Kernels, their gradients, the chosen picture and its feature maps: drawn small, many on a canvas, each kind on one scale.

import { canvasOf, fit, greys, paintValues, place } from "../../kernel/paint.js";
import { scaleOver } from "../../kernel/panels.js";
import { paletteFor, say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";

/** @import { Maps, Training } from "./types.d.ts" */

const GAP = 4;
const KERNEL = 40; // units a side of a kernel
const LARGE = 84; // of weights that lie as the picture does, and of the chosen picture
const FEATURE = 56; // of a feature map

/** Draws all of them. @param {Training} stage */
export function drawMaps(stage) {
  const { find, now, words } = stage;
  if (now === null) return;
  const side = now.kernels.rows === now.side ? LARGE : KERNEL;
  drawAll(stage, find(".kernels"), stage.widths.kernels, now.kernels, side, words[now.kernels.rows === now.side ? "unit_weights" : "first_kernels"]);
  find(".gradients").hidden = now.gradients === null;
  if (now.gradients) drawAll(stage, find(".gradients"), stage.widths.kernels, now.gradients, side, words.their_gradients);
  drawFeatures(stage, now.features);
  drawChosen(stage);
}

/** Maps in lines, under a caption with the ends of their scale. @param {Training} stage @param {HTMLElement} figure @param {number} room @param {Maps} maps @param {number} side @param {string} name */
function drawAll({ palettes }, figure, room, { count, rows, columns, values }, side, name) {
  const scale = scaleOver([values]);
  const width = Math.max(side, room);
  const across = Math.max(1, Math.floor((width + GAP) / (side + GAP)));
  const down = Math.ceil(count / across);
  const canvas = /** @type {HTMLCanvasElement} */ (figure.querySelector("canvas"));
  const context = fit(canvas, Math.min(count, across) * (side + GAP) - GAP, down * (side + GAP) - GAP);
  // All of them below each other on one canvas: making one for each takes longer than drawing it.
  const source = canvasOf(paintValues(values, scale, palettes[paletteFor(scale)]), count * rows, columns);
  for (let at = 0; at < count; at += 1) {
    const [left, top] = [(at % across) * (side + GAP), Math.floor(at / across) * (side + GAP)];
    place(context, source, [0, at * rows, columns, rows], [left, top, side, side]);
  }
  const text = put(name, { low: say(scale[0], scale[1] - scale[0]), high: say(scale[1], scale[1] - scale[0]), count });
  /** @type {HTMLElement} */ (figure.querySelector("figcaption")).textContent = text;
  canvas.setAttribute("aria-label", text);
}

/** @param {Training} stage @param {Maps[]} features */
function drawFeatures(stage, features) {
  const holder = stage.find(".features");
  while (holder.children.length > features.length) holder.lastElementChild.remove();
  features.forEach((maps, at) => {
    const figure = /** @type {HTMLElement} */ (holder.children[at] ?? holder.appendChild(figureWithCanvas()));
    drawAll(stage, figure, stage.widths.features, maps, FEATURE, put(stage.words.features, { number: at + 1 }));
  });
}

/** @returns {HTMLElement} */
function figureWithCanvas() {
  const figure = document.createElement("figure");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  figure.append(document.createElement("figcaption"), canvas);
  return figure;
}

/** The chosen held-out picture. @param {Training} stage */
function drawChosen({ find, now, words }) {
  if (now === null) return;
  const figure = find(".chosen");
  const text = put(words.chosen, { number: now.chosen.picture });
  drawPicture(figure.querySelector("canvas"), now.chosen.pixels, now.side, LARGE);
  figure.querySelector("figcaption").textContent = text;
  figure.querySelector("canvas").setAttribute("aria-label", text);
}

/** A picture in greys. @param {HTMLCanvasElement} canvas @param {Float32Array} pixels @param {number} side @param {number} size */
export function drawPicture(canvas, pixels, side, size) {
  place(fit(canvas, size, size), canvasOf(paintValues(pixels, [0, 1], greys()), side, side), [0, 0, side, side], [0, 0, size, size]);
}
