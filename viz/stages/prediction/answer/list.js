// A long list of which only the rows in sight exist: rows of one height, chosen by pointer and keys.

import { bindKeys } from "../../kernel/keys.js";
import { perUnit, px } from "../../kernel/size.js";

/** @import { List, ListActs } from "./types.d.ts" */

const BESIDE = 3; // rows made above and below those in sight

/**
 * Which rows are in sight: [first, behind the last).
 *
 * @param {number} top @param {number} height @param {number} rowHeight @param {number} count
 */
export function rowsInSight(top, height, rowHeight, count) {
  const first = Math.max(0, Math.floor(top / rowHeight) - BESIDE);
  return [first, Math.min(count, Math.ceil((top + height) / rowHeight) + BESIDE)];
}

/**
 * Makes a list inside `scroller`. `fill(row, place)` writes a row; `chosen()` the place of the chosen row, −1 for none;
 * `choose(place)` and `hover(place or null)` are told what a visitor does. `show(count)` draws it anew.
 *
 * @param {HTMLElement} scroller @param {number} rowHeight
 * @param {ListActs} acts @returns {List}
 */
export function makeList(scroller, rowHeight, { fill, chosen, choose, hover }) {
  const sheet = document.createElement("div");
  scroller.replaceChildren(sheet);
  /** @type {Map<number, HTMLElement>} */
  const rows = new Map();
  let count = 0;
  const tall = () => scroller.clientHeight / perUnit();
  const page = () => Math.max(1, Math.floor(tall() / rowHeight) - 1);
  const draw = () => {
    const [first, last] = rowsInSight(scroller.scrollTop / perUnit(), tall() || 240, rowHeight, count);
    for (const [place, row] of rows) {
      if (place >= first && place < last) continue;
      row.remove();
      rows.delete(place);
    }
    for (let place = first; place < last; place += 1) drawRow(place);
    scroller.setAttribute("aria-activedescendant", rows.get(chosen())?.id ?? "");
  };
  /** @param {number} place */
  const drawRow = (place) => {
    let row = rows.get(place);
    if (row === undefined) {
      row = Object.assign(document.createElement("div"), { className: "row", id: `${scroller.dataset.list}-${place}` });
      row.setAttribute("role", "option");
      row.style.top = px(place * rowHeight);
      row.onpointerenter = () => hover(place);
      row.onclick = () => choose(place);
      rows.set(place, row);
      sheet.append(row);
    }
    row.classList.toggle("chosen", place === chosen());
    row.setAttribute("aria-selected", String(place === chosen()));
    fill(row, place);
  };
  scroller.onscroll = draw;
  scroller.onpointerleave = () => hover(null);
  /** @param {number} place */
  const reveal = (place) => {
    const [top, bottom] = [place, place + 1].map((at) => at * rowHeight * perUnit());
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
    draw();
  };
  bindKeys(scroller, {
    layout: () => ({ kind: "list", count, page: page() }),
    at: () => Math.max(0, chosen()),
    go: (to) => {
      if (count === 0) return;
      choose(to);
      reveal(to);
    },
  });
  /** @param {number} now */
  const show = (now) => {
    count = now;
    sheet.style.height = px(count * rowHeight);
    draw();
  };
  const rewind = () => {
    scroller.scrollTop = 0;
  };
  return { show, reveal, rewind };
}
