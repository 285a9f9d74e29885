// What the stage of batch statistics says of a channel, and of a place of its maps; and the same as tables. Pure.

import { tableOfCells, tableOfLines } from "../../kernel/cells.js";
import { put } from "../../kernel/text.js";
import { decode, say } from "../../kernel/scale.js";

/** @import { Cell, Table } from "../../kernel/types.d.ts" */
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

/** Every channel's one value of each kind, and both statistics at the places of the chosen one. @param {Statistics} stage @returns {Table[]} */
export function table(stage) {
  const { words, shared, planes, view } = stage;
  const names = ["mean", "deviation", "running_mean", "running_deviation"].filter((name) => planes[name]);
  const channels = tableOfLines(shared, words.per_channel, [words.table_map, ...names.map((name) => words[name])], {
    ...{ count: sizes(stage).channels, at: view.channel },
    line: (channel) => [String(channel), ...names.map((name) => say(planes[name].values[channel], 0))],
  });
  /** @type {Cell} */
  const cell = [view.row, view.column];
  const maps = KINDS.map((kind) =>
    tableOfCells(shared, put(words[`${kind}_of`], view), sizes(stage), cell, (row, column) => say(valueAt(stage, kind, view.channel, row, column), 0)),
  );
  return [channels, ...maps];
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
