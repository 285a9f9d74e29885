import assert from "node:assert/strict";
import { test } from "node:test";
import { fromLog, logSigmoid, logSoftmax, neatly, percent, readLog, sumOf, writeLoss, writeQuotient } from "../../../viz/stages/prediction/answer/arithmetic.js";
import { matching, sortClasses } from "../../../viz/stages/prediction/answer/classes.js";
import { next } from "../../../viz/stages/kernel/keys.js";
import { rowsInSight } from "../../../viz/stages/prediction/answer/list.js";
import { barOf } from "../../../viz/stages/prediction/answer/rows.js";
import { placeOf } from "../../../viz/stages/prediction/answer/terms.js";

/** @param {string} text */
const number = (text) => Number(text.replaceAll("−", "-"));

test("a logit is the bias and all products, the largest first", () => {
  const sum = sumOf([1.5, 5.5, 0], [2, -1, 9], 0.5);
  assert.equal(sum.total, -2);
  assert.deepEqual([...sum.products], [3, -5.5, 0]);
  assert.deepEqual(sum.order, [1, 0, 2]);
});

test("softmax at T is that of the logits over T, and stays finite where probabilities vanish", () => {
  const { logs, shifted, largest } = logSoftmax([1, 2, 3], 1);
  const powers = [1, 2, 3].map(Math.exp);
  const sum = powers.reduce((one, other) => one + other);
  logs.forEach((log, index) => assert.ok(Math.abs(Math.exp(log) - powers[index] / sum) < 1e-12));
  assert.equal(largest, 3);
  assert.deepEqual([...shifted], [-2, -1, 0]);
  assert.ok(Math.abs(logSoftmax([0, 100], 0.1).logs[0] + 1000) < 1e-9);
  const hot = logSoftmax([1, 2], 10).logs.map(Math.exp);
  assert.ok(Math.abs(hot[1] - 1 / (1 + Math.exp(-0.1))) < 1e-12);
});

test("a sigmoid is that of each logit alone, and stays finite at both ends", () => {
  const { logs, shifted, under } = logSigmoid([Math.log(3), 0, -1000, 1000], 1);
  [0.75, 0.5, 0, 1].forEach((wanted, index) => assert.ok(Math.abs(Math.exp(logs[index]) - wanted) < 1e-12));
  assert.equal(logs[2], -1000);
  logs.forEach((log, index) => assert.ok(Math.abs(shifted[index] - Math.log(under(index)) - log) < 1e-9));
  assert.ok(Math.abs(Math.exp(logSigmoid([2], 2).logs[0]) - 1 / (1 + Math.exp(-1))) < 1e-12);
});

test("equal logits share evenly at every temperature", () => {
  for (const temperature of [0.1, 1, 10]) {
    for (const log of logSoftmax([5, 5, 5, 5], temperature).logs) assert.ok(Math.abs(log + Math.log(4)) < 1e-12);
  }
});

test("numbers too small for a double are written by their logarithm, and read back", () => {
  assert.equal(fromLog(0), "1");
  assert.equal(fromLog(Math.log(0.0276), 4), "0.0276");
  assert.match(fromLog(-1000), /^\d\.\d{3}e−435$/);
  assert.ok(Math.abs(readLog(fromLog(-1000)) + 1000) < 1e-3);
  assert.equal(fromLog(Math.log(9.99996e-10)), "1.000e−9");
  assert.equal(neatly(0), "0");
  assert.equal(neatly(1250), "1250");
  assert.equal(neatly(123456), "123500");
});

test("what is written of the softmax and the loss gives what stands there", () => {
  let seed = 11;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 400; round += 1) {
    const logits = Array.from({ length: 2 + (round % 40) }, () => (random() - 0.5) * 10 ** (round % 3));
    const temperature = [0.1, 0.5, 1, 2, 10][round % 5];
    const { logs, shifted, under: sum } = (round % 3 ? logSoftmax : logSigmoid)(logits, temperature);
    const at = round % logits.length;
    const { exponent, over, under, result } = writeQuotient(shifted[at], sum(at), logs[at]);
    assert.equal(fromLog(readLog(over) - Math.log(number(under))), result, `round ${round}: ${over} ÷ ${under}`);
    assert.ok(Math.abs(number(exponent) - readLog(over)) < 1e-3, `round ${round}: e^${exponent} = ${over}`);
    const { probability, loss, exact } = writeLoss(logs[at]);
    assert.ok(Math.abs(number(loss) + logs[at]) <= 5e-4 * Math.abs(logs[at]) + 1e-12, `round ${round}`);
    if (exact) assert.equal(neatly(-readLog(probability) || 0), loss, `round ${round}: −ln ${probability}`);
    else assert.ok(-logs[at] < 1e-9, `round ${round}: only a loss next to nothing can't be written exactly`);
  }
});

test("a certain answer has no loss", () => assert.deepEqual(writeLoss(0), { probability: "1", loss: "0", exact: true }));

test("percentages are never rounded to certainty or to nothing", () => {
  assert.equal(percent(0), "100.0");
  assert.equal(percent(-1e-9), "> 99.99");
  assert.equal(percent(-20), "< 0.01");
  assert.equal(percent(Math.log(0.0066)), "0.66");
  assert.equal(percent(Math.log(0.5)), "50.0");
  assert.equal(percent(-2000), "< 0.01");
  assert.equal(percent(Math.log(0.9997)), "99.97");
});

test("classes are sorted by logit, ties by number, and found by all words", () => {
  const order = sortClasses([1, 3, 3, -1]);
  assert.deepEqual(order, [1, 2, 0, 3]);
  const labels = ["tiger cat", "Egyptian cat", "dog", "tiger"];
  assert.deepEqual(matching(labels, order, ""), order);
  assert.deepEqual(matching(labels, order, "CAT"), [1, 0]);
  assert.deepEqual(matching(labels, order, "cat tiger"), [0]);
  assert.deepEqual(matching(labels, order, "zebra"), []);
});

test("only rows in sight exist, and keys lead to the next ones", () => {
  assert.deepEqual(rowsInSight(0, 100, 20, 1000), [0, 8]);
  assert.deepEqual(rowsInSight(400, 100, 20, 1000), [17, 28]);
  assert.deepEqual(rowsInSight(400, 100, 20, 22), [17, 22]);
  const rows = { kind: /** @type {const} */ ("list"), count: 5, page: 3 };
  assert.equal(next(rows, "ArrowDown", 3), 4);
  assert.equal(next(rows, "ArrowDown", 4), 4);
  assert.equal(next(rows, "PageUp", 1), 0);
  assert.equal(next(rows, "Home", 4), 0);
  assert.equal(next(rows, "End", 0), 4);
  assert.equal(next(rows, "x", 0), null);
});

test("a bar starts at zero, which lies in the middle where there are negative values", () => {
  assert.deepEqual(barOf(2, 4, false), { zero: 0, left: 0, width: 50 });
  assert.deepEqual(barOf(-2, 4, true), { zero: 50, left: 25, width: 25 });
  assert.deepEqual(barOf(0, 0, true), { zero: 50, left: 50, width: 0 });
});

test("a term is told by what it stands for", () => {
  const places = /** @type {[number, number]} */ ([2, 3]);
  assert.deepEqual(placeOf({ form: "average", places }, 7), { channel: 7 });
  assert.deepEqual(placeOf({ form: "features", places }, 7), { feature: 7 });
  assert.deepEqual(placeOf({ form: "classes", places }, 4), { row: 1, column: 1 });
  assert.deepEqual(placeOf({ form: "places", places }, 16), { channel: 2, row: 1, column: 1 });
});
