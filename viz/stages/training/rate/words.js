// What is said of a run: where it stands, what multiplies each direction, what was predicted and what becomes of it.

import { counted, marked, plain } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { rateOf } from "./valley.js";

/** @import { Run, Valley, Weights } from "./types.d.ts" */

const NEAR = 1e-3; // of the first loss: what is left of it when a run has visibly arrived

/** A number in four digits, as the words of the page write it. @param {number} value */
export const told = (value) => neat(value, 0).replace("e+", "e");

/** A multiplier in four digits, or as many more as tell it from 1; the twin of `beside_one` in models/ops/digits.py. @param {number} value */
export function apart(value) {
  const text = told(value);
  if (Math.abs(value) === 1 || Math.abs(Number(plain(text))) !== 1) return text;
  return marked(String(Number(value.toFixed(-Math.floor(Math.log10(Math.abs(Math.abs(value) - 1)))))));
}

/** Why a text is no rate that can be set; empty if it is one. @param {string} text @param {Valley} stage */
export function problemOf(text, { words, bounds }) {
  const number = Number.isNaN(rateOf(text)) ? Number(text) : rateOf(text);
  if (text !== "" && number > bounds.rate) return put(words.rate_large, { rate: text, most: told(bounds.rate) });
  if (number < 0) return put(words.rate_negative, { rate: marked(text) });
  return Number.isNaN(rateOf(text)) ? put(words.rate_none, { rate: text, most: told(bounds.rate) }) : "";
}

/** Where the run stands. @param {Valley} stage */
export function standing({ words, view, run, bounds }) {
  const [first, second] = run.path[view.updates].map(told);
  return put(words.standing, { update: view.updates, count: bounds.updates, first, second, loss: told(run.losses[view.updates]) });
}

/** That the run has left the map, once it has. @param {Valley} stage */
export const gone = ({ words, view, run }) => (run.left === null || view.updates <= run.left ? "" : put(words.gone, { update: run.left }));

/** What is predicted, and what has become of it when all updates are done. @param {Valley} stage */
export function verdict({ words, view, run, bounds }) {
  const done = view.updates === bounds.updates;
  const predicted = view.predicted && put(words.predicted, { what: words[`predict_${view.predicted}`] });
  if (!done) return view.predicted ? `${predicted} ${words.play_it}` : words.choose;
  const became = [words[`became_${run.outcome}`], slow(run) && put(words.slow, { count: bounds.updates })].filter(Boolean).join(" ");
  if (!view.predicted) return became;
  return `${predicted} ${words[view.predicted === run.outcome ? "right" : "wrong"]} ${became}`;
}

/** Whether it will settle, and hasn't yet. @param {Run} run */
const slow = ({ outcome, losses }) => ["settles", "swings"].includes(outcome) && losses[losses.length - 1] > NEAR * losses[0];

/** What multiplies each direction in an update; before anything is run, the rule alone. @param {Valley} stage */
export function factors({ words, view, run, directions }) {
  return directions.map(({ curvature }, at) => {
    const name = words[at === 0 ? "flat" : "steep"];
    const about = { name, curvature: told(curvature), rate: marked(view.rate), momentum: told(view.momentum) };
    if (view.updates === 0) return put(words.factor_open, about);
    const { size, turns, real } = run.factors[at];
    if (view.momentum !== 0) return put(words[real ? (turns ? "factor_turns" : "factor_straight") : "factor_round"], { ...about, size: apart(size) });
    const factor = turns ? -size : size;
    const text = apart(factor);
    return put(words.factor, { ...about, equals: Math.abs(Number(plain(text)) - factor) < 1e-12 ? "=" : "≈", factor: text });
  });
}

/** The loss at a place that is pointed at. @param {Valley} stage @param {Weights} weights @param {number} loss */
export const place = ({ words }, weights, loss) => put(words.place, { first: told(weights[0]), second: told(weights[1]), loss: told(loss) });

/** How many updates have been made. @param {Valley} stage */
export const updatesSaid = ({ words, view }) => put(counted(words, "made", view.updates), { number: view.updates });
