// Works updates out as the stage does, and writes all that it says of them. Given: a file of cases, { view, payload: … }.

import { readFileSync } from "node:fs";

globalThis.document = /** @type {any} */ ({ createElement: (/** @type {string} */ tag) => ({ tag, setAttribute() {} }) });
const folder = new URL("../../../viz/stages/training/update/", import.meta.url);
const { caseOf } = await import(new URL("passes.js", folder).href);
const { explained, promiseOf, writtenLoss } = await import(new URL("sums.js", folder).href);
const { notchOf, rateAt } = await import(new URL("../notches.js", folder).href);

const { cases, words, steps, classes, families } = JSON.parse(readFileSync(process.argv[2], "utf8"));

/** @param {(string | { tag: string, textContent: string })[]} said */
const textOf = (said) => said.map((each) => (typeof each === "string" ? each : each.tag === "br" ? "\n" : each.textContent)).join("");

/** Every place of every panel that a case has. */
function placesOf() {
  const sides = { convolution: 6, relu: 6, pooling: 3, kernel: 3 };
  const cells = Object.entries(sides).flatMap(([key, side]) => Array.from({ length: side * side }, (_, at) => ({ key, row: Math.floor(at / side), column: at % side })));
  return [...cells, ...[0, 1, 2].map((row) => ({ key: "linear", row, column: 0 }))];
}

const found = cases.map((/** @type {any} */ { view, picture, initial }) => {
  const found = caseOf(view, { values: Float64Array.from(picture), rows: 8, columns: 8 }, initial);
  const stage = { view, words, steps, classes, families, case: found, unfolded: true };
  const said = placesOf().map((place) => {
    if (place.key === "kernel") Object.assign(view, { row: place.row, column: place.column });
    return textOf(explained(stage, place));
  });
  const numbers = { done: found.done, before: found.before, after: found.after, gradient: found.backward.gradient, loss: found.forward.loss, lossAfter: found.lossAfter };
  const both = /** @type {any[]} */ ([found.forward, found.backward]);
  const maps = Object.fromEntries(["convolution", "relu", "pooling"].map((key) => [key, both.map((pass) => pass[key].map((/** @type {any} */ { values }) => [...values]))]));
  return { ...numbers, ...maps, said, written: [writtenLoss(stage), ...promiseOf(stage)] };
});
const notches = Array.from({ length: 62 }, (_, notch) => [rateAt(notch), notchOf(rateAt(notch))]);
console.log(JSON.stringify({ found, notches }));
