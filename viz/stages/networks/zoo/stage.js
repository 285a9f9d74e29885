// All networks as a table: a click anywhere in a row chooses it, and so does Enter on its name; arrow keys lead from row to
// row, and the heads sort. It has no drawing, and no view that could be told or taken back, so it does without the life of
// a stage.

import { bindKeys } from "../../kernel/keys.js";
import { arrive, opened } from "../../kernel/payload.js";
import { made, part } from "../../kernel/text.js";
import { waiting } from "../../kernel/waiting.js";
import { sorted } from "./sorted.js";

/** @import { Mounting } from "../../kernel/types.d.ts" */
/** @import { Line } from "./sorted.js" */
/** @typedef {{ text: string, help: string, number: boolean }} Column */
/** @typedef {{ caption: string, columns: Column[], lines: Line[], chosen: string }} Payload */
/** @typedef {{ data: Payload, by: number | null, falling: boolean, at: string, choose(name: string): void }} Zoo */

const PAGE = 8; // rows that a page key leads on: about as many as are seen

/** @type {WeakMap<HTMLElement, Zoo>} */
const mounted = new WeakMap();

/** @type {WeakMap<HTMLElement, { awaited?: unknown }>} */
const places = new WeakMap();

/** @param {Mounting<Uint8Array>} mounting */
export default function mountZoo({ data, parentElement, setTriggerValue }) {
  const root = part(parentElement, ".zoo");
  const place = places.get(root) ?? {};
  places.set(root, place);
  arrive(place, data, () => show(root, /** @type {any} */ (opened(data)), setTriggerValue), waiting(root, setTriggerValue));
}

/** @param {HTMLElement} root @param {Payload} data @param {Mounting["setTriggerValue"]} setTriggerValue */
function show(root, data, setTriggerValue) {
  /** @type {Zoo} */
  const zoo = mounted.get(root) ?? { data, by: null, falling: false, at: data.chosen, choose: () => {} };
  zoo.choose = (name) => {
    zoo.at = name;
    setTriggerValue("chosen", name);
  };
  const same = mounted.has(root) && JSON.stringify(zoo.data) === JSON.stringify(data);
  if (zoo.data.chosen !== data.chosen) zoo.at = data.chosen;
  mounted.set(root, Object.assign(zoo, { data }));
  if (!same) write(root, zoo);
  root.dataset.drawn = data.chosen;
}

/** Writes the table; who stood on a row or a head goes on standing there. @param {HTMLElement} root @param {Zoo} zoo */
function write(root, zoo) {
  const page = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  const held = /** @type {HTMLElement | null} */ (page.activeElement)?.dataset.name;
  const { columns, lines, caption } = zoo.data;
  part(root, "caption").textContent = caption;
  const head = document.createElement("tr");
  head.append(...columns.map((column, at) => headOf(root, zoo, column, at)));
  part(root, "thead").replaceChildren(head);
  const shown = sorted(lines, zoo.by, zoo.falling);
  if (!shown.some(({ name }) => name === zoo.at)) zoo.at = shown[0]?.name ?? "";
  part(root, "tbody").replaceChildren(...shown.map((line) => rowOf(root, zoo, line)));
  if (held !== undefined) find(root, held)?.focus({ preventScroll: true });
}

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement | undefined} */
const find = (root, name) => [...root.querySelectorAll("button")].find((button) => button.dataset.name === name);

/** The head of a column, which sorts by it: rising first, then falling. @param {HTMLElement} root @param {Zoo} zoo @param {Column} column @param {number} at */
function headOf(root, zoo, { text, help, number }, at) {
  const button = Object.assign(made("button", text), { type: "button", title: help });
  button.dataset.name = `head ${at}`;
  button.onclick = () => {
    Object.assign(zoo, { by: at, falling: zoo.by === at && !zoo.falling });
    write(root, zoo);
    part(root, ".scroller").scrollTop = 0;
  };
  const cell = Object.assign(document.createElement("th"), { scope: "col", className: number ? "number" : "" });
  if (zoo.by === at) cell.setAttribute("aria-sort", zoo.falling ? "descending" : "ascending");
  cell.append(button);
  return cell;
}

/** @param {HTMLElement} root @param {Zoo} zoo @param {Line} line */
function rowOf(root, zoo, { name, cells }) {
  const { columns, chosen } = zoo.data;
  const button = Object.assign(made("button", cells[0]), { type: "button", tabIndex: name === zoo.at ? 0 : -1 });
  button.dataset.name = name;
  button.setAttribute("aria-pressed", String(name === chosen));
  button.onfocus = () => stand(root, zoo, button);
  bindKeys(button, walk(root, name));
  const head = Object.assign(document.createElement("th"), { scope: "row" });
  head.append(button);
  const row = document.createElement("tr");
  row.append(head, ...cells.slice(1).map((text, at) => Object.assign(made("td", text), { className: columns[at + 1].number ? "number" : "" })));
  row.onclick = () => zoo.choose(name);
  if (name === chosen) row.setAttribute("aria-current", "true");
  return row;
}

/** Where keys lead from a row. @param {HTMLElement} root @param {string} name @returns {import("../../kernel/types.d.ts").KeyActs<number>} */
function walk(root, name) {
  const buttons = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll("tbody button")]);
  return {
    layout: () => ({ kind: "list", count: buttons().length, page: PAGE }),
    at: () => buttons().findIndex((button) => button.dataset.name === name),
    go: (place) => buttons()[place].focus(),
  };
}

/** The tabulator comes back to where somebody stood last. @param {HTMLElement} root @param {Zoo} zoo @param {HTMLButtonElement} button */
function stand(root, zoo, button) {
  zoo.at = button.dataset.name ?? "";
  for (const other of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("tbody button"))) other.tabIndex = other === button ? 0 : -1;
}
