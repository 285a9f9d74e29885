// What a layer computes, window by window, in double precision. The twin of models/ops/convolution.py and pooling.py.
//
// A plane is { values, rows, columns }, row by row. A setting is { kernel, stride, padding, dilation, each [rows,
// columns]; mode; ceil; bias }, as `impossible` in geometry.js checks it: ask that first.

import { outputSize, sourceOf, spread, taps } from "./geometry.js";

/** @import { Plane, Setting, Shape, Values } from "./types.d.ts" */

/**
 * A plane of zeros, or of what `fill(row, column)` gives.
 *
 * @param {number} rows @param {number} columns @param {(row: number, column: number) => number} fill
 */
export function plane(rows, columns, fill = () => 0) {
  const values = new Float64Array(rows * columns);
  for (let index = 0; index < values.length; index += 1) values[index] = fill(Math.floor(index / columns), index % columns);
  return { values, rows, columns };
}

/**
 * [rows, columns] of the output.
 *
 * @param {Shape} image @param {Pick<Setting, "kernel" | "stride" | "padding" | "dilation" | "ceil">} setting
 */
export function outputShape({ rows, columns }, { kernel, stride, padding, dilation, ceil = false }) {
  return [rows, columns].map((size, axis) =>
    outputSize(size, kernel[axis], stride[axis], padding[axis], dilation[axis], ceil),
  );
}

/**
 * What stands at a position of a plane or in the padding around it.
 *
 * @param {Plane} image @param {number} row @param {number} column
 */
export function valueAt(image, row, column, mode = "zeros") {
  const [from, at] = [sourceOf(row, image.rows, mode), sourceOf(column, image.columns, mode)];
  return from < 0 || at < 0 ? 0 : image.values[from * image.columns + at];
}

/**
 * What the window behind an output position reads: { rows, columns } on their axes, and `values` row by row.
 *
 * @param {Plane} image @param {Setting} setting @param {number} row @param {number} column
 */
export function windowAt(image, { kernel, stride, padding, dilation, mode = "zeros" }, row, column) {
  const rows = taps(row, kernel[0], stride[0], padding[0], dilation[0]);
  const columns = taps(column, kernel[1], stride[1], padding[1], dilation[1]);
  const values = rows.flatMap((from) => columns.map((at) => valueAt(image, from, at, mode)));
  return { rows, columns, values };
}

/**
 * The feature map of one kernel (a plane): Σ window × kernel + bias at every position. Nothing is flipped.
 *
 * @param {Plane} image @param {Plane} kernel @param {Omit<Setting, "kernel">} setting
 */
export function crossCorrelate(image, kernel, setting) {
  const { stride, padding, dilation, mode = "zeros", bias = 0 } = setting;
  const around = padded(image, padding, mode);
  const [rows, columns] = outputShape(image, { ...setting, kernel: [kernel.rows, kernel.columns] });
  return plane(rows, columns, (row, column) => {
    let sum = 0;
    for (let tap = 0; tap < kernel.values.length; tap += 1) {
      const from = row * stride[0] + Math.floor(tap / kernel.columns) * dilation[0];
      const at = column * stride[1] + (tap % kernel.columns) * dilation[1];
      sum += around.values[from * around.columns + at] * kernel.values[tap];
    }
    return sum + bias;
  });
}

/** The plane with its padding around it. @param {Plane} image @param {number[]} padding */
export function padded(image, [above, beside], mode = "zeros") {
  /** @param {number} row @param {number} column */
  const at = (row, column) => valueAt(image, row - above, column - beside, mode);
  return plane(image.rows + 2 * above, image.columns + 2 * beside, at);
}

/**
 * One output value spelled out: the window, the products with the kernel, and their sum with the bias.
 *
 * @param {Plane} image @param {Plane} kernel @param {Omit<Setting, "kernel">} setting @param {number} row
 * @param {number} column
 */
export function productsAt(image, kernel, setting, row, column) {
  const window = windowAt(image, { ...setting, kernel: [kernel.rows, kernel.columns] }, row, column);
  const products = window.values.map((value, tap) => value * kernel.values[tap]);
  const total = products.reduce((sum, product) => sum + product, 0) + (setting.bias ?? 0);
  return { ...window, products, total };
}

/** The kernel turned by 180°: cross-correlating with it is convolution as mathematics defines it. @param {Plane} kernel */
export function flipped({ values, rows, columns }) {
  return { values: Float64Array.from(values).reverse(), rows, columns };
}

