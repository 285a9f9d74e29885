// The ways of grouping as a table to choose from: how many means, from how many values, over which axes.

import { bindKeys } from "../../kernel/keys.js";
import { groupsOf } from "./groups.js";

/** @import { Groups, View } from "./types.d.ts" */

/** What Python says of the chosen way of grouping. @param {Pick<Groups, "kinds" | "view" | "shape">} stage */
export function kindOf({ kinds, view, shape }) {
  const groups = groupsOf(view, shape[1]);
  const found = kinds.find((kind) => kind.over === view.over && (kind.over !== "group" || kind.groups === groups));
  return found ?? kinds[0];
}

/**
 * Makes the rows anew; `choose(changes)` is called with what a visitor chooses.
 *
 * @param {Groups} stage @param {(changes: Partial<View>) => void} choose
 */
export function makeChoices(stage, choose) {
  const { find, divisors, kinds } = stage;
  const overs = [...new Set(kinds.map(({ over }) => over))];
  const rows = overs.map((over) => makeRow(over));
  const holder = find(".choices");
  holder.replaceChildren(...rows);
  rows.forEach((row, at) => {
    row.onclick = () => choose({ over: overs[at] });
  });
  bindKeys(holder, {
    layout: () => ({ kind: "list", count: overs.length }),
    at: () => overs.indexOf(stage.view.over),
    go: (at) => {
      choose({ over: overs[at] });
      rows[at].focus();
    },
  });
  const select = find(".groups select");
  select.replaceChildren(...divisors.map((count) => new Option(String(count), String(count))));
  select.onchange = () => choose({ over: "group", groups: Number(select.value) });
}

/** @param {string} over */
function makeRow(over) {
  const row = document.createElement("button");
  row.type = "button";
  row.className = "choice";
  row.dataset.over = over;
  row.setAttribute("role", "radio");
  row.innerHTML = '<span><b></b><small></small></span><code class="of-first"></code><code class="of-last"></code>';
  return row;
}

/**
 * Writes what holds now: the chosen row, and the numbers of group norm with the chosen number of groups.
 *
 * @param {Groups} stage
 */
export function writeChoices(stage) {
  const { find, view, words } = stage;
  for (const row of find(".choices").children) {
    const { over } = row.dataset;
    const kind = kindOf({ ...stage, view: { ...view, over } });
    const chosen = over === view.over;
    row.setAttribute("aria-checked", String(chosen));
    row.tabIndex = chosen ? 0 : -1;
    const texts = { b: words[`over_${over}`], small: kind.short, ".of-first": kind.axes_first, ".of-last": kind.axes_last };
    for (const [selector, text] of Object.entries(texts)) row.querySelector(selector).textContent = text;
  }
  find(".groups select").value = String(view.groups);
  find(".counted").textContent = kindOf(stage).counted;
}
