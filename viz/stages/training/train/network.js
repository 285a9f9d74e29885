// A network as it is put together by touch: written in an address, made into a spec for the engine, its weights counted.

/** @import { LayerSpec, Spec } from "../engine/types.d.ts" */
/** @import { Convolution, Counted, Limits, Pooling, View } from "./types.d.ts" */

const WRITTEN = /^(\d{1,2})k([1357])s([12])([nma])(b?)$/;

/** @type {Record<string, Pooling>} */
const POOLS = { n: "none", m: "max", a: "average" };
export const POOL = 2; // the side of a pooling window, and its stride
const NEW = "16k3s1m"; // a convolution that is added

/** Why a network is impossible, by the names of their words. */
const PROBLEMS = { nothing: "nothing_left", heavy: "too_heavy" };

/** The convolutions that an address writes. @param {string} text @returns {Convolution[]} */
export function convolutionsOf(text) {
  return text.split("-").flatMap((one) => {
    const found = WRITTEN.exec(one);
    if (found === null) return [];
    const [kernels, size, stride] = found.slice(1, 4).map(Number);
    return [{ kernels, size, stride, pool: POOLS[found[4]], norm: found[5] === "b" }];
  });
}

/** As an address writes them. @param {Convolution[]} all */
export const writtenOf = (all) => all.map(({ kernels, size, stride, pool, norm }) => `${kernels}k${size}s${stride}${pool[0]}${norm ? "b" : ""}`).join("-");

/** The units of the hidden layers. @param {string} text */
export const hiddenOf = (text) => (text === "" ? [] : text.split("-").map(Number));

/** The convolutions with so many of them: the last go, or new ones come. @param {Convolution[]} all @param {number} count */
export const withCount = (all, count) => [...all, ...Array.from({ length: count }, () => convolutionsOf(NEW)[0])].slice(0, count);

/**
 * The network as the engine takes it.
 *
 * @param {Pick<View, "side" | "convolutions" | "hidden" | "activation">} view @param {number} classes @returns {Spec}
 */
export function specOf({ side, convolutions, hidden, activation }, classes) {
  const maps = convolutionsOf(convolutions).flatMap((one) => block(one, activation));
  const rows = hiddenOf(hidden).flatMap((units) => /** @type {LayerSpec[]} */ ([{ kind: "linear", units }, { kind: activation }]));
  return { input: [1, side, side], layers: [...maps, { kind: "flatten" }, ...rows, { kind: "linear", units: classes }] };
}

/** @param {Convolution} one @param {View["activation"]} activation @returns {LayerSpec[]} */
function block({ kernels, size, stride, pool, norm }, activation) {
  const layers = [{ kind: "conv", kernels, size, stride, padding: (size - 1) / 2 }, ...(norm ? [{ kind: "batch_norm" }] : []), { kind: activation }];
  return /** @type {LayerSpec[]} */ ([...layers, ...(pool === "none" ? [] : [{ kind: `${pool}_pool`, size: POOL }])]);
}

/** The side of the maps behind a convolution and its pooling, 0 where nothing is left. @param {number} side @param {Convolution} convolution */
function sized(side, { stride, pool }) {
  const behind = Math.floor((side - 1) / stride) + 1; // the padding keeps the size
  return pool === "none" ? behind : Math.floor(behind / POOL);
}

/**
 * How many weights (all that is learnt) a network has, counted without building it; and what makes it impossible, if anything does.
 *
 * @param {Pick<View, "side" | "convolutions" | "hidden">} view @param {number} classes @param {Pick<Limits, "weights">} limits
 * @returns {Counted}
 */
export function counted({ side, convolutions, hidden }, classes, limits) {
  let [maps, edge, weights] = [1, Number(side), 0];
  for (const [at, one] of convolutionsOf(convolutions).entries()) {
    weights += one.kernels * (maps * one.size ** 2 + 1) + (one.norm ? 2 * one.kernels : 0);
    [maps, edge] = [one.kernels, sized(edge, one)];
    if (edge < 1) return { weights, problem: PROBLEMS.nothing, at: at + 1 };
  }
  let row = maps * edge ** 2;
  for (const units of [...hiddenOf(hidden), classes]) {
    weights += units * (row + 1);
    row = units;
  }
  return { weights, problem: weights > limits.weights ? PROBLEMS.heavy : "", at: 0 };
}
