// Planes to pixels: the maps of the stage, each painted once on its scale; and the scales, one for all that is compared.

import { canvasOf, gradient, paintValues } from "../../kernel/paint.js";
import { palettesOf } from "../../kernel/panels.js";
import { part, put } from "../../kernel/text.js";
import { limits, paletteFor, say } from "../../kernel/scale.js";
import { rangeOf, rangeOfSums } from "./sums.js";

/** @import { Inside, Kind, Paint } from "./types.d.ts" @import { Plane, Scale } from "../../kernel/types.d.ts" */

/** Values are said to four digits down to a millionth of what their scale reaches: below that is rounding. */
export const FINE = 0.01;

/**
 * What is prepared once per payload: palettes, the scales that do not depend on the order, and a shelf of canvases.
 *
 * @param {Inside} stage @returns {Paint}
 */
export function prepareMaps(stage) {
  const { planes, parts } = stage;
  const kernels = rangeOf([planes.weights.values]);
  const chain = chainPlanes(stage);
  return {
    palettes: palettesOf(planes),
    chain,
    shelf: new Map(),
    scales: {
      inputs: limits(...rangeOf([planes.inputs.values]), "auto"),
      kernels: limits(...kernels, "symmetric"),
      parts: limits(...rangeOf(parts.map(({ map }) => map.values)), "symmetric"),
      after: limits(...rangeOf(chain.slice(1).map(({ values }) => values)), "auto"),
    },
  };
}

/** @param {Inside} stage */
function chainPlanes({ planes }) {
  const [count, rows, columns] = planes.chain.shape;
  const size = rows * columns;
  return Array.from({ length: count }, (_, index) => ({
    values: planes.chain.values.subarray(index * size, (index + 1) * size),
    rows,
    columns,
  }));
}

/**
 * The scale of the sums on the way and of the convolution's output: it holds all of them in the order on stage.
 *
 * @param {Inside} stage
 */
export function scaleOfSums(stage) {
  const { parts, order, bias, paint } = stage;
  const [low, high] = rangeOfSums(parts, order, bias);
  const [least, most] = rangeOf([paint.chain[0].values]);
  return limits(Math.min(low, least), Math.max(high, most), "symmetric");
}

/** A plane as a canvas of one pixel a cell. @param {Pick<Inside, "paint">} stage @param {Plane} plane @param {Scale} scale */
export function pictureOf(stage, { values, rows, columns }, scale) {
  return canvasOf(paintValues(values, scale, stage.paint.palettes[paletteFor(scale)]), rows, columns);
}

/**
 * The canvas of a part's input map, kernel slice or partial result; painted when it is first looked at.
 *
 * @param {Inside} stage @param {Kind} kind @param {number} index
 */
export function shelved(stage, kind, index) {
  const { shelf, scales } = stage.paint;
  const key = `${kind} ${index}`;
  if (!shelf.has(key)) {
    const part = stage.parts[index];
    const made = { inputs: part.input, kernels: part.kernel, parts: part.map }[kind];
    shelf.set(key, pictureOf(stage, made, scales[kind]));
  }
  return shelf.get(key);
}

/** A scale in words: "±1.7" where it is symmetric, else its ends. @param {Scale} scale */
export function scaleText([low, high]) {
  const range = high - low;
  return -low === high && high > 0 ? `±${say(high, range)}` : `${say(low, range)} … ${say(high, range)}`;
}

/** A legend: the palette, and under it the scale in words. @param {Inside} stage @param {Scale} scale */
export function legend(stage, scale) {
  const box = document.createElement("div");
  box.className = "legend";
  box.innerHTML = '<div class="bar"></div><span></span>';
  part(box, "span").textContent = scaleText(scale);
  part(box, ".bar").style.background = gradient(stage.planes[paletteFor(scale)].values);
  return box;
}

/**
 * A legend with its scope before it.
 *
 * @param {Inside} stage @param {string} text @param {Record<string, string>} values @param {Scale} scale
 */
export function namedLegend(stage, text, values, scale) {
  const box = document.createElement("div");
  box.append(put(text, values), legend(stage, scale));
  return box;
}
