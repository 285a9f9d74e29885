// What is seen and heard of a stage while pieces of its payload are on their way, or when they can't be had.

import { MOVED } from "./drawn.js";

/** @import { Mounting } from "./types.d.ts" */

/**
 * What `arrive` tells of a stage: that it waits, after a second visibly; what it says when it waits in vain. A piece that the
 * server doesn't know any more it offers again in its next run, which is asked for.
 *
 * @param {HTMLElement} root @param {Mounting["setTriggerValue"]} tell @returns {(state: import("./payload.js").Waiting, words: string) => void}
 */
export const waiting = (root, tell) => (state, words) => {
  if (state === "lost") {
    tell("lost", Date.now());
    return;
  }
  // What is below it on the page has another place from the next frame on.
  if (root.ariaBusy === "true" && state === "") requestAnimationFrame(() => window.dispatchEvent(new Event(MOVED)));
  root.ariaBusy = state === "fetching" ? "true" : null;
  root.querySelector(":scope > .missing")?.remove();
  if (state !== "failed") return;
  const said = Object.assign(document.createElement("p"), { className: "missing", textContent: words });
  said.setAttribute("role", "alert");
  root.prepend(said);
};
