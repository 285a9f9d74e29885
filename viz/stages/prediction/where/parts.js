// The parts of a logit: which pixels belong to a cell, what channels add to it. The twin of
// models/ops/class_activation.py.

/** @import { Packed } from "../../kernel/types.d.ts" */
/** @import { Channels, Form } from "./types.d.ts" */

/**
 * The cell of one axis to which a place in pixels belongs; edges rise, and a cell of no width belongs to nobody.
 *
 * @param {ArrayLike<number>} edges @param {number} place
 */
export function cellAt(edges, place) {
  for (let cell = 0; cell + 1 < edges.length; cell += 1) if (place < edges[cell + 1]) return cell;
  return edges.length - 2;
}

/**
 * What is positive and what is negative in a map: { positive, negative, above, below }, sums and numbers of cells.
 *
 * @param {Iterable<number>} values
 */
export function sides(values) {
  const found = { positive: 0, negative: 0, above: 0, below: 0 };
  for (const value of values) {
    if (value > 0) [found.positive, found.above] = [found.positive + value, found.above + 1];
    if (value < 0) [found.negative, found.below] = [found.negative + value, found.below + 1];
  }
  return found;
}

/**
 * Every channel at a cell: { values, weights, products }, whose products add up to the cell's part of the logit.
 *
 * @param {{ maps: Packed, weights: Pick<Packed, "values"> }} planes @param {Form} form @param {number} at @param {number} cell
 * @returns {Channels}
 */
export function channelsAt({ maps, weights }, form, at, cell) {
  const [channels, rows, columns] = maps.shape;
  const places = rows * columns;
  const apart = form === "places"; // a weight of its own for every place
  const start = at * (apart ? channels * places : channels);
  const [values, found] = [new Float64Array(channels), new Float64Array(channels)];
  for (let channel = 0; channel < channels; channel += 1) {
    values[channel] = maps.values[channel * places + cell];
    found[channel] = weights.values[start + (apart ? channel * places + cell : channel)];
  }
  const share = apart ? 1 : places;
  return { values, weights: found, share, products: values.map((value, channel) => (value * found[channel]) / share) };
}

/** The channels of two classes as those of their difference. @param {Channels} one @param {Channels} other @returns {Channels} */
export function minusChannels(one, other) {
  const weights = one.weights.map((weight, channel) => weight - other.weights[channel]);
  return { ...one, weights, products: one.products.map((product, channel) => product - other.products[channel]) };
}

/**
 * The channels by size of what they add, the first `most`; and what all others add together.
 *
 * @param {ArrayLike<number>} products @param {number} most
 */
export function largest(products, most) {
  const order = Array.from(products, (_, channel) => channel).sort((one, other) => Math.abs(products[other]) - Math.abs(products[one]) || one - other);
  const rest = order.slice(most).reduce((sum, channel) => sum + products[channel], 0);
  return { first: order.slice(0, most), rest, others: Math.max(0, order.length - most) };
}
