import assert from "node:assert/strict";
import test from "node:test";

import { countIn, groupsOf, litIn, momentsOf, spell, valuesOf } from "../../../viz/stages/batch_norm/groups/groups.js";
import { START, drawn, drawnGrouped, outline, plateAt, plates, pointOn, turned } from "../../../viz/stages/batch_norm/groups/space.js";
import { there } from "./made.mjs";

/** @import { Moments, View } from "../../../viz/stages/batch_norm/groups/types.d.ts" */

// 0 … 15 as [2, 2, 2, 2], its channel 0: the pictures' maps are 0 … 3 and 8 … 11.
const maps = Float32Array.from([0, 1, 2, 3, 8, 9, 10, 11]);
/** @param {number[]} values */
const plane = (...values) => ({ values: Float32Array.from(values) });
/** @type {Moments} */
const stage = {
  shape: [2, 2, 2, 2],
  divisors: [1, 2],
  planes: {
    mean_channel: plane(5.5), deviation_channel: plane(Math.sqrt(17.25)),
    mean_location: plane(4, 5, 6, 7), deviation_location: plane(4, 4, 4, 4),
    mean_group: plane(3.5, 11.5, 1.5, 9.5), deviation_group: plane(2.25, 2.25, 1.25, 1.25),
  },
};
/** @param {string} over @returns {View} */
const view = (over, groups = 1) => ({ over, groups, item: 1, row: 1, column: 0 });
/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the groups of the textbook's batch have the textbook's means", () => {
  assert.equal(mean([...there(valuesOf(view("channel"), maps, [2, 2]))]), 5.5);
  assert.deepEqual([...there(valuesOf(view("location"), maps, [2, 2]))], [2, 10]);
  assert.deepEqual([...there(valuesOf(view("instance"), maps, [2, 2]))], [8, 9, 10, 11]);
  assert.equal(valuesOf(view("layer"), maps, [2, 2]), null);
  for (const over of ["channel", "location", "instance"]) {
    assert.equal(momentsOf(view(over), stage)[0], mean([...there(valuesOf(view(over), maps, [2, 2]))]), over);
  }
  assert.equal(momentsOf(view("layer"), stage)[0], 11.5);
  assert.equal(momentsOf(view("group", 2), stage)[0], 9.5);
  assert.equal(momentsOf(view("group", 1), stage)[0], 11.5);
  const [none, root] = momentsOf(view("rms"), stage, false);
  assert.equal(none, 0);
  assert.ok(Math.abs(root - Math.hypot(11.5, 2.25)) < 1e-6);
});

test("what is lit has as many values as stand behind the mean", () => {
  const [batch, channels] = [3, 12];
  /** @param {string} over @param {number} [groups] */
  const lit = (over, groups) => {
    let [all, cells] = [0, 0];
    for (let item = 0; item < batch; item += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const part = litIn(view(over, groups), 5, channels, { item, channel });
        all += Number(part === "all");
        cells += Number(part === "cell");
      }
    }
    return [all, cells];
  };
  assert.deepEqual(lit("channel"), [3, 0]);
  assert.deepEqual(lit("location"), [0, 3]);
  assert.deepEqual(lit("layer"), [12, 0]);
  assert.deepEqual(lit("rms"), [12, 0]);
  assert.deepEqual(lit("instance"), [1, 0]);
  for (const groups of [1, 2, 3, 4, 6, 12]) assert.deepEqual(lit("group", groups), [12 / groups, 0]);
});

test("layer and instance norm are group norm with one group and with all", () => {
  assert.equal(groupsOf(view("layer"), 12), 1);
  assert.equal(groupsOf(view("rms"), 12), 1);
  assert.equal(groupsOf(view("instance"), 12), 12);
  assert.equal(groupsOf(view("group", 4), 12), 4);
});

test("every value is counted once, the largest in the last bin, what is not finite nowhere", () => {
  assert.deepEqual(countIn([0, 1, 2, 3, 4, NaN, Infinity], [0, 4], 4), [1, 1, 1, 2]);
  assert.deepEqual(countIn([7, 7], [7, 7], 3), [2, 0, 0]);
});

