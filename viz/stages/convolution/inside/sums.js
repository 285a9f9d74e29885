// One output channel taken apart: what each input channel contributes, in what order, and what they add up to.
//
// A part is { number, input, kernel, map }, all planes of shared/arithmetic.js; the one that stands for all channels
// that were not sent has only its map.

import { crossCorrelate, plane, productsAt } from "../../kernel/arithmetic.js";
import { taps } from "../../kernel/geometry.js";

/** @import { Inside, Part } from "./types.d.ts" @import { Cell, Packed, Plane, Setting, Values } from "../../kernel/types.d.ts" */
/** @typedef {Omit<Setting, "kernel">} Way */

/** @param {Packed} packed @param {number} index @returns {Plane} */
const cut = ({ values, shape: [, rows, columns] }, index) => ({
  values: values.subarray(index * rows * columns, (index + 1) * rows * columns),
  rows,
  columns,
});

/** The parts of a payload, worked out. @param {Pick<Inside, "planes" | "numbers" | "others"> & { setting: Way }} stage @returns {Part[]} */
export function takeApart({ planes, numbers, others, setting }) {
  const parts = numbers.map((number, index) => {
    const [input, kernel] = [cut(planes.inputs, index), cut(planes.weights, index)];
    return { number, input, kernel, map: crossCorrelate(input, kernel, { ...setting, bias: 0 }) };
  });
  if (others === 0) return parts;
  const [rows, columns] = planes.rest.shape;
  return [...parts, { number: null, input: null, kernel: null, map: plane(rows, columns, (row, column) => planes.rest.values[row * columns + column]) }];
}

/**
 * The products of one part at a position, and their total: { rows, columns, values, products, total }.
 *
 * @param {Part} part @param {Way} setting @param {number} row @param {number} column
 */
export function spell(part, setting, row, column) {
  return productsAt(part.input, part.kernel, { ...setting, bias: 0 }, row, column);
}

/**
 * What every part contributes to the value at a position.
 *
 * @param {Pick<Part, "map">[]} parts @param {number} row @param {number} column
 */
export function contributions(parts, row, column) {
  return parts.map(({ map }) => map.values[row * map.columns + column]);
}

/** How much every part weighs over the whole map: the mean of its absolute values. @param {Pick<Part, "map">[]} parts */
export function sizesOf(parts) {
  return parts.map(({ map }) => map.values.reduce((sum, value) => sum + Math.abs(value), 0) / map.values.length);
}

/**
 * The parts' indices in the order asked for: by channel, or by the size of `values`, the largest first.
 *
 * @param {number} count @param {number[] | null} values
 */
export function arrangeParts(count, values) {
  const indices = Array.from({ length: count }, (_, index) => index);
  if (values === null) return indices;
  /** @param {number} index */
  const size = (index) => (Number.isNaN(values[index]) ? -1 : Math.abs(values[index]));
  return indices.sort((one, other) => size(other) - size(one) || one - other);
}

/**
 * The sum of the first `count` parts in that order, as a plane; the bias comes in with the last part.
 *
 * @param {Pick<Part, "map">[]} parts @param {number[]} order @param {number} count @param {number} bias
 */
export function runningSum(parts, order, count, bias) {
  const { rows, columns } = parts[0].map;
  const sum = plane(rows, columns, () => (count === order.length ? bias : 0));
  for (const index of order.slice(0, count)) add(sum.values, parts[index].map.values);
  return sum;
}

/** @param {Float64Array} sum @param {Values} values */
function add(sum, values) {
  for (let index = 0; index < sum.length; index += 1) sum[index] += values[index];
}

/**
 * [lowest, highest] over all sums on the way in that order, the last one with the bias: what a scale must hold.
 *
 * @param {Pick<Part, "map">[]} parts @param {number[]} order @param {number} bias
 */
export function rangeOfSums(parts, order, bias) {
  const sum = new Float64Array(parts[0].map.values.length);
  /** @type {[number, number]} */
  let range = [Infinity, -Infinity];
  for (const index of order) {
    add(sum, parts[index].map.values);
    range = widen(range, sum);
  }
  return widen(range, sum.map((value) => value + bias));
}

/**
 * A range that holds these values too; what is not finite has no place on a scale.
 *
 * @param {[number, number]} range @param {Iterable<number>} values @returns {[number, number]}
 */
export function widen([low, high], values) {
  for (const value of values) {
    if (value < low && value !== -Infinity) low = value;
    if (value > high && value !== Infinity) high = value;
  }
  return [low, high];
}

/** [lowest, highest] over some lists of values; [0, 0] where there are none. @param {Iterable<number>[]} lists @returns {[number, number]} */
export function rangeOf(lists) {
  const [low, high] = lists.reduce(widen, /** @type {[number, number]} */ ([Infinity, -Infinity]));
  return low <= high ? [low, high] : [0, 0];
}

/**
 * The box of cells that the window behind an output position reaches over: half-open, it may reach into the padding.
 *
 * @param {Pick<Setting, "stride" | "padding" | "dilation">} setting @param {number[]} kernel @param {number} row
 * @param {number} column
 */
export function windowBox({ stride, padding, dilation }, [kernelRows, kernelColumns], row, column) {
  const rows = taps(row, kernelRows, stride[0], padding[0], dilation[0]);
  const columns = taps(column, kernelColumns, stride[1], padding[1], dilation[1]);
  return { top: rows[0], left: columns[0], bottom: rows[rows.length - 1] + 1, right: columns[columns.length - 1] + 1 };
}

/**
 * The output position whose window lies most nearly around a cell of the input.
 *
 * @param {Pick<Setting, "stride" | "padding" | "dilation">} setting @param {number[]} kernel @param {number[]} cell
 * @param {number[]} shape
 */
export function positionAround({ stride, padding, dilation }, kernel, cell, shape) {
  return cell.map((place, axis) => {
    const middle = ((kernel[axis] - 1) * dilation[axis]) / 2;
    const position = Math.round((place + padding[axis] - middle) / stride[axis]);
    return Math.max(0, Math.min(shape[axis] - 1, position));
  });
}
