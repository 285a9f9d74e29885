// What the stage of batch statistics says of a channel, and of a place of its maps. Pure.

import { put } from "../../kernel/text.js";
import { decode, say } from "../../kernel/scale.js";

/** @import { Kind, Statistics } from "./types.d.ts" */

/** The two statistics for each place, and the one value for each channel that belongs to each. */
/** @type {Kind[]} */
export const KINDS = ["means", "deviations"];
/** @type {Record<Kind, string>} */
export const SINGLE = { means: "mean", deviations: "deviation" };

/** @param {Statistics} stage */
export const sizes = ({ shape: [channels, rows, columns] }) => ({ channels, rows, columns });

/**
 * The statistic of a kind at a place.
 *
 * @param {Statistics} stage @param {Kind} kind @param {number} channel @param {number} row @param {number} column
 */
export const valueAt = (stage, kind, channel, row, column) => {
  const { rows, columns } = sizes(stage);
  const { codes, low, step } = stage.maps[kind];
  return decode(codes[(channel * rows + row) * columns + column], low[channel], step[channel]);
};

/**
 * A place of a channel, the one in view if nothing else is said, beside the channel as a whole.
 *
 * @param {Statistics} stage @param {number} [channel] @param {number} [row] @param {number} [column]
 */
export function readPlace(stage, channel = stage.view.channel, row = stage.view.row, column = stage.view.column) {
  const [mean, deviation] = KINDS.map((kind) => say(valueAt(stage, kind, channel, row, column), 0));
  const [own, ownDeviation] = KINDS.map((kind) => say(stage.planes[SINGLE[kind]].values[channel], 0));
  return put(stage.words.place, { channel, row, column, mean, deviation, own, own_deviation: ownDeviation });
}

/** A channel, and what the layer has kept of it in training. @param {Statistics} stage @param {number} channel */
export function readChannel(stage, channel) {
  const { words, planes } = stage;
  /** @param {string} name */
  const read = (name) => (planes[name] ? say(planes[name].values[channel], 0) : "");
  const names = ["mean", "deviation", "running_mean", "running_deviation"];
  const values = Object.fromEntries(names.map((name) => [name, read(name)]));
  return put(planes.running_mean ? words.channel_running : words.channel, { channel, ...values });
}
