// @ts-nocheck
// What a board says: which cell is in question, where it goes, and how it adds up.

import { put } from "../../kernel/text.js";
import { unravel } from "./places.js";
import { decimal, fraction, pieces, termsOf } from "./sums.js";

/** Writes the sentence about the cell and, below it, its sum; `turn` folds the sum or unfolds it. */
export function writeReadout(board, { volume, index }, turn) {
  board.find(".readout").textContent = sentence(board, volume, index);
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

function onPage(board, part, last, turn) {
  if (typeof part !== "string") return button(put(board.words.more, { count: part.fold, part: part.part }), turn);
  if (!last) return part;
  return Object.assign(document.createElement("b"), { textContent: part });
}

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.onclick = act;
  return made;
}

/** One sentence about a cell, with its place, its value and how many outputs it goes into. */
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
