// Tells Python, from within another part of the page, what the stage shows: so that part alone follows.

import { DRAWN } from "../../kernel/drawn.js";

/** @import { Mounting } from "../../kernel/types.d.ts" */

/** @type {WeakMap<HTMLElement, (event: Event) => void>} */
const heard = new WeakMap();

/** @param {Mounting<object>} mounting */
export default function mountEcho({ parentElement, setTriggerValue }) {
  const leave = () => window.removeEventListener(DRAWN, heard.get(parentElement) ?? (() => {}));
  leave();
  /** @param {Event} event */
  const tell = (event) => setTriggerValue("heard", /** @type {CustomEvent} */ (event).detail);
  heard.set(parentElement, tell);
  window.addEventListener(DRAWN, tell);
  return leave;
}
