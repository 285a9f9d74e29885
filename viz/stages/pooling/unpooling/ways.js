// Where one cell of an enlarged map comes from: which pooled cells, with which weights. The twin of models/ops/enlarging.py.
//
// A pooled map is { values, rows, columns }; terms are { cells: [[row, column]], weights, values } of those that count.

/** @import { Cell, Readable } from "../../kernel/types.d.ts" */
/** @typedef {{ cells: Cell[], weights: number[], values: number[] }} Terms */

/**
 * Which two of `size` cells output `place` of `outputs` mixes on one axis, and how much of the second.
 *
 * @param {number} size @param {number} outputs @param {number} place @param {boolean} alignCorners
 */
export function blend(size, outputs, place, alignCorners) {
  const at = alignCorners
    ? (place * (size - 1)) / Math.max(1, outputs - 1)
    : Math.max(0, ((place + 0.5) * size) / outputs - 0.5);
  const first = Math.min(Math.floor(at), size - 1);
  return { first, second: Math.min(first + 1, size - 1), share: at - first };
}

/**
 * The pooled cells that a bilinear enlargement to rows × columns mixes at a cell; those without weight are left out.
 *
 * @param {Readable} pooled @param {Cell} shape @param {Cell} cell @param {boolean} alignCorners
 */
export function bilinearTerms(pooled, [rows, columns], [row, column], alignCorners) {
  const down = axisWeights(blend(pooled.rows, rows, row, alignCorners));
  const across = axisWeights(blend(pooled.columns, columns, column, alignCorners));
  return collect(pooled, down, across, (one, other) => one * other);
}

/**
 * A blend as [place, weight] pairs: at the border both places are one.
 *
 * @param {{ first: number, second: number, share: number }} blended @returns {Cell[]}
 */
function axisWeights({ first, second, share }) {
  if (first === second || share === 0) return [[first, 1]];
  return [[first, 1 - share], [second, share]];
}

/**
 * The pooled cells whose stamps reach a cell of a transposed convolution, each with the weight it stamps there.
 *
 * @param {Readable} pooled @param {Readable} kernel @param {number} stride @param {number} padding @param {Cell} cell
 */
export function stampTerms(pooled, kernel, stride, padding, [row, column]) {
  /** @param {number} place @param {number} size @param {number} length */
  const reaching = (place, size, length) => {
    /** @type {Cell[]} */
    const found = [];
    for (let cell = 0; cell < size; cell += 1) {
      const tap = place + padding - cell * stride;
      if (tap >= 0 && tap < length) found.push([cell, tap]);
    }
    return found;
  };
  const down = reaching(row, pooled.rows, kernel.rows);
  const across = reaching(column, pooled.columns, kernel.columns);
  return collect(pooled, down, across, (tap, other) => kernel.values[tap * kernel.columns + other]);
}

/**
 * @param {Readable} pooled @param {Cell[]} down @param {Cell[]} across
 * @param {(vertical: number, horizontal: number) => number} weigh @returns {Terms}
 */
function collect(pooled, down, across, weigh) {
  /** @type {Terms} */
  const terms = { cells: [], weights: [], values: [] };
  for (const [row, vertical] of down) {
    for (const [column, horizontal] of across) {
      terms.cells.push([row, column]);
      terms.weights.push(weigh(vertical, horizontal));
      terms.values.push(pooled.values[row * pooled.columns + column]);
    }
  }
  return terms;
}

/** What terms add up to. @param {Pick<Terms, "weights" | "values">} terms */
export const totalOf = ({ weights, values }) => weights.reduce((sum, weight, index) => sum + weight * values[index], 0);
