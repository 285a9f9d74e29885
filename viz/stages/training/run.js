// A training that goes on update by update: which pictures it takes, what has come of it, and the way back to where it was before.
//
// For the same seed and the same settings at the same updates it is the same, bit for bit. It has no clock and no DOM: a worker drives it.

import { createNetwork, forward, generator, lossAndGradients, update } from "./engine.js";
import { LOSSES } from "./engine/losses.js";
import { Refused, whole } from "./engine/refused.js";

/** @import { LossName, Memory, Network, Numbers, Parameter, Random, Spec, UpdateOptions } from "./engine/types.d.ts" */
/** @typedef {{ pictures: Float32Array, labels: Uint8Array }} Set one after the other, as the engine takes them */
/** @typedef {UpdateOptions & { batch: number, loss?: LossName }} Settings they may change from one update to the next */
/** @typedef {{ loss: number, accuracy: number, confusion: Uint32Array, outputs: Float32Array }} Judged `confusion`: [class that it is, class that was said]; `outputs`: [n, classes] */
/** @typedef {{ update: number, weights: Numbers[], running: Numbers[], memory: Memory | null, chance: Int32Array, order: Uint32Array, at: number }} Moment */
/** @typedef {{ network: Network, training: Set, heldOut: Set, random: Random, order: Uint32Array, at: number, update: number, last: Moment, history: Moment[], apart: number, ended: number | null }} Run `apart`: updates between two moments that are kept; `ended`: after which update the loss was no number any more */
/** @typedef {{ update: number, loss: number, accuracy: number, gradients: Parameter[] }} Step */

const MOST_MOMENTS = 64;
const AT_ONCE = 100; // pictures in a pass that judges

/**
 * A training before its first update.
 *
 * @param {{ spec: Spec, seed: number, training: Set, heldOut: Set }} asked @returns {Run}
 * @throws {Refused} where the network is impossible, or there is nothing to learn from
 */
export function startRun({ spec, seed, training, heldOut }) {
  const network = createNetwork(spec, seed);
  if (training.labels.length === 0) throw new Refused("training", 0, "at least one picture");
  const order = Uint32Array.from(training.labels.keys());
  const random = generator((seed ^ 0x5eed) >>> 0); // not the numbers that the weights were drawn from
  const run = { network, training, heldOut, random, order, at: order.length, update: 0 };
  const began = momentOf(run);
  return { ...run, last: began, history: [began], apart: 1, ended: null };
}

/**
 * One update; null where the training has ended because its loss is no longer a number: then the weights are those before that update.
 *
 * @param {Run} run @param {Settings} settings @returns {Step | null}
 */
export function step(run, { batch, loss, ...options }) {
  whole("batch", batch, 1, 4096);
  if (run.ended !== null) return null;
  const { pictures, labels } = next(run, batch);
  const found = lossAndGradients(run.network, pictures, labels, { loss });
  update(run.network, found.gradients, options);
  if (!Number.isFinite(found.loss) || !sound(run.network)) {
    goTo(run, run.last);
    run.ended = run.update;
    return null;
  }
  run.update += 1;
  run.last = momentOf(run);
  remember(run);
  const classes = found.outputs.length / labels.length;
  const right = correct(confused(found.outputs, labels, classes), classes);
  return { update: run.update, loss: found.loss, accuracy: right / labels.length, gradients: found.gradients };
}

/**
 * How good the network is on a set of pictures, batch norm on its running statistics; null of none.
 *
 * @param {Run} run @param {Set} set @param {{ loss?: LossName, most?: number }} options `most`: only so many of them, the first
 * @returns {Judged | null}
 */
