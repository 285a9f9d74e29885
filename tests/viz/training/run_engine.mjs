// Has the engine work out cases that stand in a JSON file, all in one process, and prints what it found.
// Run as `node run_engine.mjs CASES.json`. A case that is refused gives { refused: the error's text }.

import { readFileSync } from "node:fs";

import { createNetwork, exp, forward, generator, gradientsFrom, log, lossAndGradients, update } from "../../../viz/stages/training/engine.js";

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
    const layers = forward(network, given.pictures, given.options);
    return { layers: plain(given.last ? layers.slice(-1) : layers), running: plain(network.running) };
  },
  gradients: (given) => {
    const network = made(given);
    const { before } = given; // a batch that went through the same network, with batch norm as it is
    const left = before && lossAndGradients(network, before.pictures, before.labels, { training: false, keep: true });
    const told = left && JSON.stringify(left);
    const { loss, outputs, gradients, values, deltas, pictureDeltas } = lossAndGradients(network, given.pictures, given.labels, { keep: true, ...given.options });
    const kept = { values: plain(values ?? []), deltas: plain(deltas ?? []), pictureDeltas: [...(pictureDeltas ?? [])] };
    const untouched = left === undefined || JSON.stringify(left) === told;
    return { loss, outputs: [...outputs], gradients: plain(gradients), running: plain(network.running), ...kept, untouched };
  },
  from: (given) => {
    const { gradients, values, pictureDeltas } = gradientsFrom(made(given), given.pictures, given.deltas, given.options);
    return { gradients: plain(gradients), values: plain(values), pictureDeltas: [...pictureDeltas] };
  },
  differences: (given) => {
    const network = made(given);
    const loss = () => lossAndGradients(network, given.pictures, given.labels, given.options).loss;
    const { gradients } = lossAndGradients(network, given.pictures, given.labels, given.options);
    return { pairs: network.parameters.map(({ values }, which) => differences(values, gradients[which].values, loss, given.step)) };
  },
  functions: (given) => ({
    exp: given.exp.map((/** @type {string} */ x) => [String(exp(Number(x))), String(Math.exp(Number(x)))]),
    log: given.log.map((/** @type {string} */ x) => [String(log(Number(x))), String(Math.log(Number(x)))]),
  }),
  draws: ({ seed, count, bound }) => {
    const random = generator(seed);
    /** @param {() => number} draw */
    const many = (draw) => Array.from({ length: count }, draw);
    const drawn = { next: many(random.next), uniform: many(random.uniform), below: many(() => random.below(bound)), normal: many(random.normal) };
    const { state } = random;
    const before = state.slice();
    const shuffled = () => random.shuffle(Array.from({ length: bound }, (_, index) => index));
    const first = shuffled();
    state.set(before);
    return { ...drawn, first, again: shuffled() };
  },
  run: (given) => {
    let network = made(given);
    const losses = given.batches.map((/** @type {any} */ { pictures, labels, options }, /** @type {number} */ index) => {
      if (index === given.cloned) network = structuredClone(network); // as a worker hands it over
      const { loss, gradients } = lossAndGradients(network, pictures, labels, { loss: given.loss });
      update(network, gradients, { ...given.options, ...options });
      return loss;
    });
    return { losses, parameters: plain(network.parameters), running: plain(network.running) };
  },
};

/**
 * [gradient, centred difference of the loss] of some forty weights of a parameter.
 *
 * @param {Parameter["values"]} values @param {Parameter["values"]} gradient @param {() => number} loss @param {number} step
 */
function differences(values, gradient, loss, step) {
  const found = [];
  for (let index = 0; index < values.length; index += Math.ceil(values.length / 40)) {
    const before = values[index];
    const [above, below] = [1, -1].map((sign) => {
      values[index] = before + sign * step;
      return loss();
    });
    values[index] = before;
    found.push([gradient[index], (above - below) / (2 * step)]);
  }
  return found;
}

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
