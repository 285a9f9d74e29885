// Numbers that look like chance and depend on a seed alone: whole-number arithmetic on 32 bits, so the same in every browser.
//
// The generator is sfc32 (Chris Doty-Humphrey, PractRand): three mixed words and a counter, which keeps its period above 2³².

import { log } from "./exponential.js";
import { whole } from "./refused.js";

/** @import { Random } from "./types.d.ts" */

const WARMING = 16;
const WORDS = 4294967296;

/**
 * A generator. `next`: a whole number from 0 to 2³² − 1; `uniform`: 0 ≤ x < 1; `between`: low ≤ x < high; `below`: a whole number from
 * 0 to bound − 1; `normal`: of mean 0 and deviation 1; `shuffle`: puts a list in another order, in place.
 *
 * @param {number} seed @returns {Random}
 */
export function generator(seed) {
  whole("seed", seed, 0, WORDS - 1);
  const state = new Int32Array([seed, seed, seed, 1]);
  const next = () => mixed(state);
  const uniform = () => next() / WORDS;
  for (let round = 0; round < WARMING; round += 1) next();
  return {
    state,
    next,
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    below: (bound) => Math.floor(uniform() * bound),
    normal: () => normal(uniform),
    shuffle: (items) => shuffled(items, uniform),
  };
}

/** @param {Int32Array} state */
function mixed(state) {
  const [a, b, c, counter] = state;
  const sum = (a + b + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + sum;
  state[3] = counter + 1;
  return sum >>> 0;
}

/** Marsaglia's polar method: needs no sine, which browsers round differently. @param {() => number} uniform */
function normal(uniform) {
  for (;;) {
    const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * log(square)) / square);
  }
}

/**
 * Fisher and Yates: every order is as likely as every other.
 *
 * @template {{ length: number, [index: number]: unknown }} T @param {T} items @param {() => number} uniform
 */
function shuffled(items, uniform) {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}
