// Trains what a view asks for, as the page does, to the update it names; prints how it does on the pictures that were held out.

import { judge, startRun, step } from "../../../viz/stages/training/run.js";
import { specOf } from "../../../viz/stages/training/train/network.js";
import { SOURCES } from "../../../viz/stages/training/train/sources.js";

const { view, heldOut: count } = JSON.parse(process.argv[2]);
const { classes, make } = SOURCES[/** @type {"shapes"} */ (view.source)];
const { training, heldOut } = make(view, count);
const run = startRun({ spec: specOf(view, classes.length), seed: view.seed, training, heldOut });
const { optimizer, rate, batch, decay } = view;
const losses = [];
while (run.update < view.updates) {
  const done = step(run, { optimizer, rate, batch, decay });
  if (done === null) break;
  losses.push(done.loss);
}
const judged = judge(run, heldOut);
const weights = run.network.parameters.reduce((sum, { values }) => sum + values.length, 0);
console.log(JSON.stringify({ losses, weights, updates: run.update, ended: run.ended, loss: judged?.loss, accuracy: judged?.accuracy }));
