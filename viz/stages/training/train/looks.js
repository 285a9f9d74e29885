// What can be looked at of a network while it learns: the weights of its first layer as maps, and the feature maps of a picture.

import { forward } from "../engine.js";
import { seenAs } from "./judging.js";

/** @import { Parameter } from "../engine/types.d.ts" */
/** @import { Run } from "../run.js" */
/** @import { Maps, Seen } from "./types.d.ts" */

const MOST = 32; // maps of a layer

/** Kernels as maps; of a fully connected layer the weights of each unit, as they lie on the picture. @param {Parameter} parameter @param {number} side @returns {Maps} */
export function mapsOf({ shape, values }, side) {
  const [rows, columns] = shape.length === 4 ? shape.slice(2) : [side, side];
  const count = Math.min(MOST, shape[0]);
  return { count, rows, columns, values: Float32Array.from(values.subarray(0, count * rows * columns)) };
}

/** @param {Run} run @param {number} picture */
function through({ network, heldOut: { pictures, labels } }, picture) {
  const size = pictures.length / labels.length;
  return forward(network, pictures.subarray(picture * size, (picture + 1) * size));
}

/** The feature maps of a held-out picture behind the activation of each convolution. @param {Run} run @param {number} picture @returns {Maps[]} */
export function featuresOf(run, picture) {
  const shown = through(run, picture).filter(({ kind, shape }) => (kind === "relu" || kind === "sigmoid") && shape.length === 4);
  return shown.map(({ shape: [, maps, rows, columns], values }) => {
    const count = Math.min(MOST, maps);
    return { count, rows, columns, values: Float32Array.from(values.subarray(0, count * rows * columns)) };
  });
}

/** A held-out picture, and what the network takes it for. @param {Run} run @param {number} picture @returns {Seen} */
export const chosen = (run, picture) => seenAs(run, picture, Float32Array.from(/** @type {{ values: ArrayLike<number> }} */ (through(run, picture).at(-1)).values));
