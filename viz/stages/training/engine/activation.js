// What is done to every value by itself: y has the shape of x.

import { exp } from "./exponential.js";
import { onlyFields } from "./refused.js";
import { sizeOf } from "./shapes.js";

/** @import { Operation } from "./types.d.ts" */

/** @type {Operation["make"]} */
function make(asked, input) {
  onlyFields(asked, []);
  return { output: input };
}

/**
 * ReLU: y = max(0, x); ∂x = δ where x > 0, and 0 elsewhere, at 0 itself too, as PyTorch has it.
 *
 * @type {Operation}
 */
export const relu = {
  make,

  forward({ output }, { x, y, count }) {
    const end = count * sizeOf(output);
    // The other way round than it reads: what is not a number has to stay so, and to be seen in the loss.
    for (let at = 0; at < end; at += 1) y[at] = x[at] <= 0 ? 0 : x[at];
  },

  backward({ output }, { y, dy, dx, count }) {
    const end = count * sizeOf(output);
    for (let at = 0; dx && at < end; at += 1) dx[at] = y[at] <= 0 ? 0 : dy[at];
  },
};

/**
 * Sigmoid: y = 1/(1 + e⁻ˣ); ∂x = δ · y · (1 − y).
 *
 * @type {Operation}
 */
export const sigmoid = {
  make,

  forward({ output }, { x, y, count }) {
    const end = count * sizeOf(output);
    for (let at = 0; at < end; at += 1) y[at] = 1 / (1 + exp(-x[at]));
  },

  backward({ output }, { y, dy, dx, count }) {
    const end = count * sizeOf(output);
    for (let at = 0; dx && at < end; at += 1) dx[at] = dy[at] * y[at] * (1 - y[at]);
  },
};
