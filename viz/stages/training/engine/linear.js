// A linear layer: x [n, inputs] gives y [n, units]; every unit has a weight for each input.
//
//   forward    y[u]     = b[u] + Σ over i of w[u, i] · x[i]         y = x · wᵀ + b
//   backward   ∂w[u, i] = Σ over pictures of δ[u] · x[i]            ∂w = δᵀ · x
//              ∂b[u]    = Σ over pictures of δ[u]
//              ∂x[i]    = Σ over u of δ[u] · w[u, i]                ∂x = δ · w

import { initial } from "./initial.js";
import { addProduct, inDouble } from "./product.js";
import { onlyFields, roomy, row, whole } from "./refused.js";

/** @import { Numbers, Operation } from "./types.d.ts" */

/**
 * A matrix as its values lie, and turned over.
 *
 * @template {Numbers} T @param {T} values @param {number} columns
 */
const lying = (values, columns) => ({ values, at: 0, down: columns, across: 1 });
/** @template {Numbers} T @param {T} values @param {number} columns */
const turned = (values, columns) => ({ values, at: 0, down: 1, across: columns });

/** @type {Operation} */
export const linear = {
  make(asked, input, making) {
    onlyFields(asked, ["units", "bias"]);
    const units = whole(`${asked.field}.units`, asked.given.units, 1, 65536);
    const [inputs] = row(asked, input);
    roomy(`${asked.field}.units`, units, units * inputs);
    return { output: [units], parameters: initial(asked, [units, inputs], inputs, making) };
  },

  forward({ input: [inputs], output: [units], parameters: [weight, bias] }, { x, y, count }) {
    y.fill(0, 0, count * units);
    for (let at = 0; bias && at < count * units; at += 1) y[at] = bias.values[at % units];
    addProduct(lying(y, units), lying(x, inputs), turned(inDouble(weight.values, units * inputs), inputs), count, inputs, units);
  },

  backward({ input: [inputs], output: [units], parameters: [weight] }, { x, dy, dx, count }, [dWeight, dBias]) {
    addProduct(lying(dWeight.values, inputs), turned(dy, units), lying(inDouble(x, count * inputs), inputs), units, count, inputs);
    for (let at = 0; dBias && at < count * units; at += 1) dBias.values[at % units] += dy[at];
    if (!dx) return;
    dx.fill(0, 0, count * inputs);
    addProduct(lying(dx, inputs), lying(dy, units), lying(inDouble(weight.values, units * inputs), inputs), count, units, inputs);
  },
};
