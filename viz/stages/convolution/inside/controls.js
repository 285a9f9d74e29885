// The controls above the stage: adding up the parts one after the other, their order, and the picture to keep.

import { makeButton, makeTransport, showTransport } from "../../kernel/controls.js";
import { counted } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";

/** @import { Actions, Inside, View } from "./types.d.ts" */

const ORDERS = ["channel", "contribution", "size"];

/** Makes the controls once per language. `act`: { play, step(by), show(count), order(name), save }. @param {Inside} stage @param {Actions} act */
export function buildControls({ find, words }, act) {
  const bar = find(".controls");
  if (bar.dataset.words === words.order) return;
  bar.dataset.words = words.order;
  const transport = makeTransport(words, { name: "added", label: words.added_label, min: 0 }, act);
  transport.append(document.createElement("output"));
  bar.replaceChildren(transport, makeSelect(words, act), makeButton("save", words.save_png, act.save));
}

/** @param {Record<string, string>} words @param {Actions} act */
function makeSelect(words, act) {
  const label = document.createElement("label");
  const select = Object.assign(document.createElement("select"), { name: "order" });
  for (const order of ORDERS) select.add(new Option(words[`order_${order}`], order));
  select.onchange = () => act.order(/** @type {View["order"]} */ (select.value));
  label.append(words.order, select);
  return label;
}

/** Sets the controls to the view that is shown. @param {Inside} stage */
export function showControls({ find, view, parts, words, playing }) {
  find("select[name=order]").value = view.order;
  const count = parts.length;
  const said = put(counted(words, "added", count), { added: view.added, count });
  find(".transport output").textContent = said;
  showTransport(find, words, { at: view.added, max: count, said, playing });
}
