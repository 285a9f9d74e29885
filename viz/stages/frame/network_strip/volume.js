// A layer drawn as the volume it is: rows up, columns across in foreshortening, channels in depth, to two scales.

/** @import { Cell } from "../../kernel/types.d.ts" */

export const TALLEST = 40; // for the most rows of the network
export const DEEPEST = 40; // for the most channels
const SLANT = 0.32;

/**
 * The corners of the box for a shape [channels, rows, columns] within a network of at most these rows and channels.
 *
 * @param {number[]} list @param {number} mostRows @param {number} mostChannels
 */
export function volume([channels, rows, columns], mostRows, mostChannels) {
  const height = Math.max(1.5, (TALLEST * rows) / mostRows);
  const across = Math.max(1.5, (TALLEST * columns) / mostRows) * SLANT;
  const depth = Math.max(1.5, (DEEPEST * channels) / mostChannels);
  return { height, across, depth, rise: across * 0.6 };
}

/**
 * The three visible faces as SVG paths, standing on the line y = 46, and the width they take.
 *
 * @param {{ height: number, across: number, depth: number, rise: number }} parts
 */
export function faces({ height, across, depth, rise }) {
  const base = 46 - rise - height;
  /** @param {Cell[]} points */
  const path = (points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
  const [top, bottom] = [base + rise, base + rise + height];
  return {
    width: depth + across,
    front: path([[0, top], [depth, top], [depth, bottom], [0, bottom]]),
    top: path([[0, top], [across, base], [across + depth, base], [depth, top]]),
    side: path([[depth, top], [depth + across, base], [depth + across, base + height], [depth, bottom]]),
  };
}
