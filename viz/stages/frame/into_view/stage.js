// Brings the stage into view once a thing to try was pressed: the buttons stand below it, often a screen further down.

/** @import { Mounting } from "../../kernel/types.d.ts" */

const HEADER = 64; // pixels that the application's own header covers
const TIRED = 3000; // milliseconds in which a page puts up its stage
const SETTLING = 500; // milliseconds in which what is there finds its size
const LOW = 60; // pixels: what is lower, is no stage
const OWN_WISH = ["wheel", "touchmove", "keydown", "pointerdown"];

const HOVERS = ["pointermove", "pointerover", "pointerenter", "mousemove", "mouseover", "mouseenter"];

let last = ""; // the press that was followed
/** @type {[number, number] | null} */
let resting = null; // where the pointer is
let holding = false;
for (const kind of ["pointerdown", "pointermove"]) window.addEventListener(kind, rest, { capture: true });

/** @param {Mounting<{ pressed: string }>} mounting */
export default function mountIntoView({ data }) {
  if (!data.pressed || data.pressed === last) return;
  last = data.pressed;
  follow();
  hold();
}

/** @param {Event} event */
function rest(event) {
  const { clientX, clientY } = /** @type {PointerEvent} */ (event);
  if (!holding) resting = [clientX, clientY];
}

/** A stage that comes to lie under a pointer which doesn't move isn't pointed at: what was promised stays on it. */
function hold() {
  if (resting === null || holding) return;
  holding = true;
  const [x, y] = resting;
  /** @type {Set<EventTarget>} */
  const covered = new Set();
  const until = performance.now() + TIRED;
  /** @param {Event} event */
  const stay = (event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    // A browser rounds the place of some kinds of events.
    if (Math.abs(clientX - x) < 1 && Math.abs(clientY - y) < 1) return event.stopImmediatePropagation();
    for (const root of covered) for (const kind of HOVERS) root.removeEventListener(kind, stay, { capture: true });
    holding = false;
    rest(event);
  };
  // What enters an element of a stage isn't told outside of it. Stages may come after this.
  const cover = () => {
    if (!holding) return;
    for (const root of [window, ...stages().flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
      if (!covered.has(root)) for (const kind of HOVERS) root.addEventListener(kind, stay, { capture: true });
      covered.add(root);
    }
    if (performance.now() < until) requestAnimationFrame(cover);
  };
  cover();
}

/** Shows the stage, again as the page grows around it, until all is there or the visitor goes elsewhere. */
function follow() {
  const wish = new AbortController();
  for (const kind of OWN_WISH) window.addEventListener(kind, () => wish.abort(), { capture: true, signal: wish.signal });
  let end = performance.now() + TIRED;
  /** @param {number} now */
  const step = (now) => {
    if (wish.signal.aborted) return;
    if (now > end) return wish.abort();
    show();
    if (isDone()) end = Math.min(end, now + SETTLING);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function isDone() {
  const app = document.querySelector("[data-testid=stApp]");
  return app instanceof HTMLElement && app.dataset.testScriptState === "notRunning";
}

function show() {
  const [stage, view] = [firstStage(), document.querySelector("[data-testid=stMain]")];
  if (!stage || !view) return;
  const { top, bottom } = stage.getBoundingClientRect();
  const inView = top >= HEADER && bottom <= window.innerHeight;
  if (!inView) view.scrollBy({ top: top - HEADER, behavior: "instant" });
}

/** The first stage of the page; its title where it has none, as beside a table. */
function firstStage() {
  return stages().find(({ offsetHeight }) => offsetHeight >= LOW) ?? document.querySelector("[data-testid=stMain] h1");
}

function stages() {
  /** @type {NodeListOf<HTMLElement>} */
  const hosts = document.querySelectorAll("[data-testid=stMain] [data-testid=stBidiComponentIsolated]");
  return [...hosts].filter(({ shadowRoot }) => shadowRoot);
}
