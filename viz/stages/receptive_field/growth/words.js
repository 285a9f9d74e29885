// What is said about a rung: how its field comes about, with the numbers put in, and what its unit sees.

import { tableOfLines } from "../../kernel/cells.js";
import { listed as inRow } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";
import { boxFor, cutSides, unitFor } from "./state.js";

/** @import { Growth, Rung } from "./types.d.ts" */

/** @typedef {Record<string, string>} Words */

const LISTED = 4; // branches that are written out

/** Two sizes as "10 × 10". @param {number[]} sizes */
export const times = ([rows, columns]) => `${rows} × ${columns}`;

/** The lines that say how the field of a rung comes about. @param {Rung} rung @param {Words} words @returns {string[]} */
export function explain(rung, words) {
  const { how } = rung;
  if (rung.scope === "unknown") return [put(words.unknown, { reason: rung.reason })];
  if (rung.scope === "whole image") return wholeImage(rung, words);
  if (how.kind === "same") return [put(words.same, { source: named(how.source, words) })];
  if (how.kind === "window") return window_(rung, words);
  if (how.kind === "branches") return branches(rung, words);
  const other = put(words.other, { source: named(how.source, words) });
  return rung.reason === null ? [other] : [other, put(words.uneven, { reason: rung.reason })];
}

/** @param {string} source @param {Words} words */
const named = (source, words) => source || words.picture;

/** @param {Rung} rung @param {Words} words */
function wholeImage(rung, words) {
  const lines = [put(words.whole, { reason: rung.reason })];
  if (rung.through !== null) lines.push(put(words.through, { size: times(rung.through) }));
  return lines;
}

/**
 * Each line once where both axes are alike, else for both with their names.
 *
 * @param {(axis: number) => string[]} write @param {Words} words
 */
function byAxis(write, words) {
  const [rows, columns] = [write(0), write(1)];
  return rows.flatMap((line, index) =>
    line === columns[index] ? [line] : [put(words.rows, { line }), put(words.columns, { line: columns[index] })],
  );
}

/** @param {Rung} rung @param {Words} words */
function window_({ how, size, stride, padding }, words) {
  /** @param {number} axis */
  const write = (axis) => {
    const [before, layer] = [how.before[axis], how.layer];
    const [r, S, P] = [before.size, before.stride, before.padding];
    const numbers = { r, S, P, k: layer.kernel[axis], s: layer.stride[axis], p: layer.padding[axis], d: layer.dilation[axis] };
    return [
      put(words.size_line, { ...numbers, new: size[axis] }),
      put(words.stride_line, { ...numbers, new: stride[axis] }),
      put(words.padding_line, { ...numbers, new: padding[axis] }),
    ];
  };
  return [put(words.from, { source: named(how.source, words) }), ...byAxis(write, words)];
}

/** @param {Rung} rung @param {Words} words */
function branches({ how, size, padding }, words) {
  /** @param {number} axis */
  const write = (axis) => {
    const fields = how.branches.map((/** @type {any} */ { axes }) => axes[axis]);
    const [paddings, reaches] = [fields.map((/** @type {any} */ one) => one.padding), fields.map((/** @type {any} */ one) => one.size - one.padding)];
    return [
      put(words.union_padding, { list: listed(paddings), new: padding[axis] }),
      put(words.union_size, { padding: padding[axis], list: listed(reaches), reach: Math.max(...reaches), new: size[axis] }),
    ];
  };
  const list = how.branches.slice(0, LISTED).map((/** @type {any} */ { name, axes }) =>
    put(words.branch, { name: named(name, words), size: times(axes.map((/** @type {any} */ one) => one.size)) }),
  );
  if (how.branches.length > LISTED) list.push(put(words.more_branches, { count: how.branches.length - LISTED }));
  return [put(words.branches, { list: inRow(list) }), ...byAxis(write, words)];
}

/** A few different numbers, the largest first. @param {number[]} numbers */
function listed(numbers) {
  const different = [...new Set(numbers)].sort((one, other) => other - one);
  return inRow([...different.slice(0, LISTED), ...(different.length > LISTED ? ["…"] : [])]);
}

/**
 * What the rung's unit for a pixel sees, in a sentence or two.
 *
 * @param {Rung} rung @param {number[]} pixel @param {number[]} limits @param {Words} words
 */
export function placeText(rung, pixel, limits, words) {
  const box = boxFor(rung, pixel, limits);
  const unit = unitFor(rung, pixel);
  if (box === null) return words.place_unknown;
  if (unit === null) return put(words.place_whole, { size: times(limits) });
  const [rows, columns] = [box.bottom - box.top, box.right - box.left];
  if (rows === 0 || columns === 0) return put(words.place_nothing, { row: unit[0], column: unit[1] });
  const place = put(words.place, {
    ...{ row: unit[0], column: unit[1], first_row: box.top, last_row: box.bottom - 1 },
    ...{ first_column: box.left, last_column: box.right - 1 },
  });
  const all = rows === limits[0] && columns === limits[1];
  if (all && rung.size.some((size, axis) => size > limits[axis])) {
    return `${place} ${put(words.more_than_all, { size: times(rung.size), picture: times(limits) })}`;
  }
  if (all) return `${place} ${words.all}`;
  const cut = Object.values(cutSides(rung, pixel, limits)).some(Boolean);
  return cut ? `${place} ${put(words.cut, { size: times([rows, columns]) })}` : place;
}

/** The rungs around the one on stage, with the size, the stride and the padding of each. @param {Growth} stage */
export function tableOfRungs({ shared, words, rungs, about, index }) {
  const columns = ["table_layer", "table_kind", "table_size", "table_stride", "table_padding"].map((name) => words[name]);
  return tableOfLines(shared, about.alt, columns, {
    ...{ count: rungs.length, at: index() },
    line: (at) => {
      const { name, kind, scope, size, stride, padding } = rungs[at];
      const numbers = scope === "unknown" ? [words.size_unknown, "–", "–"] : [times(size), times(stride), times(padding)];
      return [name, kind, ...numbers];
    },
  });
}
