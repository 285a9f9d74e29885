// Works out views with the stage's own JavaScript: node slide_cases.mjs PAYLOAD VIEWS.json → JSON on stdout.

import { readFileSync } from "node:fs";
import { unpack } from "../../viz/stages/kernel/payload.js";
import { compute } from "../../viz/stages/convolution/slide/state.js";

const stage = /** @type {Parameters<typeof compute>[0]} */ (/** @type {unknown} */ (unpack(new Uint8Array(readFileSync(process.argv[2])))));
const views = JSON.parse(readFileSync(process.argv[3], "utf-8"));
const found = views.map((/** @type {Record<string, any>} */ view) => {
  const { image, kernel, problem, output } = compute(stage, /** @type {Parameters<typeof compute>[1]} */ (view));
  /** @param {{ rows: number, columns: number, values: Iterable<number> } | null} plane */
  const lines = (plane) => plane && { rows: plane.rows, columns: plane.columns, values: [...plane.values] };
  return { problem, image: lines(image), kernel: lines(kernel), output: lines(output) };
});
process.stdout.write(JSON.stringify(found));
