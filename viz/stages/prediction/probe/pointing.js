// @ts-nocheck
// Mouse, fingers and keys on the picture: a drag moves it or draws a cover, arrow keys do the same pixel by pixel.

import { around, between, grown, holds, shifted } from "./covers.js";

/** @import { Scale, Cell } from "../../kernel/types.d.ts" */
/** @import { Probe } from "./types.d.ts" */

const ARROWS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
/** @param {number} value @param {Scale} scale */
const clamp = (value, [low, high]) => Math.max(low, Math.min(high, value));

/**
 * Binds the plane; `act.preview(change)` while something is held, `act.change(change)` when it is let go.
 *
 * @param {Probe} stage @param {number} plane @param {number} act
 */
export function bindPlane(stage, plane, act) {
  let held = null;
  plane.onpointerdown = (event) => {
    if (event.button !== 0) return;
    plane.setPointerCapture(event.pointerId);
    const pixel = pixelUnder(stage, plane, event, true);
    act.point(null);
    const { cover } = stage.edit;
    const carries = stage.tool === "cover" && cover !== null && holds(cover, pixel);
    held = { pixel, edit: stage.edit, carries, moved: false };
  };
  plane.onpointermove = (event) => {
    act.point(held === null ? pixelUnder(stage, plane, event) : null);
    if (held === null) return;
    const pixel = pixelUnder(stage, plane, event, stage.tool === "cover");
    if (String(pixel) === String(held.pixel) && !held.moved) return;
    held.moved = true;
    act.preview(dragged(stage, held, pixel));
  };
  plane.onpointerup = () => {
    const was = held;
    held = null;
    if (was === null) return;
    if (was.moved) act.change({});
    else if (stage.tool === "cover" && !was.carries) act.change({ cover: around(was.pixel, stage.size) });
  };
  plane.onpointercancel = () => {
    if (held !== null) act.preview(held.edit);
    held = null;
  };
  plane.onpointerleave = () => act.point(null);
  plane.onkeydown = (event) => {
    const change = keyed(stage, event);
    if (change === null) return;
    event.preventDefault();
    act.change(change, true);
  };
}

/**
 * The pixel [row, column] under an event, which may be beside the picture; the nearest one in it if `inside`.
 *
 * @param {{ size: Cell }} parts @param {number} plane @param {PointerEvent} event @param {number} [inside]
 */
function pixelUnder({ size: [rows, columns] }, plane, event, inside = false) {
  const bounds = plane.getBoundingClientRect();
  const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * rows);
  const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns);
  return inside ? [clamp(row, [0, rows - 1]), clamp(column, [0, columns - 1])] : [row, column];
}

/**
 * What a drag from where it began to `pixel` makes of the edit it began with.
 *
 * @param {Probe} stage @param {Probe} stage @param {number} pixel
 */
export function dragged({ tool, size, limits }, { pixel: from, edit, carries }, pixel) {
  const [down, right] = [pixel[0] - from[0], pixel[1] - from[1]];
  if (tool === "cover") return { cover: carries ? shifted(edit.cover, down, right, size) : between(from, pixel) };
  return { right: clamp(edit.right + right, limits.right), down: clamp(edit.down + down, limits.down) };
}

/**
 * What a key makes of the edit; null for a key that means nothing. With shift an arrow goes an eighth of the picture.
 *
 * @param {Probe} stage @param {{ key: string, shiftKey: number, ctrlKey: number, metaKey: number, altKey: number }} parts
 */
export function keyed(stage, { key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  const { edit, tool, size, limits } = stage;
  if (tool === "cover") return keyedCover(edit.cover, key, shiftKey, size);
  const [down, right] = ARROWS[key] ?? [0, 0];
  if (key === "Home" || key === "End") return { right: limits.right[key === "Home" ? 0 : 1] };
  if (!(key in ARROWS)) return null;
  const [tall, wide] = size.map((side) => (shiftKey ? Math.max(1, side >> 3) : 1));
  return { right: clamp(edit.right + right * wide, limits.right), down: clamp(edit.down + down * tall, limits.down) };
}

/** @param {number} cover @param {string} key @param {number} far @param {Cell} size */
function keyedCover(cover, key, far, size) {
  const known = key in ARROWS || ["+", "=", "-", "Home", "End", "Delete", "Backspace"].includes(key);
  if (!known) return null;
  if (key === "Delete" || key === "Backspace") return { cover: null };
  if (cover === null) return { cover: around(size.map((side) => side >> 1), size) };
  if (key === "+" || key === "=") return { cover: grown(cover, 1, size) };
  if (key === "-") return { cover: grown(cover, -1, size) };
  if (key === "Home" || key === "End") return { cover: shifted(cover, 0, key === "Home" ? -size[1] : size[1], size) };
  const [tall, wide] = size.map((side) => (far ? Math.max(1, side >> 3) : 1));
  return { cover: shifted(cover, ARROWS[key][0] * tall, ARROWS[key][1] * wide, size) };
}
