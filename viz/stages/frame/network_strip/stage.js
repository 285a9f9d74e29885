// @ts-nocheck
// The layers of a network in order of execution, each a block drawn to scale; one is chosen by click or arrow keys.

import { CHOSEN } from "../../kernel/drawn.js";
import { made } from "../../kernel/text.js";
import { faces, volume } from "./volume.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const mounted = new WeakMap();
const timers = new WeakMap();
const PATIENCE = 900; // milliseconds until a choice counts as lost
const RETRIES = 3;

export default function mountStrip({ data, parentElement, setTriggerValue }) {
  const strip = parentElement.querySelector(".strip");
  const drawn = JSON.stringify([data.network, data.label]);
  if (mounted.get(parentElement) !== drawn) {
    mounted.set(parentElement, drawn);
    strip.setAttribute("aria-label", data.label);
    const most = (axis) => Math.max(...data.layers.map(({ shape }) => shape[axis]));
    strip.replaceChildren(...data.layers.map((layer) => makeBlock(layer, most(1), most(0))));
    select(strip, data.chosen);
  } else if (selected(strip)?.dataset.name !== data.chosen && data.chosen !== strip.dataset.told) {
    // Only what Python changed by itself counts: an echo of an earlier key press must not take a newer one back.
    select(strip, data.chosen);
  }
  strip.dataset.told = data.chosen;
  const choose = (block) => {
    if (block.disabled) return;
    select(strip, block.dataset.name);
    block.focus({ preventScroll: true });
    window.dispatchEvent(new Event(CHOSEN));
    tell(block.dataset.name, RETRIES);
  };
  // In a flurry of keys an event can get lost between two reruns: what has not been taken over is told again.
  const tell = (name, retries) => {
    setTriggerValue("chosen", name);
    clearTimeout(timers.get(strip));
    const again = () => {
      if (data.chosen !== null && strip.dataset.told !== name && strip.isConnected) tell(name, retries - 1);
    };
    if (retries > 0) timers.set(strip, setTimeout(again, PATIENCE));
  };
  strip.onclick = (event) => {
    const block = event.target.closest("button");
    if (block) choose(block);
  };
  strip.onkeydown = (event) => {
    const blocks = [...strip.children].filter(({ disabled }) => !disabled);
    const at = blocks.indexOf(selected(strip));
    const to = { Home: 0, End: blocks.length - 1 }[event.key] ?? at + STEPS[event.key];
    if (!(event.key in STEPS || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    if (blocks[to] !== undefined && to !== at) choose(blocks[to]);
  };
}

const selected = (strip) => strip.querySelector('[aria-selected="true"]');

function select(strip, name) {
  for (const block of strip.children) {
    const chosen = block.dataset.name === name;
    block.setAttribute("aria-selected", String(chosen));
    block.tabIndex = chosen ? 0 : -1;
    if (chosen) {
      // At once: a strip that is still sliding delays the maps that everybody waits for.
      strip.scrollTo({ left: block.offsetLeft - strip.offsetLeft - (strip.clientWidth - block.offsetWidth) / 2 });
    }
  }
}

function makeBlock({ name, kind, shape, title, fixed }, mostRows, mostChannels) {
  const block = document.createElement("button");
  block.type = "button";
  block.dataset.name = name;
  block.title = title;
  block.disabled = Boolean(fixed);
  block.setAttribute("role", "option");
  const { width, front, top, side } = faces(volume(shape, mostRows, mostChannels));
  block.innerHTML =
    `<svg viewBox="-1 0 ${width + 2} 47" width="${width + 2}" height="47" aria-hidden="true">` +
    `<path class="top" d="${top}"/><path class="side" d="${side}"/><path class="front" d="${front}"/></svg>`;
  block.append(made("b", name), made("span", kind), made("span", shape.join("×")));
  return block;
}
