// @ts-nocheck
// Mouse, finger and keys on the row of volumes.

import { BRACKET, columnAt } from "./layout.js";

/** @import { Overview } from "./types.d.ts" */

/**
 * What lies under a point: { node } or { bracket }; nothing beside them.
 *
 * @param {Overview} stage @param {number} x @param {number} y
 */
export function under(stage, x, y) {
  const deepest = Math.floor(y / BRACKET);
  const bracket = stage.brackets.find(
    ({ depth, from, to }) => depth === deepest && x >= stage.lefts[from] && x < stage.lefts[to + 1],
  );
  if (bracket !== undefined) return { bracket };
  const node = y < stage.at.total ? columnAt(stage.lefts, x) : null;
  return node === null ? {} : { node };
}

/** @param {Overview} stage */
export function bindPointer(stage) {
  const { canvas } = stage;
  /** @param {PointerEvent} event */
  const at = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const left = stage.find(".scroller").scrollLeft;
    return under(stage, event.clientX - bounds.left + left, event.clientY - bounds.top);
  };
  canvas.onpointermove = (event) => {
    const found = at(event);
    // Below the names the mouse passes on its way to the buttons: what is traced stays.
    const passing = event.clientY - canvas.getBoundingClientRect().top > stage.at.tiles;
    if (found.bracket) stage.heat(found.bracket);
    else if (found.node !== undefined && !passing && (found.node !== stage.cursor || stage.lit === null || stage.hot !== null)) stage.look(found.node, false);
  };
  canvas.onpointerleave = (event) => {
    if (event.pointerType !== "touch") stage.rest();
  };
  let finger = false;
  let before = null;
  canvas.onpointerdown = (event) => {
    finger = event.pointerType === "touch";
    before = stage.lit === null ? null : stage.cursor; // where the keys would begin has not been read yet
  };
  canvas.onclick = (event) => {
    const found = at(event);
    if (found.bracket) stage.toggle(found.bracket.group.key);
    if (found.node === undefined) return;
    // A finger can't point first: it reads a layer with one touch and goes there with the next.
    const again = found.node === before;
    stage.look(found.node, false);
    if (!finger || again || stage.nodes[found.node].group !== null) enter(stage);
  };
}

/** Unfolds the group under the cursor, or goes to the page about the layer. @param {Overview} stage */
function enter(stage) {
  const node = stage.nodes[stage.cursor];
  if (node.group !== null) stage.toggle(node.group.key);
  else stage.go(stage.layers[node.start].pages[0], stage.layers[node.start].name);
}

/** Folds the innermost open group around the cursor. @param {Overview} stage */
function leave(stage) {
  const around = stage.brackets.filter(({ from, to }) => from <= stage.cursor && stage.cursor <= to);
  if (around.length > 0) stage.toggle(around.at(-1).group.key);
}

/** @param {Overview} stage */
export function bindKeys(stage) {
  stage.canvas.onfocus = () => {
    if (stage.canvas.matches(":focus-visible")) stage.look(stage.cursor, true);
  };
  stage.canvas.onkeydown = (event) => {
    const last = stage.nodes.length - 1;
    const to = {
      ArrowRight: stage.cursor + 1, ArrowLeft: stage.cursor - 1, Home: 0, End: last,
    }[event.key];
    if (to !== undefined) stage.look(Math.max(0, Math.min(last, to)), true);
    else if (event.key === "Enter" || event.key === " ") enter(stage);
    else if (event.key === "Escape") leave(stage);
    else return;
    event.preventDefault();
  };
}
