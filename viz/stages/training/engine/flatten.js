// Flattening: x [n, C, H, W] gives y [n, C·H·W]. No number changes; that they had neighbours is forgotten.

import { onlyFields } from "./refused.js";
import { sizeOf } from "./shapes.js";

/** @import { Operation } from "./types.d.ts" */

/** @type {Operation} */
export const flatten = {
  make(asked, input) {
    onlyFields(asked, []);
    return { output: [sizeOf(input)] };
  },

  forward({ output: [size] }, { x, y, count }) {
    for (let at = 0; at < count * size; at += 1) y[at] = x[at];
  },

  backward({ output: [size] }, { dy, dx, count }) {
    for (let at = 0; dx && at < count * size; at += 1) dx[at] = dy[at];
  },
};
