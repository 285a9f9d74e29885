// Batch normalization (Ioffe and Szegedy 2015): x [n, C, …] gives y of the same shape. Per channel, over the batch and all positions,
// m values in all:
//
//   μ = Σx / m,   σ² = Σ(x − μ)² / m,   x̂ = (x − μ) / √(σ² + ε)
//   forward    y = γ · x̂ + β
//   backward   ∂γ = Σ δ · x̂,   ∂β = Σ δ
//              ∂x = γ / √(σ² + ε) · (δ − ∂β/m − x̂ · ∂γ/m), for μ and σ² depend on every x
//
// In training the running mean and variance go a tenth of the way to those of the batch, the variance with m − 1 in place of m. In
// inference they take the place of μ and σ², and depend on no x: ∂x = γ / √(σ² + ε) · δ.

import { Refused, onlyFields } from "./refused.js";

/** @import { Layer, Numbers, Operation } from "./types.d.ts" */

const EPSILON = 1e-5;
const MOMENTUM = 0.1;

/** @type {Operation} */
export const batchNorm = {
  make(asked, input, { zeros }) {
    onlyFields(asked, []);
    const [channels] = input;
    /** @param {string} part @param {number} value */
    const filled = (part, value) => ({ name: `${asked.name}.${part}`, shape: [channels], values: zeros(channels).fill(value) });
    return {
      output: input,
      parameters: [filled("weight", 1), filled("bias", 0)],
      running: [filled("running_mean", 0), filled("running_var", 1)],
      scratch: { means: new Float64Array(channels), scales: new Float64Array(channels) },
    };
  },

  forward(layer, { x, y, count, training }) {
    const { channels, positions } = sizes(layer);
    if (training && count * positions < 2) throw new Refused("pictures", count, "more than one: batch norm has one value a channel, which has no variance");
    const { means, scales } = layer.scratch;
    const [gamma, beta] = layer.parameters;
    for (let channel = 0; channel < channels; channel += 1) {
      if (training) measure(layer, x, count, channel);
      else recall(layer, channel);
      const [mean, slope, shift] = [means[channel], gamma.values[channel] * scales[channel], beta.values[channel]];
      for (let picture = 0; picture < count; picture += 1) {
        const begin = (picture * channels + channel) * positions;
        for (let at = begin; at < begin + positions; at += 1) y[at] = (x[at] - mean) * slope + shift;
      }
    }
  },

  backward(layer, { x, dy, dx, count, training }, [dGamma, dBeta]) {
    const { channels, positions } = sizes(layer);
    const { means, scales } = layer.scratch;
    const [gamma] = layer.parameters;
    for (let channel = 0; channel < channels; channel += 1) {
      const [mean, scale] = [means[channel], scales[channel]];
      const [sum, weighted] = sums(layer, x, dy, count, channel);
      dBeta.values[channel] += sum;
      dGamma.values[channel] += weighted;
      const [share, tilt] = training ? [sum / (count * positions), (weighted * scale) / (count * positions)] : [0, 0];
      for (let picture = 0; dx && picture < count; picture += 1) {
        const begin = (picture * channels + channel) * positions;
        for (let at = begin; at < begin + positions; at += 1) {
          dx[at] = gamma.values[channel] * scale * (dy[at] - share - (x[at] - mean) * tilt);
        }
      }
    }
  },
};

/** @param {Layer} layer */
const sizes = ({ input: [channels, rows = 1, columns = 1] }) => ({ channels, positions: rows * columns });

/**
 * Mean and variance of a channel in the batch; the running ones follow.
 *
 * @param {Layer} layer @param {Numbers} x @param {number} count @param {number} channel
 */
function measure(layer, x, count, channel) {
  const { channels, positions } = sizes(layer);
  const values = count * positions;
  /** @param {number} centre @param {1 | 2} power */
  const moment = (centre, power) => {
    let sum = 0;
    for (let picture = 0; picture < count; picture += 1) {
      const begin = (picture * channels + channel) * positions;
      for (let at = begin; at < begin + positions; at += 1) sum += power === 1 ? x[at] - centre : (x[at] - centre) * (x[at] - centre);
    }
    return sum;
  };
  const mean = moment(0, 1) / values;
  const squares = moment(mean, 2);
  const [means, variances] = layer.running;
  means.values[channel] = (1 - MOMENTUM) * means.values[channel] + MOMENTUM * mean;
  variances.values[channel] = (1 - MOMENTUM) * variances.values[channel] + (MOMENTUM * squares) / (values - 1);
  layer.scratch.means[channel] = mean;
  layer.scratch.scales[channel] = 1 / Math.sqrt(squares / values + EPSILON);
}

/** The running mean and variance of a channel. @param {Layer} layer @param {number} channel */
function recall({ running: [means, variances], scratch }, channel) {
  scratch.means[channel] = means.values[channel];
  scratch.scales[channel] = 1 / Math.sqrt(variances.values[channel] + EPSILON);
}

/**
 * Σ δ and Σ δ · x̂ of a channel.
 *
 * @param {Layer} layer @param {Numbers} x @param {Numbers} dy @param {number} count @param {number} channel
 */
function sums(layer, x, dy, count, channel) {
  const { channels, positions } = sizes(layer);
  const [mean, scale] = [layer.scratch.means[channel], layer.scratch.scales[channel]];
  let [sum, weighted] = [0, 0];
  for (let picture = 0; picture < count; picture += 1) {
    const begin = (picture * channels + channel) * positions;
    for (let at = begin; at < begin + positions; at += 1) {
      sum += dy[at];
      weighted += dy[at] * (x[at] - mean);
    }
  }
  return [sum, weighted * scale];
}
