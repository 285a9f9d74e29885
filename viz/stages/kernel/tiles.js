// Where the maps of a layer stand in a grid, and which map and cell lie under a point. Lengths in units.

/** @import { Tiles } from "./types.d.ts" */

export const GAP = 3;

/**
 * Columns and tile size that show `count` maps of `rows` × `columns` cells as large as width × height allows.
 *
 * @param {number} count @param {number} rows @param {number} columns @param {number} width @param {number} height
 * @param {number} smallest @returns {Tiles}
 */
export function layOut(count, rows, columns, width, height, smallest) {
  const aspect = rows / columns;
  let widest = 0;
  for (let across = 1; across <= count; across += 1) {
    const tileWidth = (width - (across - 1) * GAP) / across;
    const tileHeight = tileWidth * aspect;
    const down = Math.ceil(count / across);
    const total = down * (tileHeight + GAP) - GAP;
    const fits = total <= height;
    // A tile never grows beyond what its height allows; below `smallest` the grid scrolls instead.
    const scaled = fits ? tileWidth : Math.min(tileWidth, ((height - (down - 1) * GAP) / down) / aspect);
    widest = Math.max(widest, scaled);
  }
  const tile = Math.max(Math.floor(widest), Math.min(smallest, width));
  const across = Math.max(1, Math.min(count, Math.floor((width + GAP) / (tile + GAP))));
  const tileHeight = Math.max(1, Math.round(tile * aspect));
  const down = Math.ceil(count / across);
  return { across, down, width: tile, height: tileHeight, totalHeight: down * (tileHeight + GAP) - GAP };
}

/**
 * The left and top of the tile at `place` (0, 1, … in reading order).
 *
 * @param {Pick<Tiles, "across" | "width" | "height">} layout @param {number} place @returns {[number, number]}
 */
export function corner(layout, place) {
  return [(place % layout.across) * (layout.width + GAP), Math.floor(place / layout.across) * (layout.height + GAP)];
}

/**
 * The place, row and column of the cell under a point, or null between tiles and behind the last one.
 *
 * @param {Pick<Tiles, "across" | "width" | "height">} layout @param {number} count @param {number} rows
 * @param {number} columns @param {number} x @param {number} y
 */
export function cellAt(layout, count, rows, columns, x, y) {
  const across = Math.floor(x / (layout.width + GAP));
  const place = Math.floor(y / (layout.height + GAP)) * layout.across + across;
  if (x < 0 || y < 0 || across >= layout.across || place >= count) return null;
  const [left, top] = corner(layout, place);
  const row = Math.floor(((y - top) / layout.height) * rows);
  const column = Math.floor(((x - left) / layout.width) * columns);
  return row < rows && column < columns ? { place, row, column } : null;
}

/**
 * Channel numbers in the order asked for; equal ones stay in the order of their index.
 *
 * @param {ArrayLike<number>} statistics @param {number} count @param {string} order @param {boolean} withoutDead
 */
export function arrange(statistics, count, order, withoutDead) {
  const channels = Array.from({ length: count }, (_, channel) => channel);
  /** @type {Record<string, number | undefined>} */
  const places = { strongest: 1, mean: 2, spread: 3, zeros: 4 };
  const column = places[order];
  const kept = withoutDead ? channels.filter((channel) => statistics[channel * 5 + 4] < 1) : channels;
  if (column === undefined) return kept;
  /** @param {number} channel */
  const value = (channel) => {
    const found = statistics[channel * 5 + column];
    return Number.isNaN(found) ? -Infinity : found;
  };
  return kept.sort((one, other) => value(other) - value(one) || one - other);
}
