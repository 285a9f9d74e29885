// Has the engine work out cases that stand in a JSON file, all in one process, and prints what it found.
// Run as `node run_engine.mjs CASES.json`. A case that is refused gives { refused: the error's text }.

import { readFileSync } from "node:fs";

import { createNetwork, forward, gradientsFrom, lossAndGradients, update } from "../../../viz/stages/training/engine.js";

/** @import { Network, Parameter } from "../../../viz/stages/training/engine/types.d.ts" */

/** @param {Parameter[]} parameters */
const plain = (parameters) => parameters.map(({ name, shape, values }) => ({ name, shape, values: [...values] }));

/** A network with the weights that a case brings, where it does. @param {Record<string, any>} given */
function made({ spec, seed = 0, parameters = [], running = [] }) {
  const network = createNetwork(spec, seed);
  parameters.forEach((/** @type {number[]} */ values, /** @type {number} */ index) => network.parameters[index].values.set(values));
  running.forEach((/** @type {number[]} */ values, /** @type {number} */ index) => network.running[index].values.set(values));
  return network;
}

/** @type {Record<string, (given: Record<string, any>) => object>} */
const ACTS = {
  create: (given) => {
    const network = made(given);
    return { parameters: plain(network.parameters), running: plain(network.running), outputs: network.layers.map(({ output }) => output) };
  },
  forward: (given) => {
    const network = made(given);
    return { layers: plain(forward(network, given.pictures, given.options)), running: plain(network.running) };
  },
  gradients: (given) => {
    const network = made(given);
    const { loss, outputs, gradients, values, deltas, pictureDeltas } = lossAndGradients(network, given.pictures, given.labels, { keep: true, ...given.options });
    const kept = { values: plain(values ?? []), deltas: plain(deltas ?? []), pictureDeltas: [...(pictureDeltas ?? [])] };
    return { loss, outputs: [...outputs], gradients: plain(gradients), running: plain(network.running), ...kept };
  },
  from: (given) => {
    const { gradients, values, pictureDeltas } = gradientsFrom(made(given), given.pictures, given.deltas, given.options);
    return { gradients: plain(gradients), values: plain(values), pictureDeltas: [...pictureDeltas] };
  },
  run: (given) => {
    const network = made(given);
    const losses = given.batches.map((/** @type {any} */ { pictures, labels, options }) => {
      const { loss, gradients } = lossAndGradients(network, pictures, labels, { loss: given.loss });
      update(network, gradients, { ...given.options, ...options });
      return loss;
    });
    return { losses, parameters: plain(network.parameters), running: plain(network.running) };
  },
};

/** @param {Record<string, any>} given */
function told(given) {
  try {
    return ACTS[given.act](given);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: error.message };
  }
}

const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(cases.map(told)));
