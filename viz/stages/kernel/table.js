// "As a table", below every stage that shows numbers in cells: a button, and what the stage shows at this moment as real
// tables, which follow it.

import { made, part, put } from "./text.js";

/** @import { Stage, Table, Tables } from "./types.d.ts" */

const REST = 100; // milliseconds between two versions of the tables, while somebody walks or something plays
const NAMED = 500; // milliseconds of rest after which folded tables have their new name

/** Puts the button below a stage; `read()` gives its tables. @param {HTMLElement} root @param {() => Table[]} read @returns {Tables} */
export function makeTables(root, read) {
  const holder = Object.assign(document.createElement("div"), { className: "as-table" });
  // Each stage is in a root of its own, so that one id serves all.
  holder.innerHTML =
    '<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="tables" id="tables" role="region" tabindex="0" hidden></div>';
  const [button, box] = [part(holder, "button"), part(holder, ".tables")];
  /** @type {Tables} */
  const tables = { button, box, read, words: {}, timer: 0 };
  button.onclick = () => {
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    clearTimeout(tables.timer);
    tables.timer = 0;
    writeTables(tables);
    showPresent(box);
  };
  root.after(holder);
  return tables;
}

/** Names the button in the visitor's language. @param {Tables} tables @param {Record<string, string>} words */
export function nameTables(tables, words) {
  tables.button.textContent = words.as_table ?? "";
  tables.words = words;
}

/** Something else is on stage: the tables follow; while they are folded, their name does, at rest. @param {Tables} tables */
export function followTables(tables) {
  const { hidden } = tables.box;
  if (tables.timer && !hidden) return;
  clearTimeout(tables.timer);
  tables.timer = setTimeout(() => {
    tables.timer = 0;
    if (hidden) nameAfter(tables, tables.read());
    else writeTables(tables);
  }, hidden ? NAMED : REST);
}

/** Of several stages on a page, each says what it lists. @param {Tables} tables @param {Table[]} shown */
function nameAfter({ button, box, words }, [first]) {
  if (first === undefined) return;
  const name = put(words.as_table_of ?? "", { table: words.as_table, what: first.caption });
  for (const element of [button, box]) element.setAttribute("aria-label", name);
}

/** @param {Tables} tables */
function writeTables(tables) {
  const { box, read } = tables;
  if (box.hidden) return;
  const { scrollLeft, scrollTop } = box;
  const shown = read();
  nameAfter(tables, shown);
  box.replaceChildren(...shown.map(tableOf));
  Object.assign(box, { scrollLeft, scrollTop });
}

/** Brings the cell in question into the box: on a telephone a map is wider than that. @param {HTMLElement} box */
function showPresent(box) {
  const present = box.querySelector('td[aria-current="true"]');
  if (!(present instanceof HTMLElement)) return;
  const [inner, outer] = [present.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

/** @param {Table} table */
function tableOf({ caption, note = "", columns, rows, at = [-1, -1] }) {
  const table = document.createElement("table");
  // The words stay in sight while the numbers are scrolled sideways.
  const [title, words] = [document.createElement("caption"), made("span", caption)];
  if (note) words.append(" ", made("small", note));
  title.append(words);
  const [head, body] = [document.createElement("thead"), document.createElement("tbody")];
  head.append(line(columns.map((text) => (text === "" ? made("td", "") : header(text, "col")))));
  body.append(...rows.map((cells, row) => line(cells.map((text, place) => (place === 0 ? header(text, "row") : made("td", text))), row === at[0] ? at[1] : null)));
  table.append(title, head, body);
  return table;
}

/** @param {string} text @param {"col" | "row"} scope */
const header = (text, scope) => Object.assign(made("th", text), { scope });

/** A row; `at`: which of its cells is in question, −1 for all of them. @param {HTMLElement[]} cells @param {number | null} [at] */
function line(cells, at = null) {
  const row = document.createElement("tr");
  row.append(...cells);
  if (at !== null) (at < 0 ? row : cells[at + 1])?.setAttribute("aria-current", "true");
  return row;
}
