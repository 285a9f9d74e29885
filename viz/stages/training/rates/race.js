// The same small network at several rates at once: the same first weights, the same pictures in the same order, each seen once.

import { createNetwork, lossAndGradients, update } from "../engine.js";
import { SHAPES, shapes } from "../data/shapes.js";

/** @import { Spec } from "../engine/types.d.ts" @import { Race, Runner } from "./types.d.ts" */

const SIDE = 12; // pixels
const NOISE = 0.05;
const BATCH = 8;
const SMOOTH = 20; // updates over which a loss is averaged: that of one batch is mostly chance
export const GUESSING = Math.log(SHAPES.length); // the loss of who holds all classes for equally likely

/** @type {Spec} */
export const SPEC = {
  input: [1, SIDE, SIDE],
  layers: [
    { kind: "conv", kernels: 4, size: 3, padding: 1 },
    { kind: "relu" },
    { kind: "max_pool", size: 2 },
    { kind: "conv", kernels: 8, size: 3, padding: 1 },
    { kind: "relu" },
    { kind: "max_pool", size: 2 },
    { kind: "flatten" },
    { kind: "linear", units: SHAPES.length },
  ],
};

/** All of them before the first update. @param {string[]} rates @param {number} seed @param {number} updates @returns {Race} */
export function startRace(rates, seed, updates) {
  const { pictures, labels } = shapes({ side: SIDE, count: updates * BATCH, noise: NOISE }, seed);
  return { pictures, labels, runners: rates.map((rate) => ({ rate, network: createNetwork(SPEC, seed), losses: [], ended: null })) };
}

/** How many updates a race has made: those of whoever is furthest behind. @param {Race} race @param {number} updates */
export const behind = ({ runners }, updates) => Math.min(...runners.map(({ losses, ended }) => (ended === null ? losses.length : updates)));

/**
 * One update of whoever is furthest behind; false when all have made theirs.
 *
 * @param {Race} race @param {number} updates
 */
export function step(race, updates) {
  const least = behind(race, updates);
  if (least >= updates) return false;
  learn(race, /** @type {Runner} */ (race.runners.find(({ losses, ended }) => ended === null && losses.length === least)));
  return behind(race, updates) < updates;
}

/** @param {Race} race @param {Runner} runner */
function learn({ pictures, labels }, runner) {
  const from = runner.losses.length * BATCH;
  const batch = pictures.subarray(from * SIDE * SIDE, (from + BATCH) * SIDE * SIDE);
  const { loss, gradients } = lossAndGradients(runner.network, batch, labels.subarray(from, from + BATCH));
  if (Number.isFinite(loss)) {
    runner.losses.push(loss);
    update(runner.network, gradients, { optimizer: "sgd", rate: Number(runner.rate) });
  } else runner.ended = runner.losses.length;
}

/** The mean of the last losses up to an update, from 1; null before there is one. @param {number[]} losses @param {number} update */
export function smoothed(losses, update) {
  if (update < 1 || update > losses.length) return null;
  const last = losses.slice(Math.max(0, update - SMOOTH), update);
  return last.reduce((sum, loss) => sum + loss, 0) / last.length;
}

/** The one whose loss ends lowest. @param {Race} race */
export function lowest({ runners }) {
  const ends = runners.map(({ losses, ended }) => (ended === null ? (smoothed(losses, losses.length) ?? Infinity) : Infinity));
  return runners[ends.indexOf(Math.min(...ends))];
}
