// How many milliseconds each update of a training takes, in one thread, as JSON.
// Run as `node time_engine.mjs SPEC BATCH WARMING UPDATES`, the spec as JSON.

import { createNetwork, generator, lossAndGradients, update } from "../../../viz/stages/training/engine.js";

/** @import { Spec } from "../../../viz/stages/training/engine/types.d.ts" */

const [text, ...counts] = process.argv.slice(2);
const spec = /** @type {Spec} */ (JSON.parse(text));
const [batch, warming, updates] = counts.map(Number);
const [random, network] = [generator(0), createNetwork(spec, 0)];
const classes = network.layers[network.layers.length - 1].output[0];

/** Noise with labels, of which no two updates in a row get the same. */
const batches = Array.from({ length: 8 }, () => ({
  pictures: Float32Array.from({ length: batch * spec.input.reduce((product, size) => product * size, 1) }, random.normal),
  labels: Array.from({ length: batch }, () => random.below(classes)),
}));

/** @param {number} index */
function timed(index) {
  const { pictures, labels } = batches[index % batches.length];
  const start = performance.now();
  const { gradients } = lossAndGradients(network, pictures, labels);
  update(network, gradients, { optimizer: "adam", rate: 0.003 });
  return performance.now() - start;
}

console.log(JSON.stringify(Array.from({ length: warming + updates }, (_, index) => timed(index)).slice(warming)));
