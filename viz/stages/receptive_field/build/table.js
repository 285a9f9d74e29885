// The stack as a table to edit: one layer a row, with its settings, what comes of it, and buttons to move and remove it.

import { made, part, put } from "../../kernel/text.js";
import { allow, makeButton } from "../../kernel/controls.js";
import { BOUNDS, MOST_LAYERS, NUMBERS } from "./layers.js";

/** @import { Build, Edits, Layer } from "./types.d.ts" */

const HEADS = ["kind", ...NUMBERS, "output", "seen"];

/**
 * Shows the stack. `act`: { change(index, setting, value), move(index, by), remove(index), add(kind), show(step) }.
 * Rows are kept where there are as many as before, so that who types in one keeps the focus.
 *
 * @param {Build} stage @param {Edits} act
 */
export function showTable(stage, act) {
  const { find, layers, words } = stage;
  const table = find("table");
  if (table.dataset.words !== words.kind) buildFrame(stage, act);
  while (table.tBodies.length > layers.length) table.tBodies[table.tBodies.length - 1].remove();
  while (table.tBodies.length < layers.length) table.append(makeRow(stage, table.tBodies.length, act));
  layers.forEach((layer, index) => fillRow(stage, table.tBodies[index], layer, index));
  for (const button of find(".more").querySelectorAll("button")) allow(button, layers.length !== MOST_LAYERS);
}

/** @param {Build} stage @param {Edits} act */
function buildFrame({ find, words }, act) {
  const table = find("table");
  table.dataset.words = words.kind;
  table.setAttribute("aria-label", words.table);
  for (const body of [...table.tBodies]) body.remove();
  const line = document.createElement("tr");
  /** @param {string} text */
  const head = (text) => Object.assign(document.createElement("th"), { textContent: text, scope: "col" });
  line.append(made("td", ""), ...HEADS.map((name) => head(words[name])), made("td", ""));
  find("thead").replaceChildren(line);
  const adds = /** @type {("c" | "m")[]} */ (["c", "m"]).map((kind) => makeButton(`add_${kind}`, words[`add_${kind}`], () => act.add(kind)));
  find(".more").replaceChildren(...adds);
}

/** @param {Build} stage @param {number} index @param {Edits} act */
function makeRow({ words }, index, act) {
  const body = document.createElement("tbody");
  body.innerHTML = "<tr></tr><tr class='problem' hidden><td colspan='9'><span></span></td></tr>";
  /** @param {(string | number | Node)[]} content */
  const cell = (...content) => {
    const field = document.createElement("td");
    field.append(...content.map((each) => (typeof each === "number" ? String(each) : each)));
    return field;
  };
  const kind = Object.assign(document.createElement("select"), { name: "kind" });
  for (const each of ["c", "m"]) kind.add(new Option(words[`kind_${each}`], each));
  kind.onchange = () => act.change(index, "kind", kind.value);
  const inputs = NUMBERS.map((name) => {
    const [min, max] = BOUNDS[name];
    const input = Object.assign(document.createElement("input"), { type: "number", name, min: String(min), max: String(max), step: "1" });
    input.onchange = () => act.change(index, name, Number(input.value));
    return input;
  });
  const tools = cell(
    makeButton("up", put(words.up, { number: index + 1 }), () => act.move(index, -1), "↑"),
    makeButton("down", put(words.down, { number: index + 1 }), () => act.move(index, 1), "↓"),
    makeButton("remove", put(words.remove, { number: index + 1 }), () => act.remove(index), "✕"),
  );
  tools.className = "tools";
  const [output, seen] = [document.createElement("b"), document.createElement("b")];
  [output.className, seen.className] = ["output", "seen"];
  body.rows[0].append(cell(index + 1), cell(kind), ...inputs.map((input) => cell(input)), cell(output), cell(seen), tools);
  [kind, ...inputs].forEach((control) =>
    control.setAttribute("aria-label", put(words.setting, { number: index + 1, setting: words[control.name] })),
  );
  // A row is made once and removed whole, so that its listeners never pile up.
  /** @param {Event} event @param {string} selector */
  const isIn = ({ target }, selector) => /** @type {Element} */ (target).closest(selector) !== null;
  body.addEventListener("focusin", (event) => !isIn(event, "button") && act.show(index + 1));
  body.onclick = (event) => !isIn(event, "button, select, input") && act.show(index + 1);
  return body;
}

/** @param {Build} stage @param {HTMLTableSectionElement} body @param {Layer} layer @param {number} index */
function fillRow({ stages, layers, view, words }, body, layer, index) {
  part(body, "[name=kind]").value = layer.kind;
  for (const name of NUMBERS) part(body, `[name=${name}]`).value = layer[name];
  const { size, field, problem } = stages[index];
  part(body, ".output").textContent = size ?? "–";
  part(body, ".seen").textContent = field;
  allow(part(body, ".up"), index !== 0);
  allow(part(body, ".down"), index !== layers.length - 1);
  allow(part(body, ".remove"), layers.length !== 1);
  body.classList.toggle("shown", view.step === index + 1);
  body.classList.toggle("beyond", index >= view.step);
  body.rows[1].hidden = problem === null;
  part(body.rows[1], "span").textContent = problem === null ? "" : put(words[`impossible_${problem.argument}`], { number: index + 1, ...problem });
}
