// The controls above the kernels: the moment, stepped, played or slid, and what is shown of it.

import { makeTransport, showTransport } from "../../kernel/controls.js";
import { made } from "../../kernel/text.js";

/** @import { Actions, Edges } from "./types.d.ts" */

/** @typedef {"scale" | "curve" | "beside" | "layer"} Choice */

/** Makes the controls, once for their words. @param {Edges} stage @param {Actions} act */
export function buildControls({ find, words, options }, act) {
  find(".run").replaceChildren(makeTransport(words, { name: "moment", label: words.moment, min: 0 }, act));
  for (const [name, values] of Object.entries(options)) {
    const select = find(`select[name=${name}]`);
    select.replaceChildren(...values.map((value) => Object.assign(made("option", words[`${name}_${value}`]), { value })));
    select.onchange = () => act.choose(name, select.value);
  }
}

/** Sets the controls to the view. @param {Edges} stage @param {string} said */
export function showControls({ find, view, words, options, updates, playing }, said) {
  for (const name of /** @type {Choice[]} */ (Object.keys(options))) find(`select[name=${name}]`).value = view[name];
  showTransport(find, words, { at: view.moment, max: updates.length - 1, said, playing });
}
