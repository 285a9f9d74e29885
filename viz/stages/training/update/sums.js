// Sums of one update, written so that they add up as written: of a value, of a δ, of a kernel cell's gradient, of the
// loss, and what the step promised beside what it brought.

import { poolWindow } from "../../kernel/arithmetic.js";
import { foldedTerms } from "../../kernel/folded.js";
import { decimal, simple, whole } from "../../kernel/numerals.js";
import { neat, say } from "../../kernel/scale.js";
import { made, put } from "../../kernel/text.js";
import { addUp, bracketed, digits, line, roundedTo, writeSum } from "../../kernel/written.js";
import { kernelOf, squared, termsOf } from "./passes.js";

/** @import { Plane, Written } from "../../kernel/types.d.ts" */
/** @import { Place, Update } from "./types.d.ts" */

const WINDOW = 2;
const POOLING = { kernel: [WINDOW, WINDOW], stride: [WINDOW, WINDOW], padding: [0, 0], dilation: [1, 1] };
const MOST_DECIMALS = 12;
const LARGEST_WRITTEN = 1e9;

/** Whether numbers can be written in full: at a rate far too high they outgrow every line. @param {number[]} numbers */
const writable = (...numbers) => numbers.every((number) => Math.abs(number) < LARGEST_WRITTEN);

/** @param {Written} written */
const totalOf = (written) => ` = ${written.sum}${roundedTo(written)}`;

/** Σ values × weights + bias = total, written. @param {Update} stage @param {number[]} values @param {number[]} weights @param {number} bias @param {number} total */
function summed(stage, values, weights, bias, total) {
  if (!writable(...values, ...weights, bias, total)) return [put(stage.words.too_large, { value: say(total, 0) })];
  const written = writeSum(values, weights, bias, total);
  const { terms, after } = foldedTerms(
    written.terms.map((_, at) => line(written, at, at + 1)),
    {
      unfolded: stage.unfolded,
      unfold: () => {
        stage.unfolded = !stage.unfolded;
        stage.follow();
      },
      rest: (start, end) => put(stage.words.rest, { count: end - start }),
      fold: stage.words.fold,
    },
  );
  const added = written.bias === null ? "" : ` + ${bracketed(written.bias)}`;
  return [...(terms.length ? terms : ["0"]), added, totalOf(written), ...after];
}

/** What is said of a place: how its value comes about and, once the gradient has come there, its δ. @param {Update} stage @param {Place} place @returns {(string | Node)[]} */
export function explained(stage, place) {
  const { key } = place;
  if (["kernel", "gradient", "products", "after"].includes(key)) return ofTheKernel(stage);
  const layer = key.replace("d_", "");
  return [...VALUES[layer](stage, place), ...(layer === "picture" || !come(stage, `d_${layer}`) ? [] : [" ", made("br", ""), ...DELTAS[layer](stage, place)])];
}

/** @param {Update} stage @param {string} step */
const come = ({ steps, view }, step) => view.step >= steps.indexOf(step);

/** @param {Update} stage */
function ofTheKernel(stage) {
  const { view, words, case: found } = stage;
  const { row, column, kernel } = view;
  const weight = kernelOf(found.before, kernel).values[row * 3 + column];
  const where = { row, column, value: neat(weight, 0) };
  if (!come(stage, "d_kernel")) return [put(words.kernel_cell, where)];
  const { at, pixels, deltas, total } = termsOf(found, view);
  const about = { ...where, count: whole(at.length), all: whole(deltas.length) };
  if (at.length === 0) return [put(words.gradient_none, about)];
  const [ofThose, met] = [at.map((index) => deltas[index]), at.map((index) => pixels[index])];
  const said = [put(words.gradient_cell, about), " ", ...summed(stage, ofThose, met, 0, total)];
  if (!come(stage, "update")) return said;
  return [...said, " ", made("br", ""), put(words.updated, { row, column, sum: movedBy(words, weight, view.rate, total) })];
}

/** Weight − rate × gradient, written. @param {Record<string, string>} words @param {number} weight @param {number} rate @param {number} gradient */
function movedBy(words, weight, rate, gradient) {
  if (!writable(weight, rate, gradient, rate * gradient)) return put(words.too_large, { value: say(weight - rate * gradient, 0) });
  const written = writeSum([-rate], [gradient], weight, weight - rate * gradient);
  const [{ value, weight: slope }] = written.terms;
  return `${written.bias ?? "0"} − ${value.replace("−", "")} × ${bracketed(slope)}${totalOf(written)}`;
}

