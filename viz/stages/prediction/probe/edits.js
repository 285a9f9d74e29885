// What is done to a picture by hand, in whole numbers and rounded once a step, halves up: the twin of
// models/images/edits.py, pixel for pixel. Pictures are bytes [rows, columns, 3]; sums stay below 2^53, so all are exact.

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Cover, Edit, Pixels, Probe } from "./types.d.ts" */

const LUMA = [299, 587, 114];
/** @type {Record<string, number>} */
const LEVELS = { grey: 128, black: 0 };

/**
 * The picture after the edit, without its cover. `kernels`: the weights of a blur by its half pixels.
 *
 * @param {Pixels} pixels @param {Cell} size @param {Edit} edit @param {Probe["kernels"]} kernels
 */
export function uncovered(pixels, size, edit, kernels) {
  let found = moved(pixels, size, edit);
  if (edit.blur > 0) found = blurred(found, size, kernels[edit.blur]);
  if (edit.grey > 0) found = greyed(found, edit.grey);
  if (edit.brightness !== 100) found = found.map((value) => Math.min(255, Math.floor((value * edit.brightness + 50) / 100)));
  return edit.contrast === 100 ? found : contrasted(found, edit.contrast);
}

/**
 * The picture with its cover, whose place is taken from `under`.
 *
 * @param {Pixels} pixels @param {Cell} list @param {Cover} cover @param {Pixels} under
 */
export function covered(pixels, [, columns], cover, under) {
  const found = pixels.slice();
  for (let row = cover.top; row < cover.top + cover.rows; row += 1) {
    const start = (row * columns + cover.left) * 3;
    const stop = start + cover.columns * 3;
    found.set(under.subarray(start, stop), start);
  }
  return found;
}

/**
 * The picture from which covers are cut: one colour, or the picture blurred with the weights of `kernel`.
 *
 * @param {Pixels} pixels @param {Cell} size @param {string} fill @param {number[]} kernel
 */
export function filling(pixels, size, fill, kernel) {
  if (fill === "blur") return blurred(pixels, size, kernel);
  const colour = fill === "mean" ? [0, 1, 2].map((channel) => meanOf(pixels, channel)) : [0, 0, 0].fill(LEVELS[fill]);
  return pixels.map((_, index) => colour[index % 3]);
}

/**
 * A place on an axis or beyond its ends, mirrored about the first and the last pixel as often as it takes.
 *
 * @param {number} place @param {number} size
 */
export function mirrored(place, size) {
  if (size === 1) return 0;
  const period = 2 * size - 2;
  const within = ((place % period) + period) % period;
  return Math.min(within, period - within);
}

/**
 * Turned over, then moved by whole pixels.
 *
 * @param {Pixels} pixels @param {Cell} size
 * @param {Omit<Edit, "fill" | "cover" | "blur" | "grey" | "brightness" | "contrast">} edit
 */
export function moved(pixels, [rows, columns], { mirrored: flipped, upended, right, down, edge }) {
  if (!flipped && !upended && right === 0 && down === 0) return pixels.slice();
  const found = new Uint8Array(pixels.length);
  for (let row = 0; row < rows; row += 1) {
    const [fromRow, outside] = source(row - down, rows, upended);
    for (let column = 0; column < columns; column += 1) {
      const [fromColumn, beside] = source(column - right, columns, flipped);
      const at = (row * columns + column) * 3;
      const from = (fromRow * columns + fromColumn) * 3;
      const replaced = (outside || beside) && edge !== "mirror";
      for (let channel = 0; channel < 3; channel += 1) found[at + channel] = replaced ? LEVELS[edge] : pixels[from + channel];
    }
  }
  return found;
}

/** @param {number} place @param {number} size @param {boolean} turned @returns {[number, boolean]} */
function source(place, size, turned) {
  const inside = mirrored(place, size);
  return [turned ? size - 1 - inside : inside, place < 0 || place >= size];
}

/**
 * Every pixel the mean over those around it under whole weights, down and across; mirrored beyond the border.
 *
 * @param {Pixels} pixels @param {Cell} size @param {number[]} kernel
 */
export function blurred(pixels, [rows, columns], kernel) {
  const whole = kernel.reduce((sum, weight) => sum + weight, 0);
  const down = along(pixels, kernel, rows, columns * 3, columns * 3, 1);
  const found = new Uint8Array(pixels.length);
  for (let row = 0; row < rows; row += 1) {
    const line = along(down.subarray(row * columns * 3, (row + 1) * columns * 3), kernel, columns, 3, 3, 1);
    for (let index = 0; index < line.length; index += 1) found[row * columns * 3 + index] = Math.floor(line[index] / whole / whole + 0.5);
  }
  return found;
}

/**
 * The weighted sums along an axis of `size` places `stride` apart, for each of `others` lines that are `next` apart.
 *
 * @param {ArrayLike<number>} values @param {number[]} kernel @param {number} size @param {number} stride @param {number} others
 * @param {number} next
 */
function along(values, kernel, size, stride, others, next) {
  const found = new Float64Array(values.length);
  const reach = (kernel.length - 1) / 2;
  for (let place = 0; place < size; place += 1) {
    for (let step = -reach; step <= reach; step += 1) {
      const weight = kernel[step + reach];
      const from = mirrored(place + step, size) * stride;
      for (let other = 0; other < others; other += 1) found[place * stride + other * next] += weight * values[from + other * next];
    }
  }
  return found;
}

/** @param {ArrayLike<number>} pixels @param {number} at */
const lumaAt = (pixels, at) => LUMA[0] * pixels[at] + LUMA[1] * pixels[at + 1] + LUMA[2] * pixels[at + 2];

/** So many percent of the way from its colours to grey. @param {Pixels} pixels @param {number} percent */
export function greyed(pixels, percent) {
  return pixels.map((value, index) => {
    const grey = lumaAt(pixels, index - (index % 3));
    return Math.floor((value * (100 - percent) * 1000 + grey * percent + 50000) / 100000);
  });
}

/** Every value so many percent as far from the picture's mean grey. @param {Pixels} pixels @param {number} percent */
export function contrasted(pixels, percent) {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 3) sum += lumaAt(pixels, at);
  const mean = rounded(sum, (1000 * pixels.length) / 3);
  return pixels.map((value) => Math.max(0, Math.min(255, Math.floor((value * percent + mean * (100 - percent) + 50) / 100))));
}

/** @param {Pixels} pixels @param {number} channel */
function meanOf(pixels, channel) {
  let sum = 0;
  for (let at = channel; at < pixels.length; at += 3) sum += pixels[at];
  return rounded(sum, pixels.length / 3);
}

/** @param {number} sum @param {number} count */
const rounded = (sum, count) => Math.floor((2 * sum + count) / (2 * count));

/** Adler-32 of bytes, by which two pictures that are not the same are told apart. @param {Uint8Array} bytes */
export function adler(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
