// What weights are before the first update: as PyTorch's layers begin.

import { withBias } from "./refused.js";
import { sizeOf } from "./shapes.js";

/** @import { Asked, Making } from "./types.d.ts" */

/**
 * Weight and bias, uniform within ±1/√fan_in, where fan_in is how many inputs one output has: PyTorch's `kaiming_uniform_(a=√5)`
 * comes to just this.
 *
 * @param {Asked} asked @param {number[]} shape of the weight, outputs first @param {number} inputs @param {Making} making
 */
export function initial(asked, shape, inputs, { zeros, random }) {
  const bound = 1 / Math.sqrt(inputs);
  const drawn = [{ name: `${asked.name}.weight`, shape }];
  if (withBias(asked)) drawn.push({ name: `${asked.name}.bias`, shape: [shape[0]] });
  return drawn.map(({ name, shape: own }) => {
    const values = zeros(sizeOf(own));
    for (let index = 0; index < values.length; index += 1) values[index] = random.between(-bound, bound);
    return { name, shape: own, values };
  });
}
