// Where a mouse, a pen or a finger is on a stage: in pixels, or as the cell of a map under it; and what it does there.

import { bindGrip } from "./grip.js";
import { perUnit } from "./size.js";

/** @import { Cell, PointerActs, Shape } from "./types.d.ts" */

/** Where an event lies on an element: [x, y] in units from its upper left corner. @param {MouseEvent} event @param {Element} element @returns {[number, number]} */
export function pointIn(event, element) {
  const { left, top } = element.getBoundingClientRect();
  return [(event.clientX - left) / perUnit(), (event.clientY - top) / perUnit()];
}

/**
 * The cell [row, column] under an event on an element that shows rows × columns of them; null beside them.
 *
 * @param {MouseEvent} event @param {Element} element @param {Shape} shape @returns {Cell | null}
 */
export function cellUnder(event, element, shape) {
  const [row, column] = cellsTo(event, element, shape).map(Math.floor);
  return row >= 0 && column >= 0 && row < shape.rows && column < shape.columns ? [row, column] : null;
}

/** The same, but beside the cells the nearest of them. @param {MouseEvent} event @param {Element} element @param {Shape} shape @returns {Cell} */
export function cellNear(event, element, shape) {
  const [row, column] = cellsTo(event, element, shape).map(Math.floor);
  return [within(row, shape.rows), within(column, shape.columns)];
}

/** @param {number} place @param {number} count */
const within = (place, count) => Math.max(0, Math.min(count - 1, place));

/** How many cells an event lies from the upper left corner, fractions included. @param {MouseEvent} event @param {Element} element @param {Shape} shape @returns {Cell} */
export function cellsTo(event, element, { rows, columns }) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [((event.clientY - top) / height) * rows, ((event.clientX - left) / width) * columns];
}

/**
 * Has an element be pointed at. `act.at(event)`: what lies under the pointer, null for nothing; `act.look(it)`: the
 * pointer is over it, or over nothing any more; `act.choose(it)`: it was clicked, or touched.
 *
 * With `act.drags`, pressing chooses at once, unless `act.grab()` says no, and goes on choosing until the pointer is let go,
 * which `act.drop()` is told; meanwhile nothing is looked at. A finger doesn't look: it has no place before it touches; when
 * it chooses, and when it scrolls the page, is said in grip.js.
 *
 * @template T
 * @param {HTMLElement} element @param {PointerActs<T>} act
 */
export function bindPointer(element, act) {
  if (act.drags) return bindDrag(element, act);
  // A handler that returns false would take the event from the browser: these return nothing, whatever a stage does.
  element.onpointermove = (event) => void act.look?.(act.at(event), event);
  element.onpointerleave = (event) => void act.look?.(null, event);
  element.onclick = (event) => void chooseAt(act, event);
  return undefined;
}

/** @template T @param {PointerActs<T>} act @param {MouseEvent} event */
function chooseAt(act, event) {
  const found = act.at(event);
  if (found !== null) act.choose?.(found, event);
}

/** @template T @param {HTMLElement} element @param {PointerActs<T>} act */
function bindDrag(element, act) {
  let held = false;
  bindGrip(element, {
    take: (event) => {
      held = act.grab?.(event) !== false;
      if (held) chooseAt(act, event);
      return held;
    },
    pull: (event) => chooseAt(act, event),
    pass: (event) => event.pointerType === "mouse" && act.look?.(act.at(event), event),
    release: () => {
      held = false;
      act.drop?.();
    },
  });
  element.onpointerleave = (event) => {
    if (!held) act.look?.(null, event);
  };
}
