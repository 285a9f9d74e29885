// A sum of plain numbers written out so that it adds up as written, and so finely that many terms still give the total.

import { neat } from "../shared/scale.js";
import { digits } from "../shared/written.js";

const FIGURES = 4; // significant digits of the largest number, and one more for every tenfold of terms
const MOST_DECIMALS = 9;

/**
 * Σ values + bias, in the form of shared/written.js: { terms: { value, product } of each, bias, sum, total }.
 *
 * `total`: the true total in four digits where the written terms don't give it, else null.
 */
export function writeTotal(values, bias, total) {
  const largest = Math.max(1e-12, Math.abs(bias), ...values.map((value) => Math.abs(value)));
  const needed = FIGURES - 1 - Math.floor(Math.log10(largest)) + Math.ceil(Math.log10(values.length + 1));
  const decimals = Math.max(0, Math.min(MOST_DECIMALS, needed));
  const whole = (number) => BigInt(Math.round(number * 10 ** decimals));
  const sum = values.reduce((most, value) => most + whole(value), whole(bias));
  const written = Number(sum) / 10 ** decimals;
  const terms = values.map((value) => digits(whole(value), decimals)).map((value) => ({ value, product: value }));
  return {
    terms,
    bias: bias === 0 ? null : digits(whole(bias), decimals),
    sum: digits(sum, decimals),
    total: neat(written, 0) === neat(total, 0) ? null : neat(total, 0),
  };
}
