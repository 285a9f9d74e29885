import assert from "node:assert/strict";
import { test } from "node:test";

import { digits, grow, read, startOf, ways, within, write } from "../../../viz/stages/receptive_field/build/layers.js";
import { pixelUnder } from "../../../viz/stages/receptive_field/build/picture.js";

const three = read("c3s1p1d1-c3s1p1d1-c3s1p1d1");

test("a stack is read and written as the address has it", () => {
  assert.deepEqual(three[0], { kind: "c", kernel: 3, stride: 1, padding: 1, dilation: 1 });
  for (const text of ["c3s1p1d1", "c11s4p2d1-m3s2p0d1"]) assert.equal(write(read(text)), text);
});

test("three layers of 3 see as far as one of 7", () => {
  assert.deepEqual(grow(three, 32).map(({ field }) => field), [3, 5, 7]);
  assert.deepEqual(grow(read("c7s1p3d1"), 32).map(({ field, size }) => [field, size]), [[7, 32]]);
});

test("VGG's first layers grow as published", () => {
  const stack = read("c3s1p1d1-c3s1p1d1-m2s2p0d1-c3s1p1d1-c3s1p1d1-m2s2p0d1");
  assert.deepEqual(grow(stack, 224).map(({ field }) => field), [3, 5, 6, 10, 14, 16]);
  assert.deepEqual(grow(stack, 224).map(({ size }) => size), [224, 224, 112, 112, 112, 56]);
});

test("the ways of ten 3s are the trinomial coefficients", () => {
  const counts = ways(new Array(10).fill(three[0]));
  assert.equal(counts.length, 21);
  assert.equal(counts.reduce((sum, count) => sum + count, 0n), 3n ** 10n);
  assert.equal(counts[0], 1n);
  assert.equal(counts[10], 8953n);
});

test("dilations 2, 2, 2 leave gaps and 1, 2, 4 leave none", () => {
  /** @param {string} text */
  const gaps = (text) => ways(read(text)).filter((count) => count === 0n).length;
  assert.equal(gaps("c3s1p0d2-c3s1p0d2-c3s1p0d2"), 6);
  assert.equal(gaps("c3s1p0d1-c3s1p0d2-c3s1p0d4"), 0);
});

test("the first impossible layer is named with its reason, and nothing arrives behind it", () => {
  const [one, two, after] = grow(read("c3s1p0d1-c11s1p0d2-c3s1p1d1"), 20);
  assert.equal(one.size, 18);
  assert.deepEqual([two.size, two.problem?.argument, two.problem?.reach, two.problem?.room], [null, "kernel", 21, 18]);
  assert.deepEqual([after.size, after.problem], [null, null]);
  assert.equal(after.field, 1 + 2 + 20 + 2);
});

test("pooling with more padding than half its kernel is refused as PyTorch refuses it", () => {
  assert.equal(grow(read("m2s2p2d1"), 20)[0].problem?.argument, "padding");
  assert.equal(grow(read("m3s2p1d1"), 20)[0].problem, null);
  assert.equal(grow(read("c2s2p2d1"), 20)[0].problem, null);
});

test("a layer's field lies in the middle of the last one's", () => {
  assert.equal(startOf(three, 1), 2);
  assert.equal(startOf(three, 3), 0);
  assert.equal(startOf(read("c3s2p0d1-c5s1p0d2"), 1), 8);
});

test("numbers are brought into the bounds of their setting", () => {
  assert.deepEqual([within("kernel", 99), within("kernel", NaN), within("padding", -1), within("size", 3)], [11, 1, 0, 8]);
  assert.equal(within("stride", 2.4), 2);
});

test("whole numbers are written out, very long ones by their power of ten", () => {
  assert.equal(digits(1234567n), "1,234,567");
  assert.equal(digits(7), "7");
  assert.equal(digits(12345678901234567890n), "1.235 × 10^19");
});

test("a point outside the field is no pixel", () => {
  const scene = { field: 3, whole: 7, start: 2 };
  assert.deepEqual(pixelUnder(scene, 70, 25, 45), [2, 0]);
  assert.equal(pixelUnder(scene, 70, 15, 45), null);
  assert.equal(pixelUnder(scene, 70, 25, 55), null);
});
