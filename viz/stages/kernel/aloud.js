// What those who hear a page are told of a stage, the same way everywhere: where they are, the value there and what it means,
// once, when they rest. While they walk, and while a stage plays, nothing is said: nobody can listen to ten numbers a second.

import { made } from "./text.js";

/** @import { Aloud } from "./types.d.ts" */

const REST = 500; // milliseconds after the last change
const DESCRIPTION = "described"; // each stage is in a root of its own, so that one name serves all

/** A place for what is said, beside a stage; `busy` says whether it plays. @param {HTMLElement} root @param {() => unknown} busy @returns {Aloud} */
export function makeAloud(root, busy) {
  const live = Object.assign(made("p", ""), { className: "heard" });
  live.setAttribute("aria-live", "polite");
  const description = Object.assign(made("p", ""), { id: DESCRIPTION, hidden: true });
  root.after(live, description);
  const aloud = { root, live, description, busy, now: [], said: null, timer: 0 };
  root.addEventListener("focusout", () => describe(aloud));
  return aloud;
}

/**
 * Takes note of what is to be said, in one or several parts. What stands there at first is no news, and of several parts
 * those are said that have changed since the last time.
 *
 * @param {Aloud} aloud @param {string | string[]} text
 */
export function hear(aloud, text) {
  aloud.now = [text].flat().map(sentence);
  // A description that changes under the focus is read out by some screen readers: the same words a second time.
  if (!aloud.root.matches(":focus-within")) describe(aloud);
  aloud.said ??= aloud.now;
  clearTimeout(aloud.timer);
  if (newsOf(aloud) !== "") wait(aloud);
}

/** A part of what is said, with an end to be heard. @param {string} text */
const sentence = (text) => text.replace(/\s+/g, " ").trim().replace(/[^.!?:;,…]$/, "$&.");

/** @param {Aloud} aloud */
const newsOf = ({ now, said }) => now.filter((part, at) => part !== said?.[at]).join(" ").trim();

/** @param {Aloud} aloud */
function wait(aloud) {
  aloud.timer = setTimeout(() => {
    if (aloud.busy()) return wait(aloud);
    if (!elsewhere(aloud.root)) aloud.live.textContent = newsOf(aloud);
    aloud.said = aloud.now;
  }, REST);
}

/** Whether somebody is on another stage: what that brings about here isn't said at the same time. @param {HTMLElement} root */
function elsewhere(root) {
  const held = document.activeElement?.shadowRoot ?? null;
  return held !== null && held !== root.getRootNode() && held.querySelector(".heard") !== null;
}

/** @param {Aloud} aloud */
function describe({ description, now }) {
  description.textContent = now.join(" ");
}

/**
 * Says of what takes keys on a stage what it is, and where its numbers are to be heard.
 *
 * A number beside a slider would be said by itself too, four of them at once: a slider says its own.
 *
 * @param {HTMLElement} root @param {Record<string, string>} words
 */
export function introduce(root, words) {
  for (const element of root.querySelectorAll('[role="application"]')) {
    element.setAttribute("aria-roledescription", words.interactive ?? "");
    element.setAttribute("aria-describedby", DESCRIPTION);
  }
  for (const output of root.querySelectorAll("output")) output.setAttribute("aria-live", "off");
}

/** What an element says, its parts apart from each other. @param {HTMLElement} element */
export const textOf = (element) => [...element.childNodes].map(({ textContent }) => textContent).join(" ");
