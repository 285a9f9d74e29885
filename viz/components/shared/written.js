// A sum of products written out so that it adds up as written: whoever takes a pencil gets the sum that stands there.

import { neat } from "./scale.js";

const MOST_DECIMALS = 6;
const FIGURES = 4; // significant digits of the largest number, where numbers can't be written in full

/** How many decimals numbers of this list are written with: all they have, or as many as leave `FIGURES` digits. */
export function decimalsOf(numbers) {
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  for (let decimals = 0; decimals <= 4; decimals += 1) {
    if (numbers.every((number) => Math.abs(number - Number(number.toFixed(decimals))) <= 1e-9 * largest)) return decimals;
  }
  const needed = FIGURES - 1 - Math.floor(Math.log10(largest));
  return Math.max(0, Math.min(MOST_DECIMALS, needed));
}

const scaled = (number, decimals) => BigInt(Math.round(number * 10 ** decimals));

/** A whole number of 10^−decimals in digits, without zeros at the end; a true minus sign. */
export function digits(whole, decimals) {
  const text = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, "0");
  const point = text.length - decimals;
  const fraction = text.slice(point).replace(/0+$/, "");
  return (whole < 0n ? "−" : "") + text.slice(0, point) + (fraction && `.${fraction}`);
}

/**
 * Σ values × weights + bias, written out.
 *
 * `terms`: { value, weight, product } of each, as strings; `bias`: a string, or null for 0; `sum`: what exactly these
 * written terms add up to; `total`: the true total where rounding the terms has changed it, else null.
 */
export function writeSum(values, weights, bias, total) {
  const [inValues, inWeights, inBias] = [values, weights, [bias]].map((list) => decimalsOf([...list]));
  const decimals = Math.max(inValues + inWeights, inBias);
  const up = 10n ** BigInt(decimals - inValues - inWeights);
  const written = [...values].map((value, index) => {
    const [one, other] = [scaled(value, inValues), scaled(weights[index], inWeights)];
    return { one, other, product: one * other * up };
  });
  const added = scaled(bias, inBias) * 10n ** BigInt(decimals - inBias);
  const sum = written.reduce((most, { product }) => most + product, added);
  const sizes = written.map(({ product }) => Math.abs(Number(product)) / 10 ** decimals);
  const range = Math.max(Math.abs(total), ...sizes, 1e-12);
  const close = Math.abs(Number(sum) / 10 ** decimals - total) <= 1e-9 * range;
  return {
    terms: written.map(({ one, other, product }) => ({
      value: digits(one, inValues),
      weight: digits(other, inWeights),
      product: digits(product, decimals),
    })),
    bias: bias === 0 ? null : digits(scaled(bias, inBias), inBias),
    sum: digits(sum, decimals),
    total: close ? null : neat(total, range),
  };
}

/** A number as a term: a negative one in brackets. */
export const bracketed = (number) => (number.startsWith("−") ? `(${number})` : number);

/** The terms from `start` to before `end` as one line, "0 × 0 + 1 × 1 + 3 × (−2)". */
export function line({ terms }, start = 0, end = terms.length) {
  return terms.slice(start, end).map(({ value, weight }) => `${bracketed(value)} × ${bracketed(weight)}`).join(" + ");
}

/** What the terms from `start` to before `end` add up to, exactly as written. */
export function partOf({ terms }, start, end) {
  const places = (text) => (text.split(".")[1] ?? "").length;
  const chosen = terms.slice(start, end).map(({ product }) => product.replace("−", "-"));
  const decimals = Math.max(0, ...chosen.map(places));
  const whole = (text) => BigInt(text.replace(".", "") + "0".repeat(decimals - places(text)));
  return digits(chosen.reduce((sum, text) => sum + whole(text), 0n), decimals);
}
