// What may be chosen next is fetched before it is, and shown when it is, before the server has answered. Its answer follows,
// with the same piece; one that is of something else comes from before, and waits.

import { CHOSEN, POINTED } from "./drawn.js";
import { atHand, parcel } from "./parcels.js";

/** @import { Stage } from "./types.d.ts" */

const PATIENCE = 8000; // milliseconds after which an answer counts as lost
const REST = 90; // milliseconds on a picture before it counts as pointed at
const LULL = 250; // milliseconds after something is shown before what is next to it is fetched
export const MOST_UNUSED = 32 * 2 ** 20; // bytes fetched ahead that nobody looked at, on one page

/** Bytes of what was fetched ahead and not looked at yet, by key. @type {Map<string, number>} */
const unused = new Map();

/**
 * Has a stage follow what is chosen elsewhere on the page, as far as it is at hand: `show(key, kind)` is called then.
 *
 * @param {Stage} stage @param {(key: string, kind: string) => void} show @returns {() => void} what ends it
 */
export function foresee(stage, show) {
  let rest = 0;
  /** @param {Event} event */
  const keyOf = (event) => {
    const { kind, value } = /** @type {CustomEvent} */ (event).detail ?? {};
    const { [kind]: named = {} } = stage.ahead ?? {};
    return { kind, key: Object.hasOwn(named, value) ? named[value] : undefined };
  };
  /** @param {Event} event */
  const chosen = (event) => {
    clearTimeout(rest);
    const { kind, key } = keyOf(event);
    stage.expected = key === undefined ? null : { key, view: null, until: performance.now() + PATIENCE };
    if (key === undefined) return;
    if (atHand(key) !== undefined) show(key, kind);
    else askBeside(stage, key, () => show(key, kind));
  };
  /** @param {Event} event */
  const pointed = (event) => {
    clearTimeout(rest);
    const { key } = keyOf(event);
    if (key !== undefined) rest = window.setTimeout(() => fetchAhead(stage, key), REST);
  };
  window.addEventListener(CHOSEN, chosen);
  window.addEventListener(POINTED, pointed);
  return () => {
    clearTimeout(rest);
    clearTimeout(stage.lull);
    window.removeEventListener(CHOSEN, chosen);
    window.removeEventListener(POINTED, pointed);
  };
}

/** Asks for what is chosen while the server is at its answer; whatever comes first is shown. @param {Stage} stage @param {string} key @param {() => void} show */
async function askBeside(stage, key, show) {
  try {
    await parcel(key, stage.visit ?? "", undefined, []);
    if (stage.expected?.key === key && stage.expected.view === null) show();
  } catch {
    // The answer brings it.
  }
}

/** Fetches what lies on either side of what is shown, once there is a lull. @param {Stage} stage @param {string | undefined} key */
export function lookAround(stage, key) {
  clearTimeout(stage.lull);
  if (key === undefined) return;
  unused.delete(key);
  const row = Object.values(stage.ahead?.layer ?? {});
  const at = row.indexOf(key);
  if (at < 0) return;
  stage.lull = setTimeout(() => {
    for (const next of [row[at + 1], row[at - 1]]) if (next !== undefined) fetchAhead(stage, next);
  }, LULL);
}

/** @param {Stage} stage @param {string} key */
async function fetchAhead(stage, key) {
  if (atHand(key) !== undefined || document.hidden || isMetered()) return;
  if ([...unused.values()].reduce((sum, bytes) => sum + bytes, 0) >= MOST_UNUSED) return;
  try {
    unused.set(key, (await parcel(key, stage.visit ?? "", undefined, [])).length);
  } catch {
    // It will be asked for when it is chosen.
  }
}

/** Whether the visitor pays for what is fetched, or waits long for it. */
function isMetered() {
  const { saveData = false, type = "", effectiveType = "4g" } = /** @type {any} */ (navigator).connection ?? {};
  return saveData || type === "cellular" || effectiveType !== "4g";
}

/** Notes that something is shown ahead of its answer. @param {Stage} stage @param {string} key */
export function expect(stage, key) {
  stage.expected = { key, view: JSON.stringify(stage.view), until: performance.now() + PATIENCE };
}

/**
 * What a payload is to a stage that may have shown it ahead: "same", if nothing is to be done about it; "older", if the
 * visitor has gone on since; "news" otherwise.
 *
 * @param {Stage} stage @param {string[]} keys of its pieces @param {unknown} view that comes with it
 */
export function met(stage, keys, view) {
  const { expected } = stage;
  if (!expected || !keys.includes(expected.key)) return "news";
  stage.expected = null;
  if (expected.view === null) return "news";
  if (JSON.stringify(stage.view) !== expected.view) return "older";
  return JSON.stringify({ ...stage.view, .../** @type {object} */ (view) }) === expected.view ? "same" : "news";
}

/**
 * How long a payload has to wait that isn't the answer to what is on screen, in milliseconds; 0 if it is, or nothing is
 * expected.
 *
 * @param {Stage} stage @param {string[]} keys of its pieces
 */
export function wait(stage, keys) {
  const { expected } = stage;
  if (!expected || keys.includes(expected.key)) return 0;
  return Math.max(0, expected.until - performance.now());
}
