// Works out edits with the browser's own arithmetic: node probe_cases.mjs CASES.json → the pixels as JSON on stdout.

import { readFileSync } from "node:fs";
import { adler, covered, filling, uncovered } from "../../viz/stages/prediction/probe/edits.js";

const { kernels, cases } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
/** @typedef {import("../../viz/stages/prediction/probe/types.d.ts").Edit} Edit */
/** @typedef {{ values: number[], size: [number, number], edit: Edit, cover_kernel: number[] }} Case */

const found = cases.map((/** @type {Case} */ { values, size, edit, cover_kernel: kernel }) => {
  const base = uncovered(Uint8Array.from(values), size, edit, kernels);
  const pixels = edit.cover === null ? base : covered(base, size, edit.cover, filling(base, size, edit.fill, kernel));
  return { pixels: [...pixels], checksum: adler(pixels) };
});
process.stdout.write(JSON.stringify(found));
