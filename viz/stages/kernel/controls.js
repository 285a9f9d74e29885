// Controls that more than one stage has: buttons that show a sign, and the group that steps and plays through something.

import { made } from "./text.js";

/** @typedef {{ play(): void, step(by: number): void, show(step: number): void }} Transport */

/** A button; with a `sign` that is shown instead of the label, which is then read aloud. @param {string} name @param {string} label @param {() => void} act @param {string | null} sign */
export function makeButton(name, label, act, sign = null) {
  const button = Object.assign(made("button", sign ?? label), { type: "button", className: name, onclick: act });
  if (sign !== null) button.setAttribute("aria-label", label);
  if (sign !== null) button.setAttribute("title", label);
  return button;
}

/**
 * Says whether a button can be pressed now. One that can't keeps the focus: who steps to the end by keyboard would else be
 * thrown back to the beginning of the page.
 *
 * @param {HTMLElement} button @param {boolean} may
 */
export function allow(button, may) {
  button.setAttribute("aria-disabled", String(!may));
  button.addEventListener("click", refuse, true); // the same listener counts once
}

/**
 * Writes a part of a stage anew: whoever stood on a control in it stands on the one that has come in its place, by its name
 * or its words, else on the first that is there.
 *
 * @param {HTMLElement} root @param {() => void} write
 */
export function standing(root, write) {
  const held = document.activeElement?.shadowRoot?.activeElement;
  write();
  if (!held || held.isConnected) return;
  const controls = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("button, input, select, [tabindex]")]);
  const { name, textContent } = /** @type {HTMLInputElement} */ (held);
  const same = controls.find((each) => (name ? each.name === name : each.textContent === textContent));
  (same ?? controls.find((each) => each.checkVisibility()))?.focus();
}

/** @param {Event} event */
function refuse(event) {
  if (/** @type {HTMLElement} */ (event.currentTarget).ariaDisabled === "true") event.stopImmediatePropagation();
}

/**
 * The buttons and the slider that step and play: `play`, `back` and `on` are its words, `label` that of the slider.
 *
 * @param {Record<string, string>} words @param {{ name: string, label: string, min: number }} slider @param {Transport} act
 */
export function makeTransport(words, { name, label, min }, act) {
  const group = Object.assign(document.createElement("span"), { className: "transport" });
  const slider = Object.assign(document.createElement("input"), { type: "range", name, min: String(min), step: "1" });
  slider.setAttribute("aria-label", label);
  slider.oninput = () => act.show(Number(slider.value));
  group.append(
    makeButton("play", words.play, act.play, "▶"),
    makeButton("back", words.back, () => act.step(-1), "−"),
    slider,
    makeButton("on", words.on, () => act.step(1), "+"),
  );
  return group;
}

/**
 * Sets such a group to where it stands: `at` of `max`, which is `said` of it.
 *
 * @param {(selector: string) => any} find @param {Record<string, string>} words
 * @param {{ at: number, max: number, said: string, playing: unknown }} now
 */
export function showTransport(find, words, { at, max, said, playing }) {
  const slider = find(".transport input");
  Object.assign(slider, { max, value: at });
  slider.setAttribute("aria-valuetext", said);
  const play = find(".transport .play");
  play.textContent = playing ? "❚❚" : "▶";
  for (const name of ["aria-label", "title"]) play.setAttribute(name, playing ? words.pause : words.play);
  play.setAttribute("aria-pressed", String(Boolean(playing)));
  allow(find(".transport .back"), at > Number(slider.min));
  allow(find(".transport .on"), at < max);
}
