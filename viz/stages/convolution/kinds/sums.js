// Which terms make an output cell, which cells an input or a weight goes into, and how their sum is written. Pure.

import { marked, simple } from "../../kernel/numerals.js";
import { line, partOf, writeSum } from "../../kernel/written.js";

/** @import { Sums } from "./types.d.ts" @import { Written } from "../../kernel/types.d.ts" */

export const MOST_TERMS = 9;
const KEPT = 3; // terms left standing before the fold

/**
 * The terms a cell of a volume takes part in: their numbers, in order.
 *
 * @param {Pick<Sums, "planes">} board @param {string} volume @param {number} index
 */
export function termsOf({ planes }, volume, index) {
  const { starts, term_inputs: inputs, term_weights: weights } = planes;
  if (volume === "outputs" || volume === "counts") {
    const [from, to] = [starts.values[index], starts.values[index + 1]];
    return Array.from({ length: to - from }, (_, at) => from + at);
  }
  const list = volume === "inputs" ? inputs.values : weights.values;
  return Array.from(list, (_, term) => term).filter((term) => list[term] === index);
}

/** The output cell of every term. @param {Pick<Sums, "planes">} board */
export function cellsOfTerms({ planes: { starts, term_inputs: inputs } }) {
  const cells = new Uint16Array(inputs.values.length);
  for (let cell = 0; cell + 1 < starts.values.length; cell += 1) cells.fill(cell, starts.values[cell], starts.values[cell + 1]);
  return cells;
}

/**
 * The cells of each volume that take part when a cell of one of them is pointed at, as sets of indices.
 *
 * @param {Pick<Sums, "planes" | "cells">} board @param {string} volume @param {number} index
 * @returns {Record<string, Set<number>>}
 */
export function involved(board, volume, index) {
  const terms = termsOf(board, volume, index);
  const { term_inputs: inputs, term_weights: weights } = board.planes;
  const outputs = new Set(terms.map((term) => board.cells[term]));
  if (volume === "outputs" || volume === "counts") outputs.add(index);
  return {
    inputs: new Set(volume === "inputs" ? [index] : terms.map((term) => inputs.values[term])),
    weights: new Set(volume === "weights" ? [index] : terms.map((term) => weights.values[term])),
    outputs,
    counts: outputs,
  };
}

/**
 * The outputs after some steps: whole cells one by one, or, where inputs stamp, what their stamps have added up to.
 *
 * @param {Pick<Sums, "planes" | "cells" | "stamps">} board @param {number} steps
 */
export function outputsAfter(board, steps) {
  const { outputs, inputs, weights, term_inputs: fromInput, term_weights: fromWeight } = board.planes;
  if (!board.stamps) return outputs.values.map((value, cell) => (cell < steps ? value : NaN));
  const sums = new Float32Array(outputs.values.length).fill(NaN);
  board.cells.forEach((cell, term) => {
    if (fromInput.values[term] >= steps) return;
    const product = inputs.values[fromInput.values[term]] * weights.values[fromWeight.values[term]];
    sums[cell] = (Number.isNaN(sums[cell]) ? 0 : sums[cell]) + product;
  });
  return sums;
}

/** How many steps fill the board. @param {Pick<Sums, "planes" | "stamps">} board */
export const stepsOf = (board) => board.planes[board.stamps ? "inputs" : "outputs"].values.length;

/**
 * An output cell's sum as `writeSum` writes it, in whole numbers over one `denominator`.
 *
 * @param {Pick<Sums, "planes" | "denominators">} board @param {number} cell
 */
export function sumOf(board, cell) {
  const { inputs, weights, outputs, term_inputs: fromInput, term_weights: fromWeight } = board.planes;
  const terms = termsOf(board, "outputs", cell);
  const values = terms.map((term) => inputs.values[fromInput.values[term]]);
  const factors = terms.map((term) => weights.values[fromWeight.values[term]]);
  const written = writeSum(values, factors, 0, outputs.values[cell]);
  const denominator = board.denominators[0] * board.denominators[1];
  return { written, denominator, count: terms.length, total: outputs.values[cell] };
}

/**
 * Terms `start` to before `end` in one line, each factor over its denominator: "1/6 × 1/6 + …".
 *
 * @param {{ written: Written }} sum @param {[number, number]} denominators @param {number} start @param {number} end
 */
export function lineOf({ written }, [top, bottom], start, end) {
  if (top === 1 && bottom === 1) return line(written, start, end);
  /** @param {string} number @param {number} denominator */
  const over = (number, denominator) => {
    const text = denominator === 1 ? number : `${number}/${denominator}`;
    return number.startsWith("−") ? `(${text})` : text;
  };
  return written.terms.slice(start, end).map(({ value, weight }) => `${over(value, top)} × ${over(weight, bottom)}`).join(" + ");
}

/**
 * The sum in pieces to put on the page: texts, and { fold: terms left out, part: what they add up to }.
 *
 * @param {Pick<Sums, "planes" | "denominators">} board @param {number} cell @param {boolean} unfolded
 * @returns {(string | { fold: number, part: string })[]}
 */
export function pieces(board, cell, unfolded) {
  const found = sumOf(board, cell);
  const { count, written, denominator } = found;
  /** @param {number} start @param {number} end */
  const write = (start, end) => lineOf(found, board.denominators, start, end);
  const end = ` = ${fraction(found.total, denominator)}${decimal(found.total, denominator)}`;
  if (count === 0) return [];
  if (count <= MOST_TERMS || unfolded) return [write(0, count), end];
  const part = overText(partOf(written, KEPT, count - 1), denominator);
  return [`${write(0, KEPT)} + `, { fold: count - KEPT - 1, part }, ` + ${write(count - 1, count)}`, end];
}

/** @param {string} text @param {number} denominator */
const overText = (text, denominator) => (denominator === 1 ? text : `${text}/${denominator}`);

/**
 * A whole number over a denominator, "−3/36"; the number alone where the denominator is 1.
 *
 * @param {number} number @param {number} denominator
 */
export function fraction(number, denominator) {
  return overText(simple(number), denominator);
}

/**
 * What a fraction is as a decimal, " = 2.5" or " ≈ 0.08333" (four significant digits); nothing for a whole number.
 *
 * @param {number} number @param {number} denominator
 */
export function decimal(number, denominator) {
  if (denominator === 1) return "";
  const value = number / denominator;
  const text = String(Number(value.toPrecision(4)));
  return ` ${Math.abs(Number(text) - value) < 1e-12 ? "=" : "≈"} ${marked(text)}`;
}
