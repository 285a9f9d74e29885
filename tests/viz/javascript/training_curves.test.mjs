import assert from "node:assert/strict";
import { test } from "node:test";

import { drawDots, drawGrid, drawLine, nameEnds, plot } from "../../../viz/stages/training/curves.js";

/** @import { Spot } from "../../../viz/stages/training/curve_types.d.ts" */

// A canvas that keeps what is drawn on it, 300 × 100 within margins of 40, 10, 20 and 30 units.
function drawing() {
  /** @type {{ kind: string, at: number[], said?: string }[]} */
  const done = [];
  const context = new Proxy({}, {
    get: (_, name) => {
      if (name === "measureText") return (/** @type {string} */ said) => ({ width: 8 * said.length });
      if (name === "fillText") return (/** @type {string} */ said, /** @type {number[]} */ ...at) => done.push({ kind: "text", at, said });
      return (/** @type {number[]} */ ...at) => done.push({ kind: String(name), at });
    },
    set: () => true,
  });
  const canvas = /** @type {any} */ ({ style: {}, getContext: () => context });
  const theme = /** @type {any} */ ({ family: "sans", ink: "black", line: "grey", accent: "blue" });
  const margin = { left: 40, right: 10, top: 20, bottom: 30 };
  return { done, made: (/** @type {object} */ ends) => plot(canvas, { width: 350, height: 150, margin, theme, updates: 100, high: 4, ...ends }) };
}
/** @param {ReturnType<typeof drawing>["done"]} done @param {string} kind */
const places = (done, kind) => done.filter((one) => one.kind === kind).map(({ at }) => at.slice(0, 2));

globalThis.window = /** @type {any} */ ({ devicePixelRatio: 1 });

test("a value lies where its share of the axis says, and at the edge if it is outside", () => {
  const { x, y } = drawing().made({});
  assert.deepEqual([x(0), x(25), x(100)], [40, 115, 340]);
  assert.deepEqual([0, 1, 4, 9, -2].map(y), [120, 95, 20, 20, 120]);
  assert.equal(drawing().made({ low: -4 }).y(0), 70);
  assert.equal(drawing().made({ across: (/** @type {number} */ update) => (update / 100) ** 2 }).x(50), 115);
});

test("what is no number is left out of a line and of its dots, and the line goes on behind it", () => {
  const { done, made } = drawing();
  const axes = made({});
  /** @type {Spot[]} */
  const spots = [[0, 4], [25, Number.NaN], [50, Number.POSITIVE_INFINITY], [100, 1]];
  assert.deepEqual(drawLine(axes, spots, { colour: "blue" }), [340, 95]);
  assert.deepEqual(places(done, "lineTo"), [[40, 20], [340, 95]]);
  drawDots(axes, spots, { colour: "blue" });
  assert.deepEqual(places(done, "arc"), [[40, 20], [340, 95]]);
  assert.equal(drawLine(axes, [[3, Number.NaN]], { colour: "blue" }), null);
});

test("marks stay on the canvas, and a line is drawn for every value named", () => {
  const { done, made } = drawing();
  drawGrid(made({}), { lines: [[0, "0"], [4, "4"]], marks: [[0, "0"], [100, "1,000"]], name: "update" });
  const written = Object.fromEntries(done.filter(({ kind }) => kind === "text").map(({ said, at }) => [said, at[0]]));
  assert.ok(written["1,000"] + 20 <= 350);
  assert.deepEqual([written["4"], written.update], [32, 190]);
  assert.equal(places(done, "stroke").length, 2);
});

test("names at ends of lines never lie over each other, in whatever order the lines come", () => {
  const { done, made } = drawing();
  nameEnds(made({}), [{ said: "low", end: [10, 60] }, { said: "none", end: null }, { said: "high", end: [10, 50] }, { said: "same", end: [10, 50] }]);
  const names = done.filter(({ kind }) => kind === "text");
  assert.deepEqual(names.map(({ said }) => said), ["high", "same", "low"]);
  assert.deepEqual(names.map(({ at }) => at[1]), [50, 66, 82]);
});
