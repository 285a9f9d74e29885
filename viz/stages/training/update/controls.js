// The controls of one update: what it is made of, and the buttons that take it on.

import { allow, makeButton, makeTransport, showTransport } from "../../kernel/controls.js";
import { simple } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";
import { LAST_NOTCH, notchOf, rateAt } from "../notches.js";

/** @import { Actions, Update, View } from "./types.d.ts" */

export const PHASES = ["forward", "loss", "backward", "update"];

/** Makes all controls; `showControls` sets them. @param {Update} stage @param {Actions} act */
export function buildControls(stage, act) {
  const { find, words, sources, options, initial } = stage;
  /** @param {number} count @param {string} name @returns {[string, string][]} */
  const numbered = (count, name) => Array.from({ length: count }, (_, at) => [String(at), put(words[name], { number: at })]);
  find(".controls").replaceChildren(
    choice(words, "source", sources.map(({ key, label }) => [key, label]), act.source),
    choice(words, "label", [], (value) => act.change({ label: Number(value) })),
    choice(words, "loss", options.loss.map((key) => [key, words[`loss_${key}`]]), (loss) => act.change(/** @type {Partial<View>} */ ({ loss }))),
    choice(words, "pool", options.pool.map((key) => [key, words[`pool_${key}`]]), (pool) => act.change(/** @type {Partial<View>} */ ({ pool }))),
    choice(words, "seed", numbered(initial.length, "seed_number"), (value) => act.change({ seed: Number(value) })),
    choice(words, "kernel", numbered(initial[0][1].length, "kernel_number"), (value) => act.change({ kernel: Number(value) })),
    makeRate(words, act),
  );
  find(".phases").replaceChildren(
    ...PHASES.map((name) => makeButton(name, words[name], () => act.phase(name))),
    makeTransport(words, { name: "step", label: words.step, min: 0 }, act),
    makeButton("again", words.again, act.again),
    makeButton("anew", words.anew, act.anew),
    makeButton("save", words.save_png, act.save),
  );
}

/** @param {Record<string, string>} words @param {string} name @param {[string, string][]} entries @param {(value: string) => void} act */
function choice(words, name, entries, act) {
  const select = Object.assign(document.createElement("select"), { name });
  for (const [value, label] of entries) select.add(new Option(label, value));
  select.onchange = () => act(select.value);
  const label = document.createElement("label");
  label.append(words[name], select);
  return label;
}

/** The learning rate: a slider by powers of ten, and a field for any number. @param {Record<string, string>} words @param {Actions} act */
function makeRate(words, act) {
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "notch", min: "0", max: String(LAST_NOTCH), step: "1" });
  slider.setAttribute("aria-label", words.rate_slider);
  slider.oninput = () => act.rate(simple(rateAt(Number(slider.value))));
  const field = Object.assign(document.createElement("input"), { type: "text", inputMode: "decimal", name: "rate", autocomplete: "off" });
  field.onchange = () => act.rate(field.value);
  const label = document.createElement("label");
  label.append(words.rate, field);
  const both = Object.assign(document.createElement("span"), { className: "rate" });
  both.append(label, slider);
  return both;
}

/** Sets the controls to the view that is shown. @param {Update} stage @param {string} said */
export function showControls({ find, view, words, classes, families, steps, limits, playing, case: { done } }, said) {
  const names = classes[families[view.source]];
  const label = find("select[name=label]");
  if (label.dataset.names !== names.join("\n")) {
    label.replaceChildren(...names.map((name, at) => new Option(name, String(at))));
    label.dataset.names = names.join("\n");
  }
  for (const name of /** @type {(keyof View)[]} */ (["source", "label", "loss", "pool", "seed", "kernel"])) find(`select[name=${name}]`).value = String(view[name]);
  find("input[name=rate]").value = simple(view.rate);
  const slider = find("input[name=notch]");
  slider.value = String(notchOf(view.rate));
  slider.setAttribute("aria-valuetext", simple(view.rate));
  showTransport(find, words, { at: view.step, max: steps.length - 1, said, playing });
  const next = PHASES.find((_, at) => view.step < lastOf(steps, at));
  for (const name of PHASES) find(`.phases .${name}`).classList.toggle("next", name === next);
  allow(find(".again"), done < limits.updates);
  allow(find(".anew"), done > 0 || view.step > 0);
}

/** The step with which a phase is over. @param {string[]} steps @param {number} phase */
export const lastOf = (steps, phase) => steps.indexOf(["softmax", "loss", "d_kernel", "update"][phase]);
