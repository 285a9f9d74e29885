// What the stage says: the sum written out, the place, the output's size, why there is none. Texts come with the payload.

import { valueAt } from "../../kernel/arithmetic.js";
import { addUp, bracketed, line, partOf, roundedTo } from "../../kernel/written.js";
import { spread } from "../../kernel/geometry.js";
import { listed, simple } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";

/** @import { Held, Slide } from "./types.d.ts" @import { Cell, Written } from "../../kernel/types.d.ts" */

const MOST_TERMS = 9;
const FIRST_TERMS = 3;

/**
 * The sum of one window as parts to show: { before, folded, after }. `folded`: { count, sum } of the terms that are not
 * written one by one, null where all are.
 *
 * @param {Written} written @param {boolean} unfolded
 */
export function sumParts(written, unfolded) {
  const bias = written.bias === null ? "" : ` + ${bracketed(written.bias)}`;
  const tail = `${bias} = ${written.sum}${roundedTo(written)}`;
  const count = written.terms.length;
  if (count <= MOST_TERMS || unfolded) return { before: line(written), folded: null, after: tail };
  return {
    before: line(written, 0, FIRST_TERMS),
    folded: { count: count - FIRST_TERMS - 1, sum: partOf(written, FIRST_TERMS, count - 1) },
    after: ` + ${line(written, count - 1)}${tail}`,
  };
}

/** Writes the sum below the views, folded or not. @param {Slide} stage @param {Written} written */
export function writeConvolution(stage, written) {
  const { before, folded, after } = sumParts(written, stage.unfolded);
  /** @type {(string | Node)[]} */
  const parts = [before];
  if (folded !== null) parts.push(" + ", folder(stage, put(stage.words.folded, folded)));
  parts.push(after);
  if (written.terms.length > MOST_TERMS && stage.unfolded) parts.push(" ", folder(stage, stage.words.fold));
  stage.find(".sum").replaceChildren(...parts);
  return written.rounded ?? written.sum;
}

/** @param {Slide} stage @param {string} words */
function folder(stage, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "fold";
  made.textContent = words;
  made.onclick = () => stage.fold();
  return made;
}

/**
 * Writes which value was the largest, or the mean with its sum and its count; the value in four digits.
 *
 * @param {Slide} stage @param {Held} window
 */
export function writePooling(stage, window) {
  const { image } = stage.found;
  const values = window.pixels.map((/** @type {number} */ pixel) => image.values[pixel]);
  const largest = stage.view.pool === "max";
  const said = largest ? largestOf(stage, window, values) : meanOf(stage, window, values);
  const others = window.counted - values.length;
  stage.find(".sum").textContent = !largest && others > 0 ? `${said} ${put(stage.words.zeros_count, { count: others })}` : said;
  return neat(largest ? image.values[window.winner] : window.mean, 0);
}

/** @param {(string | number)[]} numbers */
const shortened = (numbers) => (numbers.length > 16 ? [...numbers.slice(0, 8), "…", ...numbers.slice(-4)] : numbers);

/** @param {Slide} stage @param {Held} window @param {number[]} values */
function largestOf({ words, found: { image } }, { winner }, values) {
  const place = { row: Math.floor(winner / image.columns), column: winner % image.columns };
  const list = listed(shortened(values.map((value) => neat(value, 0))));
  return put(words.sum_max, { list, value: neat(image.values[winner], 0), ...place });
}

/** @param {Slide} stage @param {Held} window @param {number[]} values */
function meanOf({ words }, { sum, counted, mean }, values) {
  const written = addUp(values, sum, counted);
  const list = shortened(written.pieces).join(" + ").replace(/\+ −/g, "− ");
  const sign = written.rounded === null ? "=" : "≈";
  return put(words.sum_average, { list, sum: written.sum, count: counted, sign, value: neat(mean, 0) });
}

