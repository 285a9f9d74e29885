// What the networks of the recorded training answer in the engine: a file with the picture, then one for each network, all of little-endian
// floats. A network's are what is learnt, layer by layer, and then what its batch norms keep.

import { readFileSync } from "node:fs";
import { createNetwork, forward } from "../../../viz/stages/training/engine.js";

/** @import { LayerSpec } from "../../../viz/stages/training/engine/types.d.ts" */

const [picture, ...states] = process.argv.slice(2).map((file) => new Float32Array(new Uint8Array(readFileSync(file)).buffer));

/** @param {number} kernels @returns {LayerSpec[]} */
const block = (kernels) => [{ kind: "conv", kernels, size: 3, padding: 1, bias: false }, { kind: "batch_norm" }, { kind: "relu" }];
/** @param {number} kernels */
const stage = (kernels) => [...block(kernels), ...block(kernels)];
/** @type {LayerSpec} */
const half = { kind: "max_pool", size: 2 };
/** @type {LayerSpec[]} */
const end = [{ kind: "average_pool", size: 8 }, { kind: "flatten" }, { kind: "linear", units: 10 }];
const network = createNetwork({ input: [3, 32, 32], layers: [...stage(48), half, ...stage(96), half, ...stage(192), ...end] }, 0);

/** @param {Float32Array} state */
function answer(state) {
  let start = 0;
  for (const { values } of [...network.parameters, ...network.running]) {
    values.set(state.subarray(start, start + values.length));
    start += values.length;
  }
  if (start !== state.length) throw new Error(`${start} of ${state.length} numbers have a place`);
  const from = performance.now();
  const layers = forward(network, picture);
  const outputs = [...layers[layers.length - 1].values];
  return { outputs, milliseconds: performance.now() - from };
}

console.log(JSON.stringify(states.map(answer)));
