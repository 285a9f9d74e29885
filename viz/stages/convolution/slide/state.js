// From what is set on the stage to what is computed: plane, kernel, setting, output. The twin of stage.py and view.py.
//
// A view is flat, as it stands in the address: a pair is "2x1" (rows, columns), a matrix "0,1;2,3".

import { adaptiveAverage, crossCorrelate, flipped, pool } from "../../kernel/arithmetic.js";
import { impossible, reads } from "../../kernel/geometry.js";

/** @import { Found, Given, View } from "./types.d.ts" @import { Packed, Plane, Setting } from "../../kernel/types.d.ts" */

export const COLOURS = ["grey", "red", "green", "blue"];

/** @param {string} text */
export const pairOf = (text) => text.split("x").map(Number);

/**
 * The plane a text says, of at most `most` cells a side; null if it says none.
 *
 * @param {string} text @param {number} most @returns {Plane | null}
 */
export function matrixOf(text, most) {
  const lines = text.split(";").map((line) => line.split(",").map((word) => (word.trim() === "" ? NaN : Number(word))));
  const columns = lines[0].length;
  const legal = lines.length <= most && columns <= most && lines.every((line) => line.length === columns);
  const values = Float64Array.from(lines.flat());
  if (!legal || values.some((value) => !(Math.abs(value) <= 1e6))) return null;
  return { values, rows: lines.length, columns };
}

/** A plane as the text that says it, with all the digits its numbers have. @param {Pick<Plane, "values" | "columns">} plane */
export function textOf({ values, columns }) {
  const lines = [];
  for (let start = 0; start < values.length; start += columns) lines.push([...values.slice(start, start + columns)].join(","));
  return lines.join(";");
}

/** @param {number[][]} lines @returns {Plane} */
const planeOf = (lines) => ({ values: Float64Array.from(lines.flat()), rows: lines.length, columns: lines[0].length });

/** The plane that the window slides over. @param {Given} stage @param {View} view @returns {Plane} */
export function imageOf(stage, view) {
  if (view.source === "cells") return matrixOf(view.cells, stage.limits.most_cells) ?? planeOf(stage.matrices.count_4x4);
  if (view.source !== "picture") return planeOf(stage.matrices[view.source]);
  const { values, shape } = stage.planes[`colour_${view.colour}`];
  const small = adaptiveAverage({ values, rows: shape[0], columns: shape[1] }, view.size, view.size);
  return { ...small, values: small.values.map((mean) => Math.floor(mean + 0.5 + 1e-9)) };
}

/** The kernel as it is set, before it is turned. @param {Given} stage @param {View} view @returns {Plane} */
export function kernelOf(stage, view) {
  const typed = view.kernel === "typed" ? matrixOf(view.weights, stage.limits.most_taps) : null;
  if (typed !== null) return typed;
  if (view.kernel === "network" && stage.planes.kernels) return networkKernel(stage.planes.kernels, view);
  return planeOf(stage.kernel_names[view.kernel] ?? stage.kernel_names.outline);
}

/**
 * Over grey every colour holds the same value: what counts is the sum of the slices.
 *
 * @param {Packed} kernels @param {View} view @returns {Plane}
 */
function networkKernel({ values, shape: [channels, slices, rows, columns] }, { number, colour }) {
  const cells = rows * columns;
  /** @param {number} index */
  const slice = (index) => values.subarray(index * cells, (index + 1) * cells);
  const first = slices * Math.min(number, channels - 1);
  const wanted = colour === "grey" || slices === 1 ? [...Array(slices).keys()] : [COLOURS.indexOf(colour) - 1];
  const weights = Float64Array.from({ length: cells }, (_, cell) =>
    wanted.reduce((sum, index) => sum + slice(first + index)[cell], 0),
  );
  return { values: weights, rows, columns };
}

/**
 * What `impossible`, `crossCorrelate` and `pool` take.
 *
 * @param {string} operation @param {View} view @param {Plane | null} kernel @returns {Found["setting"]}
 */
export function settingOf(operation, view, kernel) {
  const padding = pairOf(view.padding);
  if (operation === "convolution" && kernel) {
    const [stride, dilation] = [pairOf(view.stride), pairOf(view.dilation)];
    return { kernel: [kernel.rows, kernel.columns], stride, padding, dilation, mode: view.mode, bias: view.bias };
  }
  const window = pairOf(view.window);
  const stride = view.stride === "window" ? window : pairOf(view.stride);
  const rest = { dilation: [1, 1], ceil: view.ceil, includePadding: view.include, pooling: true };
  return { kernel: window, stride, padding, ...rest };
}