export function judge({ network }, { pictures, labels }, { loss = "cross_entropy", most = Infinity } = {}) {
  const count = Math.min(most, labels.length);
  if (count === 0) return null;
  const size = pictures.length / labels.length;
  const classes = network.layers[network.layers.length - 1].output[0];
  const [outputs, scratch] = [new Float32Array(count * classes), new Float32Array(count * classes)];
  for (let from = 0; from < count; from += AT_ONCE) {
    const layers = forward(network, pictures.subarray(from * size, Math.min(count, from + AT_ONCE) * size));
    outputs.set(layers[layers.length - 1].values, from * classes);
  }
  const told = labels.subarray(0, count);
  const confusion = confused(outputs, told, classes);
  return { loss: LOSSES[loss](outputs, told, classes, scratch), accuracy: correct(confusion, classes) / count, confusion, outputs };
}

/** Puts the training back to a moment of its history; from there it goes on as it did then. @param {Run} run @param {Moment} moment */
export function goTo(run, moment) {
  const { network } = run;
  network.parameters.forEach(({ values }, index) => values.set(moment.weights[index]));
  network.running.forEach(({ values }, index) => values.set(moment.running[index]));
  network.memory = copied(moment.memory);
  run.random.state.set(moment.chance);
  run.order.set(moment.order);
  [run.at, run.update, run.last, run.ended] = [moment.at, moment.update, moment, null];
}

/** The next batch: every picture once, then all of them in another order. @param {Run} run @param {number} batch @returns {Set} */
function next(run, batch) {
  const { training: { pictures, labels }, order } = run;
  const size = pictures.length / labels.length;
  if (run.at >= order.length) {
    run.random.shuffle(order);
    run.at = 0;
  }
  const chosen = order.subarray(run.at, Math.min(order.length, run.at + batch));
  run.at += chosen.length;
  const found = { pictures: new Float32Array(chosen.length * size), labels: new Uint8Array(chosen.length) };
  chosen.forEach((from, to) => {
    found.pictures.set(pictures.subarray(from * size, (from + 1) * size), to * size);
    found.labels[to] = labels[from];
  });
  return found;
}

/** All that the training goes on from, copied. @param {Pick<Run, "network" | "random" | "order" | "at" | "update">} run @returns {Moment} */
function momentOf({ network, random, order, at, update: number }) {
  return {
    update: number,
    weights: network.parameters.map(({ values }) => values.slice()),
    running: network.running.map(({ values }) => values.slice()),
    memory: copied(network.memory),
    chance: random.state.slice(),
    order: order.slice(),
    at,
  };
}

/** @param {Memory | null} memory @returns {Memory | null} */
function copied(memory) {
  if (memory === null) return null;
  const copies = (/** @type {Numbers[]} */ all) => all.map((values) => values.slice());
  return { ...memory, first: copies(memory.first), second: copies(memory.second), powers: [...memory.powers] };
}

/**
 * Keeps the last moment in the history, which stays short: where it is full, every second one goes, and those that come are
 * twice as far apart.
 *
 * @param {Run} run
 */
function remember(run) {
  if (run.update % run.apart !== 0) return;
  run.history.push(run.last);
  if (run.history.length < MOST_MOMENTS) return;
  run.apart *= 2;
  run.history = run.history.filter(({ update: number }) => number % run.apart === 0);
}

/** Whether all weights are numbers. @param {Network} network */
const sound = ({ parameters }) => parameters.every(({ values }) => values.every(Number.isFinite));

/** [class that it is, class that was said]: how many. @param {Numbers} outputs @param {Uint8Array} labels @param {number} classes */
function confused(outputs, labels, classes) {
  const found = new Uint32Array(classes * classes);
  labels.forEach((label, index) => {
    found[label * classes + largest(outputs.subarray(index * classes, (index + 1) * classes))] += 1;
  });
  return found;
}

/** @param {Uint32Array} confusion @param {number} classes */
function correct(confusion, classes) {
  return confusion.reduce((sum, many, index) => sum + (index % (classes + 1) === 0 ? many : 0), 0);
}

/** Which is the largest, the first of equals. @param {Numbers} values */
const largest = (values) => values.indexOf(Math.max(...values));
