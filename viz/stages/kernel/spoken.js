// Words into elements, each once: an element says in its `data-say` which text it holds, in `data-label` by which it is
// named to those who hear the page. A name is that of one of the payload's words, or a path: "captions.alt", ".alt".

/** @import { Said } from "./types.d.ts" */

/** Puts the words of a payload into the elements of a stage that ask for them. @param {HTMLElement} root @param {Record<string, any>} payload */
export function speak(root, payload) {
  for (const element of [root, ...root.querySelectorAll("[data-say], [data-label]")]) {
    const { say, label } = /** @type {HTMLElement} */ (element).dataset;
    if (say !== undefined) element.textContent = wordOf(payload, say);
    if (label !== undefined) element.setAttribute("aria-label", wordOf(payload, label));
  }
}

/** @param {Record<string, any>} payload @param {string} path @returns {string} */
function wordOf(payload, path) {
  const names = path.includes(".") ? path.split(".").filter(Boolean) : ["words", path];
  /** @type {any} */
  let found = payload;
  for (const name of names) found = found?.[name];
  return found ?? "";
}

/** Writes into an element what is said, unless it stands there already: it would be announced again. @param {HTMLElement} element @param {Said} said */
export function write(element, said) {
  if (typeof said === "string") {
    if (element.textContent !== said || element.childElementCount > 0) element.textContent = said;
  } else element.replaceChildren(...said);
}
