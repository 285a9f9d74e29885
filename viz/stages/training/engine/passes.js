// The passes through all layers, and the buffers they work in, which stay from one update to the next.

import { OPERATIONS } from "./operations.js";
import { Refused, into } from "./refused.js";
import { sizeOf } from "./shapes.js";

/** @import { LayerValues, Network, Numbers, Parameter } from "./types.d.ts" */

/** How many pictures these numbers are. @param {Network} network @param {ArrayLike<number>} pictures */
export function countOf({ spec: { input } }, pictures) {
  const size = sizeOf(input);
  const count = pictures.length / size;
  if (Number.isInteger(count) && count > 0) return count;
  throw new Refused("pictures.length", pictures.length, `a multiple of ${size}, which is ${input.join("×")}`);
}

/**
 * One pass forward, into the network's buffers; how many pictures it was of.
 *
 * @param {Network} network @param {ArrayLike<number>} pictures @param {boolean} training
 */
export function run(network, pictures, training) {
  const count = countOf(network, pictures);
  const { values } = roomFor(network, count);
  into(values[0], "pictures", pictures, pictures.length);
  network.layers.forEach((layer, index) => {
    OPERATIONS[layer.kind].forward(layer, { x: values[index], y: values[index + 1], count, training });
  });
  return count;
}

/**
 * One pass backward, from the δ that stand behind the last layer, after a pass forward. The gradients of the parameters; ∂L/∂pictures
 * too where `whole` is asked for.
 *
 * @param {Network} network @param {number} count @param {boolean} training @param {boolean} whole
 */
export function back(network, count, training, whole) {
  const { layers, buffers: { values, deltas } } = network;
  const gradients = network.parameters.map(({ name, shape, values: like }) => ({ name, shape, values: like.slice().fill(0) }));
  let end = gradients.length;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    const own = gradients.slice(end - layer.parameters.length, end);
    end -= own.length;
    const dx = index > 0 || whole ? deltas[index] : null;
    const back = { x: values[index], y: values[index + 1], dy: deltas[index + 1], dx, count, training };
    OPERATIONS[layer.kind].backward(layer, back, own);
  }
  return gradients;
}

/**
 * The buffers, large enough for so many pictures: [0] is the pictures', then each layer's.
 *
 * @param {Network} network @param {number} count
 */
function roomFor(network, count) {
  const { buffers, layers, spec } = network;
  if (count <= buffers.capacity) return buffers;
  const shapes = [spec.input, ...layers.map(({ output }) => output)];
  const Room = spec.precision === "double" ? Float64Array : Float32Array;
  const rooms = () => shapes.map((shape) => new Room(count * sizeOf(shape)));
  return (network.buffers = { capacity: count, values: rooms(), deltas: rooms() });
}

/**
 * Copies of what stands behind each layer.
 *
 * @param {Network} network @param {Numbers[]} buffers @param {number} count @returns {LayerValues[]}
 */
export function kept({ layers }, buffers, count) {
  return layers.map(({ name, kind, output }, index) => {
    return { name, kind, shape: [count, ...output], values: buffers[index + 1].slice(0, count * sizeOf(output)) };
  });
}

/** Values and δ of each layer, and the δ of the pictures. @param {Network} network @param {number} count */
export function everything(network, count) {
  const { values, deltas } = network.buffers;
  const pictureDeltas = deltas[0].slice(0, count * sizeOf(network.spec.input));
  return { values: kept(network, values, count), deltas: kept(network, deltas, count), pictureDeltas };
}
