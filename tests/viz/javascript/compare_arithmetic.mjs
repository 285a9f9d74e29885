// @ts-nocheck
// Compares the browser's arithmetic with cases that Python has worked out: every number to 1e-5, and every refusal.
// Run as `node compare_arithmetic.mjs CASES.json`; prints how much was compared.

import { readFileSync } from "node:fs";
import assert from "node:assert/strict";

import {
  adaptiveAverage, crossCorrelate, flipped, outputShape, pool, productsAt, transposed,
} from "../../../viz/stages/kernel/arithmetic.js";
import { impossible, leftOver, outputSize, sourceOf } from "../../../viz/stages/kernel/geometry.js";
import { bilinearTerms, stampTerms, totalOf } from "../../../viz/stages/pooling/unpooling/ways.js";

const TOLERANCE = 1e-5;
const compared = { cases: 0, numbers: 0, refusals: 0 };
const read = ({ values, rows, columns }) => ({ values: Float64Array.from(values, Number), rows, columns });

function same(found, expected, what) {
  assert.equal(found.length, expected.length, `${what}: ${found.length} numbers for ${expected.length}`);
  expected.forEach((text, index) => {
    const [one, other] = [found[index], Number(text)];
    const close = Object.is(one, other) || one === other || Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(other));
    assert.ok(close, `${what}[${index}]: ${one} for ${other}`);
    compared.numbers += 1;
  });
}

function samePlane(found, expected) {
  assert.deepEqual([found.rows, found.columns], [expected.rows, expected.columns]);
  same(found.values, expected.values, "output");
}

/** Whether a refusal is shared; true where there is nothing to compute. */
function refused(image, setting, reasons) {
  const problem = impossible([image.rows, image.columns], setting);
  if (reasons === undefined) {
    assert.equal(problem, null, `refused for ${problem?.argument}`);
    return false;
  }
  assert.notEqual(problem, null, `not refused, but impossible for its ${reasons}`);
  const argument = problem.argument.replace(/^(pooling|reflect|circular)_/, "");
  assert.ok(reasons.includes(argument), `refused for ${argument}, but impossible for its ${reasons}`);
  compared.refusals += 1;
  return true;
}

const compare = {
  correlate({ image, kernel, setting, refused: reasons, output, one }) {
    const [picture, weights] = [read(image), read(kernel)];
    if (refused(picture, setting, reasons)) return;
    assert.deepEqual(outputShape(picture, setting), [output.rows, output.columns]);
    samePlane(crossCorrelate(picture, weights, setting), output);
    const found = productsAt(picture, weights, setting, one.row, one.column);
    for (const name of ["rows", "columns", "values", "products"]) same(found[name], one[name], name);
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
    same([outputSize(...settings)], [count], "count");
    if (left !== null) same([leftOver(...settings)], [left], "left over");
    else compared.refusals += 1;
  },
  pad({ size, mode, padding, sources }) {
    const found = sources.map((_, index) => sourceOf(index - padding, size, mode));
    same(found, sources, "source");
  },
  adaptive({ image, size, output }) {
    samePlane(adaptiveAverage(read(image), ...size), output);
  },
  flip({ image, output }) {
    samePlane(flipped(read(image)), output);
  },
  back({ image, window: stride, padding, corners, kernel, bilinear, transposed: stamped }) {
    const [pooled, weights] = [read(image), read(kernel)];
    const size = [bilinear.rows, bilinear.columns];
    const cells = bilinear.values.map((_, index) => [Math.floor(index / size[1]), index % size[1]]);
    same(cells.map((cell) => totalOf(bilinearTerms(pooled, size, cell, corners))), bilinear.values, "bilinear");
    same(cells.map((cell) => totalOf(stampTerms(pooled, weights, stride, padding, cell))), stamped.values, "stamps");
  },
};

for (const [number, each] of JSON.parse(readFileSync(process.argv[2], "utf-8")).entries()) {
  try {
    compare[each.kind](each);
  } catch (problem) {
    problem.message = `case ${number}, ${JSON.stringify(each).slice(0, 2000)}\n${problem.message}`;
    throw problem;
  }
  compared.cases += 1;
}
console.log(JSON.stringify(compared));
