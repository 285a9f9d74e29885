// The product of two matrices, which is where nearly all of the time of a training goes.
//
// A matrix is a view { values, at, down, across }: element (i, j) is values[at + i · down + j · across]. Turned over, down and across
// change places; nothing is copied.

/** @import { Numbers } from "./types.d.ts" */
/** @template {Numbers} [T=Numbers] @typedef {{ values: T, at: number, down: number, across: number }} Matrix */

let doubled = new Float64Array(1024);

/**
 * The first so many numbers in double precision, good until the next call. @param {Numbers} values @param {number} count
 */
export function inDouble(values, count) {
  if (count > doubled.length) doubled = new Float64Array(2 * count);
  for (let at = 0; at < count; at += 1) doubled[at] = values[at];
  return doubled;
}

/** Of a row of the first matrix: the elements that aren't 0, and where the rows of the second begin that they are multiplied with. */
let weights = new Float64Array(1024);
let begins = new Int32Array(1024);

/**
 * out += a · b, with a [rows, inner], b [inner, columns] and out [rows, columns]; sums are taken in double precision, in the order of
 * the inner axis.
 *
 * Zeros of a are passed over: behind a ReLU and a maximum most δ are 0, and a backward pass takes a quarter of the time. Eight columns
 * are summed at once, because eight sums fit into a processor's registers; and b, which is read most, is in double precision, so that
 * nothing is converted on the way there.
 *
 * @param {Matrix} out @param {Matrix} a @param {Matrix<Float64Array>} b @param {number} rows @param {number} inner @param {number} columns
 */
export function addProduct(out, a, b, rows, inner, columns) {
  if (inner > weights.length) [weights, begins] = [new Float64Array(2 * inner), new Int32Array(2 * inner)];
  for (let row = 0; row < rows; row += 1) {
    const count = gather(a, a.at + row * a.down, b, inner);
    const to = out.at + row * out.down;
    let column = 0;
    for (; column + 8 <= columns; column += 8) addEight(out.values, to + column * out.across, out.across, b.values, column * b.across, b.across, count);
    for (; column < columns; column += 1) addOne(out.values, to + column * out.across, b.values, column * b.across, count);
  }
}

/**
 * Notes the elements of a row that aren't 0; how many they are.
 *
 * @param {Matrix} a @param {number} start where the row begins @param {Matrix<Float64Array>} b @param {number} inner
 */
function gather({ values, across }, start, b, inner) {
  let count = 0;
  for (let term = 0, from = start, begin = b.at; term < inner; term += 1, from += across, begin += b.down) {
    weights[count] = values[from];
    begins[count] = begin;
    count += Number(values[from] !== 0); // where it is 0 the next one takes its place
  }
  return count;
}

/**
 * @param {Numbers} out @param {number} to @param {number} step @param {Float64Array} b @param {number} from @param {number} across
 * @param {number} count
 */
function addEight(out, to, step, b, from, across, count) {
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
  for (let term = 0; term < count; term += 1) {
    const weight = weights[term];
    const at = begins[term] + from;
    s0 += weight * b[at];
    s1 += weight * b[at + across];
    s2 += weight * b[at + 2 * across];
    s3 += weight * b[at + 3 * across];
    s4 += weight * b[at + 4 * across];
    s5 += weight * b[at + 5 * across];
    s6 += weight * b[at + 6 * across];
    s7 += weight * b[at + 7 * across];
  }
  out[to] += s0;
  out[to + step] += s1;
  out[to + 2 * step] += s2;
  out[to + 3 * step] += s3;
  out[to + 4 * step] += s4;
  out[to + 5 * step] += s5;
  out[to + 6 * step] += s6;
  out[to + 7 * step] += s7;
}

/** @param {Numbers} out @param {number} to @param {Float64Array} b @param {number} from @param {number} count */
function addOne(out, to, b, from, count) {
  let sum = 0;
  for (let term = 0; term < count; term += 1) sum += weights[term] * b[begins[term] + from];
  out[to] += sum;
}
