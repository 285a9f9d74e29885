import assert from "node:assert/strict";
import test from "node:test";

import { around, tableOfCells, tableOfLines } from "../../../viz/stages/kernel/cells.js";

const words = {
  row: "Row {row}", column: "Column {column}", lines: "Lines {first} to {last} of {count}.",
  part: "{top}–{bottom} of {rows}, {left}–{right} of {columns}, around {row}, {column}",
};
/** @param {number} row @param {number} column */
const read = (row, column) => `${row}.${column}`;

test("a part holds the place it is around, as near to its middle as the ends allow, and is as long as can be", () => {
  assert.deepEqual([around(32, 16, 11), around(32, 0, 11), around(32, 31, 11)], [[11, 22], [0, 11], [21, 32]]);
  assert.deepEqual([around(5, 3, 11), around(0, 0, 11), around(1, 0, 11), around(11, 10, 11)], [[0, 5], [0, 0], [0, 1], [0, 11]]);
  for (let count = 1; count < 40; count += 1) {
    for (let at = 0; at < count; at += 1) {
      const [start, stop] = around(count, at, 7);
      assert.ok(start >= 0 && stop <= count && start <= at && at < stop);
      assert.equal(stop - start, Math.min(7, count));
    }
  }
});

test("a small map is shown whole, with no word about a part", () => {
  const { caption, note, columns, rows, at } = tableOfCells(words, "Map 3", { rows: 2, columns: 3 }, [1, 2], read);
  assert.deepEqual([caption, note, columns], ["Map 3", "", ["", "Column 0", "Column 1", "Column 2"]]);
  assert.deepEqual(rows, [["Row 0", "0.0", "0.1", "0.2"], ["Row 1", "1.0", "1.1", "1.2"]]);
  assert.deepEqual(at, [1, 2]);
});

test("of a large map a table shows what is around a cell, says which part, and marks the cell", () => {
  for (const cell of [[0, 0], [56, 3], [111, 111], [60, 60]]) {
    const { note = "", columns, rows, at = /** @type {[number, number]} */ ([0, 0]) } = tableOfCells(words, "", { rows: 112, columns: 112 }, cell, read);
    assert.deepEqual([rows.length, columns.length, rows[0].length], [11, 12, 12]);
    assert.equal(rows[at[0]][at[1] + 1], `${cell[0]}.${cell[1]}`);
    assert.equal(rows[at[0]][0], `Row ${cell[0]}`);
    assert.equal(columns[at[1] + 1], `Column ${cell[1]}`);
    assert.match(note, new RegExp(`around ${cell[0]}, ${cell[1]}$`));
  }
});

test("only one side of a map may be long", () => {
  const { note, rows, columns } = tableOfCells(words, "", { rows: 1, columns: 40 }, [0, 39], read);
  assert.deepEqual([note, rows.length, columns[1], columns[11]], ["0–0 of 1, 29–39 of 40, around 0, 39", 1, "Column 29", "Column 39"]);
});

test("lines of a list are counted from 1, and the one in question is marked as a whole", () => {
  const line = (/** @type {number} */ place) => [`channel ${place}`, String(place * place)];
  const all = tableOfLines(words, "All", ["channel", "square"], { count: 3, at: 1, line });
  assert.deepEqual([all.note, all.rows, all.at], ["", [["channel 0", "0"], ["channel 1", "1"], ["channel 2", "4"]], [1, -1]]);
  const some = tableOfLines(words, "All", ["channel", "square"], { count: 1000, at: 999, line });
  assert.deepEqual([some.note, some.rows.length, some.rows[24], some.at], ["Lines 976 to 1000 of 1000.", 25, ["channel 999", "998001"], [24, -1]]);
});

test("a list in which nothing is in question, or of nothing, is a table all the same", () => {
  const line = (/** @type {number} */ place) => [String(place)];
  const list = tableOfLines(words, "", ["n"], { count: 2, at: -1, line });
  assert.deepEqual([list.rows, list.at], [[["0"], ["1"]], [-1, -1]]);
  assert.deepEqual(tableOfLines(words, "", ["n"], { count: 0, line }).rows, []);
});
