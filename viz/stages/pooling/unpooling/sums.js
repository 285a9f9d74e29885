// The arithmetic of one cell for each way back, in words and as a sum that adds up as written.

import { made, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { line, roundedTo, writeSum } from "../../kernel/written.js";
import { bilinearTerms, stampTerms, totalOf } from "./ways.js";

/** @import { Cell } from "../../kernel/types.d.ts" @import { Unpooling } from "./stage.js" @import { Terms } from "./ways.js" */
/** @typedef {{ name: string, text: string, sum: string | null, rounded?: string, cells: Cell[] }} Entry */

/**
 * One entry a way: { name, text, sum, value, cells: the pooled cells it uses }. `sum`: null where nothing is added.
 *
 * @param {Unpooling} stage @param {number} row @param {number} column @returns {Entry[]}
 */
export function explain(stage, row, column) {
  const pooled = stage.maps.pooled;
  const [above, beside] = [Math.floor(row / stage.window), Math.floor(column / stage.window)];
  /** @type {{ cells: Cell[], pooled_row: number, pooled_column: number }} */
  const here = { cells: [[above, beside]], pooled_row: above, pooled_column: beside };
  const bilinear = bilinearTerms(pooled, [stage.maps.original.rows, stage.maps.original.columns], [row, column], stage.align_corners);
  const stamps = stampTerms(pooled, stage.maps.kernel, stage.window, stage.padding, [row, column]);
  return [
    { name: "nearest", text: put(stage.words.sum_nearest, here), sum: null, cells: here.cells },
    { name: "bilinear", text: put(stage.words.sum_bilinear, { count: bilinear.cells.length }), ...written(bilinear) },
    { name: "unpooled", ...remembered(stage, above, beside, row, column) },
    { name: "transposed", text: put(stage.words.sum_transposed, { count: stamps.cells.length }), ...written(stamps) },
  ];
}

/** @param {Terms} terms */
function written(terms) {
  const { cells } = terms;
  if (cells.length === 0) return { sum: null, cells };
  const sum = writeSum(terms.values, terms.weights, 0, totalOf(terms));
  return { sum: `${line(sum)} = ${sum.sum}`, rounded: roundedTo(sum), cells };
}

/** @param {Unpooling} stage @param {number} above @param {number} beside @param {number} row @param {number} column */
function remembered(stage, above, beside, row, column) {
  const { maps, planes, words } = stage;
  const at = above * maps.pooled.columns + beside;
  const [winnerRow, winnerColumn] = [planes.winner_rows.values[at], planes.winner_columns.values[at]];
  const here = winnerRow === row && winnerColumn === column;
  const text = here ? words.sum_unpooled_here : words.sum_unpooled_elsewhere;
  return { text: put(text, { winner_row: winnerRow, winner_column: winnerColumn }), sum: null, cells: here ? [/** @type {Cell} */ ([above, beside])] : [] };
}

/**
 * Writes the entries into the list; each ends with the value that stands in the way's map, and how far off it is.
 *
 * @param {Unpooling} stage @param {HTMLElement} list @param {Entry[]} entries @param {number} index
 */
export function writeSums(stage, list, entries, index) {
  const range = stage.range;
  const parts = entries.flatMap(({ name, text, sum, rounded }) => {
    const value = stage.maps[name].values[index];
    const error = value - stage.maps.original.values[index];
    const term = made("dt", stage.words[name]);
    const about = document.createElement("dd");
    about.dataset.way = name;
    about.append(text);
    const shown = document.createElement("span");
    shown.className = "sum";
    if (sum !== null) shown.append(sum, rounded ?? "", " ");
    else shown.append(made("b", say(value, range)), " ");
    shown.append(put(error === 0 ? stage.words.exact : stage.words.off, { error: signed(error, range) }));
    about.append(shown);
    return [term, about];
  });
  list.replaceChildren(...parts);
}

/** @param {number} number @param {number} range */
const signed = (number, range) => (number > 0 ? "+" : "") + say(number, range);
