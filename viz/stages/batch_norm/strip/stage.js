// @ts-nocheck
// The pictures of a batch, each of which can be dropped: by mouse, by touch, or by the arrow keys and Delete.

import { pictureCanvas } from "../../kernel/paint.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { after, reached } from "./walking.js";

const strips = new WeakMap();
const MANY = 32;

export default function mountBatchStrip({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".batch");
  const strip = strips.get(parentElement) ?? { received: null, focus: null };
  strips.set(parentElement, strip);
  strip.tell = (key) => setTriggerValue("dropped", key);
  if (strip.received === data) return;
  Object.assign(strip, unpack(data), { root, received: data });
  write(strip);
}

function write(strip) {
  const { root, pictures, words, most, planes } = strip;
  const holder = root.querySelector(".strip");
  const alone = pictures.length === 1;
  root.querySelector(".count b").textContent = put(words.count, { count: pictures.length });
  root.querySelector(".count span").textContent = put(words.most, { most });
  root.querySelector(".count small").textContent = alone ? words.last : words.hint;
  root.querySelector(".hidden").textContent = put(words.count, { count: pictures.length });
  holder.setAttribute("aria-label", words.label);
  holder.classList.toggle("many", pictures.length > MANY);
  holder.classList.toggle("alone", alone);
  holder.replaceChildren(...pictures.map((picture, index) => makeButton(strip, picture, planes[`picture${index}`], index)));
  // Whoever drops pictures by keyboard stays where they were.
  if (strip.focus !== null) holder.children[Math.min(strip.focus, pictures.length - 1)].focus();
  strip.focus = null;
  root.dataset.drawn = pictures.length;
}

function makeButton(strip, { key, label }, plane, index) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = label;
  button.dataset.key = key;
  button.tabIndex = index === 0 ? 0 : -1;
  button.setAttribute("aria-label", put(strip.words.drop, { label }));
  button.append(pictureCanvas(plane));
  button.onclick = (event) => drop(strip, index, event.detail === 0);
  button.onkeydown = (event) => press(strip, index, event);
  return button;
}

function drop(strip, index, byKey) {
  if (strip.pictures.length === 1) return;
  strip.focus = byKey ? after(index, strip.pictures.length) : null;
  strip.tell(strip.pictures[index].key);
}

function press(strip, index, event) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    drop(strip, index, true);
    return;
  }
  const to = reached(event.key, index, strip.pictures.length);
  if (to === null) return;
  event.preventDefault();
  const buttons = strip.root.querySelectorAll(".strip button");
  buttons.forEach((button, at) => (button.tabIndex = at === to ? 0 : -1));
  buttons[to].focus();
}
