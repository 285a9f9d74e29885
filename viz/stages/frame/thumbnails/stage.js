// A set of small pictures of which one is chosen: by mouse, touch, or the arrow keys, as in any group of radio buttons. It
// has no view that could be told or taken back, so it does without the life of a stage.

import { CHOSEN, POINTED, announce } from "../../kernel/drawn.js";
import { bindKeys } from "../../kernel/keys.js";
import { pictureCanvas } from "../../kernel/paint.js";
import { arrive, opened } from "../../kernel/payload.js";
import { part } from "../../kernel/text.js";
import { waiting } from "../../kernel/waiting.js";

/** @import { Mounting, Packed } from "../../kernel/types.d.ts" */
/** @typedef {{ key: string, label: string }} Picture */

/** @type {WeakMap<HTMLElement, { awaited?: unknown, shown?: Uint8Array }>} */
const places = new WeakMap();

/** @param {Mounting<Uint8Array>} mounting */
export default function mountThumbnails({ data, parentElement, setTriggerValue }) {
  const group = part(parentElement, ".thumbnails");
  const place = places.get(parentElement) ?? {};
  places.set(parentElement, place);
  const show = () => {
    if (place.shown !== data) fill(group, data);
    place.shown = data;
    bind(group, (key) => setTriggerValue("chosen", key));
  };
  arrive(place, data, show, waiting(group, setTriggerValue));
}

/** @param {ReturnType<typeof part>} group @param {(key: string | undefined) => void} tell */
function bind(group, tell) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [...group.children];
  /** @param {number} at */
  const choose = (at) => {
    buttons.forEach((button, index) => button.setAttribute("aria-checked", String(index === at)));
    buttons[at].focus();
    announce(CHOSEN, "picture", buttons[at].dataset.key);
    tell(buttons[at].dataset.key);
  };
  buttons.forEach((button, at) => {
    button.onclick = () => choose(at);
    const pointed = () => announce(POINTED, "picture", button.dataset.key);
    Object.assign(button, { onpointerenter: pointed, onfocus: pointed });
  });
  bindKeys(group, {
    layout: () => ({ kind: "list", count: buttons.length, wraps: true }),
    at: () => buttons.findIndex((button) => button.matches(":focus")),
    go: choose,
  });
}

/** Makes the buttons anew; whoever stood on one stands on the chosen one. @param {HTMLElement} group @param {Uint8Array} data */
function fill(group, data) {
  const { pictures, chosen, label, planes } = opened(data);
  const root = /** @type {Document | ShadowRoot} */ (group.getRootNode());
  const held = group.contains(root.activeElement);
  group.setAttribute("aria-label", label);
  /** @param {Picture} picture @param {number} index @returns {HTMLButtonElement} */
  const button = (picture, index) => makeButton(picture, planes[`picture${index}`], picture.key === chosen);
  const buttons = pictures.map(button);
  group.replaceChildren(...buttons);
  if (!pictures.some((/** @type {Picture} */ { key }) => key === chosen)) buttons[0].tabIndex = 0;
  if (held) part(group, '[aria-checked="true"]')?.focus();
}

/** @param {Picture} picture @param {Packed} plane @param {boolean} chosen */
function makeButton({ key, label }, plane, chosen) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = label;
  button.dataset.key = key;
  button.setAttribute("role", "radio");
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-checked", String(chosen));
  button.tabIndex = chosen ? 0 : -1;
  button.append(pictureCanvas(plane));
  return button;
}
