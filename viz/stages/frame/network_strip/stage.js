// The layers of a network in order of execution, each a block drawn to scale; one is chosen by click or arrow keys.

import { CHOSEN, announce } from "../../kernel/drawn.js";
import { bindKeys } from "../../kernel/keys.js";
import { arrive, opened } from "../../kernel/payload.js";
import { made, part } from "../../kernel/text.js";
import { waiting } from "../../kernel/waiting.js";
import { faces, volume } from "./volume.js";


/** @import { Mounting } from "../../kernel/types.d.ts" */
/** @import { Layer, Row } from "./types.d.ts" */

/** @type {WeakMap<HTMLElement, string>} */
const mounted = new WeakMap();
/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const timers = new WeakMap();
/** What was told and hasn't come back yet, oldest first. @type {WeakMap<HTMLElement, string[]>} */
const awaited = new WeakMap();
const PATIENCE = 900; // milliseconds until a choice counts as lost
const RETRIES = 3;

/** @param {Mounting<Uint8Array>} mounting */
export default function mountStrip({ data, parentElement, setTriggerValue }) {
  const strip = part(parentElement, ".strip");
  arrive(strip, data, () => show(strip, /** @type {any} */ (opened(data)), parentElement, setTriggerValue), waiting(strip, setTriggerValue));
}

/** @param {ReturnType<typeof part>} strip @param {Row} data @param {HTMLElement} parentElement @param {Mounting["setTriggerValue"]} setTriggerValue */
function show(strip, data, parentElement, setTriggerValue) {
  const drawn = JSON.stringify([data.network, data.label]);
  if (mounted.get(parentElement) !== drawn) {
    mounted.set(parentElement, drawn);
    strip.setAttribute("aria-label", data.label);
    /** @param {number} axis */
    const most = (axis) => Math.max(...data.layers.map(({ shape }) => shape[axis]));
    strip.replaceChildren(...data.layers.map((layer) => makeBlock(layer, most(1), most(0))));
    awaited.set(strip, []);
    select(strip, data.chosen);
  } else if (!isEcho(strip, data.chosen)) {
    select(strip, data.chosen);
  }
  strip.dataset.told = data.chosen;
  /** @param {HTMLButtonElement} block */
  const choose = (block) => {
    if (block.disabled) return;
    select(strip, block.dataset.name ?? null);
    block.focus({ preventScroll: true });
    announce(CHOSEN, "layer", block.dataset.name);
    tell(block.dataset.name ?? "", RETRIES);
  };
  const waiting = () => /** @type {string[]} */ (awaited.get(strip));
  // In a flurry of keys an event can get lost between two reruns: what has not been taken over is told again.
  /** @param {string} name @param {number} retries */
  const tell = (name, retries) => {
    setTriggerValue("chosen", name);
    if (waiting().at(-1) !== name) waiting().push(name);
    clearTimeout(timers.get(strip));
    const again = () => {
      if (data.chosen !== null && strip.dataset.told !== name && strip.isConnected) tell(name, retries - 1);
    };
    if (retries > 0) timers.set(strip, setTimeout(again, PATIENCE));
  };
  /** @type {() => HTMLButtonElement[]} */
  const blocks = () => [...strip.children].filter(({ disabled }) => !disabled);
  for (const block of strip.children) block.onclick = () => choose(block);
  bindKeys(strip, {
    layout: () => ({ kind: "list", count: blocks().length }),
    at: () => blocks().indexOf(selected(strip) ?? strip),
    go: (to) => {
      if (blocks()[to] !== undefined && blocks()[to] !== selected(strip)) choose(blocks()[to]);
    },
  });
}

/**
 * Whether Python says what it was told, or what it said before. Only what it changed by itself counts: the echo of an earlier
 * key press must not take a newer one back, however late it comes.
 *
 * @param {HTMLElement} strip @param {string | null} chosen
 */
function isEcho(strip, chosen) {
  const waiting = awaited.get(strip) ?? [];
  const place = waiting.lastIndexOf(chosen ?? "");
  const known = place >= 0 || chosen === strip.dataset.told;
  awaited.set(strip, known ? waiting.slice(place + 1) : []);
  return known;
}

/** @param {HTMLElement} strip @returns {HTMLButtonElement | null} */
const selected = (strip) => strip.querySelector('[aria-selected="true"]');

/** @param {HTMLElement} strip @param {string | null} name */
function select(strip, name) {
  for (const block of strip.querySelectorAll("button")) {
    const chosen = block.dataset.name === name;
    block.setAttribute("aria-selected", String(chosen));
    block.tabIndex = chosen ? 0 : -1;
    if (chosen) {
      // At once: a strip that is still sliding delays the maps that everybody waits for.
      strip.scrollTo({ left: block.offsetLeft - strip.offsetLeft - (strip.clientWidth - block.offsetWidth) / 2 });
    }
  }
}

/** @param {Layer} layer @param {number} mostRows @param {number} mostChannels */
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
