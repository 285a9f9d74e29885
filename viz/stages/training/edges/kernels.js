// Kernels and feature maps as small pictures in lines: kernels in the colours of what they weigh, maps through a palette.

import { canvasOf, fit, paintValues, place } from "../../kernel/paint.js";
import { breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";

/** @import { Values } from "../../kernel/types.d.ts" */
/** @import { Answer, Edges } from "./types.d.ts" */

const ACROSS = 8;
const MOST_MAPS = 48;
const MAPS_ACROSS = 16;
const GAP = 1; // cells between two kernels
const LARGEST = 44; // units a side of a map
const MIDDLE = 127.5; // of a colour: a weight of 0

/** How many numbers a kernel has at a moment, and where those of the moment begin. @param {Edges} stage @param {number} moment */
export function kernelsAt({ planes }, moment) {
  const { values, shape: [, count, channels, rows, columns] } = planes.kernels;
  const size = channels * rows * columns;
  return { values: /** @type {Float32Array} */ (values).subarray(moment * count * size, (moment + 1) * count * size), count, size, rows, columns };
}

/** The size of the largest of some values. @param {ArrayLike<number>} values */
export function largestOf(values) {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, Math.abs(values[at]));
  return largest;
}

/** @param {Edges} stage */
export function drawKernels(stage) {
  const { find, view, planes, words, updates } = stage;
  const found = kernelsAt(stage, view.moment);
  const shared = largestOf(planes.kernels.values);
  const lines = Math.ceil(found.count / ACROSS);
  const [columns, rows] = [ACROSS * (found.columns + GAP) - GAP, lines * (found.rows + GAP) - GAP];
  const pixels = new Uint32Array(rows * columns);
  for (let kernel = 0; kernel < found.count; kernel += 1) {
    const own = found.values.subarray(kernel * found.size, (kernel + 1) * found.size);
    const [top, left] = [Math.floor(kernel / ACROSS) * (found.rows + GAP), (kernel % ACROSS) * (found.columns + GAP)];
    const scale = view.scale === "own" ? largestOf(own) : shared;
    for (let cell = 0; cell < found.rows * found.columns; cell += 1) {
      const at = (top + Math.floor(cell / found.columns)) * columns + left + (cell % found.columns);
      pixels[at] = colourOf(own, cell, found.rows * found.columns, scale);
    }
  }
  const width = breadth(find(".kernels .plane"));
  const height = Math.round((width * rows) / columns);
  const canvas = find(".kernels canvas");
  place(fit(canvas, width, height), canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, width, height]);
  canvas.setAttribute("aria-label", put(words.kernels_alt, { count: found.count, update: updates[view.moment] }));
}

/** A cell of a kernel as a colour: what it weighs red, green and blue, grey for nothing. @param {Float32Array} kernel @param {number} cell @param {number} cells @param {number} scale */
export function colourOf(kernel, cell, cells, scale) {
  const [red, green, blue] = [0, 1, 2].map((channel) => Math.round(MIDDLE + (MIDDLE * kernel[channel * cells + cell]) / (scale || 1)));
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** The maps of the layer that is chosen, each from 0 to its own largest value. @param {Edges} stage @param {Answer | undefined} answer */
export function drawMaps(stage, answer) {
  const { find, view, words, palettes } = stage;
  const side = Math.min(LARGEST, Math.floor(breadth(find(".maps .plane")) / MAPS_ACROSS));
  const canvas = find(".maps canvas");
  const context = fit(canvas, side * MAPS_ACROSS, side * Math.ceil(MOST_MAPS / MAPS_ACROSS));
  const { values, shape: [count, rows, columns] } = answer?.maps[view.layer] ?? { values: new Float32Array(0), shape: [0, 0, 0] };
  const shown = Math.min(MOST_MAPS, count);
  for (let map = 0; map < shown; map += 1) {
    /** @type {Values} */
    const own = values.subarray(map * rows * columns, (map + 1) * rows * columns);
    const pixels = paintValues(own, [0, largestOf(own) || 1], palettes.sequential);
    const to = [(map % MAPS_ACROSS) * side, Math.floor(map / MAPS_ACROSS) * side, side - 2, side - 2];
    place(context, canvasOf(pixels, rows, columns), [0, 0, columns, rows], to);
  }
  canvas.setAttribute("aria-label", put(words.maps_alt, { shown, count, layer: words[`layer_${view.layer}`] }));
}
