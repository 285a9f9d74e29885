// How wrong the outputs are: the mean of the pictures' losses, and δ = ∂L/∂outputs. `outputs` [n, classes], `labels` [n].

import { exp, log } from "./exponential.js";

/** @import { Loss, LossName, Numbers } from "./types.d.ts" */

/**
 * Softmax with cross-entropy: p = eʸ / Σ eʸ, L = −ln p[label]; δ = (p − one-hot) / n.
 *
 * @type {Loss}
 */
function crossEntropy(outputs, labels, classes, dy) {
  let total = 0;
  for (let picture = 0; picture < labels.length; picture += 1) {
    const begin = picture * classes;
    const { largest, sum } = softened(outputs, begin, classes);
    total += log(sum) + largest - outputs[begin + labels[picture]];
    for (let unit = 0; unit < classes; unit += 1) {
      const share = exp(outputs[begin + unit] - largest) / sum;
      dy[begin + unit] = (share - (unit === labels[picture] ? 1 : 0)) / labels.length;
    }
  }
  return total / labels.length;
}

/**
 * Squared error, on the outputs as they are, without a softmax: L = ½ Σ (y − t)² with t one-hot; δ = (y − t) / n.
 *
 * @type {Loss}
 */
function squaredError(outputs, labels, classes, dy) {
  let total = 0;
  for (let picture = 0; picture < labels.length; picture += 1) {
    for (let unit = 0; unit < classes; unit += 1) {
      const at = picture * classes + unit;
      const over = outputs[at] - (unit === labels[picture] ? 1 : 0);
      total += (over * over) / 2;
      dy[at] = over / labels.length;
    }
  }
  return total / labels.length;
}

/**
 * The largest output of a picture, and Σ e^(y − largest): so that no eʸ grows past the largest number there is.
 *
 * @param {Numbers} outputs @param {number} begin @param {number} classes
 */
function softened(outputs, begin, classes) {
  let largest = outputs[begin];
  for (let at = begin + 1; at < begin + classes; at += 1) if (outputs[at] > largest) largest = outputs[at];
  let sum = 0;
  for (let at = begin; at < begin + classes; at += 1) sum += exp(outputs[at] - largest);
  return { largest, sum };
}

/**
 * The softmax of outputs [n, classes]: what the network takes each class to be worth, 1 in all.
 *
 * @template {Numbers} T @param {T} outputs @param {number} classes @returns {T}
 */
export function softmax(outputs, classes) {
  const shares = /** @type {T} */ (outputs.slice());
  for (let begin = 0; begin < outputs.length; begin += classes) {
    const { largest, sum } = softened(outputs, begin, classes);
    for (let at = begin; at < begin + classes; at += 1) shares[at] = exp(outputs[at] - largest) / sum;
  }
  return shares;
}

/** @type {Record<LossName, Loss>} */
export const LOSSES = { cross_entropy: crossEntropy, squared_error: squaredError };
