// The controls above the picture and the map: how strongly the heat map lies on it, over which pictures, what to keep.

import { made } from "../../kernel/text.js";
import { drawHeat } from "./draw.js";

/** @import { Point } from "./types.d.ts" */

/** Makes the controls once a language; `ask` is called with another choice. @param {Point} stage @param {() => void} ask */
export function buildControls(stage, ask) {
  const bar = stage.find(".controls");
  const built = JSON.stringify(stage.words);
  if (bar.dataset.made !== built) {
    bar.dataset.made = built;
    bar.replaceChildren(mixSlider(stage), overList(stage, ask), saveButton(stage));
  }
  bar.querySelector("[name=over]").value = stage.view.over;
}

/** @param {string} words @param {HTMLElement} control */
function labelled(words, control) {
  const label = document.createElement("label");
  label.append(words, control);
  return label;
}

/** @param {Point} stage */
function mixSlider(stage) {
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "mix", min: "0", max: "1", step: "0.05" });
  slider.value = String(stage.mix);
  slider.oninput = () => {
    stage.mix = Number(slider.value);
    const [rows, columns] = stage.planes.picture.shape;
    drawHeat(stage, { cell: stage.pixel, width: stage.pixel * columns, height: stage.pixel * rows });
  };
  return labelled(stage.words.mix, slider);
}

/** @param {Point} stage @param {() => void} ask */
function overList(stage, ask) {
  const select = Object.assign(document.createElement("select"), { name: "over" });
  for (const over of ["picture", "average"]) select.add(new Option(stage.words[`over_${over}`], over));
  select.onchange = () => {
    stage.view.over = /** @type {Point["view"]["over"]} */ (select.value);
    ask();
  };
  return labelled(stage.words.over, select);
}

/** @param {Point} stage */
function saveButton(stage) {
  return Object.assign(made("button", stage.words.save_png), { type: "button", name: "save_png", onclick: stage.save });
}