/**
 * Every window's largest value or mean: { values, rows, columns, winners }. `winners`: for a maximum the index of the
 * pixel it copies, of equal ones the first, −1 for none; null for the mean. `kind`: "max" or "average".
 *
 * @param {Plane} image @param {Setting} setting @param {string} kind
 */
export function pool(image, setting, kind) {
  const [rows, columns] = outputShape(image, setting);
  const winners = kind === "max" ? new Int32Array(rows * columns) : null;
  const pooled = plane(rows, columns, (row, column) => {
    const window = poolWindow(image, setting, row, column);
    if (kind === "average") return window.mean;
    if (winners) winners[row * columns + column] = window.winner;
    return window.winner < 0 ? -Infinity : image.values[window.winner];
  });
  return { ...pooled, winners };
}

/**
 * One window of a pooling layer: the pixels in it (as indices), the first largest of them, and their mean.
 *
 * @param {Plane} image @param {Setting} setting @param {number} row @param {number} column
 */
export function poolWindow(image, setting, row, column) {
  const { kernel, stride, padding, dilation, includePadding = true } = setting;
  const rows = taps(row, kernel[0], stride[0], padding[0], dilation[0]);
  const columns = taps(column, kernel[1], stride[1], padding[1], dilation[1]);
  const pixels = [];
  for (const from of rows) {
    for (const at of columns) {
      if (from >= 0 && at >= 0 && from < image.rows && at < image.columns) pixels.push(from * image.columns + at);
    }
  }
  const winner = pixels.reduce((best, pixel) => (best < 0 || beats(image.values, pixel, best) ? pixel : best), -1);
  const sum = pixels.reduce((total, pixel) => total + image.values[pixel], 0);
  const counted = counts(rows, image.rows, padding[0], includePadding) * counts(columns, image.columns, padding[1], includePadding);
  return { rows, columns, pixels, winner, sum, counted, mean: sum / counted };
}

/**
 * Of equal values the first stays; what is not a number beats all that are.
 *
 * @param {Values} values @param {number} pixel @param {number} best
 */
const beats = (values, pixel, best) =>
  !Number.isNaN(values[best]) && (Number.isNaN(values[pixel]) || values[pixel] > values[best]);

/**
 * How many positions of a window count for its mean: the padding's too, what hangs over its end never.
 *
 * @param {number[]} positions @param {number} size @param {number} padding @param {boolean} includePadding
 */
function counts(positions, size, padding, includePadding) {
  const margin = includePadding ? padding : 0;
  return positions.filter((position) => position >= -margin && position < size + margin).length;
}

/**
 * One map of a transposed convolution: each value stamps the kernel, weighted by it; overlapping stamps add up.
 *
 * @param {Plane} image @param {Plane} kernel
 * @param {{ stride: number[], padding: number[], dilation?: number[], outputPadding?: number[], bias?: number }} setting
 */
export function transposed(image, kernel, { stride, padding, dilation = [1, 1], outputPadding = [0, 0], bias = 0 }) {
  /** @param {number} count @param {number} taps_ @param {number} axis */
  const size = (count, taps_, axis) =>
    (count - 1) * stride[axis] - 2 * padding[axis] + spread(taps_, dilation[axis]) + outputPadding[axis];
  const output = plane(size(image.rows, kernel.rows, 0), size(image.columns, kernel.columns, 1), () => bias);
  image.values.forEach((value, index) => {
    const [top, left] = [Math.floor(index / image.columns) * stride[0], (index % image.columns) * stride[1]];
    kernel.values.forEach((weight, tap) => {
      const row = top + Math.floor(tap / kernel.columns) * dilation[0] - padding[0];
      const column = left + (tap % kernel.columns) * dilation[1] - padding[1];
      if (row >= 0 && column >= 0 && row < output.rows && column < output.columns) {
        output.values[row * output.columns + column] += value * weight;
      }
    });
  });
  return output;
}

/**
 * The plane averaged down, or repeated up, to rows × columns: the mean over ⌊i·n/m⌋ … ⌈(i + 1)·n/m⌉.
 *
 * @param {Plane} image @param {number} rows @param {number} columns
 */
export function adaptiveAverage(image, rows, columns) {
  /** @param {number} index @param {number} size @param {number} count */
  const range = (index, size, count) => [Math.floor((index * size) / count), Math.ceil(((index + 1) * size) / count)];
  return plane(rows, columns, (row, column) => {
    const [top, bottom] = range(row, image.rows, rows);
    const [left, right] = range(column, image.columns, columns);
    let sum = 0;
    for (let from = top; from < bottom; from += 1) {
      for (let at = left; at < right; at += 1) sum += image.values[from * image.columns + at];
    }
    return sum / ((bottom - top) * (right - left));
  });
}