/**
 * All that follows from a view: { image, kernel, sliding (the kernel that slides), setting, problem, output, other,
 * unread, ends }. `other`: the output of the kernel turned the other way, null where nobody asked. `unread`: for each
 * axis how often each cell of the padded plane is read. `ends`: of the output's and the image's values.
 *
 * @param {Given} stage @param {View} view @returns {Found}
 */
export function compute(stage, view) {
  const image = imageOf(stage, view);
  const convolution = stage.operation === "convolution";
  /** @type {any} */
  const kernel = convolution ? kernelOf(stage, view) : null;
  const sliding = kernel && view.convolve ? flipped(kernel) : kernel;
  const setting = settingOf(stage.operation, view, kernel);
  /** @type {any} */
  const found = { image, kernel, sliding, setting, problem: impossible([image.rows, image.columns], setting), other: null };
  if (found.problem !== null) return found;
  const output = convolution ? crossCorrelate(image, sliding, setting) : pool(image, setting, view.pool);
  if (convolution && view.convolve) found.other = crossCorrelate(image, kernel, setting);
  return { ...found, output, unread: readsOf(image, setting) };
}

/** @param {Plane} image @param {Setting} setting */
function readsOf({ rows, columns }, { kernel, stride, padding, dilation, ceil }) {
  return [rows, columns].map((size, axis) =>
    reads(size, kernel[axis], stride[axis], padding[axis], dilation[axis], ceil),
  );
}

/** The lowest and highest of some planes' values together. @param {Pick<Plane, "values">[]} planes @returns {[number, number]} */
export function endsOf(...planes) {
  let [low, high] = [Infinity, -Infinity];
  for (const { values } of planes) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : [0, 0];
}

/**
 * The output position whose window lies nearest to a point of the padded plane (in cells, from its corner).
 *
 * @param {number[]} place @param {Pick<Setting, "kernel" | "stride" | "dilation">} setting @param {number[]} shape @returns {[number, number]}
 */
export function positionAt([row, column], setting, [rows, columns]) {
  /** @param {number} place @param {number} axis @param {number} count */
  const nearest = (place, axis, count) => {
    const reach = setting.dilation[axis] * (setting.kernel[axis] - 1) + 1;
    const position = Math.round((place - reach / 2) / setting.stride[axis]);
    return Math.max(0, Math.min(count - 1, position));
  };
  return [nearest(row, 0, rows), nearest(column, 1, columns)];
}

/**
 * The position one or more steps on in reading order; null behind the last and before the first.
 *
 * @param {number[]} position @param {number} steps @param {number[]} shape @returns {[number, number] | null}
 */
export function stepped([row, column], steps, [rows, columns]) {
  const index = row * columns + column + steps;
  return index < 0 || index >= rows * columns ? null : [Math.floor(index / columns), index % columns];
}

/** Where the output is largest: the first of equal ones. @param {Plane} output @returns {[number, number]} */
export function largest({ values, columns }) {
  let best = 0;
  values.forEach((value, index) => {
    if (value > values[best] || Number.isNaN(values[best])) best = index;
  });
  return [Math.floor(best / columns), best % columns];
}

/** In how many cells two planes differ, and by how much at most. @param {Plane} one @param {Plane} other */
export function difference(one, other) {
  let [cells, most] = [0, 0];
  one.values.forEach((value, index) => {
    const apart = Math.abs(value - other.values[index]);
    const noise = 1e-9 * Math.max(1, Math.abs(value));
    if (apart > noise) cells += 1;
    most = Math.max(most, apart > noise ? apart : 0);
  });
  return { cells, most };
}

/** @type {Record<string, (kernel: Plane) => Plane | null>} */
export const KERNEL_CHANGES = {
  sum_one: ({ values, ...size }) => {
    const sum = values.reduce((total, weight) => total + weight, 0);
    return Math.abs(sum) < 1e-9 ? null : { ...size, values: values.map((weight) => weight / sum) };
  },
  sum_zero: ({ values, ...size }) => {
    const mean = values.reduce((total, weight) => total + weight, 0) / values.length;
    return { ...size, values: values.map((weight) => weight - mean) };
  },
  flip: (kernel) => flipped(kernel),
  transpose: ({ values, rows, columns }) => ({
    values: Float64Array.from(values, (_, index) => values[(index % rows) * columns + Math.floor(index / rows)]),
    rows: columns,
    columns: rows,
  }),
};

/**
 * The plane with another number of rows and columns: what is there stays at the upper left, the rest is 0.
 *
 * @param {Plane} plane @param {number[]} size @returns {Plane}
 */
export function resized({ values, rows, columns }, [high, wide]) {
  /** @param {number} row @param {number} column */
  const at = (row, column) => (row < rows && column < columns ? values[row * columns + column] : 0);
  const fresh = Float64Array.from({ length: high * wide }, (_, index) => at(Math.floor(index / wide), index % wide));
  return { values: fresh, rows: high, columns: wide };
}


