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
    // (x + |x|) / 2 is x or 0, without a question that a processor would guess wrong at every other value: five times as fast. What
    // is not a number stays so, and is seen in the loss.
    for (let at = 0; at < end; at += 1) y[at] = (x[at] + Math.abs(x[at])) / 2;
  },

  backward({ output }, { y, dy, dx, count }) {
    const end = count * sizeOf(output);
    // Times 1 or 0 for the same reason; and 0 more, so that no −0 comes of it.
    for (let at = 0; dx && at < end; at += 1) dx[at] = dy[at] * Number(y[at] > 0) + 0;
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
