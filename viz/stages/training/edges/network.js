// A whole network of the record, answering a picture layer by layer, so that the page stays at hand between two layers.

import { createNetwork, forward, softmax } from "../engine.js";

/** @import { Packed } from "../../kernel/types.d.ts" */
/** @import { LayerSpec, Network } from "../engine/types.d.ts" */
/** @import { Pass } from "./types.d.ts" */

const SIDE = 32;
const WIDTHS = [48, 96, 192];
const CLASSES = 10;

/** Which layer's outputs are kept, by what they are called. @type {Record<string, number>} */
export const KEPT = { first: 2, middle: 9, last: 19 };

/** @param {number} kernels @returns {LayerSpec[]} */
const block = (kernels) => [{ kind: "conv", kernels, size: 3, padding: 1, bias: false }, { kind: "batch_norm" }, { kind: "relu" }];

/** All layers in order; the last ones, which are soon done, together. @returns {LayerSpec[][]} */
function specs() {
  const stages = WIDTHS.map((width) => [...block(width), ...block(width)]);
  /** @type {LayerSpec} */
  const half = { kind: "max_pool", size: 2 };
  const single = [...stages[0], half, ...stages[1], half, ...stages[2]].map((layer) => [layer]);
  return [...single, [{ kind: "average_pool", size: SIDE / 4 }, { kind: "flatten" }, { kind: "linear", units: CLASSES }]];
}

/** @param {Network} network */
const lastOf = ({ layers }) => layers[layers.length - 1];

/** The layers, each as a network of its own. */
export function makeSteps() {
  /** @type {number[]} */
  let shape = [3, SIDE, SIDE];
  return specs().map((layers) => {
    const [channels, rows = 1, columns = 1] = shape;
    const network = createNetwork({ input: [channels, rows, columns], layers }, 0);
    shape = lastOf(network).output;
    return network;
  });
}

/**
 * Puts a whole network's numbers into the layers: weights of convolutions and of the linear layer come in 8 bits with a scale
 * for each kernel, all else as it is, what batch norms keep at the end.
 *
 * @param {Network[]} steps @param {Record<string, Packed>} planes
 */
export function fill(steps, { eight, scales, plain }) {
  const whole = new Int8Array(/** @type {Uint8Array} */ (eight.values).slice().buffer);
  const at = { eight: 0, scale: 0, plain: 0 };
  /** @param {Float32Array} values */
  const asItIs = (values) => {
    values.set(/** @type {Float32Array} */ (plain.values).subarray(at.plain, at.plain + values.length));
    at.plain += values.length;
  };
  for (const step of steps) {
    const { parameters } = step;
    const { kind } = lastOf(step);
    const [weights, ...others] = parameters.map(({ values }) => /** @type {Float32Array} */ (values));
    const small = kind === "conv" || kind === "linear";
    if (small) at.scale += scaled(weights, parameters[0].shape[0], whole.subarray(at.eight), scales.values, at.scale);
    if (small) at.eight += weights.length;
    for (const values of small || !weights ? others : [weights, ...others]) asItIs(values);
  }
  for (const { running } of steps) for (const { values } of running) asItIs(/** @type {Float32Array} */ (values));
}

/** Weights out of 8 bits; how many kernels there were. @param {Float32Array} weights @param {number} kernels @param {Int8Array} whole @param {ArrayLike<number>} scales @param {number} from */
function scaled(weights, kernels, whole, scales, from) {
  const size = weights.length / kernels;
  for (let index = 0; index < weights.length; index += 1) weights[index] = whole[index] * scales[from + Math.floor(index / size)];
  return kernels;
}

/** A pass that hasn't begun. @param {number} update @param {Float32Array} picture @returns {Pass} */
export const begin = (update, picture) => ({ at: 0, values: picture, answer: { update, maps: {}, probabilities: [] } });

/** Takes a pass through its next layer; whether there are more. @param {Network[]} steps @param {Pass} pass */
export function goOn(steps, pass) {
  const [{ values }] = forward(steps[pass.at], pass.values).slice(-1);
  pass.values = Float32Array.from(values);
  for (const [name, at] of Object.entries(KEPT)) {
    if (at === pass.at) pass.answer.maps[name] = { values: pass.values, shape: lastOf(steps[at]).output };
  }
  pass.at += 1;
  if (pass.at < steps.length) return true;
  pass.answer.probabilities = [...softmax(pass.values, pass.values.length)];
  return false;
}
