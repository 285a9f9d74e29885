// Where the windows of a convolution or of pooling lie, and what is under them.

import { outputSize } from "../../kernel/geometry.js";
import { Refused, both } from "./refused.js";

/** @import { Asked, Windows } from "./types.d.ts" */

const LARGEST = 4096;

/**
 * The windows that a spec asks for, and [rows, columns] of their positions: ⌊(n + 2p − k)/s⌋ + 1 on each axis.
 *
 * @param {Asked} asked @param {number[]} input [channels, rows, columns]
 * @param {{ stride: number | "size" }} otherwise the stride where none is given
 */
export function placedOn(asked, [, ...axes], { stride }) {
  const size = both(asked, "size", undefined, 1, LARGEST);
  const placed = {
    size,
    stride: both(asked, "stride", stride === "size" ? size : stride, 1, LARGEST),
    padding: both(asked, "padding", 0, 0, LARGEST),
  };
  const positions = axes.map((length, axis) => outputSize(length, size[axis], placed.stride[axis], placed.padding[axis]));
  const none = positions.findIndex((count) => count < 1);
  if (none < 0) return { placed, positions };
  const room = axes[none] + 2 * placed.padding[none];
  throw new Refused(`${asked.field}.size`, asked.given.size, `at most ${room}, which is what the maps before it have room for`);
}

/**
 * Which values lie under which taps, in runs along the rows: of each run the index of its first value in [channels, rows, columns],
 * its first place in the table of windows [positions, channels · taps], and how many positions follow one another. What is not in
 * any run lies in the padding.
 *
 * @param {Windows} placed @param {number[]} input @param {number[]} positions
 */
export function runs({ size, stride, padding }, [channels, rows, columns], [down, across]) {
  const found = [];
  const taps = size[0] * size[1];
  for (let tap = 0; tap < taps; tap += 1) {
    const [above, beside] = [Math.floor(tap / size[1]) - padding[0], (tap % size[1]) - padding[1]];
    const [top, bottom] = within(above, stride[0], rows, down);
    const [left, right] = within(beside, stride[1], columns, across);
    for (let channel = 0; channel < channels && right > left; channel += 1) {
      for (let row = top; row < bottom; row += 1) {
        const from = (channel * rows + row * stride[0] + above) * columns + left * stride[1] + beside;
        found.push(from, (row * across + left) * channels * taps + channel * taps + tap, right - left);
      }
    }
  }
  return Int32Array.from(found);
}

/**
 * The positions, half-open, at which a tap lies on the axis. @param {number} tap where it lies at position 0 @param {number} stride
 * @param {number} length @param {number} count
 */
function within(tap, stride, length, count) {
  const first = Math.max(0, Math.ceil(-tap / stride));
  return [first, Math.max(first, Math.min(count, Math.floor((length - 1 - tap) / stride) + 1))];
}
