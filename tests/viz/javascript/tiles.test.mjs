import assert from "node:assert/strict";
import test from "node:test";

import { arrange, cellAt, corner, layOut } from "../../../viz/stages/kernel/tiles.js";

test("tiles are as large as the space allows and never overlap it in width", () => {
  for (const [count, rows, columns] of [[1, 32, 32], [48, 32, 32], [192, 8, 8], [64, 112, 112], [1000, 1, 1], [7, 5, 9]]) {
    for (const [width, height] of [[520, 420], [300, 360], [1200, 700]]) {
      const layout = layOut(count, rows, columns, width, height, 24);
      assert.ok(layout.across * (layout.width + 3) - 3 <= width, `${count} maps in ${width}`);
      assert.ok(layout.across * layout.down >= count);
      assert.ok(layout.width >= 24);
    }
  }
});

test("a single map fills the height and no more", () => {
  const layout = layOut(1, 10, 10, 500, 300, 24);
  assert.equal(layout.width, 300);
  assert.equal(layout.across, 1);
});

test("the cell under the middle of every cell is that cell", () => {
  const layout = layOut(10, 4, 3, 400, 300, 24);
  for (let place = 0; place < 10; place += 1) {
    const [left, top] = corner(layout, place);
    for (let row = 0; row < 4; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        const x = left + ((column + 0.5) * layout.width) / 3;
        const y = top + ((row + 0.5) * layout.height) / 4;
        assert.deepEqual(cellAt(layout, 10, 4, 3, x, y), { place, row, column });
      }
    }
  }
});

test("between tiles and behind the last there is no cell", () => {
  const layout = layOut(3, 2, 2, 200, 200, 24);
  assert.equal(cellAt(layout, 3, 2, 2, layout.width + 1, 5), null);
  const [left, top] = corner(layout, 3);
  assert.equal(cellAt(layout, 3, 2, 2, left + 2, top + 2), null);
  assert.equal(cellAt(layout, 3, 2, 2, -1, 5), null);
});

const STATISTICS = [0, 5, 1, 2, 0.5, 0, 0, 0, 0, 1, -1, 7, 0, 3, 0, 0, 5, 4, 1, 0.25]; // min, max, mean, deviation, zeros

test("channels are ordered by what is asked for, equal ones by index", () => {
  assert.deepEqual(arrange(STATISTICS, 4, "index", false), [0, 1, 2, 3]);
  assert.deepEqual(arrange(STATISTICS, 4, "strongest", false), [2, 0, 3, 1]);
  assert.deepEqual(arrange(STATISTICS, 4, "mean", false), [3, 0, 1, 2]);
  assert.deepEqual(arrange(STATISTICS, 4, "spread", false), [2, 0, 3, 1]);
  assert.deepEqual(arrange(STATISTICS, 4, "zeros", false), [1, 0, 3, 2]);
});

test("dead maps can be left out", () => {
  assert.deepEqual(arrange(STATISTICS, 4, "index", true), [0, 2, 3]);
});
