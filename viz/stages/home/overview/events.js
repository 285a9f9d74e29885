// Mouse, finger and keys on the row of volumes.

import { bindKeys } from "../../kernel/keys.js";
import { pointIn } from "../../kernel/pointer.js";
import { perUnit } from "../../kernel/size.js";
import { BRACKET, columnAt } from "./layout.js";

/** @import { Bracket, Overview } from "./types.d.ts" */

/**
 * What lies under a point: { node } or { bracket }; nothing beside them.
 *
 * @param {Pick<Overview, "brackets" | "lefts" | "at">} stage @param {number} x @param {number} y
 * @returns {{ bracket?: Bracket, node?: number }}
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
export function bindMouse(stage) {
  const { canvas } = stage;
  /** @param {MouseEvent} event */
  const at = (event) => {
    const [x, y] = pointIn(event, canvas);
    return under(stage, x + stage.find(".scroller").scrollLeft / perUnit(), y);
  };
  canvas.onpointermove = (event) => {
    const found = at(event);
    // Below the names the mouse passes on its way to the buttons: what is traced stays.
    const passing = pointIn(event, canvas)[1] > stage.at.tiles;
    if (found.bracket) stage.heat(found.bracket);
    else if (found.node !== undefined && !passing && (found.node !== stage.cursor || stage.lit === null || stage.hot !== null)) stage.point(found.node, false);
  };
  canvas.onpointerleave = (event) => {
    if (event.pointerType !== "touch") stage.rest();
  };
  let finger = false;
  /** @type {number | null} */
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
    stage.point(found.node, false);
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
  if (around.length > 0) stage.toggle(around[around.length - 1].group.key);
}

/** @param {Overview} stage */
export function listen(stage) {
  stage.canvas.onfocus = () => {
    if (stage.canvas.matches(":focus-visible")) stage.point(stage.cursor, true);
  };
  const into = () => enter(stage);
  bindKeys(stage.canvas, {
    layout: () => ({ kind: "list", count: stage.nodes.length, flat: true }),
    at: () => stage.cursor,
    go: (index) => stage.point(index, true),
    keys: { Enter: into, " ": into, Escape: () => leave(stage) },
  });
}