/** How the value of a place comes about, by layer. @type {Record<string, (stage: Update, place: Place) => (string | Node)[]>} */
const VALUES = {
  picture: ({ words, case: { forward } }, { row, column }) => [put(words.pixel, { row, column, value: neat(at(forward.picture, row, column), 0) })],
  convolution: (stage, { row, column }) => {
    const { words, view, case: { forward, before } } = stage;
    const [kernel, total] = [kernelOf(before, view.kernel), at(forward.convolution[view.kernel], row, column)];
    const pixels = [...kernel.values].map((_, tap) => at(forward.picture, row + Math.floor(tap / 3), column + (tap % 3)));
    return [put(words.convolved, { row, column }), " ", ...summed(stage, pixels, [...kernel.values], before[1][view.kernel], total)];
  },
  relu: ({ words, view, case: { forward } }, { row, column }) => {
    const [before, after] = [forward.convolution, forward.relu].map((maps) => neat(at(maps[view.kernel], row, column), 0));
    return [put(words.rectified, { row, column, before, after })];
  },
  pooling: ({ words, view, case: { forward } }, { row, column }) => {
    const values = [0, 1, 2, 3].map((tap) => at(forward.relu[view.kernel], row * WINDOW + (tap >> 1), column * WINDOW + (tap % 2)));
    const total = at(forward.pooling[view.kernel], row, column);
    if (view.pool === "max") return [put(words.pooled_max, { row, column, values: values.map((value) => neat(value, 0)).join("; "), value: neat(total, 0) })];
    if (!writable(...values)) return [put(words.pooled_average, { row, column, sum: say(total, 0) })];
    const { pieces, sum } = addUp(values, total * 4, 4);
    return [put(words.pooled_average, { row, column, sum: `(${pieces.map(bracketed).join(" + ")}) / 4 = ${sum} / 4 ≈ ${neat(total, 0)}` })];
  },
  linear: (stage, { row }) => {
    const { words, case: { forward, before }, classes, families, view } = stage;
    const features = forward.pooling.flatMap(({ values }) => [...values]);
    const weights = before[2].slice(row * features.length, (row + 1) * features.length);
    const name = classes[families[view.source]][row];
    return [put(words.logit_of, { class: name }), " ", ...summed(stage, features, weights, before[3][row], forward.logits[row])];
  },
};

/** How the δ of a place comes about, by layer. @type {Record<string, (stage: Update, place: Place) => (string | Node)[]>} */
const DELTAS = {
  linear: ({ words, view, case: { forward, backward } }, { row }) => {
    const output = (view.loss === "squared_error" ? forward.logits : forward.probabilities)[row];
    if (!writable(output)) return [put(words[`delta_${view.loss}`], { sum: say(backward.logits[row], 0) })];
    const { pieces, sum, rounded } = addUp([output, -Number(row === view.label)], backward.logits[row]);
    return [put(words[`delta_${view.loss}`], { sum: `${pieces[0]} − ${Number(row === view.label)} = ${sum}${roundedTo({ rounded })}` })];
  },
  pooling: (stage, { row, column }) => {
    const { words, view, case: { before, backward, forward } } = stage;
    const map = backward.pooling[view.kernel];
    const features = forward.pooling.length * map.values.length;
    const feature = view.kernel * map.values.length + row * map.columns + column;
    const weights = backward.logits.map((_, index) => before[2][index * features + feature]);
    return [words.delta_pooling, " ", ...summed(stage, backward.logits, weights, 0, at(map, row, column))];
  },
  relu: ({ words, view, case: { backward, forward } }, { row, column }) => {
    const [down, across] = [Math.floor(row / WINDOW), Math.floor(column / WINDOW)];
    const map = backward.pooling[view.kernel];
    const about = { delta: neat(at(backward.relu[view.kernel], row, column), 0), pooled: neat(at(map, down, across), 0), row: down, column: across };
    if (view.pool === "average") return [put(words.delta_shared, about)];
    const relu = forward.relu[view.kernel];
    const won = poolWindow(relu, POOLING, down, across).winner === row * relu.columns + column;
    return [put(words[won ? "delta_won" : "delta_lost"], about)];
  },
  convolution: ({ words, view, case: { backward, forward } }, { row, column }) => {
    const passes = at(forward.convolution[view.kernel], row, column) > 0;
    return [put(words[passes ? "delta_passed" : "delta_blocked"], { delta: neat(at(backward.convolution[view.kernel], row, column), 0) })];
  },
};

