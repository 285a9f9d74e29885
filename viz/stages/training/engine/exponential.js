// exp and log of our own, from + − × ÷ and the bits of a number alone, which are the same in every browser to the last
// bit. Math.exp and Math.log are not: each engine rounds them in its own way, and after a hundred updates two browsers would
// show two runs. Both are within 1e-15 of the exact value, in proportion to it. (Math.sqrt and Math.fround are exact everywhere.)

// ln 2 in two parts: the first has its last 21 bits zero, so that a whole number up to 2^21 times it is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 1/n! for n = 13 … 2: what is left out is below 1e-17 of a result where |r| ≤ ln 2 / 2. */
const FACTORIAL = inverseFactorials(13);

/** 2/(2n + 1) for n = 11 … 1, of log((1 + s)/(1 − s)) = 2s + 2s³/3 + 2s⁵/5 + … */
const ODD = Array.from({ length: 11 }, (_, index) => 2 / (2 * (11 - index) + 1));

const BITS = new DataView(new ArrayBuffer(8));

/** @param {number} last */
function inverseFactorials(last) {
  const found = [];
  for (let n = 2, factorial = 2; n <= last; n += 1, factorial *= n) found.push(1 / factorial);
  return Float64Array.from(found.reverse());
}

/**
 * 2ⁿ, exactly. @param {number} n a whole number, −1022 … 1023
 */
function powerOfTwo(n) {
  BITS.setUint32(0, (n + 1023) << 20);
  BITS.setUint32(4, 0);
  return BITS.getFloat64(0);
}

/**
 * eˣ = 2ᵏ · eʳ with k whole and |r| ≤ ln 2 / 2; eʳ = 1 + r + r²/2! + … + r¹³/13!
 *
 * @param {number} x
 */
export function exp(x) {
  if (!(x > -746)) return Number.isNaN(x) ? x : 0;
  if (x > 710) return Infinity;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = FACTORIAL[0];
  for (let index = 1; index < FACTORIAL.length; index += 1) sum = sum * r + FACTORIAL[index];
  // In two factors: 2ᵏ alone may be too large or too small for a number whose product with eʳ is not.
  const half = k >> 1;
  return (1 + (r + r * r * sum)) * powerOfTwo(half) * powerOfTwo(k - half);
}

/**
 * ln x = e · ln 2 + ln m with x = 2ᵉ · m and m in √½ … √2; ln m = 2s + 2s³/3 + 2s⁵/5 + … with s = (m − 1)/(m + 1).
 *
 * @param {number} x
 */
export function log(x) {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const small = x < 2.2250738585072014e-308;
  BITS.setFloat64(0, small ? x * 18014398509481984 : x); // 2⁵⁴: the bits of the very smallest have no exponent of their own
  const high = BITS.getUint32(0);
  BITS.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  const above = BITS.getFloat64(0) > Math.SQRT2;
  const m = BITS.getFloat64(0) * (above ? 0.5 : 1);
  const e = (high >>> 20) - 1023 + (above ? 1 : 0) - (small ? 54 : 0);
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = ODD[0];
  for (let index = 1; index < ODD.length; index += 1) sum = sum * square + ODD[index];
  return e * LN2_HIGH + (2 * s + (s * square * sum + e * LN2_LOW));
}
