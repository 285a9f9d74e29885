import assert from "node:assert/strict";
import { test } from "node:test";
import { addUp, decimalsOf, digits, line, partial, partOf, roundedTo, writeSum, writeTotal } from "../../../viz/stages/kernel/written.js";

/** @param {string} text */
const read = (text) => Number(text.replaceAll("−", "-"));

// With whole numbers of 10⁻⁴⁰, so that the check itself doesn't round.
const UNIT = 10n ** 40n;
/** @param {string} text */
const whole = (text) => {
  const [before, after = ""] = text.replace("−", "-").split(".");
  return (before.startsWith("-") ? -1n : 1n) * BigInt(before.replace("-", "") + after.padEnd(40, "0"));
};

/** The exact sum has no fewer digits than what it is rounded to, rounds to it, and so does the true one.
 * @param {{ sum: string, rounded: string | null }} written @param {number} total @param {string} message */
function isRoundedRightly({ sum, rounded }, total, message) {
  const shown = rounded ?? sum;
  const near = 6e-4 * Math.abs(total) + 1e-9;
  assert.ok(Math.abs(read(shown) - total) <= near, `${message}: ${shown} for ${total}`);
  if (rounded === null) return;
  /** @param {string} text */
  const digits_ = (text) => text.split("e")[0].replace(/^−?0\.0*|[−.]/g, "").length;
  assert.ok(digits_(sum) >= digits_(rounded), `${message}: ${sum} ≈ ${rounded}`);
  const fourth = 10 ** (Math.floor(Math.log10(Math.abs(read(rounded)))) - 3);
  const step = Math.abs(read(rounded)) < 1e6 ? Math.min(1, fourth) : fourth;
  assert.ok(Math.abs(read(sum) - read(rounded)) <= 0.5000001 * step, `${message}: ${sum} ≈ ${rounded}`);
}

test("the textbook's first window adds up to 19", () => {
  const written = writeSum([0, 1, 3, 4], [0, 1, 2, 3], 0, 19);
  assert.equal(line(written), "0 × 0 + 1 × 1 + 3 × 2 + 4 × 3");
  assert.equal(written.sum, "19");
  assert.equal(written.bias, null);
  assert.equal(written.rounded, null);
});

test("negative factors stand in brackets, with a true minus sign", () => {
  const written = writeSum([3, -1.5], [-2, 1], -0.25, -7.75);
  assert.equal(line(written), "3 × (−2) + (−1.5) × 1");
  assert.equal(written.bias, "−0.25");
  assert.equal(written.sum, "−7.75");
});

test("sums of any numbers add up as written, whatever rounding does to them", () => {
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647) * 2 - 1;
  for (let round = 0; round < 300; round += 1) {
    const count = 1 + (round % 49);
    const scale = 10 ** ((round % 9) - 4);
    const values = Array.from({ length: count }, () => (round % 2 ? Math.round(random() * 255) : random() * scale));
    const weights = Array.from({ length: count }, () => random() * (round % 3 ? 1 : scale));
    const bias = round % 5 ? 0 : random();
    const total = values.reduce((sum, value, index) => sum + value * weights[index], bias);
    const written = writeSum(values, weights, bias, total);
    let sum = written.bias === null ? 0n : whole(written.bias) * UNIT;
    for (const { value, weight } of written.terms) sum += whole(value) * whole(weight);
    assert.equal(sum, whole(written.sum) * UNIT, `round ${round}`);
    isRoundedRightly(written, total, `round ${round}`);
  }
});

test("a folded part adds up with what is left standing", () => {
  const written = writeSum([1, 2, 3, 4], [0.5, -0.25, 2, 1], 0, 10);
  assert.equal(partOf(written, 0, 2), "0");
  assert.equal(partOf(written, 2, 4), "10");
  assert.equal(partOf(written, 1, 1), "0");
});

test("terms get the digits that the sum needs, and what it is rounded to is said beside it", () => {
  const third = writeSum([255], [1 / 3], 0, 85);
  assert.deepEqual([line(third), third.sum, roundedTo(third)], ["255 × 0.33333", "84.99915", " ≈ 85"]);
  const mean = writeSum([0.9, 0.1], [0.70125123, 0.06551], 0, 0.9 * 0.70125123 + 0.1 * 0.06551);
  assert.equal(mean.rounded, "0.6377");
  const near = writeSum([1, -1], [5.8493541, 5.8493], 0, 5.8493541 - 5.8493);
  assert.equal(near.sum, "0.0000541");
  assert.equal(roundedTo(writeSum([0.25], [3], 0, 0.75)), "");
  assert.equal(writeSum([0.1, -1], [3, 0.3], 0, 0.1 * 3 - 0.3).sum, "0");
});

test("plain numbers add up as written, however many, and round to what is shown", () => {
  let seed = 11;
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647) * 2 - 1;
  for (let round = 0; round < 200; round += 1) {
    const scale = 10 ** ((round % 7) - 3);
    const values = Array.from({ length: 1 + ((round * 37) % 2048) }, () => (round % 4 ? random() * scale : 0));
    const bias = round % 3 ? random() * scale : 0;
    const total = values.reduce((sum, value) => sum + value, bias);
    const written = writeTotal(values, bias, total);
    const added = written.terms.reduce((sum, { value }) => sum + whole(value), whole(written.bias ?? "0"));
    assert.equal(added, whole(written.sum), `round ${round}`);
    isRoundedRightly(written, total, `round ${round}`);
    const [before, rest] = [partOf(written, 0, 1), partOf(written, 1, values.length)];
    assert.equal(whole(before) + whole(rest) + whole(written.bias ?? "0"), whole(written.sum));
    const parts = addUp(values, total - bias);
    const half = Math.floor(values.length / 2);
    assert.equal(whole(partial(parts, 0, half)) + whole(partial(parts, half, values.length)), whole(parts.sum));
    assert.equal(parts.pieces.reduce((sum, text) => sum + whole(text), 0n), whole(parts.sum));
  }
});

test("whole numbers are written as they are", () => {
  const written = writeTotal([19, 37], 0, 56);
  assert.deepEqual(written.terms.map(({ value }) => value), ["19", "37"]);
  assert.deepEqual([written.sum, written.bias, written.rounded], ["56", null, null]);
  assert.deepEqual(writeTotal([1.5], -2, -0.5).bias, "−2");
});

test("numbers are written in full where that takes few digits", () => {
  assert.equal(decimalsOf([1, 2, 3]), 0);
  assert.equal(decimalsOf([0.0625, 0.125]), 4);
  assert.equal(decimalsOf([0.5, 0.25]), 2);
  assert.equal(digits(-1250n, 3), "−1.25");
  assert.equal(digits(0n, 2), "0");
});
