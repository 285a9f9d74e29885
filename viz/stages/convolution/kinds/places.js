// Where the cells of a volume stand: maps in a grid with gaps, and which cell is under a point or beside another. Pure.

import { arrow } from "../../kernel/keys.js";

/** @import { Arranged, Grid } from "./types.d.ts" */

export const GAP = 8;

/**
 * A volume as it is drawn: `places` are the maps' (row, column) in the grid, `cell` is a cell's side in pixels.
 *
 * @param {number[]} shape @param {number[][]} places @param {number} cell
 */
export function arrangement([, rows, columns], places, cell) {
  const down = 1 + Math.max(...places.map(([row]) => row));
  const across = 1 + Math.max(...places.map(([, column]) => column));
  const [stepDown, stepAcross] = [rows * cell + GAP, columns * cell + GAP];
  return {
    rows, columns, places, cell, down, across,
    width: across * stepAcross - GAP,
    height: down * stepDown - GAP,
    corner: (/** @type {number} */ map) => [places[map][1] * stepAcross, places[map][0] * stepDown],
  };
}

/** How many cells and gaps a volume is wide: [cells, gaps]. @param {number[]} shape @param {number[][]} places */
export function widthOf([, , columns], places) {
  const across = 1 + Math.max(...places.map(([, column]) => column));
  return [across * columns, across - 1];
}

/** Map, row and column of a cell by its index. @param {{ rows: number, columns: number }} shape @param {number} index */
export function unravel({ rows, columns }, index) {
  return { map: Math.floor(index / (rows * columns)), row: Math.floor(index / columns) % rows, column: index % columns };
}

/** The left and top of a cell. @param {Pick<Arranged, "rows" | "columns" | "cell" | "corner">} arranged @param {number} index */
export function cornerOf(arranged, index) {
  const { map, row, column } = unravel(arranged, index);
  const [left, top] = arranged.corner(map);
  return [left + column * arranged.cell, top + row * arranged.cell];
}

/**
 * The index of the cell under a point, or null between the maps and where there is none.
 *
 * @param {Pick<Arranged, "rows" | "columns" | "cell" | "corner" | "places">} arranged @param {number} x
 * @param {number} y
 */
export function cellUnder({ rows, columns, cell, places, corner }, x, y) {
  for (let map = 0; map < places.length; map += 1) {
    const [left, top] = corner(map);
    const [row, column] = [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
    if (row >= 0 && column >= 0 && row < rows && column < columns) return (map * rows + row) * columns + column;
  }
  return null;
}

/**
 * The cell that a key leads to from a cell, across gaps and empty spots; the same one at the rim; null for other keys.
 *
 * @param {Grid} grid @param {number} index @param {string} key
 */
export function neighbour({ rows, columns, places, down, across }, index, key) {
  const count = places.length * rows * columns;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = arrow(key);
  if (step === null) return null;
  const { map, row, column } = unravel({ rows, columns }, index);
  let [y, x] = [places[map][0] * rows + row + step[0], places[map][1] * columns + column + step[1]];
  for (; y >= 0 && x >= 0 && y < down * rows && x < across * columns; y += step[0], x += step[1]) {
    const found = places.findIndex(([r, c]) => r === Math.floor(y / rows) && c === Math.floor(x / columns));
    if (found >= 0) return (found * rows + (y % rows)) * columns + (x % columns);
  }
  return index;
}
