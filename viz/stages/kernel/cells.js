// Numbers as tables, for those who can't see a picture or want to copy from it: the cells of a map around the one in
// question, lines of a list around the one in question. Bounded, for 112 × 112 cells are nothing that anybody reads. Pure.

import { put } from "./text.js";

/** @import { Cell, Shape, Table } from "./types.d.ts" */

const MOST_CELLS = 11; // rows, and columns, of a map
const MOST_LINES = 25;

/**
 * The part [start, stop) of `count` places that holds at most `most` of them, with `at` as near to its middle as can be.
 *
 * @param {number} count @param {number} at @param {number} most @returns {[number, number]}
 */
export function around(count, at, most) {
  const start = Math.max(0, Math.min(count - most, at - Math.floor(most / 2)));
  return [start, Math.min(count, start + most)];
}

/**
 * The cells of a map around one of them; `read(row, column)` gives a number as it stands on stage.
 *
 * @param {Record<string, string>} words of the kernel @param {string} caption @param {Shape} shape @param {Cell | number[]} cell
 * @param {(row: number, column: number) => string} read @returns {Table}
 */
export function tableOfCells(words, caption, { rows, columns }, [row, column], read) {
  const [[top, bottom], [left, right]] = [around(rows, row, MOST_CELLS), around(columns, column, MOST_CELLS)];
  const whole = bottom - top === rows && right - left === columns;
  const part = { top, bottom: bottom - 1, left, right: right - 1, rows, columns, row, column };
  const [down, across] = [numbers(top, bottom), numbers(left, right)];
  return {
    caption,
    note: whole ? "" : put(words.part ?? "", part),
    columns: ["", ...across.map((at) => put(words.column ?? "", { column: at }))],
    rows: down.map((at) => [put(words.row ?? "", { row: at }), ...across.map((place) => read(at, place))]),
    at: [row - top, column - left],
  };
}

/**
 * Lines of a list around one of them; `line(place)` gives the head of a line and its cells.
 *
 * @param {Record<string, string>} words of the kernel @param {string} caption @param {string[]} columns
 * @param {{ count: number, at?: number, line: (place: number) => string[] }} list @returns {Table}
 */
export function tableOfLines(words, caption, columns, { count, at = 0, line }) {
  const [first, stop] = around(count, Math.max(0, at), MOST_LINES);
  const note = stop - first === count ? "" : put(words.lines ?? "", { first: first + 1, last: stop, count });
  return { caption, note, columns, rows: numbers(first, stop).map(line), at: [at - first, -1] };
}

/** @param {number} start @param {number} stop */
const numbers = (start, stop) => Array.from({ length: Math.max(0, stop - start) }, (_, index) => start + index);
