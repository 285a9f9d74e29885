// @ts-nocheck
// The controls above the stage: how strongly the maps cover the picture, the one scale of all maps, the picture to keep.

import { gradient } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";

/** Makes the controls once per payload. */
export function buildControls({ find, words, act, mix, scale, planes }) {
  const bar = find(".controls");
  bar.setAttribute("aria-label", words.controls);
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "mix", min: 0, max: 1, step: 0.05, value: mix });
  slider.oninput = () => act.mix(Number(slider.value));
  const label = document.createElement("label");
  label.append(words.mix, slider);
  const save = Object.assign(document.createElement("button"), { type: "button", name: "save_png", textContent: words.save_png });
  save.onclick = act.save;
  bar.replaceChildren(label, legend(words, scale, planes), save);
}

function legend(words, scale, planes) {
  const box = Object.assign(document.createElement("div"), { className: "legend" });
  const ramp = Object.assign(document.createElement("i"), { className: "bar" });
  ramp.style.background = gradient(planes.diverging.values);
  const range = scale[1] - scale[0];
  box.append(neat(scale[0], range), ramp, neat(scale[1], range), Object.assign(document.createElement("span"), { textContent: words.scope }));
  return box;
}
