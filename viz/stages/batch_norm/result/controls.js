// The sliders of γ and β, the buttons that set both, and what is said of them: all in the browser, nobody is asked.

import { part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { ends, furthest, presets, scaled } from "./scaled.js";

/** @import { Result, Setting } from "./types.d.ts" */

const STEPS = 400;
/** @type {("gamma" | "beta")[]} */
const SLIDERS = ["gamma", "beta"];

/**
 * Fills the controls for a new payload; `change` is called with what is new in the view.
 *
 * @param {Result} stage @param {(change: Partial<Setting>) => void} change
 */
export function makeControls({ affine, view, words, find }, change) {
  if (affine === null) return;
  const limits = ends(affine, view);
  for (const name of SLIDERS) {
    const [low, high] = limits[name];
    const label = find(`label.${name}`);
    part(label, "span").textContent = words[name];
    const input = part(label, "input");
    Object.assign(input, { min: low, max: high, step: (high - low) / STEPS });
    input.setAttribute("aria-label", words[name]);
    input.oninput = () => change({ [name]: Number(Number(input.value).toPrecision(4)) });
  }
  const made = Object.entries(presets(affine)).map(([name, preset]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: words[`preset_${name}`] });
    button.dataset.preset = name;
    button.onclick = () => change(preset);
    return button;
  });
  find(".presets").replaceChildren(...made);
}

/** Shows where the sliders stand, and says how far the scaled maps are from the map before. @param {Result} stage */
export function showControls({ affine, view, words, planes, find }) {
  if (affine === null) return;
  const known = presets(affine);
  for (const name of SLIDERS) {
    const label = find(`label.${name}`);
    part(label, "input").value = view[name];
    part(label, "output").textContent = say(view[name], 0);
  }
  /** @param {Setting} preset */
  const same = ({ gamma, beta }) => gamma === view.gamma && beta === view.beta;
  for (const button of find(".presets").children) {
    button.setAttribute("aria-pressed", String(same(known[button.dataset.preset])));
  }
  /** @param {string} name */
  const away = (name) => say(furthest(scaled(planes[name].values, view.gamma, view.beta), planes.before.values), 0);
  const text = same(known.identity) ? words.identity : words.away;
  find(".said").textContent = put(text, { channel: away("channel"), location: away("location") });
}
