// Covers, drags, keys and the order of bars of the stage on which a picture is changed by hand.

import { test } from "node:test";
import assert from "node:assert/strict";

import { sorted } from "../../../viz/stages/prediction/probe/bars.js";
import { around, between, grown, holds, shifted } from "../../../viz/stages/prediction/probe/covers.js";
import { adler, mirrored } from "../../../viz/stages/prediction/probe/edits.js";
import { dragged, keyed } from "../../../viz/stages/prediction/probe/pointing.js";
import { made, there } from "./made.mjs";

/** @import { Cover } from "../../../viz/stages/prediction/probe/types.d.ts" @import { Cell } from "../../../viz/stages/kernel/types.d.ts" */

/** @typedef {Parameters<typeof keyed>[0]} Ground */

const SIZE = /** @type {Cell} */ ([32, 24]);
/** @type {Ground["limits"]} */
const LIMITS = { right: [-12, 12], down: [-16, 16] };
const cover = { top: 4, left: 6, rows: 5, columns: 7 };
/** @param {Cover} cover */
const inside = ({ top, left, rows, columns }) =>
  top >= 0 && left >= 0 && rows > 0 && columns > 0 && top + rows <= SIZE[0] && left + columns <= SIZE[1];

test("a rectangle holds both its corners, whichever was first", () => {
  assert.deepEqual(between([3, 9], [1, 2]), { top: 1, left: 2, rows: 3, columns: 8 });
  assert.deepEqual(between([5, 5], [5, 5]), { top: 5, left: 5, rows: 1, columns: 1 });
});

test("covers never leave the picture", () => {
  for (let row = 0; row < SIZE[0]; row += 3) {
    for (let column = 0; column < SIZE[1]; column += 3) {
      assert.ok(inside(around([row, column], SIZE)));
      assert.ok(holds(around([row, column], SIZE), [row, column]));
      for (const by of [-40, -1, 1, 40]) {
        assert.ok(inside(shifted(cover, by * row, by * column, SIZE)));
        assert.ok(inside(grown(around([row, column], SIZE), by, SIZE)));
      }
    }
  }
});

test("growing and shrinking undo each other away from the border", () => {
  assert.deepEqual(grown(grown(cover, 2, SIZE), -2, SIZE), cover);
  assert.deepEqual(grown(cover, 1, SIZE), { top: 3, left: 5, rows: 7, columns: 9 });
});

test("a drag moves the picture within its limits, carries a cover, or draws one", () => {
  const edit = { right: 1, down: 0, cover };
  const held = { pixel: /** @type {Cell} */ ([10, 10]), edit, carries: false };
  assert.deepEqual(dragged({ tool: "move", size: SIZE, limits: LIMITS }, held, [12, 7]), { right: -2, down: 2 });
  assert.deepEqual(dragged({ tool: "move", size: SIZE, limits: LIMITS }, held, [99, 99]), { right: 12, down: 16 });
  assert.deepEqual(dragged(made({ tool: "cover", size: SIZE }), held, [12, 7]), { cover: { top: 10, left: 7, rows: 3, columns: 4 } });
  const carried = dragged(made({ tool: "cover", size: SIZE }), { ...held, carries: true }, [11, 12]);
  assert.deepEqual(carried, { cover: { ...cover, top: 5, left: 8 } });
});

/** @param {string} name @param {Partial<KeyboardEvent>} more */
const key = (name, more = {}) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test("arrow keys move the picture, with shift by an eighth; others mean nothing", () => {
  /** @type {Ground} */
  const stage = { edit: { right: 0, down: 0, cover: null }, tool: "move", size: SIZE, limits: LIMITS };
  assert.deepEqual(keyed(stage, key("ArrowRight")), { right: 1, down: 0 });
  assert.deepEqual(keyed(stage, key("ArrowUp", { shiftKey: true })), { right: 0, down: -4 });
  assert.deepEqual(keyed(stage, key("End")), { right: 12 });
  for (const other of ["a", "Tab", "Enter", "+", "Delete"]) assert.equal(keyed(stage, key(other)), null);
  assert.equal(keyed(stage, key("ArrowRight", { ctrlKey: true })), null);
});

test("keys put, move, size and take off a cover", () => {
  /** @type {Ground} */
  const stage = made({ edit: { cover: null }, tool: "cover", size: SIZE });
  const placed = there(there(keyed(stage, key("ArrowLeft"))).cover);
  assert.ok(inside(placed));
  assert.deepEqual(there(keyed({ ...stage, edit: made({ cover }) }, key("ArrowLeft"))).cover, { ...cover, left: 5 });
  assert.deepEqual(there(keyed({ ...stage, edit: made({ cover }) }, key("Home"))).cover, { ...cover, left: 0 });
  assert.deepEqual(there(keyed({ ...stage, edit: made({ cover }) }, key("+"))).cover, { top: 3, left: 5, rows: 7, columns: 9 });
  assert.deepEqual(keyed({ ...stage, edit: made({ cover }) }, key("Delete")), { cover: null });
  assert.equal(keyed({ ...stage, edit: made({ cover }) }, key("Tab")), null);
});

test("bars are sorted by what is asked for, and the list given stays as it was", () => {
  const rows = [{ name: "a", before: 0.5, after: 0.1 }, { name: "b", before: 0.4, after: 0.45 }, { name: "c", before: 0, after: 0.3 }];
  /** @param {string} order */
  const names = (order) => sorted(rows, order).map(({ name }) => name).join("");
  assert.deepEqual(["before", "after", "change"].map(names), ["abc", "bca", "acb"]);
  assert.equal(rows[0].name, "a");
});

test("the checksum is Adler's, and mirroring goes on beyond both ends", () => {
  assert.equal(adler(new TextEncoder().encode("Wikipedia")), 0x11e60398);
  assert.deepEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((place) => mirrored(place, 3)), [0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2]);
  assert.equal(mirrored(7, 1), 0);
});
