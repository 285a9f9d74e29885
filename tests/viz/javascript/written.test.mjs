import assert from "node:assert/strict";
import { test } from "node:test";
import { decimalsOf, digits, line, partOf, writeSum } from "../../../viz/components/shared/written.js";

const read = (text) => Number(text.replace("−", "-"));

test("the textbook's first window adds up to 19", () => {
  const written = writeSum([0, 1, 3, 4], [0, 1, 2, 3], 0, 19);
  assert.equal(line(written), "0 × 0 + 1 × 1 + 3 × 2 + 4 × 3");
  assert.equal(written.sum, "19");
  assert.equal(written.bias, null);
  assert.equal(written.total, null);
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
    // With whole numbers of 10⁻¹², so that the check itself doesn't round.
    const whole = (text) => {
      const [before, after = ""] = text.replace("−", "-").split(".");
      const sign = before.startsWith("-") ? -1n : 1n;
      return sign * BigInt(before.replace("-", "") + after.padEnd(12, "0"));
    };
    let sum = written.bias === null ? 0n : whole(written.bias) * 10n ** 12n;
    for (const { value, weight } of written.terms) sum += whole(value) * whole(weight);
    assert.equal(sum, whole(written.sum) * 10n ** 12n, `round ${round}`);
    const shown = written.total === null ? read(written.sum) : read(written.total);
    const range = Math.max(Math.abs(total), ...values.map((value, index) => Math.abs(value * weights[index])));
    assert.ok(Math.abs(shown - total) <= 1e-3 * range, `round ${round}: ${shown} for ${total}`);
  }
});

test("a folded part adds up with what is left standing", () => {
  const written = writeSum([1, 2, 3, 4], [0.5, -0.25, 2, 1], 0, 10);
  assert.equal(partOf(written, 0, 2), "0");
  assert.equal(partOf(written, 2, 4), "10");
  assert.equal(partOf(written, 1, 1), "0");
});

test("a total that rounding changed is said beside the written sum", () => {
  const written = writeSum([255], [1 / 3], 0, 85);
  assert.notEqual(written.total, null);
  assert.equal(written.sum, "84.9915");
});

test("numbers are written in full where that takes few digits", () => {
  assert.equal(decimalsOf([1, 2, 3]), 0);
  assert.equal(decimalsOf([0.0625, 0.125]), 4);
  assert.equal(decimalsOf([0.5, 0.25]), 2);
  assert.equal(digits(-1250n, 3), "−1.25");
  assert.equal(digits(0n, 2), "0");
});
