// What can be kept of a training: every loss, the weights at every moment of the history, and the pictures and batches it learnt from.

/** @import { Shaped } from "../npz.js" */
/** @import { Moment } from "../run.js" */
/** @import { Session } from "./session_types.d.ts" */

const MOST_BATCHES = 2000; // updates whose batches are kept

/** Which pictures an update takes, once it has been made. @param {Session} session @param {number} before where in the order it began */
export function noteBatch({ run, batches }, before) {
  if (batches.length >= MOST_BATCHES) return;
  batches.push(run.order.slice(before >= run.order.length ? 0 : before, run.at));
}

/** All arrays by name. @param {Session} session @param {Moment[]} moments @returns {Record<string, Shaped>} */
export function kept({ run, side, losses, accuracies, held, batches }, moments) {
  const count = moments.length;
  const weights = run.network.parameters.map(({ name, shape }, index) => [name, { shape: [count, ...shape], values: Float32Array.from(moments.flatMap(({ weights: all }) => [...all[index]])) }]);
  return {
    losses: row(losses),
    accuracies: row(accuracies),
    held_updates: row(held.map(({ update }) => update)),
    held_losses: row(held.map(({ loss }) => loss)),
    held_accuracies: row(held.map(({ accuracy }) => accuracy)),
    moments: row(moments.map(({ update }) => update)),
    ...Object.fromEntries(weights),
    pictures: { shape: [run.training.labels.length, 1, side, side], values: run.training.pictures },
    labels: { shape: [run.training.labels.length], values: run.training.labels },
    held_pictures: { shape: [run.heldOut.labels.length, ...run.network.spec.input], values: run.heldOut.pictures },
    held_labels: { shape: [run.heldOut.labels.length], values: run.heldOut.labels },
    batches: table(batches),
  };
}

/** @param {number[]} values @returns {Shaped} */
const row = (values) => ({ shape: [values.length], values: Float64Array.from(values) });

/** Rows of unequal length; −1 where one has ended. @param {Uint32Array[]} rows @returns {Shaped} */
function table(rows) {
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  const values = new Int32Array(rows.length * longest).fill(-1);
  rows.forEach((each, at) => values.set(each, at * longest));
  return { shape: [rows.length, longest], values };
}

/** The curves as lines for a table program: of every update its loss and accuracy, and those of the held-out pictures where they were judged. @param {{ losses: number[], accuracies: number[] }} curves @param {import("./types.d.ts").Held[]} held @param {string[]} columns */
export function lines({ losses, accuracies }, held, columns) {
  const judged = new Map(held.map((each) => [each.update, each]));
  const last = Math.max(losses.length, ...judged.keys());
  const told = Array.from({ length: last + 1 }, (_, update) => {
    const seen = judged.get(update);
    return [update, losses[update - 1] ?? "", accuracies[update - 1] ?? "", seen?.loss ?? "", seen?.accuracy ?? ""].join(",");
  });
  return [columns.join(","), ...told, ""].join("\r\n");
}
