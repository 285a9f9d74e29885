// Where the pictures come from: one entry a source. Training and held-out pictures are never the same ones.

import { SHAPES, shapes } from "../data/shapes.js";

/** @import { Source, View } from "./types.d.ts" */

const APART = 0x9e3779b9; // held-out pictures are drawn from another seed

/** @type {Record<View["source"], Source>} */
export const SOURCES = {
  shapes: {
    classes: SHAPES,
    make: ({ side, count, noise, seed }, heldOut) => ({
      training: shapes({ side, count, noise }, seed),
      heldOut: shapes({ side, count: heldOut, noise }, (seed ^ APART) >>> 0),
    }),
  },
};
