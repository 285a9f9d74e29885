// The controls above the valley: the rate, slid or typed, the momentum, what somebody predicts, and playing the updates.

import { makeButton, makeTransport, showTransport } from "../../kernel/controls.js";
import { decimal, marked } from "../../kernel/numerals.js";
import { made, put } from "../../kernel/text.js";
import { limitText, rateOf } from "./valley.js";

/** @import { Actions, Valley } from "./types.d.ts" */

const SLIDER = { min: 0.001, max: 0.07, step: 0.001 }; // what lies beyond can be typed

/** Makes the controls, once for their words. @param {Valley} stage @param {Actions} act */
export function buildControls(stage, act) {
  const { find, words, predictions } = stage;
  const [slide, typed, momentum] = ["slide", "rate", "momentum"].map((name) => find(`input[name=${name}]`));
  Object.assign(slide, { ...SLIDER, oninput: () => act.rate(String(Number(slide.value))) });
  slide.setAttribute("aria-label", words.rate);
  typed.setAttribute("aria-label", words.rate_typed);
  typed.onchange = () => act.rate(typed.value);
  Object.assign(momentum, { min: 0, max: 0.99, step: 0.01, oninput: () => act.momentum(Number(momentum.value)) });
  momentum.setAttribute("aria-label", words.momentum);
  find(".marks").replaceChildren(
    makeButton("best", "", () => act.rate(bestText(stage))),
    makeButton("limit", "", () => act.rate(limitOf(stage))),
  );
  const choices = predictions.map((name) => {
    const button = makeButton("prediction", words[`predict_${name}`], () => act.predict(name));
    button.dataset.outcome = name;
    return button;
  });
  find(".predictions").replaceChildren(find(".predictions b"), ...choices);
  const transport = makeTransport(words, { name: "updates", label: words.updates, min: 0 }, act);
  find(".run").replaceChildren(transport, makeButton("save", words.save_png, stage.save));
}

/** @param {Valley} stage */
const bestText = ({ directions: [flat, steep] }) => `1/${(flat.curvature + steep.curvature) / 2}`;

/** @param {Valley} stage */
const limitOf = ({ directions, view }) => limitText(directions[1].curvature, view.momentum);

/** Sets the controls to the view. @param {Valley} stage @param {string} said */
export function showControls(stage, said) {
  const { find, view, words, bounds, playing } = stage;
  const [slide, typed, momentum] = ["slide", "rate", "momentum"].map((name) => find(`input[name=${name}]`));
  slide.value = rateOf(view.rate);
  slide.setAttribute("aria-valuetext", marked(view.rate));
  if (stage.problem === "") typed.value = marked(view.rate);
  typed.setAttribute("aria-invalid", String(stage.problem !== ""));
  momentum.value = view.momentum;
  find(".momentum output").textContent = decimal(view.momentum, 2);
  find(".problem").textContent = stage.problem;
  showMarks(stage);
  for (const button of find(".predictions").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.outcome === view.predicted));
  }
  showTransport(find, words, { at: view.updates, max: bounds.updates, said, playing });
}

/** The best rate and the limit, as buttons and as marks on the slider; with momentum the best depends on more. @param {Valley} stage */
function showMarks(stage) {
  const { find, view, words } = stage;
  const texts = { best: view.momentum === 0 ? bestText(stage) : "", limit: limitOf(stage) };
  for (const [name, text] of Object.entries(texts)) {
    const [button, mark] = [find(`.marks .${name}`), find(`i.${name}`)];
    const rate = rateOf(text);
    button.hidden = mark.hidden = text === "";
    button.textContent = put(words[`to_${name}`], { rate: marked(text) });
    button.setAttribute("aria-pressed", String(rate === rateOf(view.rate)));
    mark.style.setProperty("--at", String((rate - SLIDER.min) / (SLIDER.max - SLIDER.min)));
  }
}

/** Lines of text as list items. @param {HTMLElement} list @param {string[]} lines */
export const list = (list, lines) => list.replaceChildren(...lines.map((text) => made("li", text)));
