// Compares the browser's arithmetic with cases that Python has worked out: every number to 1e-5, and every refusal.
// Run as `node compare_arithmetic.mjs CASES.json`; prints how much was compared.

import { readFileSync } from "node:fs";
import assert from "node:assert/strict";

import {
  adaptiveAverage, crossCorrelate, flipped, outputShape, pool, productsAt, transposed,
} from "../../../viz/stages/kernel/arithmetic.js";
import { impossible, leftOver, outputSize, sourceOf } from "../../../viz/stages/kernel/geometry.js";
import { bilinearTerms, stampTerms, totalOf } from "../../../viz/stages/pooling/unpooling/ways.js";
import { there } from "./made.mjs";

const TOLERANCE = 1e-5;
const compared = { cases: 0, numbers: 0, refusals: 0 };
/** @import { Cell, Plane, Setting } from "../../../viz/stages/kernel/types.d.ts" */
/** @typedef {{ values: (string | number)[], rows: number, columns: number }} Written numbers as Python writes them, inf among them */

/** @param {Written} plane */
const read = ({ values, rows, columns }) => ({ values: Float64Array.from(values, Number), rows, columns });

/** @param {ArrayLike<number>} found @param {(string | number)[]} expected @param {string} what */
function same(found, expected, what) {
  assert.equal(found.length, expected.length, `${what}: ${found.length} numbers for ${expected.length}`);
  expected.forEach((text, index) => {
    const [one, other] = [found[index], Number(text)];
    const close = Object.is(one, other) || one === other || Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(other));
    assert.ok(close, `${what}[${index}]: ${one} for ${other}`);
    compared.numbers += 1;
  });
}

/** @param {Plane} found @param {Written} expected */
function samePlane(found, expected) {
  assert.deepEqual([found.rows, found.columns], [expected.rows, expected.columns]);
  same(found.values, expected.values, "output");
}

/**
 * Whether a refusal is shared; true where there is nothing to compute.
 *
 * @param {Plane} image @param {Setting} setting @param {string[] | undefined} reasons
 */
function refused(image, setting, reasons) {
  const problem = impossible([image.rows, image.columns], setting);
  if (reasons === undefined) {
    assert.equal(problem, null, `refused for ${problem?.argument}`);
    return false;
  }
  assert.notEqual(problem, null, `not refused, but impossible for its ${reasons}`);
  const argument = there(problem).argument.replace(/^(pooling|reflect|circular)_/, "");
  assert.ok(reasons.includes(argument), `refused for ${argument}, but impossible for its ${reasons}`);
  compared.refusals += 1;
  return true;
}

/** What is compared, by the kind of a case. @type {Record<string, (each: Record<string, any>) => void>} */
const compare = {
  correlate({ image, kernel, setting, refused: reasons, output, one }) {
    const [picture, weights] = [read(image), read(kernel)];
    if (refused(picture, setting, reasons)) return;
    assert.deepEqual(outputShape(picture, setting), [output.rows, output.columns]);
    samePlane(crossCorrelate(picture, weights, setting), output);
    const found = productsAt(picture, weights, setting, one.row, one.column);
    for (const name of /** @type {const} */ (["rows", "columns", "values", "products"])) same(found[name], one[name], name);
    same([found.total], [one.total], "total");
  },
  pool({ image, setting, pooling, refused: reasons, output, winners }) {
    const picture = read(image);
    if (refused(picture, setting, reasons)) return;
    const found = pool(picture, setting, pooling);
    samePlane(found, output);
    assert.deepEqual(found.winners === null ? null : [...found.winners], winners);
  },
  transposed({ image, kernel, setting, output }) {
    samePlane(transposed(read(image), read(kernel), setting), output);
  },
  axis({ arguments: settings, count, left }) {
    same([outputSize(.../** @type {Parameters<typeof outputSize>} */ (settings))], [count], "count");
    if (left !== null) same([leftOver(.../** @type {Parameters<typeof leftOver>} */ (settings))], [left], "left over");
    else compared.refusals += 1;
  },
  pad({ size, mode, padding, sources }) {
    const found = sources.map((/** @type {number} */ _, /** @type {number} */ index) => sourceOf(index - padding, size, mode));
    same(found, sources, "source");
  },
  adaptive({ image, size, output }) {
    samePlane(adaptiveAverage(read(image), size[0], size[1]), output);
  },
  flip({ image, output }) {
    samePlane(flipped(read(image)), output);
  },
  back({ image, window: stride, padding, corners, kernel, bilinear, transposed: stamped }) {
    const [pooled, weights] = [read(image), read(kernel)];
    /** @type {Cell} */
    const size = [bilinear.rows, bilinear.columns];
    /** @type {Cell[]} */
    const cells = bilinear.values.map((/** @type {number} */ _, /** @type {number} */ index) => [Math.floor(index / size[1]), index % size[1]]);
    same(cells.map((cell) => totalOf(bilinearTerms(pooled, size, cell, corners))), bilinear.values, "bilinear");
    same(cells.map((cell) => totalOf(stampTerms(pooled, weights, stride, padding, cell))), stamped.values, "stamps");
  },
};

for (const [number, each] of JSON.parse(readFileSync(process.argv[2], "utf-8")).entries()) {
  try {
    compare[each.kind](each);
  } catch (problem) {
    if (problem instanceof Error) problem.message = `case ${number}, ${JSON.stringify(each).slice(0, 2000)}\n${problem.message}`;
    throw problem;
  }
  compared.cases += 1;
}
console.log(JSON.stringify(compared));
