// What is pointed at, in a sentence.

import { say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { percent } from "./arithmetic.js";
import { nameOf, placeOf } from "./terms.js";

/** @import { Answer } from "./types.d.ts" */

/** A step of the chain, a term, or a class; without any of them the chosen class. @param {Answer} stage */
export function readout(stage) {
  if (stage.step !== null) return stage.step.does;
  if (stage.hoveredClass === null && (stage.hoveredTerm !== null || stage.term !== null)) return ofTerm(stage);
  return ofClass(stage, stage.hoveredClass ?? stage.view.label);
}

/** @param {Answer} stage */
function ofTerm(stage) {
  const { words, form, labels, view, sum, shownTerm: term } = stage;
  if (sum === null) return put(words.waiting, { label: labels[view.label] });
  const place = sum.order.indexOf(term) + 1;
  const numbers = { value: say(sum.values[term], 0), weight: say(sum.weights[term], 0), product: say(sum.products[term], 0) };
  return put(words[`read_${form}`], { ...placeOf(stage, term), name: nameOf(stage, term), label: labels[view.label], ...numbers, place, count: sum.order.length });
}

/** @param {Answer} stage @param {number} label */
function ofClass({ words, labels, planes, softmax, view, rank, spelled }, label) {
  const numbers = { logit: say(planes.logits.values[label], 0), percent: percent(softmax.logs[label]), temperature: view.temperature };
  const said = put(words.read_class, { label: labels[label], rank: (rank.get(label) ?? 0) + 1, count: labels.length, ...numbers });
  return spelled.sum === null && label !== view.label ? `${said} ${words.press}` : said;
}
