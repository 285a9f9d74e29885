// Numbers, lists and plurals of stages in another language: the same digits, other marks.

import assert from "node:assert/strict";
import test from "node:test";

import { accept, beginning } from "../../../viz/stages/kernel/course.js";
import { ENGLISH, counted, decimal, listed, markWith, marked, plain, simple, whole } from "../../../viz/stages/kernel/numerals.js";
import { neat, say } from "../../../viz/stages/kernel/scale.js";
import { addUp, bracketed, line, partOf, partial, roundedTo, writeSum, writeTotal } from "../../../viz/stages/kernel/written.js";
import { brief as inCell } from "../../../viz/stages/convolution/slide/cells.js";
import { fromLog, neatly, percent, readLog, writeLoss, writeQuotient } from "../../../viz/stages/prediction/answer/arithmetic.js";
import { digits } from "../../../viz/stages/receptive_field/build/layers.js";
import { brief } from "../../../viz/stages/home/overview/layout.js";

const GERMAN = { language: "de", decimal: ",", group: ".", list: ", " };
const FRENCH = { language: "fr", decimal: ",", group: "\u202f", list: ", " };
const POLISH = { language: "pl", decimal: ",", group: "\u00a0", list: ", " };
const CHINESE = { language: "zh", decimal: ".", group: ",", list: "、" };

/** What is told in a language; English afterwards. @template T @param {import("../../../viz/stages/kernel/types.d.ts").Marks} marks @param {() => T} tell */
function told(marks, tell) {
  markWith(marks);
  try {
    return tell();
  } finally {
    markWith();
  }
}

/** Numbers of every size, the same at each run. */
const NUMBERS = Array.from({ length: 400 }, (_, at) => {
  const size = 10 ** ((at % 17) - 8);
  return (((at * 7919) % 1009) / 97 - 5.2) * size;
});

/** An English number in German. @param {string} text */
const swapped = (text) => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));

test("by hand", () => {
  assert.equal(told(GERMAN, () => decimal(1234.5, 1)), "1234,5");
  assert.equal(told(GERMAN, () => whole(1234567)), "1.234.567");
  assert.equal(told(FRENCH, () => whole(1234567n)), "1\u202f234\u202f567");
  assert.equal(told(CHINESE, () => whole(1234567)), "1,234,567");
  assert.equal(told(GERMAN, () => say(-0.0012345, 0)), "−0,001234");
  assert.equal(told(GERMAN, () => say(-12345678, 0)), "−1,235e+7");
  assert.equal(told(GERMAN, () => neat(172.5, 0)), "172,5");
  assert.equal(told(GERMAN, () => neat(172, 0)), "172");
  assert.equal(told(GERMAN, () => simple(-0.5)), "−0,5");
  assert.equal(told(GERMAN, () => percent(Math.log(0.1234))), "12,3");
  assert.equal(told(GERMAN, () => percent(-100)), "< 0,01");
});

test("nothing has no sign", () => {
  assert.equal(decimal(-0.04, 1), "0.0");
  assert.equal(decimal(-0.06, 1), "−0.1");
});

test("English, where a host says nothing", () => {
  assert.equal(whole(1234567), "1,234,567");
  assert.equal(decimal(0.5, 2), "0.50");
  markWith(GERMAN);
  markWith(undefined);
  assert.equal(decimal(0.5, 2), "0.50");
});

test("a payload brings its language", () => {
  let said = "";
  const ending = { visit: "a", knows: 0, hash: "b", planes: {} };
  accept(beginning(), { ...ending, marks: GERMAN }, () => (said = neat(0.25, 0)));
  assert.equal(said, "0,25");
  accept(beginning(), ending, () => (said = neat(0.25, 0)));
  assert.equal(said, "0.25");
});

test("every way of writing has the same digits in every language", () => {
  /** @type {((number: number) => string)[]} */
  const ways = [
    (number) => say(number, 0),
    (number) => say(number, Math.abs(number) * 30),
    (number) => neat(number, 0),
    (number) => simple(number),
    (number) => inCell(number, 7),
    (number) => neatly(Math.abs(number)),
    (number) => fromLog(-Math.abs(number)),
    (number) => percent(-Math.abs(number)),
    (number) => digits(Math.round(Math.abs(number) * 1e9)),
    (number) => brief(Math.round(Math.abs(number) * 1e4)),
    (number) => JSON.stringify(writeLoss(-Math.abs(number))).replaceAll(/"[:,]"?|"}/g, " "),
    (number) => roundedTo(writeSum([number, number / 3], [0.7, -1 / 7], 0, number * 0.7 - number / 21)),
    (number) => line(writeSum([number, number / 3], [0.7, -1 / 7], 0, number * 0.7 - number / 21)),
  ];
  for (const [at, way] of ways.entries()) {
    for (const number of NUMBERS) assert.equal(told(GERMAN, () => way(number)), swapped(way(number)), `way ${at}, ${number}`);
  }
});

test("what is marked can be read again", () => {
  for (const marks of [ENGLISH, GERMAN, FRENCH, POLISH, CHINESE]) {
    for (const number of NUMBERS) {
      assert.equal(told(marks, () => Number(plain(simple(number)))), number);
      assert.equal(told(marks, () => Number(plain(whole(Math.round(number))))), Math.round(number) + 0);
      assert.ok(Math.abs(told(marks, () => readLog(fromLog(-Math.abs(number)))) + Math.abs(number)) < 1e-3);
    }
  }
});

test("sums add up as written in every language", () => {
  for (let at = 0; at + 5 < NUMBERS.length; at += 5) {
    const values = NUMBERS.slice(at, at + 5).map((value) => Number(value.toPrecision(5)));
    const weights = [0.125, -0.3333, 2, -1, 0.07];
    const total = values.reduce((sum, value, index) => sum + value * weights[index], 0.5);
    const all = () => {
      const written = writeSum(values, weights, 0.5, total);
      const added = addUp(values, values.reduce((sum, value) => sum + value, 0));
      return [written.sum, partOf(written, 1, 4), partial(added, 0, 3), writeTotal(values, 0.5, total).sum, ...written.terms.map(({ product }) => bracketed(product))];
    };
    assert.deepEqual(told(GERMAN, all), all().map(swapped));
  }
});

test("an exponential over a sum, written so that it gives what is written", () => {
  const tell = () => Object.values(writeQuotient(-3.25, 1.0625, -3.25 - Math.log(1.0625)));
  assert.deepEqual(told(GERMAN, tell), tell().map(swapped));
});

test("lists", () => {
  assert.equal(listed(["a", "b", 3]), "a, b, 3");
  assert.equal(told(CHINESE, () => listed(["a", "b", 3])), "a、b、3");
  assert.equal(told(GERMAN, () => listed([simple(0.5), simple(2)])), "0,5; 2");
  assert.equal(told(GERMAN, () => listed(["a", "b"])), "a, b");
  assert.equal(listed([]), "");
});

test("plurals", () => {
  const words = { "parts.one": "part", "parts.few": "few", "parts.many": "many", "parts.other": "parts" };
  assert.deepEqual([0, 1, 2, 5].map((count) => counted(words, "parts", count)), ["parts", "part", "parts", "parts"]);
  assert.deepEqual([1, 3, 5].map((count) => told(POLISH, () => counted(words, "parts", count))), ["part", "few", "many"]);
  assert.equal(told(CHINESE, () => counted(words, "parts", 1)), "parts");
  assert.equal(told(POLISH, () => counted({ "parts.other": "parts" }, "parts", 3)), "parts", "English words in another language");
  assert.equal(marked("1,234.5"), "1,234.5");
});
