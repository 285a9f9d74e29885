// The pictures of a batch, each of which can be dropped: by mouse, by touch, or by the arrow keys and Delete. It has no
// view that could be told or taken back, so it does without the life of a stage.

import { bindKeys } from "../../kernel/keys.js";
import { pictureCanvas } from "../../kernel/paint.js";
import { arrive, opened } from "../../kernel/payload.js";
import { part, put } from "../../kernel/text.js";
import { waiting } from "../../kernel/waiting.js";
import { after } from "./walking.js";

/** @import { Mounting, Packed } from "../../kernel/types.d.ts" */
/** @import { Picture, Strip } from "./types.d.ts" */

/** @type {WeakMap<HTMLElement, Strip>} */
const strips = new WeakMap();
const MANY = 32;

/** @param {Mounting<Uint8Array>} mounting */
export default function mountBatchStrip({ data, parentElement, setTriggerValue }) {
  const strip = strips.get(parentElement) ?? /** @type {Strip} */ ({ received: null, focus: null });
  strips.set(parentElement, strip);
  strip.tell = (key) => setTriggerValue("dropped", key);
  if (strip.received === data) return;
  const root = part(parentElement, ".batch");
  const show = () => {
    Object.assign(strip, opened(data), { root, received: data });
    write(strip);
  };
  arrive(strip, data, show, waiting(root, setTriggerValue));
}

/** @param {Strip} strip */
function write(strip) {
  const { root, pictures, words, most, planes } = strip;
  const holder = part(root, ".strip");
  const alone = pictures.length === 1;
  part(root, ".count b").textContent = put(words.count, { count: pictures.length });
  part(root, ".count span").textContent = put(words.most, { most });
  part(root, ".count small").textContent = alone ? words.last : words.hint;
  part(root, ".hidden").textContent = put(words.count, { count: pictures.length });
  holder.setAttribute("aria-label", words.label);
  holder.classList.toggle("many", pictures.length > MANY);
  holder.classList.toggle("alone", alone);
  const buttons = pictures.map((picture, index) => makeButton(strip, picture, planes[`picture${index}`], index));
  holder.replaceChildren(...buttons);
  bind(strip, holder, buttons);
  // Whoever drops pictures by keyboard stays where they were.
  if (strip.focus !== null) buttons[Math.min(strip.focus, pictures.length - 1)].focus();
  strip.focus = null;
  root.dataset.drawn = String(pictures.length);
}

/** @param {Strip} strip @param {Picture} picture @param {Packed} plane @param {number} index */
function makeButton(strip, { key, label }, plane, index) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = label;
  button.dataset.key = key;
  button.tabIndex = index === 0 ? 0 : -1;
  button.setAttribute("aria-label", put(strip.words.drop, { label }));
  button.append(pictureCanvas(plane));
  button.onclick = (event) => drop(strip, index, event.detail === 0);
  return button;
}

/** @param {Strip} strip @param {HTMLElement} holder @param {HTMLButtonElement[]} buttons */
function bind(strip, holder, buttons) {
  const at = () => buttons.findIndex((button) => button.matches(":focus"));
  const away = () => drop(strip, at(), true);
  bindKeys(holder, {
    layout: () => ({ kind: "list", count: buttons.length }),
    at,
    go: (to) => {
      buttons.forEach((button, index) => {
        button.tabIndex = index === to ? 0 : -1;
      });
      buttons[to].focus();
    },
    keys: { Delete: away, Backspace: away },
  });
}

/** @param {Strip} strip @param {number} index @param {boolean} byKey */
function drop(strip, index, byKey) {
  if (strip.pictures.length === 1) return;
  strip.focus = byKey ? after(index, strip.pictures.length) : null;
  strip.tell(strip.pictures[index].key);
}
