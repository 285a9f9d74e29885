// The classes of one update, a row each: logit, probability, target, δ; a cell is empty until its step has come.

import { bindKeys } from "../../kernel/keys.js";
import { bindPointer } from "../../kernel/pointer.js";
import { whole } from "../../kernel/numerals.js";
import { say } from "../../kernel/scale.js";
import { made } from "../../kernel/text.js";

/** @import { Table } from "../../kernel/types.d.ts" */
/** @import { Update } from "./types.d.ts" */

const COLUMNS = ["logit", "probability", "target", "delta"];
const STEPS = ["linear", "softmax", "loss", "d_linear"];

/** Has the rows be pointed at, and walked. @param {Update} stage @param {(row: number) => void} point */
export function bindClasses(stage, point) {
  const body = stage.find(".classes tbody");
  /** @param {Event} event */
  const rowOf = ({ target }) => /** @type {HTMLTableRowElement | null} */ (/** @type {Element} */ (target).closest("tr"));
  bindPointer(body, {
    at: (event) => rowOf(event)?.sectionRowIndex ?? null,
    look: (row) => row !== null && point(row),
    choose: (row) => point(row),
  });
  const table = stage.find(".classes table");
  table.tabIndex = 0;
  bindKeys(table, {
    layout: () => ({ kind: "list", count: body.rows.length }),
    at: () => (stage.pointed?.key === "linear" ? stage.pointed.row : 0),
    go: point,
  });
}

/** What stands in the row of each class. @param {Update} stage @returns {string[][]} */
function rowsOf({ classes, families, view, steps, case: { forward, backward } }) {
  const ours = view.loss === "cross_entropy";
  return classes[families[view.source]].map((name, at) => {
    const numbers = [forward.logits[at], ours ? forward.probabilities[at] : NaN, Number(at === view.label), backward.logits[at]];
    return [name, ...numbers.map((number, column) => (view.step < steps.indexOf(STEPS[column]) ? "" : Number.isNaN(number) && !ours ? "–" : column === 2 ? whole(number) : say(number, 0)))];
  });
}

/** @param {Update} stage */
export function showClasses(stage) {
  const { find, words, view, pointed } = stage;
  const heads = ["class", ...COLUMNS].map((name) => Object.assign(made("th", words[`column_${name}`]), { scope: "col" }));
  const line = document.createElement("tr");
  line.append(...heads);
  find(".classes thead").replaceChildren(line);
  const table = find(".classes table");
  table.setAttribute("aria-label", words.classes);
  const rows = rowsOf(stage).map(([name, ...cells], at) => {
    const row = document.createElement("tr");
    row.append(Object.assign(made("th", name), { scope: "row" }), ...cells.map((cell) => made("td", cell)));
    row.classList.toggle("true", at === view.label);
    row.classList.toggle("pointed", pointed?.key === "linear" && pointed.row === at);
    return row;
  });
  find(".classes tbody").replaceChildren(...rows);
}

/** The same for those who read tables. @param {Update} stage @returns {Table} */
export function tableOfClasses(stage) {
  const { words, pointed } = stage;
  const columns = ["class", ...COLUMNS].map((name) => words[`column_${name}`]);
  const rows = rowsOf(stage).map(([name, ...cells]) => [name, ...cells.map((cell) => cell || "–")]);
  return { caption: words.classes, columns, rows, ...(pointed?.key === "linear" ? { at: [pointed.row, -1] } : {}) };
}
