// A small engine that trains convolutional networks in the browser: plain typed arrays, no DOM, one thread; node runs it too. Each
// kind of layer stands in a file of its own in engine/, its forward and its backward beside each other; PyTorch is the oracle of all.
//
// The same spec and seed give the same run, bit for bit, in every browser: numbers are drawn by our own generator, sums are taken in
// a fixed order, and exp and log are our own (engine/exponential.js), because those of browsers differ in their last digits.
//
// Batches are [n, C, H, W] in a row, as in PyTorch. Sums are taken in double precision and kept in single, or in double where the
// spec says `precision: "double"`.

import { generator } from "./engine/generator.js";
import { LOSSES } from "./engine/losses.js";
import { OPERATIONS } from "./engine/operations.js";
import { OPTIMIZERS, advance, blank } from "./engine/optimizers.js";
import { back, countOf, everything, kept, run } from "./engine/passes.js";
import { Refused, finite, into, oneOf, roomy, whole } from "./engine/refused.js";
import { sizeOf } from "./engine/shapes.js";

export { exp, log } from "./engine/exponential.js";
export { generator } from "./engine/generator.js";
export { softmax } from "./engine/losses.js";
export { Refused } from "./engine/refused.js";

/**
 * @import { Kind, Layer, LayerSpec, Learnt, LossName, Making, Network, Parameter, Spec, UpdateOptions } from "./engine/types.d.ts"
 */

const KINDS = /** @type {Kind[]} */ (Object.keys(OPERATIONS));
const LOSS_NAMES = /** @type {LossName[]} */ (Object.keys(LOSSES));
const OPTIMIZER_NAMES = /** @type {(keyof typeof OPTIMIZERS)[]} */ (Object.keys(OPTIMIZERS));

/**
 * A network with weights as PyTorch's layers begin: uniform within ±1/√fan_in, batch norm with γ = 1 and β = 0.
 *
 * @param {Spec} spec @param {number} seed a whole number below 2³² @returns {Network}
 * @throws {Refused} where a field is impossible: which, its value, and its bound
 */
export function createNetwork(spec, seed) {
  const precision = oneOf("precision", spec.precision ?? "single", ["single", "double"]);
  const Room = precision === "double" ? Float64Array : Float32Array;
  const making = { zeros: (/** @type {number} */ length) => new Room(length), random: generator(seed) };
  const layers = built(spec, making);
  return {
    spec,
    layers,
    parameters: layers.flatMap((layer) => layer.parameters),
    running: layers.flatMap((layer) => layer.running),
    memory: null,
    buffers: { capacity: 0, values: [], deltas: [] },
  };
}

/** @param {Spec} spec @param {Making} making */
function built({ input, layers }, making) {
  if (!Array.isArray(input) || input.length !== 3) throw new Refused("input", input, "[channels, rows, columns]");
  if (!Array.isArray(layers) || layers.length === 0) throw new Refused("layers", layers, "a list of at least one layer");
  let shape = input.map((size, axis) => whole(`input[${axis}]`, size, 1, 4096));
  roomy("input", input, sizeOf(shape));
  return layers.map((given, index) => {
    const layer = builtLayer(given, index, shape, making);
    shape = layer.output;
    return layer;
  });
}

/** @param {LayerSpec} given @param {number} index @param {number[]} input @param {Making} making @returns {Layer} */
function builtLayer(given, index, input, making) {
  const field = `layers[${index}]`;
  const kind = oneOf(`${field}.kind`, given?.kind, KINDS);
  const name = String(index);
  const { scratch, ...made } = OPERATIONS[kind].make({ field, name, given: { ...given } }, input, making);
  const none = { table: new Int32Array(0), windows: new Float64Array(0), spread: making.zeros(0), winners: new Int32Array(0) };
  const own = { ...none, means: new Float64Array(0), scales: new Float64Array(0), ...scratch };
  return { kind, name, input, parameters: [], running: [], placed: { size: [], stride: [], padding: [] }, ...made, scratch: own };
}

