// The controls of the stage: finding a class, the class taken for true, the temperature, and the picture to keep.

import { bindKeys } from "../../kernel/keys.js";
import { made } from "../../kernel/text.js";

/** @import { Answer } from "./types.d.ts" */

/** Makes the controls once per payload. @param {Answer} stage */
export function buildControls(stage) {
  search(stage);
  const ofClasses = stage.ending === "none" ? [] : [...temperature(stage), truth(stage)];
  stage.find(".controls").replaceChildren(...ofClasses, button(stage.words.save_png, stage.save, "save_png"));
}

/** @param {string} words @param {...HTMLElement} controls */
function labelled(words, ...controls) {
  const label = document.createElement("label");
  label.append(words, ...controls);
  return label;
}

/** @param {string} words @param {() => void} act @param {string} name */
function button(words, act, name) {
  return Object.assign(made("button", words), { type: "button", name, onclick: act });
}

/** @param {Answer} stage */
function search({ words, act, find }) {
  const input = find("input[name=search]");
  input.placeholder = words.search;
  input.setAttribute("aria-label", words.search);
  input.oninput = () => act.find(input.value);
  bindKeys(input, { keys: { Enter: () => find(".classes .row")?.click() } });
}

/** @param {Answer} stage */
function temperature({ words, act, temperatures }) {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", name: "temperature", min: 0, max: temperatures.length - 1, step: 1 });
  slider.oninput = () => act.change({ temperature: temperatures[Number(slider.value)] });
  const own = button(words.own_temperature, () => act.change({ temperature: 1 }), "own_temperature");
  return [labelled(words.temperature, slider, document.createElement("output")), own];
}

/** @param {Answer} stage */
function truth({ words, act, labels }) {
  const select = Object.assign(document.createElement("select"), { name: "true" });
  const sorted = [...labels.keys()].sort((one, other) => labels[one].localeCompare(labels[other]) || one - other);
  for (const label of sorted) select.add(new Option(labels[label], String(label)));
  select.onchange = () => act.change({ truth: Number(select.value) });
  return labelled(words.truth, select);
}

/** Sets the controls to the view that is shown. @param {Answer} stage */
export function showControls({ find, view, temperatures, words, ending }) {
  if (ending === "none") return;
  const slider = find("input[name=temperature]");
  slider.value = temperatures.indexOf(view.temperature);
  find(".controls output").textContent = view.temperature;
  slider.setAttribute("aria-valuetext", `${words.temperature} ${view.temperature}`);
  find("button[name=own_temperature]").setAttribute("aria-pressed", String(view.temperature === 1));
  find("select[name=true]").value = view.truth;
}
