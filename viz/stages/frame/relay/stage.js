// @ts-nocheck
// Tells Python, from within another part of the page, what the stage shows: so that part alone follows.

import { DRAWN } from "../../kernel/drawn.js";

const heard = new WeakMap();

export default function mountEcho({ parentElement, setTriggerValue }) {
  window.removeEventListener(DRAWN, heard.get(parentElement));
  const tell = (event) => setTriggerValue("heard", event.detail);
  heard.set(parentElement, tell);
  window.addEventListener(DRAWN, tell);
  return () => window.removeEventListener(DRAWN, heard.get(parentElement));
}
