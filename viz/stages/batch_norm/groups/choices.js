// @ts-nocheck
// The ways of grouping as a table to choose from: how many means, from how many values, over which axes.

import { groupsOf } from "./groups.js";

/** What Python says of the chosen way of grouping. */
export function kindOf({ kinds, view, shape }) {
  const groups = groupsOf(view, shape[1]);
  return kinds.find((kind) => kind.over === view.over && (kind.over !== "group" || kind.groups === groups));
}

/** Makes the rows anew; `choose(changes)` is called with what a visitor chooses. */
export function makeChoices(stage, choose) {
  const { find, words, divisors, kinds } = stage;
  const overs = [...new Set(kinds.map(({ over }) => over))];
  find(".first").textContent = words.axes_first;
  find(".last").textContent = words.axes_last;
  const rows = overs.map((over) => makeRow(over));
  const holder = find(".choices");
  holder.setAttribute("aria-label", words.choices);
  holder.replaceChildren(...rows);
  holder.onclick = (event) => {
    const row = event.target.closest(".choice");
    if (row) choose({ over: row.dataset.over });
  };
  holder.onkeydown = (event) => walk(event, overs, stage.view.over, (over) => {
    choose({ over });
    holder.querySelector(`[data-over="${over}"]`).focus();
  });
  const select = find(".groups select");
  find(".groups span").textContent = words.groups;
  select.replaceChildren(...divisors.map((count) => new Option(String(count), String(count))));
  select.onchange = () => choose({ over: "group", groups: Number(select.value) });
}

function makeRow(over) {
  const row = document.createElement("button");
  row.type = "button";
  row.className = "choice";
  row.dataset.over = over;
  row.setAttribute("role", "radio");
  row.innerHTML = '<span><b></b><small></small></span><code class="of-first"></code><code class="of-last"></code>';
  return row;
}

function walk(event, overs, over, choose) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const at = { Home: 0, End: overs.length - 1 }[event.key] ?? overs.indexOf(over) + step;
  if (Number.isNaN(at)) return;
  event.preventDefault();
  if (overs[at] !== undefined) choose(overs[at]);
}

/** Writes what holds now: the chosen row, and the numbers of group norm with the chosen number of groups. */
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
