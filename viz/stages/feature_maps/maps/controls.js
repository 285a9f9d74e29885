// The controls above the stage: in which order the maps stand, on which scale they are drawn, and which are left out.

/** @import { Maps, View } from "./types.d.ts" */

/** @type {Record<"order" | "scope" | "range", string[]>} */
const CHOICES = {
  order: ["index", "strongest", "mean", "spread", "zeros"],
  scope: ["layer", "map"],
  range: ["auto", "symmetric", "zero"],
};

const NAMES = /** @type {(keyof typeof CHOICES)[]} */ (Object.keys(CHOICES));

/**
 * Makes the controls once per language; `changed` is called with the part of the view that was changed.
 *
 * @param {Maps} stage @param {(change: Partial<View>) => void} changed
 */
export function buildControls(stage, changed) {
  const bar = stage.find(".controls");
  if (bar.dataset.words === stage.words.order) return;
  bar.dataset.words = stage.words.order;
  bar.replaceChildren(...NAMES.map((name) => makeSelect(stage.words, name, changed)), makeSwitch(stage.words, changed));
}

/** @param {Maps["words"]} words @param {keyof typeof CHOICES} name @param {(change: Partial<View>) => void} changed */
function makeSelect(words, name, changed) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = name;
  for (const choice of CHOICES[name]) select.add(new Option(words[`${name}_${choice}`], choice));
  select.onchange = () => changed({ [name]: select.value });
  label.append(words[name], select);
  return label;
}

/** @param {Maps["words"]} words @param {(change: Partial<View>) => void} changed */
function makeSwitch(words, changed) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "live";
  box.onchange = () => changed({ live: box.checked });
  label.append(box, words.live);
  return label;
}

/** Sets the controls to the view that is shown. @param {Maps} stage */
export function showControls(stage) {
  const bar = stage.find(".controls");
  for (const name of NAMES) bar.querySelector(`select[name=${name}]`).value = stage.view[name];
  bar.querySelector("input[name=live]").checked = stage.view.live;
}
