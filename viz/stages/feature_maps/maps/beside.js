// What stands beside the enlarged map: its numbers, the histogram of its values, the kernel that made it; and all of it as
// tables.

import { tableOfCells, tableOfLines } from "../../kernel/cells.js";
import { counted, decimal, whole } from "../../kernel/numerals.js";
import { canvasOf, fit, place } from "../../kernel/paint.js";
import { HIGHEST_LEVEL, say } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { made, put } from "../../kernel/text.js";
import { nameOf, scaleOf, valueAt } from "./draw.js";

/** @import { Scale, Table } from "../../kernel/types.d.ts" */
/** @import { Maps } from "./types.d.ts" */

const BINS = 32;
const FIGURES = ["minimum", "maximum", "mean", "deviation", "zeros"];

/** A small table: one column a figure, one row a picture. @param {Maps} stage @param {number} channel */
export function writeNumbers(stage, channel) {
  /** @param {HTMLElement[]} cells */
  const row = (cells) => {
    const line = document.createElement("tr");
    line.append(...cells);
    return line;
  };
  const head = row(FIGURES.map((name) => made("th", stage.words[name])));
  const lines = stage.pictures.map((_, index) => row(figuresOf(stage, index, channel).map((text) => made("td", text))));
  stage.find(".numbers").replaceChildren(head, ...lines);
}

/** The figures of a map, as they are said. @param {Maps} stage @param {number} index @param {number} channel */
function figuresOf({ planes, paint }, index, channel) {
  const { values } = planes[`statistics${index}`];
  return FIGURES.map((name, at) => {
    const value = values[channel * FIGURES.length + at];
    return name === "zeros" ? `${decimal(100 * value, 1)} %` : say(value, paint.high - paint.low);
  });
}

/** The enlarged map around the unit in question, and the figures of all maps in their order. @param {Maps} stage @returns {Table[]} */
export function table(stage) {
  const { hovered, view, shared, words, order, paint, pictures, layer } = stage;
  const { channel, row, column } = hovered ?? view;
  const [, rows, columns] = layer.shape;
  /** @param {string} label @param {string} caption */
  const of = (label, caption) => (pictures.length > 1 ? `${caption}: ${label}` : caption);
  return pictures.flatMap(({ label }, index) => [
    tableOfCells(shared, of(label, put(words.map, { channel: nameOf(stage, channel) })), { rows, columns }, [row, column], (down, across) =>
      say(valueAt(stage, index, { channel, row: down, column: across }), paint.high - paint.low),
    ),
    tableOfLines(shared, of(label, words.figures), [words.channel, ...FIGURES.map((name) => words[name])], {
      ...{ count: order.length, at: order.indexOf(channel) },
      line: (place) => [nameOf(stage, order[place]), ...figuresOf(stage, index, order[place])],
    }),
  ]);
}

/**
 * How many codes of a map fall into each of `BINS` equal parts of low … high. Exported for its test.
 *
 * @param {ArrayLike<number>} codes @param {number} start @param {number} count @param {number} low @param {number} step
 * @param {Scale} scale @param {number} [bins]
 */
export function countBins(codes, start, count, low, step, [bottom, top], bins = BINS) {
  const counts = new Array(bins).fill(0);
  const width = (top - bottom) / bins || 1;
  for (let index = start; index < start + count; index += 1) {
    if (codes[index] > HIGHEST_LEVEL) continue;
    const bin = Math.floor((low + codes[index] * step - bottom) / width);
    counts[Math.max(0, Math.min(bins - 1, bin))] += 1;
  }
  return counts;
}

/** @param {Maps} stage @param {number} channel */
export function drawHistogram(stage, channel) {
  const figure = stage.find(".histogram");
  const width = breadth(figure);
  const height = 64;
  const [, rows, columns] = stage.layer.shape;
  const scale = scaleOf(stage, channel);
  const size = rows * columns;
  const { codes0, low0, step0 } = stage.planes;
  /** @type {Scale} */
  const ends = scale[0] === scale[1] ? [scale[0] - 0.5, scale[1] + 0.5] : scale;
  const counts = countBins(codes0.values, channel * size, size, low0.values[channel], step0.values[channel], ends);
  const most = Math.max(...counts, 1);
  const context = fit(figure.querySelector("canvas"), width, height);
  const style = getComputedStyle(stage.root);
  context.fillStyle = style.getPropertyValue("--st-text-color");
  counts.forEach((number, bin) => {
    const tall = number === 0 ? 0 : Math.max(1.5, (number / most) * (height - 4));
    context.fillRect((bin * width) / BINS, height - tall - 1, width / BINS - 1, tall);
  });
  context.globalAlpha = 0.4;
  context.fillRect(0, height - 1, width, 1);
  context.globalAlpha = 1;
  const label = put(counted(stage.words, "histogram", size), { most: whole(most), count: whole(size) });
  figure.querySelector("figcaption").textContent = label;
}

/**
 * A first-layer kernel in colour: weights on one symmetric scale, zero as middle grey.
 *
 * @param {Maps} stage @param {number} channel
 */
export function drawKernel(stage, channel) {
  const figure = stage.find(".kernel");
  const kernels = stage.planes.kernels;
  figure.hidden = kernels === undefined;
  if (kernels === undefined) return;
  const [, , rows, columns] = kernels.shape;
  const cells = rows * columns;
  const own = kernels.values.subarray(channel * 3 * cells, (channel + 1) * 3 * cells);
  const reach = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  /** @param {number} colour @param {number} cell */
  const shade = (colour, cell) => Math.round(127.5 + (127.5 * own[colour * cells + cell]) / reach);
  const pixels = Uint32Array.from(
    { length: cells },
    (_, cell) => ((255 << 24) | (shade(2, cell) << 16) | (shade(1, cell) << 8) | shade(0, cell)) >>> 0,
  );
  const size = 64;
  const context = fit(figure.querySelector("canvas"), (size * columns) / rows, size);
  place(context, canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, (size * columns) / rows, size]);
  figure.querySelector("figcaption").textContent = put(stage.words.kernel, { rows, columns, reach: say(reach, reach) });
}
