// What a whole network of the record answers on the stage, worked out layer by layer: a payload of the network, and one of the picture.

import { readFileSync } from "node:fs";
import { unpack } from "../../../viz/stages/kernel/payload.js";
import { begin, fill, goOn, makeSteps } from "../../../viz/stages/training/edges/network.js";

/** @import { Packed } from "../../../viz/stages/kernel/types.d.ts" */

const [picture, ...networks] = process.argv.slice(2).map((file) => unpack(new Uint8Array(readFileSync(file))));
const steps = makeSteps();

/** @param {Record<string, Packed>} planes */
function answer(planes) {
  fill(steps, planes);
  const pass = begin(0, /** @type {Float32Array} */ (picture.planes.prepared.values));
  while (goOn(steps, pass));
  const maps = Object.fromEntries(Object.entries(pass.answer.maps).map(([name, { values, shape }]) => [name, { values: [...values], shape }]));
  return { logits: [...pass.values], probabilities: pass.answer.probabilities, maps };
}

console.log(JSON.stringify(networks.map(({ planes }) => answer(planes))));
