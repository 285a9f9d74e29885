// Gradient descent in a valley of two weights: the path of a run, its losses, what multiplies each direction, and what
// becomes of it. Pure; the twin of models/ops/valley.py, and of `rate_of` in view.py.

/** @import { Direction, Factor, Outcome, Own, Run, View, Weights } from "./types.d.ts" */

const ROUNDING = 1e-12; // of what is compared: below it two numbers of double precision count as the same
const RATE = /^(\d{1,6}(?:\.\d{1,12})?)(?:\/(\d{1,6}(?:\.\d{1,12})?))?$/;

/** The number that a text of a rate stands for, a decimal number or a fraction; NaN for none. @param {string} text */
export function rateOf(text) {
  const [, above, below = "1"] = text.match(RATE) ?? [];
  return above === undefined || Number(below) === 0 ? Number.NaN : Number(above) / Number(below);
}

/** The rate above which descent runs away, as a fraction: "1/30". @param {number} steepest @param {number} momentum */
export const limitText = (steepest, momentum) => `${Number((1 + momentum).toFixed(2))}/${steepest / 2}`;

/** ½ (w − w*)ᵀ H (w − w*). @param {Weights} weights @param {Pick<Own, "curvature" | "best">} valley */
export function lossAt(weights, { curvature, best }) {
  const away = weights.map((weight, at) => weight - best[at]);
  return 0.5 * away.reduce((sum, part, at) => sum + part * (curvature[at][0] * away[0] + curvature[at][1] * away[1]), 0);
}

/**
 * The weights after 0, 1, 2, … updates, with momentum as torch.optim.SGD has it.
 *
 * @param {Weights} start @param {Pick<Own, "curvature" | "best">} valley @param {number} rate @param {number} momentum
 * @param {number} updates
 */
export function walk(start, { curvature, best }, rate, momentum, updates) {
  let [weights, velocity] = [start, [0, 0]];
  const path = [start];
  for (let update = 0; update < updates; update += 1) {
    const away = weights.map((weight, at) => weight - best[at]);
    velocity = velocity.map((speed, at) => momentum * speed + (curvature[at][0] * away[0] + curvature[at][1] * away[1]));
    weights = /** @type {Weights} */ (weights.map((weight, at) => weight - rate * velocity[at]));
    path.push(weights);
  }
  return path;
}

/**
 * By what a direction is multiplied in an update, in the long run: 1 − rate · λ, with momentum the larger root of
 * z² − (1 + β − rate · λ) z + β, which may be no real one.
 *
 * @param {number} curvature @param {number} rate @param {number} momentum @returns {Factor}
 */
export function factor(curvature, rate, momentum) {
  if (momentum === 0) {
    const plain = snapped(1 - rate * curvature);
    return { size: Math.abs(plain), turns: plain < 0, real: true };
  }
  const middle = (1 + momentum - rate * curvature) / 2;
  const inner = middle ** 2 - momentum;
  if (inner < 0) return { size: Math.sqrt(momentum), turns: true, real: false };
  return { size: snapped(Math.abs(middle) + Math.sqrt(inner)), turns: middle < 0, real: true };
}

/** Exactly ±1 where a multiplier is that but for rounding: there lies the border. @param {number} multiplier */
const snapped = (multiplier) => (Math.abs(Math.abs(multiplier) - 1) <= ROUNDING ? Math.sign(multiplier) : multiplier);

/** How far the start is from the best weights along each direction. @param {Weights} start @param {Weights} best @param {Direction[]} directions */
export function parts(start, best, directions) {
  const away = start.map((weight, at) => weight - best[at]);
  const found = directions.map(({ vector }) => away[0] * vector[0] + away[1] * vector[1]);
  return found.map((part) => (Math.abs(part) <= ROUNDING * Math.hypot(...away) ? 0 : part));
}

/** How a run goes on that starts with these parts along the directions of these factors. @param {Factor[]} factors @param {number[]} reached @returns {Outcome} */
export function outcomeOf(factors, reached) {
  const moved = factors.filter(({ size, turns }, at) => reached[at] !== 0 && (size !== 1 || turns));
  if (moved.length === 0) return "still";
  const largest = Math.max(...moved.map(({ size }) => size));
  if (largest >= 1) return largest > 1 ? "diverges" : "border";
  return moved.some(({ turns }) => turns) ? "swings" : "settles";
}

/** Whether weights lie on the map. @param {Weights} weights @param {Pick<Own, "best" | "bounds">} valley */
export const onMap = (weights, { best, bounds: { reach } }) => weights.every((weight, at) => Math.abs(weight - best[at]) <= reach);

/** The whole run from a view. @param {View} view @param {Pick<Own, "curvature" | "best" | "bounds" | "directions">} valley @returns {Run} */
export function runOf(view, valley) {
  const [rate, start] = [rateOf(view.rate), /** @type {Weights} */ ([view.first, view.second])];
  const path = walk(start, valley, rate, view.momentum, valley.bounds.updates);
  const factors = valley.directions.map(({ curvature }) => factor(curvature, rate, view.momentum));
  const outcome = outcomeOf(factors, parts(start, valley.best, valley.directions));
  const gone = path.findIndex((weights) => !onMap(weights, valley));
  return { path, losses: path.map((weights) => lossAt(weights, valley)), factors, outcome, left: gone < 0 ? null : gone - 1 };
}
