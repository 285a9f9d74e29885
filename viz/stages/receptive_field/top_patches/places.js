// The patches of a channel from the planes of a payload, and how they stand in rows. Pure.

/** @import { Patch, Patches } from "./types.d.ts" @import { Packed } from "../../kernel/types.d.ts" */

export const NOWHERE = 65535;

/**
 * The first `count` patches of a channel: { rank, value, row, column, source, box }, strongest first.
 *
 * @param {Pick<Patches, "planes">} stage @param {number} channel @param {number} count @returns {Patch[]}
 */
export function patchesOf({ planes }, channel, count) {
  const [, most] = planes.values.shape;
  const found = [];
  for (let rank = 0; rank < Math.min(count, most); rank += 1) {
    const at = channel * most + rank;
    const [row, column] = [planes.rows.values[at], planes.columns.values[at]];
    if (row === NOWHERE) break;
    const box = boxOf(planes, row, column);
    found.push({ rank, value: planes.values.values[at], row, column, source: planes.sources.values[at], box });
  }
  return found;
}

/**
 * The pixels that the unit at a place sees: { top, left, bottom, right }, half-open.
 *
 * @param {Record<string, Packed>} planes @param {number} row @param {number} column
 */
export function boxOf({ row_spans: rows, column_spans: columns }, row, column) {
  const [top, bottom] = rows.values.subarray(row * 2, row * 2 + 2);
  const [left, right] = columns.values.subarray(column * 2, column * 2 + 2);
  return { top, left, bottom, right };
}

/** The longest side of the boxes, in pixels. @param {Pick<Patch, "box">[]} patches */
export const longest = (patches) =>
  patches.reduce((most, { box }) => Math.max(most, box.bottom - box.top, box.right - box.left), 1);

/**
 * How many tiles stand side by side, and how long a side is, so that `count` are as large as width × height allows.
 *
 * @param {number} count @param {number} width @param {number} height
 * @param {{ gap: number, below: number, smallest: number, largest: number }} tiles
 */
export function arrange(count, width, height, { gap, below, smallest, largest }) {
  let best = { across: 1, side: 0 };
  for (let across = 1; across <= Math.max(1, count); across += 1) {
    const down = Math.ceil(count / across);
    const wide = (width - (across - 1) * gap) / across - gap;
    const side = Math.floor(Math.min(wide, (height - (down - 1) * gap) / down - below, largest));
    if (side >= best.side) best = { across, side };
  }
  if (best.side >= smallest) return best;
  // Too little height for all of them: then they go on below, as large as they need to be.
  return { across: Math.max(1, Math.floor((width + gap) / (smallest + 2 * gap))), side: smallest };
}
