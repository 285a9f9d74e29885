// From terms to a logit, from logits to probabilities, from a probability to a loss; and each written so that whoever
// takes a pencil gets the number that stands there. The twin of models/ops/prediction.py and softmax.py.

import { decimal, marked, plain } from "../../kernel/numerals.js";

/** @import { Values } from "../../kernel/types.d.ts" */
/** @typedef {ArrayLike<number> & Pick<Values, "reduce">} Logits */

const FIGURES = 4; // significant digits
const MOST_FIGURES = 15; // of a double

/**
 * The sum of a class: { values, weights, products, bias, total, order }, `order` by size of the products.
 *
 * @template {ArrayLike<number>} List
 * @param {List} values @param {List} weights @param {number} bias
 */
export function sumOf(values, weights, bias) {
  const products = Float64Array.from(values, (value, index) => value * weights[index]);
  const order = Array.from(products, (_, term) => term).sort((one, other) => Math.abs(products[other]) - Math.abs(products[one]) || one - other);
  const total = products.reduce((sum, product) => sum + product, bias);
  return { values, weights, products, bias, total, order };
}

/**
 * ln of the softmax of logits ÷ temperature; stays finite where the probability itself would be rounded to 0.
 *
 * Each is e^shifted ÷ under(label).
 *
 * @param {Logits} logits @param {number} temperature
 */
export function logSoftmax(logits, temperature) {
  const largest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const shifted = Float64Array.from(logits, (value) => (value - largest) / temperature);
  const sum = shifted.reduce((total, value) => total + Math.exp(value), 0);
  return { logs: shifted.map((value) => value - Math.log(sum)), shifted, under: () => sum, largest };
}

/**
 * The same of the sigmoid of each logit ÷ temperature: e^min(z, 0) ÷ (1 + e^−|z|), in which no power is above 1.
 *
 * @param {Logits} logits @param {number} temperature
 */
export function logSigmoid(logits, temperature) {
  const scaled = Float64Array.from(logits, (value) => value / temperature);
  /** @param {number} label */
  const under = (label) => 1 + Math.exp(-Math.abs(scaled[label]));
  const shifted = scaled.map((value) => Math.min(value, 0));
  return { logs: shifted.map((value, label) => value - Math.log1p(Math.exp(-Math.abs(scaled[label])))), shifted, under };
}

/**
 * A number given by its natural logarithm, in `figures` significant digits; also one too small for a double.
 *
 * @param {number} log @param {number} [figures]
 */
export function fromLog(log, figures = FIGURES) {
  if (log > -13) return neatly(Math.exp(log), figures);
  let exponent = Math.floor(log / Math.LN10);
  let digits = Math.exp(log - exponent * Math.LN10).toFixed(figures - 1);
  if (Number(digits) >= 10) [digits, exponent] = [(Number(digits) / 10).toFixed(figures - 1), exponent + 1];
  return marked(`${digits}e−${-exponent}`);
}

/** The natural logarithm of what `fromLog` wrote. @param {string} text */
export function readLog(text) {
  const [digits, exponent = "0"] = plain(text).split("e");
  return Math.log(Number(digits)) + Number(exponent) * Math.LN10;
}

/** A positive number in significant digits without zeros at the end. @param {number} value @param {number} [figures] */
export function neatly(value, figures = FIGURES) {
  if (value === 0) return "0";
  const text = value.toPrecision(figures);
  const short = text.includes("e") ? String(Number(text)) : text;
  return marked(short.includes(".") && !short.includes("e") ? short.replace(/\.?0+$/, "") : short);
}

/**
 * e^exponent ÷ under = result, written with as many digits as it takes for the written numbers to give each other.
 *
 * `shifted`: the exponent; `log`: the natural logarithm of the result.
 *
 * @param {number} shifted @param {number} under @param {number} log
 */
export function writeQuotient(shifted, under, log) {
  const result = fromLog(log);
  let written = { over: "", under: "" };
  for (let figures = FIGURES; figures <= MOST_FIGURES; figures += 1) {
    written = { over: fromLog(shifted, figures), under: neatly(under, figures) };
    if (fromLog(readLog(written.over) - Math.log(Number(plain(written.under)))) === result) break;
  }
  return { ...written, exponent: writeExponent(shifted, written.over), result };
}

/**
 * An exponent with as many decimals as it takes for e to its power to be the number written as `power`.
 *
 * @param {number} exponent @param {string} power
 */
function writeExponent(exponent, power) {
  const figures = plain(power).replace(/e.*/, "").replace(/^0\.0*|\./g, "").length;
  for (let decimals = 2; decimals <= MOST_FIGURES; decimals += 1) {
    const text = exponent.toFixed(decimals);
    if (fromLog(Number(text), Math.max(FIGURES, figures)) === power) return neatZeros(text);
  }
  return neatZeros(exponent.toFixed(MOST_FIGURES));
}

/** @param {string} text */
const neatZeros = (text) => marked(text.replace(/\.?0+$/, "").replace(/^-0$/, "0"));

/** −ln p = loss, p with as many digits as it takes for the written one to give the written loss. @param {number} log */
export function writeLoss(log) {
  const loss = neatly(-log || 0);
  for (let figures = FIGURES; figures <= MOST_FIGURES; figures += 1) {
    const probability = fromLog(log, figures);
    if (neatly(-readLog(probability) || 0) === loss) return { probability, loss, exact: true };
  }
  return { probability: fromLog(log, MOST_FIGURES), loss, exact: false };
}

/** A probability in percent, told so that 0 and 100 are never said of what is neither. @param {number} log */
export function percent(log) {
  const value = 100 * Math.exp(log);
  if (value < 0.005) return marked("< 0.01");
  if (value >= 99.995 && log < 0) return marked("> 99.99");
  return decimal(value, value < 10 || (value >= 99.95 && log < 0) ? 2 : 1);
}
