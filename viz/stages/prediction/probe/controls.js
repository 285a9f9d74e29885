// The tools beside the picture: what a drag does, turning over, what comes in and what covers, sliders, steps back.

import { allow } from "../../kernel/controls.js";

/** @import { Acts, Probe, Slider } from "./types.d.ts" */

/** @type {Slider[]} */
const SLIDERS = ["blur", "grey", "brightness", "contrast"];
/**
 * @template {keyof HTMLElementTagNameMap} K @param {K} kind @param {object} [values] @returns {HTMLElementTagNameMap[K]}
 */
const make = (kind, values = {}) => Object.assign(document.createElement(kind), values);

/** Builds everything once for its words; `act` is told what is asked for. @param {Probe} stage @param {Acts} act */
export function buildControls(stage, act) {
  const { words, find } = stage;
  /** @param {string} name @param {() => void} onclick */
  const button = (name, onclick) => make("button", { type: "button", name, textContent: words[name], onclick });
  /** @param {...HTMLElement} children */
  const group = (...children) => {
    const holder = make("div", { className: "group" });
    holder.append(...children);
    return holder;
  };
  const tools = find(".tools");
  tools.setAttribute("aria-label", words.controls);
  tools.replaceChildren(
    group(button("move", () => act.tool("move")), button("cover", () => act.tool("cover"))),
    group(button("mirrored", () => act.flip("mirrored")), button("upended", () => act.flip("upended"))),
    choice(words, "edge", stage.edges, act.change),
    choice(words, "fill", stage.fills, act.change),
    group(button("uncover", act.uncover)),
    group(button("undo", () => act.step(-1)), button("redo", () => act.step(1)), button("reset", act.reset)),
    group(button("save_png", act.save)),
  );
  find(".sliders").replaceChildren(...SLIDERS.map((name) => slider(stage, name, act)));
}

/** @param {Record<string, string>} words @param {string} name @param {string[]} options @param {Acts["change"]} change */
function choice(words, name, options, change) {
  const label = make("label", { className: "choice" });
  const select = make("select", { name });
  for (const option of options) select.add(new Option(words[`${name}_${option}`], option));
  select.onchange = () => change({ [name]: select.value });
  label.append(make("span", { textContent: words[name] }), select);
  return label;
}

/** @param {Probe} stage @param {Slider} name @param {Acts} act */
function slider({ words, limits }, name, act) {
  const label = make("label");
  const [min, max] = limits[name];
  const input = make("input", { type: "range", name, step: 1 });
  Object.assign(input, { min, max });
  input.oninput = () => act.preview({ [name]: Number(input.value) });
  input.onchange = () => act.change({ [name]: Number(input.value) });
  label.append(make("span", { textContent: words[name] }), input, make("output"));
  return label;
}

/** What the controls say of the edit. @param {Probe} stage */
export function showControls({ find, edit, tool, at, history, said }) {
  for (const name of ["move", "cover"]) pressed(find(`[name=${name}]`), tool === name);
  for (const name of /** @type {const} */ (["mirrored", "upended"])) pressed(find(`[name=${name}]`), edit[name]);
  for (const name of /** @type {const} */ (["edge", "fill"])) find(`select[name=${name}]`).value = edit[name];
  for (const name of SLIDERS) {
    const input = find(`input[name=${name}]`);
    input.value = edit[name];
    input.nextElementSibling.textContent = said(name, name === "blur" ? edit.blur / 2 : edit[name]);
  }
  allow(find("[name=uncover]"), edit.cover !== null);
  allow(find("[name=undo]"), at !== 0);
  allow(find("[name=redo]"), at !== history[history.length - 1].number);
  allow(find("[name=reset]"), at !== 0 || history.length !== 1);
}

/** @param {HTMLElement} button @param {boolean} on */
const pressed = (button, on) => button.setAttribute("aria-pressed", String(on));
