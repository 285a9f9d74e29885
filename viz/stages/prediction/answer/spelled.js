// The arithmetic written out: the logit as a sum of products, the softmax as a quotient, the loss as a logarithm.

import { foldedTerms } from "../../kernel/folded.js";
import { made, put } from "../../kernel/text.js";
import { bracketed, line, partOf, roundedTo, writeSum } from "../../kernel/written.js";
import { writeLoss, writeQuotient } from "./arithmetic.js";

/** @import { Values, Written } from "../../kernel/types.d.ts" */
/** @import { Answer } from "./types.d.ts" */

/** Writes all three for the class that is pointed at, or else chosen. @param {Answer} stage */
export function writeSums(stage) {
  writeLogit(stage);
  writeSoftmax(stage);
  writeCrossEntropy(stage);
}

/** @param {Answer} stage */
function writeLogit(stage) {
  const { find, words, form, labels, spelled: { label, sum } } = stage;
  find(".logit h2").textContent = put(words[`spelled_${form}`], { label: labels[label], count: stage.planes.weights.shape[1] });
  if (sum === null) {
    stage.writtenSum = null;
    find(".logit .sum").textContent = label === stage.view.label ? put(words.waiting, { label: labels[label] }) : words.press;
    return;
  }
  const state = `${stage.payloads} ${label} ${stage.unfolded}`;
  if (stage.writtenSum === state) return; // pointing at a channel changes nothing here
  stage.writtenSum = state;
  /** @param {Values} list */
  const chosen = (list) => sum.order.map((index) => list[index]);
  const written = writeSum(chosen(sum.values), chosen(sum.weights), sum.bias, sum.total);
  find(".logit .sum").replaceChildren(...folded(stage, written));
}

/** The sum as nodes, folded or not. @param {Answer} stage @param {Written} written */
function folded({ words, unfolded, act }, written) {
  const texts = written.terms.map((_, at) => line(written, at, at + 1));
  /** @param {number} start @param {number} end */
  const rest = (start, end) => put(words.more, { count: end - start, sum: partOf(written, start, end) });
  const { terms, after } = foldedTerms(texts, { unfolded, unfold: act.unfold, rest, fold: words.fold });
  /** @type {(string | Node)[]} */
  const nodes = [...terms];
  if (written.bias !== null) nodes.push(" + ", made("span", put(words.bias, { bias: bracketed(written.bias) })));
  nodes.push(" = ", made("b", written.sum), made("small", roundedTo(written)));
  return [...nodes, ...after];
}

/** @param {Answer} stage */
function writeSoftmax({ find, words, labels, softmax, view, ending, spelled: { label } }) {
  find(".softmax").hidden = ending === "none";
  const { temperature } = view;
  const { exponent, over, under, result } = writeQuotient(softmax.shifted[label], softmax.under(label), softmax.logs[label]);
  find(".softmax h2").textContent = put(words.spelled_softmax, { label: labels[label], temperature });
  const formula = put(words.softmax, { exponent, over, under, count: labels.length });
  find(".softmax .sum").replaceChildren(formula, " = ", made("b", result));
}

/** @param {Answer} stage */
function writeCrossEntropy({ find, words, labels, softmax, view, ending }) {
  find(".loss").hidden = ending === "none";
  const { probability, loss, exact } = writeLoss(softmax.logs[view.truth]);
  find(".loss h2").textContent = put(words.spelled_loss, { label: labels[view.truth] });
  find(".loss .sum").replaceChildren(put(words.loss, { probability }), exact ? " = " : " ≈ ", made("b", loss));
}
