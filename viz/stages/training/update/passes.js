// One update of the small network, as the engine of all training makes it, in double precision: every value and every δ is
// kept. The twin of pages/training/update/case.py, where PyTorch is beside it.

import { createNetwork, lossAndGradients, softmax, update } from "../engine.js";

/** @import { LayerSpec, LayerValues, Learnt, Network } from "../engine/types.d.ts" */
/** @import { Plane } from "../../kernel/types.d.ts" */
/** @import { Backward, Case, Forward, View, Weights } from "./types.d.ts" */

const SIZE = 3; // rows and columns of a kernel
const WINDOW = 2; // and of what is pooled
const TAPS = SIZE * SIZE;

/**
 * The update that a view asks for, after those before it: as many as leave the loss a number.
 *
 * @param {View} view @param {Plane} picture @param {Weights} initial @returns {Case}
 */
export function caseOf(view, picture, initial) {
  const network = networkOf(view, picture, initial);
  let [done, before, learnt] = [0, weightsOf(network.parameters), pass(network, view, picture)];
  for (;;) {
    update(network, learnt.gradients, { rate: view.rate });
    const [after, again] = [weightsOf(network.parameters), pass(network, view, picture)];
    if (done === view.updates || !Number.isFinite(again.loss)) {
      return { done, before, after, forward: forwardOf(learnt, picture), backward: backwardOf(learnt), lossAfter: again.loss };
    }
    [done, before, learnt] = [done + 1, after, again];
  }
}

/** @param {View} view @param {Plane} picture @param {Weights} initial */
function networkOf({ pool }, { rows, columns }, initial) {
  const kind = pool === "max" ? "max_pool" : "average_pool";
  /** @type {LayerSpec[]} */
  const layers = [
    { kind: "conv", kernels: initial[1].length, size: SIZE },
    { kind: "relu" },
    { kind, size: WINDOW },
    { kind: "flatten" },
    { kind: "linear", units: initial[3].length },
  ];
  const network = createNetwork({ input: [1, rows, columns], layers, precision: "double" }, 0);
  network.parameters.forEach(({ values }, at) => values.set(initial[at]));
  return network;
}

/** @param {Network} network @param {View} view @param {Plane} picture */
const pass = (network, { loss, label }, { values }) => lossAndGradients(network, values, [label], { loss, keep: true });

/** @param {{ values: Iterable<number> }[]} parameters */
const weightsOf = (parameters) => /** @type {Weights} */ (parameters.map(({ values }) => [...values]));

/** The maps of a layer, one for each kernel. @param {LayerValues} layer @returns {Plane[]} */
function mapsOf({ shape: [, maps, rows, columns], values }) {
  const size = rows * columns;
  return Array.from({ length: maps }, (_, at) => ({ values: values.slice(at * size, (at + 1) * size), rows, columns }));
}

/** @param {Learnt} learnt @param {Plane} picture @returns {Forward} */
function forwardOf({ loss, outputs, values }, picture) {
  const [convolution, relu, pooling] = /** @type {LayerValues[]} */ (values).map(mapsOf);
  return { picture, convolution, relu, pooling, logits: [...outputs], probabilities: [...softmax(outputs, outputs.length)], loss };
}

/** @param {Learnt} learnt @returns {Backward} */
function backwardOf({ deltas, gradients }) {
  const layers = /** @type {LayerValues[]} */ (deltas);
  const [convolution, relu, pooling] = layers.map(mapsOf);
  return { convolution, relu, pooling, logits: [...layers[layers.length - 1].values], gradient: weightsOf(gradients) };
}

/** The kernel of that number. @param {Weights} weights @param {number} index @returns {Plane} */
export const kernelOf = ([kernels], index) => ({ values: Float64Array.from(kernels.slice(index * TAPS, (index + 1) * TAPS)), rows: SIZE, columns: SIZE });

/** ‖gradient‖², over all weights. @param {Weights} gradient */
export const squared = (gradient) => gradient.flat().reduce((sum, value) => sum + value * value, 0);

/** The gradient of a kernel's cell, term by term; `at`: the positions whose δ isn't 0. @param {Case} found @param {View} view */
export function termsOf({ forward: { picture }, backward }, { kernel, row, column }) {
  const { columns, values } = backward.convolution[kernel];
  const deltas = [...values];
  const pixels = deltas.map((_, at) => picture.values[(Math.floor(at / columns) + row) * picture.columns + (at % columns) + column]);
  const at = [...deltas.keys()].filter((index) => deltas[index] !== 0);
  return { at, pixels, deltas, total: backward.gradient[0][kernel * TAPS + row * SIZE + column] };
}
