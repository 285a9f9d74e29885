// The arithmetic written out: the logit as a sum of products, the softmax as a quotient, the loss as a logarithm.

import { put } from "../shared/text.js";
import { line, partOf, writeSum } from "../shared/written.js";
import { writeLoss, writeQuotient } from "./arithmetic.js";

const MOST_TERMS = 9;
const STANDING = 3; // terms before the fold

/** Writes all three for the class that is pointed at, or else chosen. */
export function writeSums(stage) {
  writeLogit(stage);
  writeSoftmax(stage);
  writeCrossEntropy(stage);
}

function writeLogit(stage) {
  const { find, words, form, labels, spelled: { label, sum } } = stage;
  find(".logit h4").textContent = put(words[`spelled_${form}`], { label: labels[label], count: stage.planes.weights.shape[1] });
  if (sum === null) {
    stage.writtenSum = null;
    find(".logit .sum").textContent = label === stage.view.label ? put(words.waiting, { label: labels[label] }) : words.press;
    return;
  }
  const state = `${stage.serial} ${label} ${stage.unfolded}`;
  if (stage.writtenSum === state) return; // pointing at a channel changes nothing here
  stage.writtenSum = state;
  const chosen = (list) => sum.order.map((index) => list[index]);
  const written = writeSum(chosen(sum.values), chosen(sum.weights), sum.bias, sum.total);
  find(".logit .sum").replaceChildren(...folded(stage, written));
}

/** The sum as nodes: all terms, or the first ones, a button that unfolds the rest, and the last one. */
function folded({ words, unfolded, act }, written) {
  const count = written.terms.length;
  const piece = (at) => span(line(written, at, at + 1));
  const long = count > MOST_TERMS;
  const rest = () => put(words.more, { count: count - 1 - STANDING, sum: partOf(written, STANDING, count - 1) });
  const all = () => Array.from({ length: count }, (_, at) => piece(at));
  const first = () => Array.from({ length: STANDING }, (_, at) => piece(at));
  const shown = long && !unfolded ? [...first(), fold(rest(), false, act), piece(count - 1)] : all();
  const nodes = shown.flatMap((node, at) => (at === 0 ? [node] : [" + ", node]));
  if (written.bias !== null) nodes.push(" + ", span(put(words.bias, { bias: bracketed(written.bias) })));
  nodes.push(" = ", bold(written.sum));
  if (written.total !== null) nodes.push(" ", small(put(words.unrounded, { total: written.total })));
  if (long && unfolded) nodes.push(" ", fold(words.fold, true, act));
  return nodes;
}

function writeSoftmax({ find, words, labels, softmax, view, spelled: { label } }) {
  const { temperature } = view;
  const { exponent, over, under, result } = writeQuotient(softmax.shifted[label], softmax.sum, softmax.logs[label]);
  find(".softmax h4").textContent = put(words.spelled_softmax, { label: labels[label], temperature });
  const formula = put(words.softmax, { exponent, over, under, count: labels.length });
  find(".softmax .sum").replaceChildren(formula, " = ", bold(result));
}

function writeCrossEntropy({ find, words, labels, softmax, view }) {
  const { probability, loss, exact } = writeLoss(softmax.logs[view.truth]);
  find(".loss h4").textContent = put(words.spelled_loss, { label: labels[view.truth] });
  find(".loss .sum").replaceChildren(put(words.loss, { probability }), exact ? " = " : " ≈ ", bold(loss));
}

const made = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
const span = (text) => made("span", text);
const bold = (text) => made("b", text);
const small = (text) => made("small", text);
const bracketed = (number) => (number.startsWith("−") ? `(${number})` : number);

function fold(text, open, act) {
  const button = made("button", text);
  button.type = "button";
  button.setAttribute("aria-expanded", String(open));
  button.onclick = act.unfold;
  return button;
}
