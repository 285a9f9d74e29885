// Planes to pixels: the maps of the stage, each painted once on its scale; and the scales, one for all that is compared.

import { canvasOf, gradient, preparePalette } from "../shared/paint.js";
import { limits, paletteFor, say } from "../shared/scale.js";
import { rangeOf, rangeOfSums } from "./sums.js";

/** A plane's values as colours of a palette, on a scale from `bottom` to `top`. */
export function paintValues(values, [bottom, top], palette) {
  const pixels = new Uint32Array(values.length);
  const slope = top > bottom ? 255 / (top - bottom) : 0;
  const base = top > bottom ? 0 : 127.5;
  values.forEach((value, index) => {
    const level = base + (value - bottom) * slope;
    if (Number.isNaN(value)) pixels[index] = palette.nan;
    else if (!Number.isFinite(value)) pixels[index] = palette.infinite;
    else if (level < -0.5 || level > 255.5) pixels[index] = palette.clipped;
    else pixels[index] = palette.colours[(level + 0.5) | 0];
  });
  return pixels;
}

/** What is prepared once per payload: palettes, the scales that do not depend on the order, and a shelf of canvases. */
export function prepareMaps(stage) {
  const { planes, parts } = stage;
  const kernels = rangeOf([planes.weights.values]);
  const chain = chainPlanes(stage);
  return {
    palettes: {
      sequential: preparePalette(planes.sequential.values),
      diverging: preparePalette(planes.diverging.values),
    },
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

function chainPlanes({ planes }) {
  const [count, rows, columns] = planes.chain.shape;
  const size = rows * columns;
  return Array.from({ length: count }, (_, index) => ({
    values: planes.chain.values.subarray(index * size, (index + 1) * size),
    rows,
    columns,
  }));
}

/** The scale of the sums on the way and of the convolution's output: it holds all of them in the order on stage. */
export function scaleOfSums(stage) {
  const { parts, order, bias, paint } = stage;
  const [low, high] = rangeOfSums(parts, order, bias);
  const [least, most] = rangeOf([paint.chain[0].values]);
  return limits(Math.min(low, least), Math.max(high, most), "symmetric");
}

/** A plane as a canvas of one pixel a cell. */
export function pictureOf(stage, { values, rows, columns }, scale) {
  return canvasOf(paintValues(values, scale, stage.paint.palettes[paletteFor(scale)]), rows, columns);
}

/** The canvas of a part's input map, kernel slice or partial result; painted when it is first looked at. */
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

/** A legend: the lowest value, the palette, the highest value. */
export function legend(stage, scale) {
  const box = document.createElement("div");
  box.className = "legend";
  box.innerHTML = '<span></span><div class="bar"></div><span></span>';
  const range = scale[1] - scale[0];
  const [low, high] = box.querySelectorAll("span");
  low.textContent = say(scale[0], range);
  high.textContent = say(scale[1], range);
  box.querySelector(".bar").style.background = gradient(stage.planes[paletteFor(scale)].values);
  return box;
}

/** The size in CSS pixels of rows × columns cells in a square of `side`. */
export function within(side, rows, columns) {
  const longest = Math.max(rows, columns);
  return [(side * columns) / longest, (side * rows) / longest];
}

/** The cell under a pointer in a rectangle of the page, or null outside. */
export function cellUnder({ left, top, width, height }, [rows, columns], x, y) {
  const [row, column] = [Math.floor(((y - top) / height) * rows), Math.floor(((x - left) / width) * columns)];
  return row >= 0 && column >= 0 && row < rows && column < columns ? [row, column] : null;
}

/** The text with {names} put in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
