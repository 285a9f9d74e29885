// @ts-nocheck
// A set of small pictures of which one is chosen: by mouse, touch, or the arrow keys, as in any group of radio buttons.

import { pictureCanvas } from "../../kernel/paint.js";
import { unpack } from "../../kernel/payload.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const mounted = new WeakMap();

export default function mountThumbnails({ data, parentElement, setTriggerValue }) {
  const group = parentElement.querySelector(".thumbnails");
  if (mounted.get(parentElement) !== data) {
    mounted.set(parentElement, data);
    const { pictures, chosen, label, planes } = unpack(data);
    const held = group.contains(parentElement.activeElement ?? document.activeElement);
    group.setAttribute("aria-label", label);
    group.replaceChildren(...pictures.map((picture, index) => makeButton(picture, planes[`picture${index}`], chosen)));
    if (!pictures.some(({ key }) => key === chosen)) group.firstElementChild.tabIndex = 0;
    if (held) group.querySelector('[aria-checked="true"]')?.focus();
  }
  const choose = (button) => {
    for (const other of group.children) other.setAttribute("aria-checked", String(other === button));
    button.focus();
    setTriggerValue("chosen", button.dataset.key);
  };
  group.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) choose(button);
  };
  group.onkeydown = (event) => {
    const buttons = [...group.children];
    const at = buttons.indexOf(event.target.closest("button"));
    if (!(event.key in STEPS) || at < 0) return;
    event.preventDefault();
    choose(buttons[(at + STEPS[event.key] + buttons.length) % buttons.length]);
  };
}

function makeButton({ key, label }, plane, chosen) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = label;
  button.dataset.key = key;
  button.setAttribute("role", "radio");
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-checked", String(key === chosen));
  button.tabIndex = key === chosen ? 0 : -1;
  button.append(pictureCanvas(plane));
  return button;
}
