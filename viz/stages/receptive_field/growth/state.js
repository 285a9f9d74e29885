// Which unit of a layer belongs to a pixel, what it sees, and which layers are stopped at. Nothing here draws.
//
// A rung is a layer: { name, kind, scope, reason, size, stride, padding, rows, columns, how, fresh … }, pairs as [rows,
// columns]; `rows` and `columns` are { starts, stops, centres } of its units on that axis, null where they aren't known.

import { nearestUnit } from "../../kernel/field.js";

/** @import { Rung, Sides } from "./types.d.ts" @import { Box } from "../../kernel/types.d.ts" */

/**
 * The unit [row, column] of a rung for a pixel; null where all units see the same, or nothing is known.
 *
 * @param {Rung} rung @param {number[]} pixel @returns {[number, number] | null}
 */
export function unitFor(rung, [row, column]) {
  return rung.scope === "exact" ? [nearestUnit(rung.rows.centres, row), nearestUnit(rung.columns.centres, column)] : null;
}

/**
 * The pixels { top, left, bottom, right } that the unit for a pixel sees, half-open; null where that isn't known.
 *
 * @param {Rung} rung @param {number[]} pixel @param {number[]} limits @returns {Box | null}
 */
export function boxFor(rung, pixel, [rows, columns]) {
  if (rung.scope === "unknown") return null;
  if (rung.scope !== "exact") return { top: 0, left: 0, bottom: rows, right: columns };
  const [row, column] = /** @type {[number, number]} */ (unitFor(rung, pixel));
  const { rows: down, columns: across } = rung;
  return { top: down.starts[row], left: across.starts[column], bottom: down.stops[row], right: across.stops[column] };
}

/**
 * Which sides of a box are the picture's own border because the field reaches beyond it.
 *
 * @param {Rung} rung @param {number[]} pixel @param {number[]} limits @returns {Sides}
 */
export function cutSides(rung, pixel, limits) {
  const none = { top: false, left: false, bottom: false, right: false };
  if (rung.scope !== "exact") return none;
  const [first, second] = /** @type {[number, number]} */ (unitFor(rung, pixel)).map((unit, axis) => unit * rung.stride[axis] - rung.padding[axis]);
  return {
    top: first < 0, left: second < 0, bottom: first + rung.size[0] > limits[0], right: second + rung.size[1] > limits[1],
  };
}

/**
 * The numbers of the rungs that are stopped at: all of them, or those whose field is another than that before.
 *
 * @param {Pick<Rung, "fresh">[]} rungs @param {boolean} every
 */
export function stops(rungs, every) {
  return rungs.flatMap((rung, index) => (every || rung.fresh ? [index] : []));
}

/**
 * The place in a list of stops where the rung `current` stands: the last one that isn't behind it.
 *
 * @param {number[]} list @param {number} current
 */
export function placeIn(list, current) {
  return Math.max(0, list.findLastIndex((index) => index <= current));
}

/**
 * The rung one stop further (or back, with −1); null at the end.
 *
 * @param {number[]} list @param {number} current @param {number} direction
 */
export function nextStop(list, current, direction) {
  const found = direction > 0 ? list.find((index) => index > current) : list.findLast((index) => index < current);
  return found ?? null;
}

/**
 * The boxes of the rungs up to `current`, each once, the first ones first; the current one's is the last.
 *
 * @param {Rung[]} rungs @param {number} current @param {number[]} pixel @param {number[]} limits @returns {Box[]}
 */
export function nested(rungs, current, pixel, limits) {
  const found = new Map();
  for (const rung of rungs.slice(0, current + 1)) {
    const box = rung.fresh || rung === rungs[current] ? boxFor(rung, pixel, limits) : null;
    if (box === null) continue;
    const name = Object.values(box).join(" ");
    found.delete(name);
    found.set(name, box);
  }
  return [...found.values()];
}

/**
 * The stops that are written out around the current one: the first, the last, and its neighbours; null for a gap.
 *
 * @param {number[]} list @param {number} place @param {number} room @returns {(number | null)[]}
 */
export function around(list, place, room) {
  if (list.length <= room) return list;
  const inner = room - 4; // the first and the last, and the gaps beside them
  const start = Math.max(1, Math.min(list.length - 1 - inner, place - Math.floor(inner / 2)));
  const shown = [list[0], ...list.slice(start, start + inner), list[list.length - 1]];
  const gaps = [start > 1, start + inner < list.length - 1];
  return [shown[0], ...(gaps[0] ? [null] : []), ...shown.slice(1, -1), ...(gaps[1] ? [null] : []), shown[shown.length - 1]];
}

/** Layers a second while playing: all of them take at most about half a minute. @param {number} count */
export const pace = (count) => Math.max(1, Math.min(1000 / 150, count / 30));