/**
 * What stands behind each layer, [n, ...shape] of each, in order: the last are the outputs.
 *
 * With `training`, batch norm takes the statistics of this batch, and its running ones follow, as in PyTorch.
 *
 * @param {Network} network @param {ArrayLike<number>} pictures [n, C, H, W]
 */
export function forward(network, pictures, { training = false } = {}) {
  const count = run(network, pictures, training);
  return kept(network, network.buffers.values, count);
}

/**
 * The mean loss of a batch, the outputs [n, classes], and ∂L/∂ of every parameter, each like the network's; all are the caller's own.
 *
 * `training`: whether batch norm works on this batch (as while training) or on its running statistics. `keep`: also what stands behind
 * each layer, `values`; δ, which is ∂L/∂ of it, `deltas`; and ∂L/∂pictures, `pictureDeltas`.
 *
 * @param {Network} network @param {ArrayLike<number>} pictures [n, C, H, W] @param {ArrayLike<number>} labels [n], from 0
 * @param {{ loss?: LossName, training?: boolean, keep?: boolean }} options @returns {Learnt}
 */
export function lossAndGradients(network, pictures, labels, { loss = "cross_entropy", training = true, keep = false } = {}) {
  const measure = LOSSES[oneOf("loss", loss, LOSS_NAMES)];
  const classes = classesOf(network);
  labelled(labels, countOf(network, pictures), classes);
  const count = run(network, pictures, training);
  const last = network.layers.length;
  const { values, deltas } = network.buffers;
  const outputs = values[last].slice(0, count * classes);
  const mean = measure(outputs, labels, classes, deltas[last]);
  return { loss: mean, outputs, gradients: back(network, count, training, keep), ...(keep ? everything(network, count) : {}) };
}

/**
 * The gradients of any scalar of the outputs: `deltas` are its ∂/∂outputs, [n, ...shape of the outputs].
 *
 * @param {Network} network @param {ArrayLike<number>} pictures @param {ArrayLike<number>} deltas
 */
export function gradientsFrom(network, pictures, deltas, { training = true } = {}) {
  const count = run(network, pictures, training);
  const last = network.layers.length;
  into(network.buffers.deltas[last], "deltas", deltas, count * sizeOf(network.layers[last - 1].output));
  return { gradients: back(network, count, training, true), ...everything(network, count) };
}

/**
 * One update of all parameters, in place. What an optimizer remembers stays with the network, until another one goes on.
 *
 * @param {Network} network @param {Pick<Parameter, "values">[]} gradients like the network's parameters @param {UpdateOptions} options
 */
export function update(network, gradients, { optimizer = "sgd", rate, momentum = 0.9, decay = 0 }) {
  const name = oneOf("optimizer", optimizer, OPTIMIZER_NAMES);
  const steps = { rate: finite("rate", rate, 0), momentum: finite("momentum", momentum, 0), decay: finite("decay", decay, 0) };
  const { parameters } = network;
  const fitting = gradients.length === parameters.length && parameters.every(({ values }, index) => gradients[index].values.length === values.length);
  if (!fitting) throw new Refused("gradients", gradients.map(({ values }) => values.length), `of the lengths ${parameters.map(({ values }) => values.length)}`);
  if (network.memory?.optimizer !== name) network.memory = blank(name, parameters);
  const { memory } = network;
  advance(memory);
  parameters.forEach(({ values }, index) => OPTIMIZERS[name](values, gradients[index].values, steps, memory, index));
}

/** How many classes the outputs tell apart. @param {Network} network */
function classesOf({ layers }) {
  const { output } = layers[layers.length - 1];
  if (output.length === 1) return output[0];
  throw new Refused("layers", output, "ended by numbers in a row, one a class: flatten, then linear");
}

/** @param {ArrayLike<number>} labels @param {number} count @param {number} classes */
function labelled(labels, count, classes) {
  if (labels.length !== count) throw new Refused("labels.length", labels.length, `${count}, one a picture`);
  for (let index = 0; index < count; index += 1) whole(`labels[${index}]`, labels[index], 0, classes - 1);
}
