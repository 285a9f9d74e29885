// One update of the small network, in double precision: the pass forward, the loss, the gradient sent back, the weights
// after it. The twin of pages/training/update/case.py, where PyTorch is beside it.

import { crossCorrelate, plane, pool } from "../../kernel/arithmetic.js";

/** @import { Plane } from "../../kernel/types.d.ts" */
/** @import { Backward, Case, Forward, View, Weights } from "./types.d.ts" */

const SIZE = 3; // rows and columns of a kernel
const WINDOW = 2; // and of what is pooled
const TAPS = SIZE * SIZE;
const POOLING = { kernel: [WINDOW, WINDOW], stride: [WINDOW, WINDOW], padding: [0, 0], dilation: [1, 1] };
const PLAIN = { stride: [1, 1], padding: [0, 0], dilation: [1, 1] };

/**
 * The update that a view asks for, after those before it: as many as leave the loss a number.
 *
 * @param {View} view @param {Plane} picture @param {Weights} initial @returns {Case}
 */
export function caseOf(view, picture, initial) {
  let found = updated(view, 0, initial, forwardOf(view, initial, picture));
  while (found.done < view.updates && Number.isFinite(found.again.loss)) found = updated(view, found.done + 1, found.after, found.again);
  return found;
}

/** @param {View} view @param {number} done @param {Weights} before @param {Forward} forward @returns {Case} */
function updated(view, done, before, forward) {
  const backward = backwardOf(view, before, forward);
  const after = /** @type {Weights} */ (before.map((values, at) => values.map((value, index) => value - view.rate * backward.gradient[at][index])));
  return { done, before, forward, backward, after, again: forwardOf(view, after, forward.picture) };
}

/** The kernel of that number. @param {Weights} weights @param {number} index @returns {Plane} */
export const kernelOf = ([kernels], index) => ({ values: Float64Array.from(kernels.slice(index * TAPS, (index + 1) * TAPS)), rows: SIZE, columns: SIZE });

/** From the picture to the loss. @param {View} view @param {Weights} weights @param {Plane} picture @returns {Forward} */
function forwardOf(view, weights, picture) {
  const [, biases, linear, linearBiases] = weights;
  const convolution = biases.map((bias, index) => crossCorrelate(picture, kernelOf(weights, index), { ...PLAIN, bias }));
  const relu = convolution.map((map) => ({ ...map, values: map.values.map((value) => Math.max(value, 0)) }));
  const pooling = relu.map((map) => pool(map, POOLING, view.pool));
  const features = pooling.flatMap(({ values }) => [...values]);
  const logits = linearBiases.map((bias, at) => features.reduce((sum, value, index) => sum + value * linear[at * features.length + index], 0) + bias);
  const probabilities = softmax(logits);
  return { picture, convolution, relu, pooling, logits, probabilities, loss: lossOf(view, logits) };
}

/** @param {number[]} logits */
function softmax(logits) {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((one, other) => one + other, 0);
  return powers.map((power) => power / sum);
}

/** @param {View} view @param {number[]} logits */
function lossOf({ loss, label }, logits) {
  if (loss === "squared_error") return logits.reduce((sum, logit, at) => sum + (logit - Number(at === label)) ** 2, 0) / 2;
  const largest = Math.max(...logits);
  return Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)) - (logits[label] - largest);
}

/** From the loss back to the kernels. @param {View} view @param {Weights} weights @param {Forward} forward @returns {Backward} */
function backwardOf(view, [, , linear], forward) {
  const features = forward.pooling.flatMap(({ values }) => [...values]);
  const outputs = view.loss === "squared_error" ? forward.logits : forward.probabilities;
  const logits = outputs.map((output, at) => output - Number(at === view.label));
  const ofFeatures = features.map((_, index) => logits.reduce((sum, delta, at) => sum + delta * linear[at * features.length + index], 0));
  const pooling = forward.pooling.map(({ rows, columns }, at) => plane(rows, columns, (row, column) => ofFeatures[(at * rows + row) * columns + column]));
  const relu = forward.relu.map((map, at) => unpooled(map, pooling[at], forward.pooling[at].winners));
  const convolution = relu.map((delta, at) => ({ ...delta, values: delta.values.map((value, index) => (forward.convolution[at].values[index] > 0 ? value : 0)) }));
  // The sum over positions of δ × what each met is the cross-correlation of the picture with δ.
  const kernels = convolution.flatMap((delta) => [...crossCorrelate(forward.picture, delta, PLAIN).values]);
  const biases = convolution.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  return { logits, pooling, relu, convolution, gradient: [kernels, biases, logits.flatMap((delta) => features.map((value) => delta * value)), [...logits]] };
}

/** δ back through pooling: to the winner of each window, or to all of it in equal shares. @param {Plane} map @param {Plane} delta @param {Int32Array | null} winners */
function unpooled({ rows, columns }, delta, winners) {
  return plane(rows, columns, (row, column) => {
    const at = Math.floor(row / WINDOW) * delta.columns + Math.floor(column / WINDOW);
    if (winners === null) return delta.values[at] / WINDOW ** 2;
    return winners[at] === row * columns + column ? delta.values[at] : 0;
  });
}

/** ‖gradient‖², over all weights. @param {Weights} gradient */
export const squared = (gradient) => gradient.flat().reduce((sum, value) => sum + value * value, 0);

/** The gradient of a kernel's cell, term by term: the positions whose δ isn't 0. @param {Case} found @param {number} kernel @param {number} row @param {number} column */
export function termsOf({ forward: { picture }, backward }, kernel, row, column) {
  const { columns, values } = backward.convolution[kernel];
  const deltas = [...values];
  const pixels = deltas.map((_, at) => picture.values[(Math.floor(at / columns) + row) * picture.columns + (at % columns) + column]);
  const at = [...deltas.keys()].filter((index) => deltas[index] !== 0);
  return { at, values: pixels, deltas, total: backward.gradient[0][kernel * TAPS + row * SIZE + column] };
}
