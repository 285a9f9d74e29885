// Trains what a view asks for in a session, as the worker does, and writes what is kept of it: `node keep_view.mjs JSON FILE`.

import { writeFileSync } from "node:fs";
import { npz } from "../../../viz/stages/training/npz.js";
import { specOf } from "../../../viz/stages/training/train/network.js";
import { makeSession } from "../../../viz/stages/training/train/session.js";
import { SOURCES } from "../../../viz/stages/training/train/sources.js";

const [asked, file] = process.argv.slice(2);
const { view, heldOut } = JSON.parse(asked);
const { source, side, count, noise, seed, optimizer, rate, batch, decay } = view;
let done = false;
const session = makeSession({
  post: (told) => {
    if ("arrays" in told) {
      writeFileSync(file, npz(told.arrays));
      console.log(JSON.stringify(Array.from(told.arrays.losses.values)));
    } else if ("settled" in told && !done && told.settled && told.update === view.updates) {
      done = true;
      session.take({ kind: "keep" });
    }
  },
  now: () => performance.now(),
  later: (act) => setImmediate(act),
});
const spec = specOf(view, SOURCES[/** @type {"shapes"} */ (source)].classes.length);
session.take({ kind: "begin", spec, data: { source, side, count, noise, seed, heldOut }, settings: { optimizer, rate, batch, decay } });
session.take({ kind: "go", until: view.updates });
