// A stack of layers: as text, layer by layer through the recurrence, and the ways from a pixel to a unit. Pure.
//
// A layer is { kind: "c" (convolution) or "m" (pooling), kernel, stride, padding, dilation }. The twin of view.py and of
// models/ops/receptive_field.py.

import { outputSize, spread } from "../../kernel/geometry.js";
import { marked, whole } from "../../kernel/numerals.js";

/** @import { Grown, Layer } from "./types.d.ts" */

/** @type {Record<string, number[]>} */
export const BOUNDS = { kernel: [1, 11], stride: [1, 4], padding: [0, 5], dilation: [1, 4] };
/** @type {("kernel" | "stride" | "padding" | "dilation")[]} */
export const NUMBERS = ["kernel", "stride", "padding", "dilation"];
export const MOST_LAYERS = 24;
export const SIZES = [8, 256];

/** A layer as the address has it: c3s1p1d1. @param {Layer[]} layers */
export const write = (layers) =>
  layers.map(({ kind, kernel, stride, padding, dilation }) => `${kind}${kernel}s${stride}p${padding}d${dilation}`).join("-");

/** The layers of such a text, which Python has checked. @param {string} text @returns {Layer[]} */
export function read(text) {
  return text.split("-").map((part) => {
    const [, kind, ...numbers] = /** @type {string[]} */ (part.match(/^([cm])(\d+)s(\d+)p(\d+)d(\d+)$/));
    const [kernel, stride, padding, dilation] = numbers.map(Number);
    return { kind, kernel, stride, padding, dilation };
  });
}

/** A number brought into the bounds of its setting. @param {string} name @param {number} number */
export function within(name, number) {
  const [low, high] = BOUNDS[name] ?? SIZES;
  return Math.max(low, Math.min(high, Math.round(number) || low));
}

/**
 * Layer by layer: { before: { field, stride, size }, field, stride, size, problem }, for a picture of `size` pixels.
 *
 * `size` is null from the first impossible layer on; `problem` says there why, as { argument, … }, and is null elsewhere.
 *
 * @param {Layer[]} layers @param {number} size @returns {Grown[]}
 */
export function grow(layers, size) {
  /** @type {Grown["before"]} */
  let before = { field: 1, stride: 1, size };
  return layers.map((layer) => {
    const problem = before.size === null ? null : problemOf(layer, before.size);
    const { kernel, stride, padding, dilation } = layer;
    const stage = {
      before,
      field: before.field + dilation * (kernel - 1) * before.stride,
      stride: before.stride * stride,
      size: before.size === null || problem ? null : outputSize(before.size, kernel, stride, padding, dilation),
      problem,
    };
    before = stage;
    return stage;
  });
}

/** @param {Layer} layer @param {number} size */
function problemOf({ kind, kernel, padding, dilation }, size) {
  const about = { kernel, padding, size, reach: spread(kernel, dilation), room: size + 2 * padding, bound: Math.floor(kernel / 2) };
  if (kind === "m" && padding > about.bound) return { argument: "padding", ...about };
  return about.reach > about.room ? { argument: "kernel", ...about } : null;
}

/**
 * In how many ways each pixel of the field leads to one unit of the last layer, on one axis: a BigInt a pixel, 0n in gaps.
 * On both axes a pixel has its row's number times its column's.
 *
 * @param {Layer[]} layers
 */
export function ways(layers) {
  let [counts, stride] = [[1n], 1];
  for (const { kernel, stride: step, dilation } of layers) {
    const apart = dilation * stride;
    const next = new Array(counts.length + (kernel - 1) * apart).fill(0n);
    for (let tap = 0; tap < kernel; tap += 1) counts.forEach((count, pixel) => (next[pixel + tap * apart] += count));
    [counts, stride] = [next, stride * step];
  }
  return counts;
}

/**
 * How far the field of a unit after `step` layers starts from that of the last layer's unit that reads it in its middle.
 *
 * @param {Layer[]} layers @param {number} step
 */
export function startOf(layers, step) {
  return grow(layers, 1)
    .slice(step)
    .reduce((sum, { before }, index) => {
      const { kernel, dilation } = layers[step + index];
      return sum + Math.floor((kernel - 1) / 2) * dilation * before.stride;
    }, 0);
}

/**
 * A whole number in digits, in groups of three; a very long one to four digits with its power of ten.
 *
 * @param {number | bigint} number
 */
export function digits(number) {
  const text = number.toString();
  if (text.length <= 15) return whole(number);
  return marked(Number(number).toExponential(3)).replace("e+", " × 10^");
}
