import assert from "node:assert/strict";
import test from "node:test";

import { bindKeys, next, press } from "../../../viz/stages/kernel/keys.js";

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp", "a"];

/** @param {any} layout @param {any} at */
const from = (layout, at) => Object.fromEntries(KEYS.map((key) => [key, next(layout, key, at)]));

/** A key as a browser tells of it. @param {string} key @param {object} held @returns {any} */
const pressed = (key, held = {}) => ({ key, ...held, prevented: false, preventDefault() { this.prevented = true; } });

test("in a list arrows lead one on or back, Home and End to the ends, and nothing leads out of it", () => {
  const list = /** @type {const} */ ({ kind: "list", count: 4 });
  assert.deepEqual(from(list, 1), {
    ArrowRight: 2, ArrowLeft: 0, ArrowDown: 2, ArrowUp: 0, Home: 0, End: 3, PageDown: null, PageUp: null, a: null,
  });
  assert.deepEqual([next(list, "ArrowRight", 3), next(list, "ArrowUp", 0)], [3, 0]);
});

test("a list may go round, rise, lie flat, or be turned page by page", () => {
  assert.deepEqual([next({ kind: "list", count: 3, wraps: true }, "ArrowDown", 2), next({ kind: "list", count: 3, wraps: true }, "ArrowUp", 0)], [0, 2]);
  assert.deepEqual([next({ kind: "list", count: 3, rises: true }, "ArrowUp", 1), next({ kind: "list", count: 3, rises: true }, "ArrowRight", 1)], [2, 2]);
  assert.deepEqual([next({ kind: "list", count: 3, flat: true }, "ArrowUp", 1), next({ kind: "list", count: 3, flat: true }, "ArrowLeft", 1)], [null, 0]);
  assert.deepEqual(["PageDown", "PageUp"].map((key) => next({ kind: "list", count: 9, page: 4 }, key, 2)), [6, 0]);
});

test("in lines of tiles up and down lead to the next line, and stay where it has no tile", () => {
  const tiles = /** @type {const} */ ({ kind: "tiles", count: 7, across: 3 });
  assert.deepEqual(["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].map((key) => next(tiles, key, 3)), [6, 0, 4, 2]);
  assert.deepEqual([next(tiles, "ArrowDown", 5), next(tiles, "ArrowUp", 2), next(tiles, "End", 0)], [5, 2, 6]);
});

test("on a map Home and End lead along the row, or to the corners", () => {
  const map = /** @type {const} */ ({ kind: "cells", rows: 3, columns: 5 });
  assert.deepEqual(from(map, [1, 2]), {
    ArrowRight: [1, 3], ArrowLeft: [1, 1], ArrowDown: [2, 2], ArrowUp: [0, 2],
    Home: [1, 0], End: [1, 4], PageDown: null, PageUp: null, a: null,
  });
  const corners = { ...map, corners: true };
  assert.deepEqual([next(corners, "Home", [1, 2]), next(corners, "End", [1, 2])], [[0, 0], [2, 4]]);
});

test("from every place of every layout every key leads to a place of it, and arrows back to where one was", () => {
  const opposite = { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight", ArrowDown: "ArrowUp", ArrowUp: "ArrowDown" };
  for (const [rows, columns] of [[1, 1], [1, 6], [4, 1], [3, 5]]) {
    const layouts = [
      [{ kind: "cells", rows, columns }, Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns])],
      [{ kind: "tiles", count: rows * columns, across: columns }, [...Array(rows * columns).keys()]],
      [{ kind: "list", count: rows * columns }, [...Array(rows * columns).keys()]],
    ];
    for (const [layout, places] of /** @type {[any, any[]][]} */ (layouts)) {
      const known = new Set(places.map(String));
      for (const place of places) {
        for (const key of KEYS.slice(0, 6)) {
          const to = next(layout, key, place);
          assert.ok(known.has(String(to)), `${key} from ${place}`);
          if (key in opposite && String(to) !== String(place)) {
            assert.deepEqual(next(layout, opposite[/** @type {keyof typeof opposite} */ (key)], to), place);
          }
        }
      }
    }
  }
});

test("no place leads nowhere in a list that holds none", () => {
  for (const key of KEYS.slice(0, 6)) assert.ok(Number(next({ kind: "list", count: 0 }, key, 0)) <= 0);
});

test("a key that is taken doesn't scroll the page; one that means nothing, or belongs to the browser, is left to it", () => {
  /** @type {number[]} */
  const gone = [];
  const act = { layout: () => /** @type {const} */ ({ kind: "list", count: 3 }), at: () => 1, go: (/** @type {number} */ to) => gone.push(to) };
  const [taken, other, back] = [pressed("ArrowRight"), pressed("q"), pressed("ArrowLeft", { altKey: true })];
  for (const event of [taken, other, back]) press(act, event);
  assert.deepEqual([taken, other, back].map(({ prevented }) => prevented), [true, false, false]);
  assert.deepEqual(gone, [2]);
});

test("a key of a stage's own comes before where it would lead", () => {
  /** @type {string[]} */
  const done = [];
  const keys = { " ": () => done.push("play"), Home: () => done.push("first") };
  const act = { layout: () => /** @type {const} */ ({ kind: "list", count: 3 }), at: () => 1, go: () => done.push("gone"), keys };
  for (const key of [" ", "Home", "End"]) press(act, pressed(key));
  assert.deepEqual(done, ["play", "first", "gone"]);
});

test("a key that means nothing is not taken from the browser by what a handler returns: the tabulator leads on", () => {
  const element = { onkeydown: (/** @type {any} */ _) => /** @type {any} */ (null), getAttribute: () => null, setAttribute: () => {} };
  bindKeys(/** @type {any} */ (element), { layout: () => ({ kind: "list", count: 3 }), at: () => 0, go: () => false });
  for (const key of ["Tab", "q", "ArrowRight"]) assert.equal(element.onkeydown(pressed(key)), undefined);
});

test("what takes keys has a role that lets them through; a widget keeps its own", () => {
  for (const [role, then] of [["img", "application"], [null, "application"], ["grid", "application"], ["slider", "slider"], ["listbox", "listbox"]]) {
    const element = { role, getAttribute() { return this.role; }, setAttribute(/** @type {string} */ _, /** @type {string} */ other) { this.role = other; } };
    bindKeys(/** @type {any} */ (element), {});
    assert.equal(element.role, then);
  }
});
