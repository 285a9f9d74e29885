// The controls beside the stage: the data, the network put together by touch, and the settings of its training.

import { decimal, marked, simple, whole } from "../../kernel/numerals.js";
import { made, put } from "../../kernel/text.js";
import { LAST_NOTCH, notchOf, rateAt } from "../notches.js";
import { convolutionsOf, counted, hiddenOf, withCount, writtenOf } from "./network.js";
import { SOURCES } from "./sources.js";

/** @import { Actions, Convolution, Training, View } from "./types.d.ts" */

const KERNELS = [2, 4, 8, 16, 32, 64];
const SIZES = [1, 3, 5, 7];
const STRIDES = [1, 2];
const POOLINGS = ["none", "max", "average"];
const UNITS = [8, 16, 32, 64, 128, 256];
const BATCHES = [1, 4, 8, 16, 32, 64, 128, 256, 512];
const COUNTS = [8, 100, 500, 1500, 3000, 6000, 12_000, 20_000];

/** Makes all controls; they stand as the view does. @param {Training} stage @param {Actions} act */
export function buildControls(stage, act) {
  const { find } = stage;
  find(".data").replaceChildren(dataOf(stage, act));
  find(".network").replaceChildren(...networkOf(stage, act));
  find(".settings").replaceChildren(settingsOf(stage, act));
  find(".weights").textContent = weightsSaid(stage);
}

/** How many weights it has, and why it can't be trained, if it can't. @param {Training} stage */
function weightsSaid({ view, words, limits }) {
  const { weights, problem, at } = counted(view, SOURCES[view.source].classes.length, limits);
  const about = { weights: whole(weights), number: at, most: whole(limits.weights) };
  return problem === "" ? put(words.weights, about) : put(words[problem], about);
}

/** @param {Training} stage @param {Actions} act */
function dataOf({ words, view, options }, act) {
  return group(words.data, [
    select(words.source, "source", options.source.map((key) => [key, words[`source_${key}`]]), view.source, (source) => act.change(/** @type {Partial<View>} */ ({ source }))),
    select(words.side, "side", options.side.map((side) => [side, put(words.pixels, { side })]), view.side, (side) => act.change(/** @type {Partial<View>} */ ({ side: Number(side) }))),
    select(words.count, "count", numbers(COUNTS, view.count), view.count, (count) => act.change({ count: Number(count) })),
    select(words.noise, "noise", options.noise.map((noise) => [noise, decimal(noise, 2)]), view.noise, (noise) => act.change({ noise: Number(noise) })),
    typed(words.seed, "seed", String(view.seed), (text) => seeded(text, words, act)),
  ]);
}

/** @param {string} text @param {Record<string, string>} words @param {Actions} act */
function seeded(text, words, act) {
  if (/^\d{1,4}$/.test(text.trim())) act.change({ seed: Number(text) });
  else act.refuse(put(words.seed_none, { seed: text }));
}

/** @param {Training} stage @param {Actions} act */
function networkOf({ words, view, options, limits }, act) {
  const [maps, rows] = [convolutionsOf(view.convolutions), hiddenOf(view.hidden)];
  const convolve = (/** @type {Convolution[]} */ all) => act.change({ convolutions: writtenOf(all) });
  const fill = (/** @type {number[]} */ all) => act.change({ hidden: all.join("-") });
  const head = group(words.network, [
    select(words.convolutions, "convolutions", upTo(limits.convolutions), maps.length, (count) => convolve(withCount(maps, Number(count)))),
    select(words.hidden, "hidden", upTo(limits.hidden), rows.length, (count) => fill([...rows, 32, 32].slice(0, Number(count)))),
    select(words.activation, "activation", options.activation.map((key) => [key, words[key]]), view.activation, (activation) => act.change(/** @type {Partial<View>} */ ({ activation }))),
  ]);
  const layers = maps.map((one, at) => convolution(one, at, words, (changed) => convolve(maps.map((each, index) => (index === at ? { ...each, ...changed } : each)))));
  const hidden = rows.map((units, at) =>
    select(put(words.units, { number: at + 1 }), `units${at}`, numbers(UNITS, units), units, (text) => fill(rows.map((each, index) => (index === at ? Number(text) : each)))),
  );
  return [head, ...layers, ...hidden];
}

