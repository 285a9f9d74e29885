// Sums written out so that they add up as written: whoever takes a pencil gets the sum that stands there.
//
// One rule of digits: a sum is shown in four significant digits; its terms get as many as it takes for what they add up
// to, exactly as written, to round to just that. The twin of models/ops/written.py.

import { marked, plain } from "./numerals.js";
import { neat, say } from "./scale.js";

/** @import { Written } from "./types.d.ts" */

const MOST_DECIMALS = 6;
const MOST_MORE = 10; // decimals beyond those that the terms alone would get
const FIGURES = 4; // significant digits of the largest number, where numbers can't be written in full

/**
 * How many decimals numbers of this list are written with: all they have, or as many as leave `FIGURES` digits.
 *
 * @param {number[]} numbers
 */
export function decimalsOf(numbers) {
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  for (let decimals = 0; decimals <= 4; decimals += 1) {
    if (numbers.every((number) => Math.abs(number - Number(number.toFixed(decimals))) <= 1e-9 * largest)) return decimals;
  }
  const needed = FIGURES - 1 - Math.floor(Math.log10(largest));
  return Math.max(0, Math.min(MOST_DECIMALS, needed));
}

/** @param {number} number @param {number} decimals */
const scaled = (number, decimals) => BigInt(Math.round(number * 10 ** decimals));

/**
 * A whole number of 10^−decimals in digits, without zeros at the end; a true minus sign.
 *
 * @param {bigint} whole @param {number} decimals
 */
export function digits(whole, decimals) {
  const text = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, "0");
  const point = text.length - decimals;
  const fraction = text.slice(point).replace(/0+$/, "");
  return marked((whole < 0n ? "−" : "") + text.slice(0, point) + (fraction && `.${fraction}`));
}

/**
 * What a sum is rounded to, null if it is that already; and whether it fits. `size`: of its largest term.
 *
 * @param {number} written @param {number} total @param {number} size
 */
function roundingOf(written, total, size) {
  const true_ = Math.abs(written - total) <= 1e-9 * size ? written : total;
  const text = plain(say(true_, 0));
  const [digits_, exponent = "0"] = text.split("e");
  const step = 10 ** (Number(exponent) - (digits_.split(".")[1] ?? "").length);
  const fits = true_ === 0 ? written === 0 : Math.abs(written - Number(text)) < 0.4999999 * step;
  return { rounded: Number(text) === written ? null : neat(true_, 0), fits };
}

/** @param {string} text */
const numberOf = (text) => Number(plain(text));

/**
 * Σ values × weights + bias, written out.
 *
 * `terms`: { value, weight, product } of each, as strings; `bias`: a string, or null for 0; `sum`: what exactly these
 * written terms add up to; `rounded`: what it and the true `total` are in four digits, null where the sum is just that.
 *
 * @param {number[]} values @param {number[]} weights @param {number} bias @param {number} total @returns {Written}
 */
export function writeSum(values, weights, bias, total) {
  const lists = [[...values], [...weights], [bias]];
  const least = lists.map(decimalsOf);
  const size = values.reduce((most, value, index) => Math.max(most, Math.abs(value * weights[index])), Math.abs(total));
  for (let more = 0; ; more += 1) {
    const written = writtenIn(lists, least.map((decimals) => decimals + more));
    const { rounded, fits } = roundingOf(numberOf(written.sum), total, size);
    if (fits || more === MOST_MORE) return { ...written, rounded };
  }
}

/** @param {number[][]} lists @param {number[]} decimals */
function writtenIn([values, weights, [bias]], [inValues, inWeights, inBias]) {
  const decimals = Math.max(inValues + inWeights, inBias);
  const up = 10n ** BigInt(decimals - inValues - inWeights);
  const terms = values.map((value, index) => {
    const [one, other] = [scaled(value, inValues), scaled(weights[index], inWeights)];
    return { one, other, product: one * other * up };
  });
  const added = scaled(bias, inBias) * 10n ** BigInt(decimals - inBias);
  return {
    terms: terms.map(({ one, other, product }) => ({
      value: digits(one, inValues),
      weight: digits(other, inWeights),
      product: digits(product, decimals),
    })),
    bias: bias === 0 ? null : digits(scaled(bias, inBias), inBias),
    sum: digits(terms.reduce((sum, { product }) => sum + product, added), decimals),
  };
}

/**
 * Numbers written so that they add up as written: with four digits of the largest, or as many more as it takes.
 *
 * { pieces, sum, rounded } as text, as `writeSum` gives them, and { whole, decimals } to add up further. `parts`: into how
 * many equal ones the sum is divided, as for a mean: then it is the quotient that is rounded.
 *
 * @param {Iterable<number>} numbers @param {number} total
 */
export function addUp(numbers, total, parts = 1) {
  const list = [...numbers];
  const least = decimalsOf(list);
  const size = list.reduce((most, number) => Math.max(most, Math.abs(number)), Math.abs(total));
  for (let decimals = least; ; decimals += 1) {
    const whole = list.map((number) => scaled(number, decimals));
    const sum = digits(whole.reduce((one, other) => one + other, 0n), decimals);
    const { rounded, fits } = roundingOf(numberOf(sum) / parts, total / parts, size);
    const pieces = whole.map((number) => digits(number, decimals));
    if (fits || decimals === least + MOST_MORE) return { decimals, whole, pieces, sum, rounded };
  }
}

/**
 * Σ values + bias of plain numbers in the form that `writeSum` gives: a term is its own product.
 *
 * @param {number[]} values @param {number} bias @param {number} total @returns {Written}
 */
export function writeTotal(values, bias, total) {
  const { pieces, sum, rounded } = addUp([...values, bias], total);
  const terms = pieces.slice(0, -1).map((value) => ({ value, weight: "1", product: value }));
  return { terms, bias: bias === 0 ? null : pieces[pieces.length - 1], sum, rounded };
}

/**
 * What the pieces from `start` to before `end` add up to, as written.
 *
 * @param {{ whole: bigint[], decimals: number }} added @param {number} start @param {number} end
 */
export const partial = ({ whole, decimals }, start, end) =>
  digits(whole.slice(start, end).reduce((sum, number) => sum + number, 0n), decimals);

/**
 * What follows a written sum: the number it is rounded to, as it is said elsewhere; nothing where it is that already.
 *
 * @param {{ rounded: string | null }} written
 */
export const roundedTo = ({ rounded }) => (rounded === null ? "" : ` ≈ ${rounded}`);

/** A number as a term: a negative one in brackets. @param {string} number */
export const bracketed = (number) => (number.startsWith("−") ? `(${number})` : number);

/** The terms from `start` to before `end` as one line, "0 × 0 + 1 × 1 + 3 × (−2)". @param {Pick<Written, "terms">} written */
export function line({ terms }, start = 0, end = terms.length) {
  return terms.slice(start, end).map(({ value, weight }) => `${bracketed(value)} × ${bracketed(weight)}`).join(" + ");
}

/**
 * What the terms from `start` to before `end` add up to, exactly as written.
 *
 * @param {Pick<Written, "terms">} written @param {number} start @param {number} end
 */
export function partOf({ terms }, start, end) {
  /** @param {string} text */
  const places = (text) => (text.split(".")[1] ?? "").length;
  const chosen = terms.slice(start, end).map(({ product }) => plain(product));
  const decimals = Math.max(0, ...chosen.map(places));
  /** @param {string} text */
  const whole = (text) => BigInt(text.replace(".", "") + "0".repeat(decimals - places(text)));
  return digits(chosen.reduce((sum, text) => sum + whole(text), 0n), decimals);
}