/** @param {Plane} plane @param {number} row @param {number} column */
const at = ({ values, columns }, row, column) => values[row * columns + column];

/** The loss as a sum over the classes. @param {Update} stage */
export function writtenLoss({ words, view, case: { forward } }) {
  const { loss, logits, probabilities } = forward;
  if (view.loss === "squared_error") return put(words.loss_sum_squared_error, { sum: halfOfSquares(logits.map((logit, index) => [logit, Number(index === view.label)]), loss) });
  return put(words.loss_sum_cross_entropy, { sum: minusLog(probabilities[view.label], loss) });
}

/** −ln p, with as many digits of p as it takes. @param {number} probability @param {number} loss */
function minusLog(probability, loss) {
  const wanted = say(loss, 0);
  for (let places = 4; places <= MOST_DECIMALS; places += 1) {
    const shown = Number(probability.toFixed(places));
    if (say(-Math.log(shown), 0) === wanted) return `−ln\u00a0${simple(shown)} = ${wanted}`;
  }
  return `−ln\u00a0${say(probability, 0)} = ${wanted}`;
}

/** ½ Σ (y − t)², written. @param {[output: number, target: number][]} pairs @param {number} loss */
function halfOfSquares(pairs, loss) {
  const wanted = neat(loss, 0);
  if (!writable(loss)) return wanted;
  for (let places = 2; ; places += 1) {
    const outputs = pairs.map(([output]) => BigInt(Math.round(output * 10 ** places)));
    const squares = outputs.map((output, index) => (output - BigInt(pairs[index][1]) * 10n ** BigInt(places)) ** 2n);
    const sum = squares.reduce((one, other) => one + other, 0n);
    const half = digits(sum * 5n, 2 * places + 1);
    const fits = neat(Number(sum) / 2 / 10 ** (2 * places), 0) === wanted;
    if (!fits && places < MOST_DECIMALS) continue;
    const terms = outputs.map((output, index) => `(${digits(output, places)} − ${pairs[index][1]})²`);
    return `½ × (${terms.join(" + ")}) = ${half}${half === wanted ? "" : ` ≈ ${wanted}`}`;
  }
}

/** What the step promises and, once it is made, what the loss does: a line each. @param {Update} stage @returns {string[]} */
export function promiseOf(stage) {
  const { words, view, case: { forward, lossAfter, backward } } = stage;
  if (!come(stage, "d_kernel")) return [words.promise_ahead];
  const slope = squared(backward.gradient);
  const promised = view.rate * slope;
  const lines = [put(words.promised, { sum: productOf(view.rate, slope) })];
  if (!come(stage, "update")) return lines;
  if (!Number.isFinite(lossAfter)) return [...lines, words.no_number];
  const fall = forward.loss - lossAfter;
  return [...lines, put(words.fell, { sum: differenceOf(forward.loss, lossAfter) }), verdict(words, fall, promised)];
}

/** @param {number} rate @param {number} slope */
function productOf(rate, slope) {
  if (!writable(rate, slope, rate * slope)) return say(rate * slope, 0);
  const written = writeSum([rate], [slope], 0, rate * slope);
  return `${line(written).replaceAll(" ", "\u00a0")}${totalOf(written)}`;
}

/** @param {number} before @param {number} after */
function differenceOf(before, after) {
  if (!writable(before, after)) return say(before - after, 0);
  const { pieces, sum, rounded } = addUp([before, -after], before - after);
  return `${pieces[0]} − ${pieces[1].replace("−", "")} = ${sum}${roundedTo({ rounded })}`;
}

/** @param {Record<string, string>} words @param {number} fall @param {number} promised */
function verdict(words, fall, promised) {
  if (promised === 0) return words.verdict_still;
  if (fall < 0) return words.verdict_rises;
  return put(words.verdict_share, { share: decimal((100 * fall) / promised, 1) });
}
