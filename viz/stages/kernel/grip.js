// What it takes to hold a map and pull: a mouse or a pen holds as it is pressed. A finger that swipes up or down scrolls the
// page, for a map may be as wide as a telephone; it holds where it rests a while, or pulls sideways first.

/** @import { Grip } from "./types.d.ts" */

export const REST = 350; // milliseconds a finger rests until it holds
const SLIP = 8; // CSS pixels that a resting finger may move

/**
 * Has an element be held. `grip.take(event)`: something is held from here on, if it doesn't return false;
 * `grip.pull(event)`: it is pulled; `grip.release(event, kept)`: it is let go, or (`kept` false) the browser has taken the
 * pointer away. `grip.pass(event)`: a pointer moves that holds nothing. A finger's tap takes and releases.
 *
 * @param {HTMLElement} element @param {Grip} grip
 */
export function bindGrip(element, grip) {
  let held = false;
  /** @type {PointerEvent | null} */
  let waiting = null;
  /** @type {any} */
  let timer = 0;
  const forget = () => {
    clearTimeout(timer);
    waiting = null;
  };
  /** @param {PointerEvent} event */
  const take = (event) => {
    forget();
    held = grip.take(event) !== false;
    if (held) element.setPointerCapture(event.pointerId);
    return held;
  };
  /** @param {PointerEvent} event @param {boolean} kept */
  const release = (event, kept) => {
    forget();
    if (held) grip.release?.(event, kept);
    held = false;
  };
  element.onpointerdown = (event) => {
    if (event.button !== 0) return;
    if (event.pointerType !== "touch") return void take(event);
    forget();
    waiting = event;
    timer = setTimeout(() => take(event), REST);
  };
  element.onpointermove = (event) => {
    if (waiting !== null) {
      const [across, along] = [event.clientX - waiting.clientX, event.clientY - waiting.clientY].map(Math.abs);
      if (Math.max(across, along) <= SLIP) return;
      if (along > across) return forget();
      take(waiting);
    }
    if (held) grip.pull(event);
    else grip.pass?.(event);
  };
  element.onpointerup = (event) => {
    if (waiting !== null) take(waiting);
    release(event, true);
  };
  element.onpointercancel = (event) => release(event, false);
  keepHeld(element, () => held);
}

/** What a browser would do with a finger that holds: scroll, or offer to save the picture. @param {HTMLElement} element @param {() => boolean} held */
function keepHeld(element, held) {
  Object.assign(element.style, { touchAction: "pan-y pinch-zoom", userSelect: "none", webkitTouchCallout: "none" });
  /** @param {Event} event */
  const prevent = (event) => {
    if (held() && event.cancelable) event.preventDefault();
  };
  element.addEventListener("touchmove", prevent, { passive: false });
  element.addEventListener("contextmenu", prevent);
}
