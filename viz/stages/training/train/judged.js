// What comes of the held-out pictures: which class is taken for which, and those that are most wrong, each a press away.

import { made, put } from "../../kernel/text.js";
import { whole } from "../../kernel/numerals.js";
import { classNames, percent } from "./words.js";
import { drawPicture } from "./maps.js";

/** @import { Actions, Seen, Training } from "./types.d.ts" */

const SMALL = 48; // units a side of a mistaken picture

/** @param {Training} stage @param {Actions} act */
export function showJudged(stage, act) {
  const { find, now } = stage;
  const told = now?.verdict != null && Number.isFinite(now.verdict.loss);
  find(".judged").hidden = !told;
  if (!now?.verdict || !told) return;
  showConfusion(stage);
  const { worst } = now.verdict;
  const holder = find(".mistakes span");
  while (holder.children.length > worst.length) holder.lastElementChild.remove();
  worst.forEach((seen, at) => showMistake(stage, holder.children[at] ?? holder.appendChild(mistakeButton(at)), seen, act));
  find(".mistakes b").textContent = put(stage.words[worst.length ? "mistakes" : "no_mistakes"], {});
}

/** @param {number} at */
function mistakeButton(at) {
  const button = Object.assign(document.createElement("button"), { type: "button", name: `mistake${at}` });
  button.append(document.createElement("canvas"), document.createElement("span"));
  return button;
}

/** A picture that was taken for something else. @param {Training} stage @param {HTMLButtonElement} button @param {Seen} seen @param {Actions} act */
function showMistake(stage, button, { picture, label, said, share, pixels }, act) {
  const { words, now, view } = stage;
  const names = classNames(words, view);
  const [canvas, text] = [button.children[0], button.children[1]];
  const key = `${now?.begun} ${now?.side} ${picture}`;
  if (button.dataset.of !== key) drawPicture(/** @type {HTMLCanvasElement} */ (canvas), pixels, now?.side ?? 1, SMALL);
  button.dataset.of = key;
  text.textContent = put(words.mistake, { label: names[label], said: names[said] });
  button.setAttribute("aria-label", put(words.mistake_said, { number: picture, label: names[label], said: names[said], share: percent(words, share) }));
  button.setAttribute("aria-pressed", String(now?.chosen.picture === picture));
  button.onclick = () => act.look(picture);
}

/** A row for what a picture is, a column for what was said. @param {Training} stage */
function showConfusion({ find, now, words, view }) {
  const table = find(".confusion");
  const key = `${now?.begun} ${now?.verdict?.update}`;
  if (table.dataset.of === key || !now?.verdict) return;
  table.dataset.of = key;
  const { confusion } = now.verdict;
  const names = classNames(words, view);
  const head = document.createElement("tr");
  head.append(made("td", words.is_said), ...names.map((name) => headOf(name, "col")));
  const rows = names.map((name, label) => rowOf(name, label, confusion.subarray(label * names.length, (label + 1) * names.length)));
  table.replaceChildren(made("caption", words.confusion), head, ...rows);
}

/** @param {string} name @param {number} label @param {Uint32Array} counts */
function rowOf(name, label, counts) {
  const row = document.createElement("tr");
  row.append(headOf(name, "row"), ...Array.from(counts, (count, said) => Object.assign(made("td", whole(count)), { className: said === label ? "right" : "" })));
  return row;
}

/** @param {string} name @param {string} scope */
const headOf = (name, scope) => Object.assign(made("th", name), { scope });
