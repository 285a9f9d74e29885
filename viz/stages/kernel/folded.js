// A long sum on the page: its first terms, a button that unfolds the rest, and the last one.

import { made } from "./text.js";

const MOST_TERMS = 9;
const STANDING = 3; // terms before the fold

/**
 * The terms of a sum as nodes, with " + " between them, and what stands after the sum to fold it again.
 *
 * `texts`: of every term; `unfolded`: whether all are shown; `unfold`: turns that; `rest(start, end)`: the words for the
 * folded terms from `start` to before `end`; `fold`: the words on the button that folds them.
 *
 * @param {string[]} texts
 * @param {{ unfolded?: boolean, unfold: () => void, rest: (start: number, end: number) => string, fold: string }} how
 * @returns {{ terms: (string | Node)[], after: (string | Node)[] }}
 */
export function foldedTerms(texts, { unfolded, unfold, rest, fold }) {
  const last = texts.length - 1;
  const long = texts.length > MOST_TERMS;
  /** @param {number} start @param {number} [end] */
  const spans = (start, end) => texts.slice(start, end).map((text) => made("span", text));
  const shown = long && !unfolded ? [...spans(0, STANDING), foldButton(rest(STANDING, last), false, unfold), ...spans(last)] : spans(0);
  const terms = shown.flatMap((node, at) => (at === 0 ? [node] : [" + ", node]));
  return { terms, after: long && unfolded ? [" ", foldButton(fold, true, unfold)] : [] };
}

/** @param {string} text @param {boolean} open @param {() => void} onclick */
function foldButton(text, open, onclick) {
  const button = Object.assign(made("button", text), { type: "button", name: "fold", onclick });
  button.setAttribute("aria-expanded", String(open));
  return button;
}