/** @param {Convolution} one @param {number} at @param {Record<string, string>} words @param {(changed: Partial<Convolution>) => void} change */
function convolution({ kernels, size, stride, pool, norm }, at, words, change) {
  const check = Object.assign(document.createElement("input"), { type: "checkbox", name: `norm${at}`, checked: norm });
  check.onchange = () => change({ norm: check.checked });
  return group(put(words.convolution, { number: at + 1 }), [
    select(words.kernels, `kernels${at}`, numbers(KERNELS, kernels), kernels, (text) => change({ kernels: Number(text) })),
    select(words.size, `size${at}`, SIZES.map((each) => [each, put(words.by, { size: each })]), size, (text) => change({ size: Number(text) })),
    select(words.stride, `stride${at}`, numbers(STRIDES, stride), stride, (text) => change({ stride: Number(text) })),
    select(words.pool, `pool${at}`, POOLINGS.map((key) => [key, words[`pool_${key}`]]), pool, (text) => change(/** @type {Partial<Convolution>} */ ({ pool: text }))),
    labelled(words.norm, check),
  ]);
}

/** @param {Training} stage @param {Actions} act */
function settingsOf({ words, view, options, limits }, act) {
  return group(words.settings, [
    select(words.optimizer, "optimizer", options.optimizer.map((key) => [key, words[key]]), view.optimizer, (optimizer) => act.change(/** @type {Partial<View>} */ ({ optimizer }))),
    ...rate(view, words, limits.rate, act),
    select(words.batch, "batch", numbers(BATCHES, view.batch), view.batch, (batch) => act.change({ batch: Number(batch) })),
    select(words.decay, "decay", options.decay.map((decay) => [decay, simple(decay)]), view.decay, (decay) => act.change({ decay: Number(decay) })),
  ]);
}

/** The learning rate: a slider by powers of ten, and a field for any number. @param {View} view @param {Record<string, string>} words @param {number} most @param {Actions} act */
function rate(view, words, most, act) {
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "notch", min: "0", max: String(LAST_NOTCH), step: "1" });
  slider.setAttribute("aria-label", words.rate_slider);
  const field = typed(words.rate, "rate", simple(view.rate), (text) => {
    const problem = rateProblem(text, words, most);
    if (problem === "") act.change({ rate: numberIn(text) });
    else act.refuse(problem);
  });
  slider.oninput = () => act.change({ rate: rateAt(Number(slider.value)) });
  return [field, slider];
}

/** Sets the rate, which may be pulled at this moment, without making its controls anew. @param {Training} stage */
export function showRate({ find, view, problem }) {
  const [slider, field] = [find("input[name=notch]"), find("input[name=rate]")];
  slider.value = String(notchOf(view.rate));
  slider.setAttribute("aria-valuetext", simple(view.rate));
  if (problem === "") field.value = simple(view.rate);
  field.setAttribute("aria-invalid", String(problem !== ""));
}

/** @param {string} text */
const numberIn = (text) => (text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", ".").replace("−", "-")));

/** Why a text is no learning rate, empty if it is one. @param {string} text @param {Record<string, string>} words @param {number} most */
export function rateProblem(text, words, most) {
  const number = numberIn(text);
  if (Number.isNaN(number)) return put(words.rate_none, { rate: text });
  if (number < 0) return put(words.rate_negative, { rate: marked(String(number)) });
  return number > most ? put(words.rate_large, { rate: marked(String(number)), most: marked(String(most)) }) : "";
}

/** Numbers to choose from, with the one that is chosen. @param {number[]} all @param {number} now @returns {[number, string][]} */
const numbers = (all, now) => [...new Set([...all, now])].sort((one, other) => one - other).map((each) => [each, whole(each)]);

/** @param {number} most @returns {[number, string][]} */
const upTo = (most) => Array.from({ length: most + 1 }, (_, each) => [each, whole(each)]);

/** @param {string} name @param {HTMLElement[]} controls */
function group(name, controls) {
  const set = document.createElement("fieldset");
  set.append(made("legend", name), ...controls);
  return set;
}

/** @param {string} name @param {HTMLElement} control */
function labelled(name, control) {
  const label = document.createElement("label");
  label.append(name, control);
  return label;
}

/** @param {string} label @param {string} name @param {[string | number, string][]} entries @param {string | number} now @param {(value: string) => void} act */
function select(label, name, entries, now, act) {
  const control = Object.assign(document.createElement("select"), { name });
  for (const [value, text] of entries) control.add(new Option(text, String(value), false, value === now));
  control.onchange = () => act(control.value);
  return labelled(label, control);
}

/** @param {string} label @param {string} name @param {string} value @param {(text: string) => void} act */
function typed(label, name, value, act) {
  const field = Object.assign(document.createElement("input"), { type: "text", inputMode: "decimal", autocomplete: "off", name, value });
  field.onchange = () => act(field.value);
  return labelled(label, field);
}
