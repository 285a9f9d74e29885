// The cells of a row in a list: made once, then only written to.

/** @import { Answer } from "./types.d.ts" */

/** The children of a row, one for each class name. @param {HTMLElement} row @param {string[]} classes */
export function parts(row, classes) {
  if (row.childElementCount !== classes.length) {
    row.replaceChildren(...classes.map((className) => Object.assign(document.createElement("div"), { className })));
  }
  return /** @type {HTMLElement[]} */ ([...row.children]);
}

/** What fills a bar, made once. @param {HTMLElement} bar */
export const filledIn = (bar) => /** @type {HTMLElement} */ (bar.firstChild ?? bar.appendChild(document.createElement("span")));

const [NEGATIVE, POSITIVE] = [40, 215]; // places in the diverging palette, clearly on one side

/** The colour of a positive or negative amount. @param {Answer["planes"]} planes @param {number} value */
export function colourOf({ diverging }, value) {
  const at = (value < 0 ? NEGATIVE : POSITIVE) * 3;
  return `rgb(${[...diverging.values.subarray(at, at + 3)].join(" ")})`;
}

/**
 * A bar from zero to `value`, where the ends are ±`reach`, or 0 and `reach` where nothing is negative.
 *
 * @param {number} value @param {number} reach @param {boolean} signed
 */
export function barOf(value, reach, signed) {
  const share = reach > 0 ? (Math.abs(value) / reach) * (signed ? 50 : 100) : 0;
  const zero = signed ? 50 : 0;
  return { zero, left: value < 0 ? zero - share : zero, width: share };
}
