// What a board says: which cell is in question, where it goes, and how it adds up; and its volumes as tables.

import { tableOfCells, tableOfLines } from "../../kernel/cells.js";
import { made, put } from "../../kernel/text.js";
import { unravel } from "./places.js";
import { decimal, fraction, pieces, termsOf } from "./sums.js";

/** @import { Table } from "../../kernel/types.d.ts" */
/** @import { Board, Subject } from "./types.d.ts" */

/**
 * Writes the sum of the cell; `turn` folds it or unfolds it.
 *
 * @param {Board} board @param {Subject} subject @param {() => void} turn
 */
export function writeSum(board, { volume, index }, turn) {
  const sum = board.find(".sum");
  if (volume !== "outputs" && volume !== "counts") {
    sum.textContent = board.words[`where_${board.stamps && volume === "inputs" ? "stamp" : volume}`] ?? "";
    return;
  }
  const parts = pieces(board, index, board.unfolded);
  if (parts.length === 0) parts.push(board.words.nothing);
  sum.replaceChildren(...parts.map((part, at) => onPage(board, part, at === parts.length - 1, turn)));
  const folds = parts.some((part) => typeof part !== "string");
  if (board.unfolded && !folds && termsOf(board, "outputs", index).length > 9) sum.append(" ", button(board.words.fold, turn));
}

/** @param {Board} board @param {string | { fold: number, part: string }} part @param {boolean} last @param {() => void} turn */
function onPage(board, part, last, turn) {
  if (typeof part !== "string") return button(put(board.words.more, { count: part.fold, part: part.part }), turn);
  return last ? made("b", part) : part;
}

/** @param {string} text @param {() => void} onclick */
function button(text, onclick) {
  return Object.assign(made("button", text), { type: "button", onclick });
}

/**
 * One sentence about a cell, with its place, its value and how many outputs it goes into.
 *
 * @param {Board} board @param {string} volume @param {number} index
 */
export function sentence(board, volume, index) {
  const [, rows, columns] = board.shapes[volume];
  const { map, row, column } = unravel({ rows, columns }, index);
  const terms = termsOf(board, volume, index);
  const cells = new Set(terms.map((term) => board.cells[term])).size;
  const [to, from] = volume === "weights" ? board.places[map] : [map, map];
  return put(board.words[`at_${volume}`], {
    map: to, input: from, row, column, cells,
    label: board.labels[volume]?.[index] ?? column,
    all: board.planes.outputs.values.length,
    terms: terms.length,
    value: writtenOf(board, volume, board.planes[volume].values[index]),
  });
}

/** @param {Board} board @param {string} volume @param {number} value */
function writtenOf({ denominators: [top, bottom] }, volume, value) {
  const denominator = { inputs: top, weights: bottom, counts: 1 }[volume] ?? top * bottom;
  return Number.isNaN(value) ? "" : fraction(value, denominator) + decimal(value, denominator);
}

/**
 * Of a volume the map that `index` is in, as it is shown: `values` may have cells that are not filled yet.
 *
 * @param {Board} board @param {string} volume @param {number} index @param {ArrayLike<number>} values @returns {Table}
 */
export function tableOf(board, volume, index, values) {
  const { words, shared, captions, shapes, labels, places, look } = board;
  const [maps, rows, columns] = shapes[volume];
  const { map, row, column } = unravel({ rows, columns }, index);
  if (look === "strips") {
    /** @param {number} at */
    const line = (at) => [String(labels[volume]?.[at] ?? at), writtenOf(board, volume, values[at])];
    return tableOfLines(shared, captions[volume], [words.table_place, words.table_value], { count: values.length, at: index, line });
  }
  const [to, from] = volume === "weights" ? places[map] : [map, map];
  const which = volume === "weights" ? words.table_weights : words.table_map;
  const caption = maps > 1 ? `${captions[volume]}. ${put(which, { map: to, input: from })}` : captions[volume];
  return tableOfCells(shared, caption, { rows, columns }, [row, column], (down, across) =>
    writtenOf(board, volume, values[(map * rows + down) * columns + across]),
  );
}
