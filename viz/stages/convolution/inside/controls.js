// The controls above the stage: adding up the parts one after the other, their order, and the picture to keep.

import { put } from "../../kernel/text.js";

/** @import { Actions, Inside, View } from "./inside.d.ts" */

const ORDERS = ["channel", "contribution", "size"];

/**
 * Makes the controls once per language. `act`: { play, step(by), added(count), order(name), save }.
 *
 * @param {Inside} stage @param {Actions} act
 */
export function buildControls(stage, act) {
  const bar = stage.find(".controls");
  if (bar.dataset.words === stage.words.order) return;
  bar.dataset.words = stage.words.order;
  bar.setAttribute("aria-label", stage.words.controls);
  bar.replaceChildren(makeTransport(stage, act), makeSelect(stage, act), makeButton("save", stage.words.save_png, "", act.save));
}

/** @param {string} name @param {string} label @param {string} sign @param {() => void} act */
function makeButton(name, label, sign, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.onclick = act;
  if (sign === "") button.append(label);
  else {
    button.append(sign);
    button.setAttribute("aria-label", label);
    button.setAttribute("title", label);
  }
  return button;
}

/** @param {Inside} stage @param {Actions} act */
function makeTransport(stage, act) {
  const { words } = stage;
  const group = document.createElement("span");
  group.className = "transport";
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "added", min: 0, step: 1 });
  slider.setAttribute("aria-label", words.added_label);
  slider.oninput = () => act.added(Number(slider.value));
  group.append(
    makeButton("play", words.play, "▶", act.play),
    makeButton("back", words.back, "−", () => act.step(-1)),
    slider,
    makeButton("on", words.on, "+", () => act.step(1)),
    document.createElement("output"),
  );
  return group;
}

/** @param {Inside} stage @param {Actions} act */
function makeSelect(stage, act) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = "order";
  for (const order of ORDERS) select.add(new Option(stage.words[`order_${order}`], order));
  select.onchange = () => act.order(select.value);
  label.append(stage.words.order, select);
  return label;
}

/** Sets the controls to the view that is shown. @param {Inside} stage */
export function showControls(stage) {
  const { view, parts, words, playing } = stage;
  stage.find("select[name=order]").value = view.order;
  const slider = stage.find("input[name=added]");
  slider.max = parts.length;
  slider.value = view.added;
  const said = put(words[parts.length === 1 ? "added_one" : "added"], { added: view.added, count: parts.length });
  stage.find(".transport output").textContent = said;
  slider.setAttribute("aria-valuetext", said);
  const play = stage.find(".play");
  play.textContent = playing ? "❚❚" : "▶";
  for (const name of ["aria-label", "title"]) play.setAttribute(name, playing ? words.pause : words.play);
  play.setAttribute("aria-pressed", String(playing !== 0));
  stage.find(".back").disabled = view.added === 0;
  stage.find(".on").disabled = view.added === parts.length;
}
