import assert from "node:assert/strict";
import test from "node:test";

import { decode, limits, paletteFor, say } from "../../../viz/stages/kernel/scale.js";

test("a signed scale is symmetric about zero, a non-negative one starts at zero", () => {
  assert.deepEqual(limits(-1, 3, "auto"), [-3, 3]);
  assert.deepEqual(limits(1, 3, "auto"), [0, 3]);
  assert.deepEqual(limits(0, 3, "symmetric"), [-3, 3]);
  assert.deepEqual(limits(-5, 3, "zero"), [0, 3]);
  assert.deepEqual(limits(0, 0, "auto"), [0, 0]);
  assert.equal(paletteFor([-3, 3]), "diverging");
  assert.equal(paletteFor([0, 3]), "sequential");
});

test("codes above the highest level are not numbers of the scale", () => {
  assert.ok(Number.isNaN(decode(65535, 0, 1)));
  assert.equal(decode(65534, 0, 1), Infinity);
  assert.equal(decode(65533, 0, 1), -Infinity);
  assert.equal(decode(65532, 1, 0.5), 1 + 65532 * 0.5);
  assert.equal(decode(0, 0, 0.1), 0);
});

test("four significant digits, or 1/10,000 of the range where that is coarser", () => {
  assert.equal(say(0.123456, 0.2), "0.1235");
  assert.equal(say(0.0123456, 100), "0.01");
  assert.equal(say(1234.56, 10), "1235");
  assert.equal(say(-2.5, 5), "−2.500");
  assert.equal(say(0, 5), "0");
  assert.equal(say(-0.00001, 5), "0.0000");
  assert.equal(say(NaN, 1), "NaN");
  assert.equal(say(-Infinity, 1), "−∞");
  assert.equal(say(-0.00014570, 0), "−1.457e−4");
});

test("what is said is never further off than it promises", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let trial = 0; trial < 2000; trial += 1) {
    const range = 10 ** (random() * 8 - 4);
    const value = (random() - 0.5) * range * 2;
    const quantum = Math.max(10 ** (Math.floor(Math.log10(Math.abs(value))) - 3), range / 10000);
    const said = Number(say(value, range).replaceAll("−", "-"));
    assert.ok(Math.abs(said - value) <= quantum, `${value} in ${range} was said as ${said}`);
  }
});
