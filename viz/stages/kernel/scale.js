// From a value to its place on a colour scale, and to the digits that may be said about it. Twin of viz/colour.py.

import { decimal, marked, plain } from "./numerals.js";

/** @import { Scale } from "./types.d.ts" */

// The codes of cells that hold no finite number; every code below them is a level between a map's low and high.
export const NOT_A_NUMBER = 65535;
export const PLUS_INFINITY = 65534;
export const MINUS_INFINITY = 65533;
export const HIGHEST_LEVEL = 65532;

/**
 * The limits [low, high] of a scale for values between `low` and `high`; `range` is "auto", "symmetric" or "zero".
 *
 * @param {number} low @param {number} high @param {string} range @returns {Scale}
 */
export function limits(low, high, range) {
  const signed = low < 0;
  if (range === "symmetric" || (range === "auto" && signed)) {
    const reach = Math.max(Math.abs(low), Math.abs(high));
    return [-reach, reach];
  }
  return high > 0 ? [0, high] : [low < 0 && range !== "zero" ? low : 0, 0];
}

/**
 * Which palette shows such limits: values on both sides of zero need one with a middle.
 *
 * @param {Scale | [number]} scale @returns {"sequential" | "diverging"}
 */
export function paletteFor([low]) {
  return low < 0 ? "diverging" : "sequential";
}

/** The value of a code in a map packed with `low` and `step`. @param {number} code @param {number} low @param {number} step */
export function decode(code, low, step) {
  if (code === NOT_A_NUMBER) return NaN;
  if (code === PLUS_INFINITY) return Infinity;
  if (code === MINUS_INFINITY) return -Infinity;
  return low + code * step;
}

/**
 * A value in words: four significant digits, or as many as 1/10,000 of `range` allows, whichever is coarser.
 *
 * @param {number} value @param {number} range
 */
export function say(value, range) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+∞" : "−∞";
  if (value === 0) return "0";
  const quantum = Math.max(10 ** (Math.floor(Math.log10(Math.abs(value))) - 3), range / 10000);
  if (quantum < 1e-6 || Math.abs(value) >= 1e6) return marked(value.toExponential(3));
  return decimal(value, Math.max(0, Math.ceil(-Math.log10(quantum) - 1e-9)));
}

/** The same without zeros at the end: for numbers in sentences, where 172 is not 172.0. @param {number} value @param {number} range */
export function neat(value, range) {
  const text = plain(say(value, range));
  return marked(text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text);
}
