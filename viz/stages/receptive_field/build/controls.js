// The controls above the stage: a stack to start from, the picture's size, stepping and playing, the picture to keep.

import { makeButton, makeTransport, showTransport } from "../../kernel/controls.js";

/** @import { Actions, Build } from "./types.d.ts" */

const OWN = "";

/**
 * Makes the controls. `act`: { preset(key), size(number), play, step(by), show(step), zoom, save }.
 *
 * @param {Build} stage @param {Actions} act
 */
export function buildControls({ find, words, presets }, act) {
  const bar = find(".controls");
  const transport = makeTransport(words, { name: "step", label: words.step, min: 1 }, act);
  const zoom = makeButton("zoom", words.zoom, act.zoom);
  const save = makeButton("save", words.save_png, act.save);
  bar.replaceChildren(makePresets(words, presets, act), makeSize(words, act), transport, zoom, save);
}

/** @param {Record<string, string>} words @param {Build["presets"]} presets @param {Actions} act */
function makePresets(words, presets, act) {
  const select = Object.assign(document.createElement("select"), { name: "preset" });
  select.setAttribute("aria-label", words.preset);
  select.add(new Option(words.own, OWN));
  for (const { key, label } of presets) select.add(new Option(label, key));
  select.onchange = () => act.preset(select.value);
  return select;
}

/** @param {Record<string, string>} words @param {Actions} act */
function makeSize(words, act) {
  const input = Object.assign(document.createElement("input"), { type: "number", name: "size", min: 8, max: 256 });
  input.onchange = () => act.size(Number(input.value));
  const label = document.createElement("label");
  label.append(words.size, input);
  return label;
}

/** Sets the controls to the view that is shown. @param {Build} stage @param {string} said */
export function showControls({ find, view, layers, words, presets, playing }, said) {
  const preset = presets.find(({ stack, size }) => stack === view.stack && size === view.size);
  find("select[name=preset]").value = preset?.key ?? OWN;
  find("input[name=size]").value = view.size;
  find(".zoom").setAttribute("aria-pressed", String(view.zoom));
  showTransport(find, words, { at: view.step, max: layers.length, said, playing });
}
