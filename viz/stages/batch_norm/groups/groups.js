// Which values share the mean of the value pointed at, and what is said about it. Here a view is { over, groups, item,
// row, column } within the chosen channel of a batch [B, C, H, W].

import { decimal } from "../../kernel/numerals.js";
import { digits } from "../../kernel/written.js";

/** @import { Cell, Scale, Values } from "../../kernel/types.d.ts" */
/** @import { Moments, Plate, View } from "./types.d.ts" */

/**
 * How much of a map of the block belongs to the group: "all", "cell", or null.
 *
 * @param {View} view @param {number} chosen @param {number} channels
 * @param {Pick<Plate, "item" | "channel">} map
 */
export function litIn({ over, groups, item }, chosen, channels, map) {
  if (over === "channel") return map.channel === chosen ? "all" : null;
  if (over === "location") return map.channel === chosen ? "cell" : null;
  if (map.item !== item) return null;
  const size = channels / groupsOf({ over, groups }, channels);
  return Math.floor(map.channel / size) === Math.floor(chosen / size) ? "all" : null;
}

/**
 * Layer and RMS norm are group norm with one group, instance norm with a group for every channel.
 *
 * @param {Pick<View, "over" | "groups">} view @param {number} channels
 */
export const groupsOf = ({ over, groups }, channels) => ({ layer: 1, rms: 1, instance: channels })[over] ?? groups;

/**
 * The group's values, where all of them lie in the chosen channel's maps; null for layer and group norm.
 *
 * @param {View} view @param {Values} maps @param {Cell} size
 */
export function valuesOf({ over, item, row, column }, maps, [rows, columns]) {
  const size = rows * columns;
  if (over === "channel") return maps;
  if (over === "instance") return maps.subarray(item * size, (item + 1) * size);
  if (over !== "location") return null;
  return Float32Array.from({ length: maps.length / size }, (_, index) => maps[index * size + row * columns + column]);
}

/**
 * Mean and standard deviation of the group; of one that isn't centred 0 and the root of the mean square, which is the
 * square of the mean and the variance together.
 *
 * @param {View} view @param {Moments} stage @param {boolean} [centred] @returns {Cell}
 */
export function momentsOf(view, stage, centred = true) {
  const [mean, deviation] = centredMomentsOf(view, stage);
  return centred ? [mean, deviation] : [0, Math.hypot(mean, deviation)];
}

/** @param {View} view @param {Moments} stage */
function centredMomentsOf(view, { planes, divisors, shape: [batch, channels, , columns] }) {
  const { over, item, row, column } = view;
  if (over === "channel") return [planes.mean_channel.values[0], planes.deviation_channel.values[0]];
  const cell = row * columns + column;
  if (over === "location") return [planes.mean_location.values[cell], planes.deviation_location.values[cell]];
  const place = divisors.indexOf(groupsOf(view, channels)) * batch + item;
  return [planes.mean_group.values[place], planes.deviation_group.values[place]];
}

/**
 * How many of the values lie in each of `bins` bins between the limits; what is not finite lies in none.
 *
 * @param {Iterable<number>} values @param {Scale} scale @param {number} bins
 */
export function countIn(values, [low, high], bins) {
  const counts = new Array(bins).fill(0);
  const width = (high - low) / bins;
  for (const value of values) {
    if (Number.isFinite(value)) counts[width > 0 ? Math.min(bins - 1, Math.floor((value - low) / width)) : 0] += 1;
  }
  return counts;
}

const FIGURES = 4;
const MOST_DECIMALS = 9;

/**
 * A value as its mean and what it differs from it by, so that the written numbers add up exactly: { value, mean, sign,
 * away, deviation, times }; `times`: the difference in standard deviations, null where these are 0.
 *
 * @param {number} value @param {number} mean @param {number} deviation
 */
export function spell(value, mean, deviation) {
  const largest = Math.max(Math.abs(value), Math.abs(mean), deviation, 1e-30);
  const decimals = Math.max(0, Math.min(MOST_DECIMALS, FIGURES - 1 - Math.floor(Math.log10(largest))));
  /** @param {number} number */
  const whole = (number) => BigInt(Math.round(number * 10 ** decimals));
  const away = whole(value) - whole(mean);
  const size = away < 0n ? -away : away;
  const times = deviation > 1e-7 * largest ? Math.abs(value - mean) / deviation : null;
  return {
    value: digits(whole(value), decimals),
    mean: digits(whole(mean), decimals),
    sign: away < 0n ? "−" : "+",
    away: digits(size, decimals),
    deviation: digits(whole(deviation), decimals),
    times: times === null ? null : decimal(times, 2),
  };
}
