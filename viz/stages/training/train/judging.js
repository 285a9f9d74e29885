// How good the network is on the held-out pictures, some at a time; and on which of them it is most wrong.

import { softmax } from "../engine.js";
import { judge } from "../run.js";

/** @import { Run } from "../run.js" */
/** @import { Judging } from "./session_types.d.ts" */
/** @import { Seen, Verdict } from "./types.d.ts" */

const AT_ONCE = 25; // pictures
const WORST = 8;

/** @param {Run} run */
const classesOf = ({ network: { layers } }) => layers[layers.length - 1].output[0];

/** Begins. @param {Run} run @returns {Judging} */
export function judging(run) {
  const classes = classesOf(run);
  return { update: run.update, at: 0, loss: 0, confusion: new Uint32Array(classes ** 2), outputs: new Float32Array(classes * run.heldOut.labels.length) };
}

/** Some more pictures; the verdict once it has seen all of them, else null. @param {Judging} now @param {Run} run @returns {Verdict | null} */
export function judgeOn(now, run) {
  const { pictures, labels } = run.heldOut;
  const [size, stop] = [pictures.length / labels.length, Math.min(labels.length, now.at + AT_ONCE)];
  const found = judge(run, { pictures: pictures.subarray(now.at * size, stop * size), labels: labels.subarray(now.at, stop) });
  if (found !== null) {
    now.loss += found.loss * (stop - now.at);
    found.confusion.forEach((many, index) => {
      now.confusion[index] += many;
    });
    now.outputs.set(found.outputs, now.at * classesOf(run));
  }
  now.at = stop;
  return stop < labels.length ? null : verdict(now, run);
}

/** @param {Judging} now @param {Run} run @returns {Verdict} */
function verdict({ update, loss, confusion, outputs }, run) {
  const [classes, count] = [classesOf(run), run.heldOut.labels.length];
  const right = confusion.reduce((sum, many, index) => sum + (index % (classes + 1) === 0 ? many : 0), 0);
  const seen = Array.from({ length: count }, (_, picture) => seenAs(run, picture, outputs.subarray(picture * classes, (picture + 1) * classes)));
  const wrong = seen.filter(({ label, said }) => label !== said).sort((one, other) => one.right - other.right);
  return { update, loss: loss / count, accuracy: right / count, confusion, worst: wrong.slice(0, WORST) };
}

/** What the network takes a held-out picture for. @param {Run} run @param {number} picture @param {Float32Array} outputs @returns {Seen} */
export function seenAs({ heldOut: { pictures, labels } }, picture, outputs) {
  const shares = softmax(outputs, outputs.length);
  const said = Math.max(0, shares.indexOf(Math.max(...shares)));
  const [size, label] = [pictures.length / labels.length, labels[picture]];
  return { picture, label, said, share: shares[said], right: shares[label], pixels: pictures.slice(picture * size, (picture + 1) * size) };
}
