// The controls above the stage: how strongly the maps cover the picture, the one scale of all maps, the picture to keep.

import { gradient } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { made } from "../../kernel/text.js";

/** @import { Scale } from "../../kernel/types.d.ts" */
/** @import { Where } from "./types.d.ts" */

/** Makes the controls once per payload. @param {Where} stage */
export function buildControls({ find, words, act, mix, scale, planes, save }) {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", name: "mix", min: 0, max: 1, step: 0.05, value: mix });
  slider.oninput = () => act.mix(Number(slider.value));
  const label = document.createElement("label");
  label.append(words.mix, slider);
  const kept = Object.assign(made("button", words.save_png), { type: "button", name: "save_png", onclick: save });
  find(".controls").replaceChildren(label, legend(words, scale, planes), kept);
}

/** @param {Record<string, string>} words @param {Scale} scale @param {Where["planes"]} planes */
function legend(words, scale, planes) {
  const box = Object.assign(document.createElement("div"), { className: "legend" });
  const ramp = Object.assign(document.createElement("i"), { className: "bar" });
  ramp.style.background = gradient(planes.diverging.values);
  const range = scale[1] - scale[0];
  box.append(neat(scale[0], range), ramp, neat(scale[1], range), made("span", words.scope));
  return box;
}
