// Convolution as networks mean it (cross-correlation), with stride and padding: x [n, C, H, W] gives y [n, K, H′, W′].
//
//   forward    y[k, i, j] = b[k] + Σ over c, a, e of  w[k, c, a, e] · x[c, i·s + a − p, j·s + e − p]
//   backward   ∂w[k, c, a, e] = Σ over positions of   δ[k, i, j] · x[c, i·s + a − p, j·s + e − p]
//              ∂b[k]          = Σ over positions of   δ[k, i, j]
//              ∂x             = δ spread back through w: each δ stamps its kernel where it had read
//
// All three are products of matrices once the windows of a picture lie in rows, one position a row: x̃ [H′·W′, C·k·k].
//   y = w · x̃ᵀ + b,   ∂w = δ · x̃,   ∂x̃ = δᵀ · w, which is added up where windows overlap.

import { initial } from "./initial.js";
import { addProduct, inDouble } from "./product.js";
import { maps, onlyFields, roomy, whole } from "./refused.js";
import { placedOn, runs } from "./windows.js";

/** @import { Layer, Numbers, Operation } from "./types.d.ts" */

/** @type {Operation} */
export const convolution = {
  make(asked, input, making) {
    onlyFields(asked, ["kernels", "size", "stride", "padding", "bias"]);
    const kernels = whole(`${asked.field}.kernels`, asked.given.kernels, 1, 65536);
    const { placed, positions } = placedOn(asked, maps(asked, input), { stride: 1 });
    const taps = input[0] * placed.size[0] * placed.size[1];
    const shape = [kernels, input[0], ...placed.size];
    roomy(`${asked.field}.size`, asked.given.size, positions[0] * positions[1] * taps);
    roomy(`${asked.field}.kernels`, kernels, kernels * Math.max(taps, positions[0] * positions[1]));
    return {
      output: [kernels, ...positions],
      parameters: initial(asked, shape, taps, making),
      placed,
      scratch: {
        table: runs(placed, input, positions),
        windows: new Float64Array(positions[0] * positions[1] * taps),
        spread: making.zeros(positions[0] * positions[1] * taps),
      },
    };
  },

  forward(layer, { x, y, count }) {
    const { taps, positions, kernels, inputs } = sizes(layer);
    const [weight, bias] = layer.parameters;
    const windows = { values: layer.scratch.windows, at: 0, down: 1, across: taps }; // turned over
    for (let picture = 0; picture < count; picture += 1) {
      const at = picture * kernels * positions;
      for (let kernel = 0; kernel < kernels; kernel += 1) {
        y.fill(bias ? bias.values[kernel] : 0, at + kernel * positions, at + (kernel + 1) * positions);
      }
      unfold(layer, x, picture * inputs);
      const out = { values: y, at, down: positions, across: 1 };
      addProduct(out, { values: weight.values, at: 0, down: taps, across: 1 }, windows, kernels, taps, positions);
    }
  },

  backward(layer, { x, dy, dx, count }, [dWeight, dBias]) {
    const { taps, positions, kernels, inputs } = sizes(layer);
    const windows = { values: layer.scratch.windows, at: 0, down: taps, across: 1 };
    const spread = { values: layer.scratch.spread, at: 0, down: taps, across: 1 };
    const weight = { values: inDouble(layer.parameters[0].values, kernels * taps), at: 0, down: taps, across: 1 };
    if (dBias) addSums(dBias.values, dy, kernels, positions, count);
    dx?.fill(0, 0, count * inputs);
    for (let picture = 0; picture < count; picture += 1) {
      const at = picture * kernels * positions;
      unfold(layer, x, picture * inputs);
      const delta = { values: dy, at, down: positions, across: 1 };
      addProduct({ values: dWeight.values, at: 0, down: taps, across: 1 }, delta, windows, kernels, positions, taps);
      if (!dx) continue;
      spread.values.fill(0);
      addProduct(spread, { values: dy, at, down: 1, across: positions }, weight, positions, kernels, taps);
      fold(layer, dx, picture * inputs);
    }
  },
};

/** @param {Layer} layer */
function sizes({ input: [channels, rows, columns], output: [kernels, down, across], placed: { size } }) {
  return { taps: channels * size[0] * size[1], positions: down * across, kernels, inputs: channels * rows * columns };
}

/**
 * ∂b: the sum of every map's δ over all positions and pictures.
 *
 * @param {Numbers} sums @param {Numbers} dy @param {number} kernels @param {number} positions @param {number} count
 */
function addSums(sums, dy, kernels, positions, count) {
  for (let kernel = 0; kernel < kernels; kernel += 1) {
    let sum = 0;
    for (let picture = 0; picture < count; picture += 1) {
      const at = (picture * kernels + kernel) * positions;
      for (let place = at; place < at + positions; place += 1) sum += dy[place];
    }
    sums[kernel] += sum;
  }
}

/** Writes the windows of a picture, one position a row; what lies in the padding stays 0. @param {Layer} layer @param {Numbers} x @param {number} at */
function unfold(layer, x, at) {
  const { table, windows } = layer.scratch;
  const { taps } = sizes(layer);
  const stride = layer.placed.stride[1];
  for (let index = 0; index < table.length; index += 3) {
    let from = at + table[index];
    let to = table[index + 1];
    for (let left = table[index + 2]; left > 0; left -= 1, from += stride, to += taps) windows[to] = x[from];
  }
}

/** The way back: adds up what came to each value of a picture from all the windows it lies in. @param {Layer} layer @param {Numbers} dx @param {number} at */
function fold(layer, dx, at) {
  const { table, spread } = layer.scratch;
  const { taps } = sizes(layer);
  const stride = layer.placed.stride[1];
  for (let index = 0; index < table.length; index += 3) {
    let to = at + table[index];
    let from = table[index + 1];
    for (let left = table[index + 2]; left > 0; left -= 1, to += stride, from += taps) dx[to] += spread[from];
  }
}
