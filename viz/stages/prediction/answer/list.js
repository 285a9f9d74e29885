// @ts-nocheck
// A long list of which only the rows in sight exist: rows of one height, chosen by pointer and keys.

const BESIDE = 3; // rows made above and below those in sight

/** Which rows are in sight: [first, behind the last). */
export function rowsInSight(top, height, rowHeight, count) {
  const first = Math.max(0, Math.floor(top / rowHeight) - BESIDE);
  return [first, Math.min(count, Math.ceil((top + height) / rowHeight) + BESIDE)];
}

/** Where a key leads in a list of `count` rows with `page` in sight, from row `from`; null for other keys. */
export function rowAfter(key, from, count, page) {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
  if (step !== undefined) return Math.max(0, Math.min(count - 1, from + step));
  return { Home: 0, End: count - 1 }[key] ?? null;
}

/**
 * Makes a list inside `scroller`. `fill(row, place)` writes a row; `chosen()` the place of the chosen row, −1 for none;
 * `choose(place)` and `hover(place or null)` are told what a visitor does. `show(count)` draws it anew.
 */
export function makeList(scroller, rowHeight, { fill, chosen, choose, hover }) {
  const sheet = document.createElement("div");
  scroller.replaceChildren(sheet);
  const list = { count: 0, rows: new Map() };
  const page = () => Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 1);
  const draw = () => {
    const [first, last] = rowsInSight(scroller.scrollTop, scroller.clientHeight || 240, rowHeight, list.count);
    for (const [place, row] of list.rows) {
      if (place >= first && place < last) continue;
      row.remove();
      list.rows.delete(place);
    }
    for (let place = first; place < last; place += 1) drawRow(place);
    scroller.setAttribute("aria-activedescendant", list.rows.get(chosen())?.id ?? "");
  };
  const drawRow = (place) => {
    let row = list.rows.get(place);
    if (row === undefined) {
      row = Object.assign(document.createElement("div"), { className: "row", id: `${scroller.dataset.list}-${place}` });
      row.setAttribute("role", "option");
      row.style.top = `${place * rowHeight}px`;
      row.onpointerenter = () => hover(place);
      row.onclick = () => choose(place);
      list.rows.set(place, row);
      sheet.append(row);
    }
    row.classList.toggle("chosen", place === chosen());
    row.setAttribute("aria-selected", String(place === chosen()));
    fill(row, place);
  };
  scroller.onscroll = draw;
  scroller.onpointerleave = () => hover(null);
  scroller.onkeydown = (event) => {
    const to = rowAfter(event.key, Math.max(0, chosen()), list.count, page());
    if (to === null || list.count === 0) return;
    event.preventDefault();
    choose(to);
    list.reveal(to);
  };
  list.show = (count) => {
    list.count = count;
    sheet.style.height = `${count * rowHeight}px`;
    draw();
  };
  list.reveal = (place) => {
    const [top, bottom] = [place * rowHeight, (place + 1) * rowHeight];
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
    draw();
  };
  list.rewind = () => (scroller.scrollTop = 0);
  return list;
}
