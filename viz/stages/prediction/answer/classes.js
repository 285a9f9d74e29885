// All classes by logit, with what the softmax makes of them.

import { tableOfLines } from "../../kernel/cells.js";
import { made, part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { percent } from "./arithmetic.js";
import { makeList } from "./list.js";
import { filledIn, parts } from "./rows.js";

/** @import { Answer } from "./types.d.ts" */

const ROW = 33; // CSS pixels, as in the style sheet

/** Class numbers, largest logit first; of equal ones the lower number first. @param {ArrayLike<number>} logits */
export const sortClasses = (logits) => Array.from(logits, (_, label) => label).sort((one, other) => logits[other] - logits[one] || one - other);

/**
 * The classes whose name holds all the words that are looked for.
 *
 * @param {string[]} labels @param {number[]} order @param {string} search
 */
export function matching(labels, order, search) {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 ? order : order.filter((label) => wanted.every((word) => labels[label].toLowerCase().includes(word)));
}

/** Makes the list once. @param {Answer} stage */
export function makeClasses(stage) {
  const scroller = stage.find(".classes .scroller");
  scroller.dataset.list = "class";
  stage.classes = makeList(scroller, ROW, {
    fill: (row, place) => fillRow(stage, row, stage.found[place]),
    chosen: () => stage.found.indexOf(stage.view.label),
    choose: (place) => stage.act.chooseClass(stage.found[place]),
    hover: (place) => stage.act.hoverClass(place === null ? null : stage.found[place]),
  });
}

/** The heading and the names of the columns. @param {Answer} stage */
export function headClasses({ find, words, labels, view, ending }) {
  find(".classes h2").textContent = put(words.classes, { count: labels.length });
  const heads = [words.class, words.logit, ...(ending === "none" ? [] : [put(words.probability, { temperature: view.temperature }), ""])];
  find(".classes .heads").replaceChildren(...heads.map((text) => made("span", text)));
  find(".classes .scroller").setAttribute("aria-label", put(words.classes, { count: labels.length }));
}

/** Draws the rows in sight. @param {Answer} stage */
export function showClasses(stage) {
  stage.found = matching(stage.labels, stage.byLogit, stage.search);
  stage.classes.show(stage.found.length);
}

/** The classes that are found around the one in view, as a table. @param {Answer} stage */
export function tableOfClasses({ words, shared, labels, view, ending, found, planes, softmax }) {
  const number = ending === "none" ? [] : [put(words.table_probability, { temperature: view.temperature })];
  return tableOfLines(shared, put(words.classes, { count: labels.length }), [words.class, words.logit, ...number], {
    ...{ count: found.length, at: found.indexOf(view.label) },
    line: (place) => {
      const label = found[place];
      const share = ending === "none" ? [] : [put(words.percent, { percent: percent(softmax.logs[label]) })];
      return [labels[label], say(planes.logits.values[label], 0), ...share];
    },
  });
}

/** @param {Answer} stage @param {HTMLElement} row @param {number} label */
function fillRow({ words, labels, planes, softmax, view, ending, hoveredClass }, row, label) {
  const [name, logit, probability, bar] = parts(row, ["name", "number", "number", "bar"]);
  name.replaceChildren(made("span", labels[label]));
  if (label === view.truth && ending !== "none") name.append(made("i", words.true_mark));
  name.setAttribute("title", labels[label]);
  logit.textContent = say(planes.logits.values[label], 0);
  row.classList.toggle("hovered", label === hoveredClass);
  if (ending === "none") return;
  const log = softmax.logs[label];
  probability.innerHTML = "<b></b>";
  part(probability, "b").textContent = put(words.percent, { percent: percent(log) });
  filledIn(bar).style.cssText = `left: 0; width: ${100 * Math.exp(log)}%; background: var(--st-primary-color)`;
}
