// Boxes by the stage's own JavaScript: node growth_cases.mjs PAYLOAD PIXELS.json → for each rung and pixel a box, JSON.

import { readFileSync } from "node:fs";
import { unpack } from "../../viz/stages/kernel/payload.js";
import { boxFor } from "../../viz/stages/receptive_field/growth/state.js";

const { rungs, axes, planes } = unpack(new Uint8Array(readFileSync(process.argv[2])));
const pixels = JSON.parse(readFileSync(process.argv[3], "utf-8"));
const boxes = rungs.map((/** @type {Record<string, any>} */ rung) => {
  const whole = /** @type {Parameters<typeof boxFor>[0]} */ ({ ...rung, rows: axes[rung.rows], columns: axes[rung.columns] });
  return pixels.map((/** @type {[number, number]} */ pixel) => boxFor(whole, pixel, planes.picture.shape));
});
process.stdout.write(JSON.stringify(boxes));
