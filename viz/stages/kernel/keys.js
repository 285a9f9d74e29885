// Where a key leads from a place, for every way in which places lie: one after the other, in lines, as the cells of a map.

/** @import { Cells, KeyActs, Layout, Lines, Place } from "./types.d.ts" */

/** What an arrow means on a map: by how many rows and columns it leads on. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** The step [rows, columns] of an arrow; null for other keys. @param {string} key @returns {[number, number] | null} */
export const arrow = (key) => ARROWS[key] ?? null;

/**
 * The place that a key leads to from a place: the same one at the rim, null for a key that means nothing there.
 *
 * Places of cells are [rows, columns], all others are numbers from 0. `layout`:
 * - { kind: "list", count }: one after the other. An arrow leads to the next or the one before, Home and End to the ends;
 *   with `page` the page keys lead so many on, with `wraps` the last one is followed by the first; with `rises` up leads
 *   on, as on a slider, and with `flat` up and down mean nothing.
 * - { kind: "tiles", count, across }: in lines of `across`; up and down lead to the next line.
 * - { kind: "cells", rows, columns }: of a map. Home and End lead along the row, with `corners` to the map's corners.
 * - a function of key and place, where places lie as nowhere else.
 *
 * @template {Place} P
 * @param {Layout} layout @param {string} key @param {P} at @returns {P | null}
 */
export function next(layout, key, at) {
  if (typeof layout === "function") return /** @type {P | null} */ (layout(key, at));
  if (layout.kind === "cells") return /** @type {P | null} */ (nextCell(layout, key, /** @type {[number, number]} */ (at)));
  return /** @type {P | null} */ (nextNumber(layout, key, /** @type {number} */ (at)));
}

/** @param {Cells} layout @param {string} key @param {[number, number]} at @returns {[number, number] | null} */
function nextCell({ rows, columns, corners = false }, key, [row, column]) {
  if (key === "Home") return [corners ? 0 : row, 0];
  if (key === "End") return [corners ? rows - 1 : row, columns - 1];
  const step = arrow(key);
  if (step === null) return null;
  const [down, across] = [row + step[0], column + step[1]];
  return down >= 0 && across >= 0 && down < rows && across < columns ? [down, across] : [row, column];
}

/** @param {Lines} layout @param {string} key @param {number} at @returns {number | null} */
function nextNumber(layout, key, at) {
  const last = layout.count - 1;
  if (key === "Home") return Math.min(0, last);
  if (key === "End") return last;
  if (layout.kind === "list" && layout.page && (key === "PageDown" || key === "PageUp")) {
    return Math.max(0, Math.min(last, at + (key === "PageDown" ? layout.page : -layout.page)));
  }
  const step = arrow(key);
  if (step === null || (layout.kind === "list" && layout.flat && step[0] !== 0)) return null;
  const to = at + step[0] * downwards(layout) + step[1];
  if (to >= 0 && to <= last) return to;
  return layout.kind === "list" && layout.wraps ? (to + layout.count) % layout.count : at;
}

/** By how many places one leads downwards. @param {Lines} layout */
const downwards = (layout) => (layout.kind === "tiles" ? layout.across : layout.rises ? -1 : 1);

// What is an application to those who hear a page: a screen reader in browse mode keeps the arrow keys for itself, unless a role
// says that the element needs them. A canvas has no rows and cells to be walked in, so it is no grid: the stage's table has
// them. What is a widget of its own (a slider, a list to choose from) keeps its role, which lets keys through as well.
// So does what is a control of the browser's own.
const WIDGETS = ["slider", "listbox", "radiogroup", "radio", "option"];
const CONTROLS = ["INPUT", "SELECT", "BUTTON"];

/**
 * Has an element take keys. `act.layout()` and `act.at()`: where a key starts from; `act.go(place)`: it leads to a place;
 * `act.keys`: what other keys do, by their names. A key that the browser itself needs (with Alt, Ctrl, ⌘) is left to it.
 *
 * @template {Place} P
 * @param {HTMLElement} element @param {KeyActs<P>} act
 */
export function bindKeys(element, act) {
  const known = CONTROLS.includes(element.tagName) || WIDGETS.includes(element.getAttribute("role") ?? "");
  if (!known) element.setAttribute("role", "application");
  element.onkeydown = (event) => press(act, event);
}

/**
 * Does what a key means, if it means anything. It returns nothing: a handler that returns false takes the key from the browser.
 *
 * @template {Place} P
 * @param {KeyActs<P>} act @param {KeyboardEvent} event
 */
export function press({ layout, at, go, keys = {} }, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  /** @type {((event: KeyboardEvent) => void) | undefined} */
  const own = keys[event.key];
  const to = own === undefined && layout && at ? next(layout(), event.key, at()) : null;
  if (own === undefined && to === null) return;
  event.preventDefault();
  own?.(event);
  if (to !== null) go?.(to);
}