test("what is written adds up to the last digit", () => {
  /** @param {string} text */
  const number = (text) => Number(text.replace("−", "-"));
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 2000; round += 1) {
    const size = 10 ** (random() * 10 - 5);
    const [value, middle, deviation] = [size * (random() - 0.5), size * (random() - 0.5), size * random()];
    const { value: shown, mean: centre, sign, away, deviation: wide, times } = spell(value, middle, deviation);
    const sum = number(centre) + (sign === "−" ? -1 : 1) * number(away);
    assert.ok(Math.abs(sum - number(shown)) <= 1e-12 * Math.max(1, size), `${centre} ${sign} ${away} = ${shown}`);
    assert.ok(Math.abs(number(there(times)) - Math.abs(value - middle) / deviation) <= 0.00501);
    assert.ok(Math.abs(number(wide) - deviation) <= size * 1e-2);
  }
});

test("a value beside its mean, as a sentence needs it", () => {
  assert.deepEqual(spell(0.83, 0.12, 0.37), { value: "0.83", mean: "0.12", sign: "+", away: "0.71", deviation: "0.37", times: "1.92" });
  assert.deepEqual(spell(2, 6, 4), { value: "2", mean: "6", sign: "−", away: "4", deviation: "4", times: "1.00" });
  assert.equal(spell(3, 3, 0).times, null);
  assert.equal(spell(0, 0, 0).value, "0");
});

test("of many a few are drawn, the first, the last and the chosen among them", () => {
  assert.deepEqual(drawn(3, 1, 5), [0, 1, 2]);
  for (let chosen = 0; chosen < 64; chosen += 1) {
    const found = drawn(64, chosen, 8);
    assert.equal(found.length, 8);
    assert.equal(new Set(found).size, 8);
    assert.deepEqual(found, [...found].sort((one, other) => one - other));
    for (const needed of [0, 63, chosen]) assert.ok(found.includes(needed));
  }
});

test("of a group more than one channel is drawn, and of the others some", () => {
  for (const size of [2, 3, 8, 24, 48]) {
    for (let chosen = 0; chosen < 96; chosen += 1) {
      const found = drawnGrouped(96, chosen, 7, size);
      const own = found.filter((channel) => Math.floor(channel / size) === Math.floor(chosen / size));
      assert.equal(new Set(found).size, 7);
      assert.ok(found.includes(chosen) && own.length === Math.min(size, 3), `${size} ${chosen} ${found}`);
      assert.deepEqual(found, [...found].sort((one, other) => one - other));
    }
  }
  assert.deepEqual(drawnGrouped(6, 2, 7, 3), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(drawnGrouped(96, 40, 7, 1), drawn(96, 40, 7));
});

const margin = { top: 10, right: 12, bottom: 14, left: 16 };
/** @param {number} one @param {number} other */
const close = (one, other) => Math.abs(one - other) < 1e-6;

test("at every turn the block fills its frame and stays inside", () => {
  for (let yaw = -2; yaw <= 2; yaw += 0.25) {
    for (let pitch = -1; pitch <= 2; pitch += 0.25) {
      const found = plates(turned({ yaw: 0, pitch: 0 }, yaw, pitch), [0, 1, 2], [0, 4, 9], 1.2, [400, 300], margin);
      assert.equal(found.length, 9);
      const points = found.flatMap((plate) => outline(plate));
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      assert.ok(Math.min(...xs) >= 16 - 1e-6 && Math.max(...xs) <= 388 + 1e-6);
      assert.ok(Math.min(...ys) >= 10 - 1e-6 && Math.max(...ys) <= 286 + 1e-6);
      assert.ok(close(Math.max(...xs) - Math.min(...xs), 372) || close(Math.max(...ys) - Math.min(...ys), 276));
    }
  }
});

test("a point on the front plate finds it, and none is found outside", () => {
  const found = plates(START, [0, 5, 9], [0, 3, 7], 1, [400, 300], margin);
  for (const plate of found.filter(({ channel }) => channel === 0)) {
    const [x, y] = pointOn(plate, 0.3, 0.8);
    assert.equal(there(plateAt(found, x, y)).item, plate.item);
    assert.equal(there(plateAt(found, x, y)).channel, 0);
  }
  assert.equal(plateAt(found, -5, -5), null);
});

test("a block that is one map is drawn too", () => {
  const [plate] = plates(START, [0], [0], 1, [400, 300], margin);
  assert.ok(outline(plate).flat().every(Number.isFinite));
});
