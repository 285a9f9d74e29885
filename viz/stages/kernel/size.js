// How large things are on a stage. Whatever is drawn or placed by a script is measured in units: a CSS pixel in a window of
// 1280 × 720, and more in a larger one. The style sheet of the kernel says how much, as `--step`.

const STEP = 16; // units in a step
const LEAST_ROOM = 480; // in a lower window a stage is scrolled, rather than drawn too small to read

// One window has one unit, and so has every stage in it.
let unit = 1;

/** How many CSS pixels a unit is. */
export const perUnit = () => unit;

/** A length in units as style sheets take it. @param {number} length */
export const px = (length) => `${length * unit}px`;

/** How wide an element is inside, in units. @param {Element} element */
export const breadth = ({ clientWidth }) => clientWidth / unit;

/**
 * Takes the unit anew from the style sheet. The room a stage has: how far it is from its upper edge to the window's lower
 * one, before anybody scrolls, in units.
 *
 * @param {Element} root
 */
export function measure(root) {
  const around = root.getRootNode();
  const host = "host" in around ? /** @type {ShadowRoot} */ (around).host : root;
  unit = Number.parseFloat(getComputedStyle(host).fontSize) / STEP || 1;
  return Math.max(LEAST_ROOM, (window.innerHeight - topOf(root)) / unit);
}

/** Where an element lies on the page, however far that is scrolled. @param {Element} element */
function topOf(element) {
  let { top } = element.getBoundingClientRect();
  for (let at = above(element); at !== null; at = above(at)) top += at.scrollTop;
  return top;
}

/** What an element lies in, out of shadow roots too. @param {Element} element @returns {Element | null} */
function above({ parentNode }) {
  if (parentNode === null || parentNode === document) return null;
  return "host" in parentNode ? /** @type {ShadowRoot} */ (parentNode).host : /** @type {Element} */ (parentNode);
}
