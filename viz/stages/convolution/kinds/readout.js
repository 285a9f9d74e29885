// What a board says: which cell is in question, where it goes, and how it adds up.

import { made, put } from "../../kernel/text.js";
import { unravel } from "./places.js";
import { decimal, fraction, pieces, termsOf } from "./sums.js";

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
  const [top, bottom] = board.denominators;
  const denominator = { inputs: top, weights: bottom, counts: 1 }[volume] ?? top * bottom;
  const value = board.planes[volume].values[index];
  const terms = termsOf(board, volume, index);
  const cells = new Set(terms.map((term) => board.cells[term])).size;
  const [to, from] = volume === "weights" ? board.places[map] : [map, map];
  return put(board.words[`at_${volume}`], {
    map: to, input: from, row, column, cells,
    label: board.labels[volume]?.[index] ?? column,
    all: board.planes.outputs.values.length,
    terms: terms.length,
    value: fraction(value, denominator) + decimal(value, denominator),
  });
}
