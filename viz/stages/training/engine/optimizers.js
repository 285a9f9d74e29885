// How weights follow their gradients: as torch.optim's SGD and Adam with their defaults. Per weight w with its gradient g; a decay λ
// first makes it g + λ · w.
//
//   sgd        w ← w − rate · g
//   momentum   v ← g at first, then μ · v + g;   w ← w − rate · v
//   adam       m ← β₁ · m + (1 − β₁) · g,   s ← β₂ · s + (1 − β₂) · g²
//              w ← w − rate · (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε) at update t

/** @import { Memory, Network, Numbers, OptimizerName, Parameter } from "./types.d.ts" */
/** @typedef {{ rate: number, momentum: number, decay: number }} Steps */
/** @typedef {(weights: Numbers, gradient: Numbers, steps: Steps, memory: Memory, index: number) => void} Optimizer */

const BETAS = [0.9, 0.999];
const EPSILON = 1e-8;

/** @type {Optimizer} */
function descend(weights, gradient, { rate, decay }) {
  for (let at = 0; at < weights.length; at += 1) weights[at] -= rate * (gradient[at] + decay * weights[at]);
}

/** @type {Optimizer} */
function roll(weights, gradient, { rate, momentum, decay }, { updates, first }, index) {
  const speed = first[index];
  const kept = updates === 1 ? 0 : momentum;
  for (let at = 0; at < weights.length; at += 1) {
    speed[at] = kept * speed[at] + gradient[at] + decay * weights[at];
    weights[at] -= rate * speed[at];
  }
}

/** @type {Optimizer} */
function adapt(weights, gradient, { rate, decay }, { first, second, powers }, index) {
  const [means, squares] = [first[index], second[index]];
  const [beta, slow] = BETAS;
  const [step, root] = [rate / (1 - powers[0]), Math.sqrt(1 - powers[1])];
  for (let at = 0; at < weights.length; at += 1) {
    const pull = gradient[at] + decay * weights[at];
    means[at] = beta * means[at] + (1 - beta) * pull;
    squares[at] = slow * squares[at] + (1 - slow) * pull * pull;
    weights[at] -= (step * means[at]) / (Math.sqrt(squares[at]) / root + EPSILON);
  }
}

/** @type {Record<OptimizerName, Optimizer>} */
export const OPTIMIZERS = { sgd: descend, momentum: roll, adam: adapt };

/**
 * What an optimizer remembers before its first update. @param {OptimizerName} optimizer @param {Parameter[]} parameters @returns {Memory}
 */
export function blank(optimizer, parameters) {
  const zeros = () => parameters.map(({ values }) => values.slice().fill(0));
  const [first, second] = [optimizer === "sgd" ? [] : zeros(), optimizer === "adam" ? zeros() : []];
  return { optimizer, updates: 0, first, second, powers: [1, 1] };
}

/** Counts an update. β to the power of it comes by multiplying: browsers' own powers differ. @param {Memory} memory */
export function advance(memory) {
  memory.updates += 1;
  memory.powers = [memory.powers[0] * BETAS[0], memory.powers[1] * BETAS[1]];
}
