// Answers, for every case { centres, pixels } of a JSON file, which unit each pixel belongs to.
import { readFileSync } from "node:fs";
import { nearestUnit } from "../../../viz/stages/kernel/field.js";

const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(cases.map((/** @type {{ centres: number[], pixels: number[] }} */ { centres, pixels }) => pixels.map((pixel) => nearestUnit(centres, pixel)))));
