// Mouse, fingers and keys on the picture: a drag moves it or draws a cover, arrow keys do the same pixel by pixel.

import { bindGrip } from "../../kernel/grip.js";
import { arrow } from "../../kernel/keys.js";
import { cellNear, cellsTo } from "../../kernel/pointer.js";
import { around, between, grown, holds, shifted } from "./covers.js";

/** @import { Cell, Scale } from "../../kernel/types.d.ts" */
/** @import { Acts, Change, Cover, Ground, Held, Placed, Probe } from "./types.d.ts" */

/** @param {number} value @param {Scale} scale */
const clamp = (value, [low, high]) => Math.max(low, Math.min(high, value));

/**
 * Binds the plane; `act.preview(change)` while something is held, `act.change(change)` when it is let go.
 *
 * @param {Probe} stage @param {HTMLElement} plane @param {Acts} act
 */
export function bindPlane(stage, plane, act) {
  /** @type {Held | null} */
  let held = null;
  bindGrip(plane, {
    take: (event) => {
      const pixel = pixelUnder(stage, plane, event, true);
      act.point(null);
      const { cover } = stage.edit;
      const carries = stage.tool === "cover" && cover !== null && holds(cover, pixel);
      held = { pixel, edit: stage.edit, carries, moved: false };
    },
    pass: (event) => act.point(pixelUnder(stage, plane, event)),
    pull: (event) => held && pull(stage, held, pixelUnder(stage, plane, event, stage.tool === "cover"), act),
    release: (_, kept) => {
      const was = held;
      held = null;
      if (was !== null) letGo(stage, was, kept, act);
    },
  });
  plane.onpointerleave = () => act.point(null);
  plane.onkeydown = (event) => {
    const change = keyed(stage, event);
    if (change === null) return;
    event.preventDefault();
    act.change(change, true);
  };
}

/** @param {Probe} stage @param {Held} held @param {Cell} pixel @param {Acts} act */
function pull(stage, held, pixel, act) {
  if (String(pixel) === String(held.pixel) && !held.moved) return;
  held.moved = true;
  act.preview(dragged(stage, held, pixel));
}

/** What was held is let go; where it wasn't `kept`, all is as before. @param {Probe} stage @param {Held} was @param {boolean} kept @param {Acts} act */
function letGo(stage, was, kept, act) {
  if (!kept) act.preview(was.edit);
  else if (was.moved) act.change({});
  else if (stage.tool === "cover" && !was.carries) act.change({ cover: around(was.pixel, stage.size) });
}

/**
 * The pixel [row, column] under an event, which may be beside the picture; the nearest one in it if `inside`.
 *
 * @param {Probe} stage @param {HTMLElement} plane @param {PointerEvent} event @param {boolean} [inside] @returns {Cell}
 */
function pixelUnder({ size: [rows, columns] }, plane, event, inside = false) {
  if (inside) return cellNear(event, plane, { rows, columns });
  const [row, column] = cellsTo(event, plane, { rows, columns });
  return [Math.floor(row), Math.floor(column)];
}

/**
 * What a drag from where it began to `pixel` makes of the edit it began with.
 *
 * @param {Ground} stage @param {Pick<Held, "pixel" | "carries"> & { edit: Placed }} held @param {Cell} pixel @returns {Change}
 */
export function dragged({ tool, size, limits }, { pixel: from, edit, carries }, pixel) {
  const [down, right] = [pixel[0] - from[0], pixel[1] - from[1]];
  if (tool === "cover") return { cover: carries && edit.cover ? shifted(edit.cover, down, right, size) : between(from, pixel) };
  return { right: clamp(edit.right + right, limits.right), down: clamp(edit.down + down, limits.down) };
}

/**
 * What a key makes of the edit; null for a key that means nothing. With shift an arrow goes an eighth of the picture.
 *
 * @param {Ground & { edit: Placed }} stage
 * @param {Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">} event
 * @returns {Change | null}
 */
export function keyed(stage, { key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  const { edit, tool, size, limits } = stage;
  if (tool === "cover") return keyedCover(edit.cover, key, shiftKey, size);
  if (key === "Home" || key === "End") return { right: limits.right[key === "Home" ? 0 : 1] };
  const step = arrow(key);
  if (step === null) return null;
  const [tall, wide] = size.map((side) => (shiftKey ? Math.max(1, side >> 3) : 1));
  return { right: clamp(edit.right + step[1] * wide, limits.right), down: clamp(edit.down + step[0] * tall, limits.down) };
}

/** @param {Cover | null} cover @param {string} key @param {boolean} far @param {Cell} size @returns {Change | null} */
function keyedCover(cover, key, far, size) {
  const step = arrow(key);
  if (step === null && !["+", "=", "-", "Home", "End", "Delete", "Backspace"].includes(key)) return null;
  if (key === "Delete" || key === "Backspace") return { cover: null };
  if (cover === null) return { cover: around([size[0] >> 1, size[1] >> 1], size) };
  if (key === "+" || key === "=") return { cover: grown(cover, 1, size) };
  if (key === "-") return { cover: grown(cover, -1, size) };
  if (key === "Home" || key === "End") return { cover: shifted(cover, 0, key === "Home" ? -size[1] : size[1], size) };
  if (step === null) return null;
  const [tall, wide] = size.map((side) => (far ? Math.max(1, side >> 3) : 1));
  return { cover: shifted(cover, step[0] * tall, step[1] * wide, size) };
}