/**
 * Where the window is and what it gives: seen, and announced to those who listen.
 *
 * @param {Slide} stage @param {Cell} position @param {string} value
 */
export function placeText(stage, [row, column], value) {
  const { setting } = stage.found;
  const [top, left] = [row * setting.stride[0] - setting.padding[0], column * setting.stride[1] - setting.padding[1]];
  const [bottom, right] = [top + spread(setting.kernel[0], setting.dilation[0]) - 1, left + spread(setting.kernel[1], setting.dilation[1]) - 1];
  const signed = Object.fromEntries(Object.entries({ row, column, top, left, bottom, right }).map(([name, number]) => [name, simple(number)]));
  return put(stage.words.place, { ...signed, value });
}

/** The output's size on each axis as a formula with its numbers, and what no window reads. @param {Slide} stage */
export function writeFormula(stage) {
  const { image, setting, output, unread } = stage.found;
  const axes = [["rows", image.rows, output.rows], ["columns", image.columns, output.columns]];
  const sentences = axes.map(([name, size, count], axis) => {
    const numbers = { axis: stage.words[name], size, padding: setting.padding[axis], dilation: setting.dilation[axis], kernel: setting.kernel[axis], stride: setting.stride[axis], count };
    return put(setting.ceil ? stage.words.formula_ceil : stage.words.formula, numbers);
  });
  const formula = stage.find(".formula");
  formula.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
  const missed = missing(stage, unread, setting);
  if (missed) formula.append(Object.assign(document.createElement("span"), { className: "missed", textContent: missed }));
}

/**
 * What is left out, in words: cells behind the last window, and cells between windows.
 *
 * @param {Slide} stage @param {number[][]} unread @param {Slide["found"]["setting"]} setting
 */
function missing({ words }, unread, setting) {
  const behind = unread.map((counts) => counts.length - 1 - counts.findLastIndex((count) => count > 0));
  const between = unread.map((counts, axis) => counts.slice(0, counts.length - behind[axis]).filter((count) => count === 0).length);
  const said = [];
  if (behind[0] + behind[1] > 0) {
    const own = behind.map((count, axis) => Math.max(0, count - setting.padding[axis]));
    said.push(put(words.left_over, { rows: behind[0], columns: behind[1], own_rows: own[0], own_columns: own[1] }));
  }
  if (between[0] + between[1] > 0) said.push(put(words.skipped, { rows: between[0], columns: between[1] }));
  return said.join(" ");
}

/**
 * The value of the cell that is pointed at, beside the scale of the plane; null takes it away.
 *
 * @param {Slide} stage @param {number[] | null} pixel
 */
export function writePixel(stage, pixel) {
  const { image, setting } = stage.found;
  const said = stage.find(".input .legend span:last-child");
  if (pixel === null) {
    said.textContent = "";
    return;
  }
  const [row, column] = pixel;
  const value = valueAt(image, row, column, setting.mode);
  const outside = row < 0 || column < 0 || row >= image.rows || column >= image.columns;
  const words = outside ? stage.words.padding_here : stage.words.pixel;
  said.textContent = put(words, { row, column, value: neat(value, Math.abs(value)) });
}

/** The term that is pointed at, beside the scale of the products. @param {Slide} stage @param {Pick<Written, "terms">} written */
export function writeTerm(stage, { terms }) {
  if (stage.tap === null) return;
  const { value, weight, product } = terms[stage.tap];
  const factor = weight.startsWith("−") ? `(${weight})` : weight;
  stage.find(".products .legend span:last-child").textContent = `${value} × ${factor} = ${product}`;
}

/** Why there is no output, in the place where the plane would be. @param {Slide} stage */
export function problemText(stage) {
  const { problem, setting } = stage.found;
  if (problem === null) return "";
  const axis = stage.words[["rows", "columns"][problem.axis]];
  const dilation = setting.dilation[problem.axis];
  return put(stage.words[`problem_${problem.argument}`], { ...problem, axis, dilation });
}
