// Which pixels of the network's input a unit covers, and which unit belongs to a pixel: the same for every part.
//
// Ranges are [starts, stops] of one axis, half-open, in pixels of the network's input, cut to the picture; centres are
// those of the whole field, also where the picture cuts it. The twins of `ReceptiveField.box` and `nearest_unit`.

/** @import { Box, Cell, Values } from "./types.d.ts" */

/**
 * { top, left, bottom, right } of the unit at a place; null where it sees nothing of the picture.
 *
 * @param {{ rows: [Values, Values], columns: [Values, Values] }} ranges @param {Cell | number[]} unit
 * @returns {Box | null}
 */
export function boxAt({ rows, columns }, [row, column]) {
  const box = { top: rows[0][row], bottom: rows[1][row], left: columns[0][column], right: columns[1][column] };
  return box.bottom > box.top && box.right > box.left ? box : null;
}

/**
 * The unit whose centre is nearest to a pixel; of two equally near ones the first. A unit without one is never it.
 *
 * @param {{ forEach(act: (centre: any, unit: number) => void): void }} centres @param {number} pixel
 */
export function nearestUnit(centres, pixel) {
  let [best, least] = [0, Infinity];
  centres.forEach((centre, unit) => {
    const away = centre === null ? NaN : Math.abs(centre - pixel);
    if (away < least) [best, least] = [unit, away];
  });
  return best;
}
