// Where the windows of a layer lie on one axis, and what the padding holds. The twin of models/ops/geometry.py.
//
// Position 0 is the first pixel, ranges are half-open; padding lies at negative positions and from `size` on.

/** @import { Setting } from "./types.d.ts" */

export const MODES = ["zeros", "reflect", "replicate", "circular"];

/** How many pixels a kernel reaches over: its taps and the gaps between them. @param {number} kernel @param {number} dilation */
export const spread = (kernel, dilation = 1) => dilation * (kernel - 1) + 1;

/**
 * How many windows fit on an axis, 0 where none does. `ceil`: one more may hang over the end (pooling).
 *
 * @param {number} size @param {number} kernel
 */
export function outputSize(size, kernel, stride = 1, padding = 0, dilation = 1, ceil = false) {
  const room = size + 2 * padding - spread(kernel, dilation) + (ceil ? stride - 1 : 0);
  if (room < 0) return 0;
  const count = Math.floor(room / stride) + 1;
  return ceil && (count - 1) * stride >= size + padding ? count - 1 : count;
}

/** How many cells at the end of the padded axis no window reaches. @param {number} size @param {number} kernel */
export function leftOver(size, kernel, stride = 1, padding = 0, dilation = 1, ceil = false) {
  const count = outputSize(size, kernel, stride, padding, dilation, ceil);
  const stop = (count - 1) * stride - padding + spread(kernel, dilation);
  return Math.max(0, size + padding - stop);
}

/** The positions that the taps of the window behind an output position read. @param {number} position @param {number} kernel */
export function taps(position, kernel, stride = 1, padding = 0, dilation = 1) {
  return Array.from({ length: kernel }, (_, tap) => position * stride - padding + tap * dilation);
}

/**
 * How often each cell of the padded axis is read by a window, from position −padding on.
 *
 * @param {number} size @param {number} kernel
 */
export function reads(size, kernel, stride = 1, padding = 0, dilation = 1, ceil = false) {
  const counts = new Array(size + 2 * padding).fill(0);
  const count = outputSize(size, kernel, stride, padding, dilation, ceil);
  for (let position = 0; position < count; position += 1) {
    for (const place of taps(position, kernel, stride, padding, dilation)) {
      if (place + padding < counts.length) counts[place + padding] += 1;
    }
  }
  return counts;
}

/**
 * Which pixel stands at a position on or beside an axis of `size` pixels; −1 where it is a zero of the padding.
 *
 * @param {number} position @param {number} size
 */
export function sourceOf(position, size, mode = "zeros") {
  if (position >= 0 && position < size) return position;
  if (mode === "reflect") return position < 0 ? -position : 2 * (size - 1) - position;
  if (mode === "replicate") return position < 0 ? 0 : size - 1;
  if (mode === "circular") return (position + size) % size;
  return -1;
}

/**
 * Why there is no output: { argument: "kernel" | "padding", axis (0 rows, 1 columns), value, … }, or null.
 *
 * `setting`: { kernel, stride, padding, dilation, each [rows, columns]; mode; ceil; pooling }.
 *
 * @param {number[]} shape @param {Setting} setting
 */
export function impossible([rows, columns], setting) {
  const { kernel, stride, padding, dilation, mode = "zeros", ceil = false, pooling = false } = setting;
  for (const [axis, size] of [rows, columns].entries()) {
    const problem = { axis, size, kernel: kernel[axis], padding: padding[axis], reach: spread(kernel[axis], dilation[axis]) };
    if (pooling && padding[axis] > Math.floor(kernel[axis] / 2)) {
      return { ...problem, argument: "pooling_padding", bound: Math.floor(kernel[axis] / 2) };
    }
    if (mode === "reflect" && padding[axis] >= size) return { ...problem, argument: "reflect_padding", bound: size - 1 };
    if (mode === "circular" && padding[axis] > size) return { ...problem, argument: "circular_padding", bound: size };
    if (outputSize(size, kernel[axis], stride[axis], padding[axis], dilation[axis], ceil) === 0) {
      return { ...problem, argument: "kernel", bound: size + 2 * padding[axis] };
    }
  }
  return null;
}
