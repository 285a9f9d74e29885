// Trains what a view asks for and takes the network out of the training: `node take_view.mjs JSON FOLDER`. Writes network.safetensors
// and training.npz; prints what the server is told, and what the engine answers to the held-out pictures.

import { writeFileSync } from "node:fs";
import { npz } from "../../../viz/stages/training/npz.js";
import { judge, startRun, step } from "../../../viz/stages/training/run.js";
import { kept } from "../../../viz/stages/training/train/keeping.js";
import { specOf } from "../../../viz/stages/training/train/network.js";
import { SOURCES } from "../../../viz/stages/training/train/sources.js";
import { fileOf, handed, taken } from "../../../viz/stages/training/train/taking.js";

const [asked, folder] = process.argv.slice(2);
const { view, heldOut: count } = JSON.parse(asked);
const { classes, make } = SOURCES[/** @type {"shapes"} */ (view.source)];
const { training, heldOut } = make(view, count);
const run = startRun({ spec: specOf(view, classes.length), seed: view.seed, training, heldOut });
const { optimizer, rate, batch, decay } = view;
while (run.update < view.updates && step(run, { optimizer, rate, batch, decay }) !== null);
const session = /** @type {any} */ ({ begun: 1, run, picture: 3, side: view.side, losses: [], accuracies: [], held: [], batches: [] });
const of = taken(session, "pages");
const words = Object.fromEntries(classes.map((name) => [`class_${name}`, name]));
writeFileSync(`${folder}/network.safetensors`, fileOf(view, [...classes], of));
writeFileSync(`${folder}/training.npz`, npz(kept(session, [run.last])));
const judged = judge(run, heldOut);
const told = { ...view, taken: handed(/** @type {any} */ ({ words, view }), of) };
console.log(JSON.stringify({ told, outputs: [...(judged?.outputs ?? [])], accuracy: judged?.accuracy }));
