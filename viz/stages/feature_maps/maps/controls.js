// @ts-nocheck
// The controls above the stage: in which order the maps stand, on which scale they are drawn, and which are left out.

/** @import { Maps } from "./types.d.ts" */

const CHOICES = {
  order: ["index", "strongest", "mean", "spread", "zeros"],
  scope: ["layer", "map"],
  range: ["auto", "symmetric", "zero"],
};

/**
 * Makes the controls once per language; `changed` is called with the part of the view that was changed.
 *
 * @param {Maps} stage @param {number} changed
 */
export function buildControls(stage, changed) {
  const bar = stage.find(".controls");
  stage.changed = changed;
  if (bar.dataset.words === stage.words.order) return;
  bar.dataset.words = stage.words.order;
  bar.setAttribute("aria-label", stage.words.controls);
  bar.replaceChildren(...Object.keys(CHOICES).map((name) => makeSelect(stage, name)), makeSwitch(stage));
}

/** @param {Maps} stage @param {string} name */
function makeSelect(stage, name) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = name;
  for (const choice of CHOICES[name]) select.add(new Option(stage.words[`${name}_${choice}`], choice));
  select.onchange = () => stage.changed({ [name]: select.value });
  label.append(stage.words[name], select);
  return label;
}

/** @param {Maps} stage */
function makeSwitch(stage) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "live";
  box.onchange = () => stage.changed({ live: box.checked });
  label.append(box, stage.words.live);
  return label;
}

/** Sets the controls to the view that is shown. @param {Maps} stage */
export function showControls(stage) {
  const bar = stage.find(".controls");
  for (const name of Object.keys(CHOICES)) bar.querySelector(`select[name=${name}]`).value = stage.view[name];
  bar.querySelector("input[name=live]").checked = stage.view.live;
}
