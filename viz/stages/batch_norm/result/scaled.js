// What γ, β and ReLU make of a normalised map, and how far two maps are apart: the arithmetic of the stage.

/** @import { Scale, Values } from "../../kernel/types.d.ts" */
/** @import { Affine, Setting, Step } from "./types.d.ts" */

/** γ · value + β of every value. @param {Values} values @param {number} gamma @param {number} beta */
export const scaled = (values, gamma, beta) => Float32Array.from(values, (value) => gamma * value + beta);

/** Values below zero become zero; what is not a number stays so. @param {Values} values */
export const rectified = (values) => values.map((value) => (value < 0 ? 0 : value));

/** The largest difference of two maps at one place; NaN where they can't be compared. @param {ArrayLike<number>} one @param {ArrayLike<number>} other */
export function furthest(one, other) {
  let most = 0;
  for (let index = 0; index < one.length; index += 1) {
    const apart = Math.abs(one[index] - other[index]);
    if (Number.isNaN(apart)) return NaN;
    if (apart > most) most = apart;
  }
  return most;
}

/**
 * The values of a panel: its plane as it came, after γ and β ("scaled"), or after ReLU too ("rectified").
 *
 * @param {Values} values @param {Step} step @param {Setting} setting
 */
export function stepped(values, step, { gamma, beta }) {
  if (step === "plain") return values;
  const after = scaled(values, gamma, beta);
  return step === "scaled" ? after : rectified(after);
}

/**
 * The presets of the sliders by name; "own" only where there is a layer.
 *
 * @param {Affine} affine @returns {Record<string, Setting>}
 */
export function presets({ sigma, mu, own }) {
  const both = { plain: { gamma: 1, beta: 0 }, identity: { gamma: sigma, beta: mu } };
  return own === null ? both : { own, ...both };
}

/**
 * The ends of both sliders: wide enough for every preset and for what stands in the address.
 *
 * @param {Affine} affine @param {Setting} view @returns {Record<keyof Setting, Scale>}
 */
export function ends(affine, view) {
  const known = [view, ...Object.values(presets(affine))];
  /** @param {keyof Setting} name @param {number} least */
  const reach = (name, least) => Math.max(least, ...known.map((each) => 1.25 * Math.abs(each[name])));
  const low = Math.min(0, ...known.map(({ gamma }) => 1.25 * gamma));
  return { gamma: [low, reach("gamma", 2)], beta: [-reach("beta", 2), reach("beta", 2)] };
}
