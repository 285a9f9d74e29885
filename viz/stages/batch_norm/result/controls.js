// @ts-nocheck
// The sliders of γ and β, the buttons that set both, and what is said of them: all in the browser, nobody is asked.

import { put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { ends, furthest, presets, scaled } from "./scaled.js";

const STEPS = 400;

/** Fills the controls for a new payload; `change` is called with what is new in the view. */
export function makeControls(stage, change) {
  if (stage.affine === null) return;
  const limits = ends(stage.affine, stage.view);
  for (const name of ["gamma", "beta"]) {
    const [low, high] = limits[name];
    const label = stage.find(`label.${name}`);
    label.querySelector("span").textContent = stage.words[name];
    const input = label.querySelector("input");
    Object.assign(input, { min: low, max: high, step: (high - low) / STEPS });
    input.setAttribute("aria-label", stage.words[name]);
    input.oninput = () => change({ [name]: Number(Number(input.value).toPrecision(4)) });
  }
  const made = Object.entries(presets(stage.affine)).map(([name, view]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: stage.words[`preset_${name}`] });
    button.dataset.preset = name;
    button.onclick = () => change(view);
    return button;
  });
  stage.find(".presets").replaceChildren(...made);
}

/** Shows where the sliders stand, and says how far the scaled maps are from the map before. */
export function showControls(stage) {
  if (stage.affine === null) return;
  const known = presets(stage.affine);
  for (const name of ["gamma", "beta"]) {
    const label = stage.find(`label.${name}`);
    label.querySelector("input").value = stage.view[name];
    label.querySelector("output").textContent = say(stage.view[name], 0);
  }
  const same = ({ gamma, beta }) => gamma === stage.view.gamma && beta === stage.view.beta;
  for (const button of stage.find(".presets").children) {
    button.setAttribute("aria-pressed", String(same(known[button.dataset.preset])));
  }
  const { planes, view } = stage;
  const away = (name) => say(furthest(scaled(planes[name].values, view.gamma, view.beta), planes.before.values), 0);
  const text = same(known.identity) ? stage.words.identity : stage.words.away;
  stage.find(".said").textContent = put(text, { channel: away("channel"), location: away("location") });
}
