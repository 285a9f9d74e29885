// The maps of the chosen channel: one picture's large, and those of the whole batch beside each other, the group marked.

import { canvasOf, fit, frame, paintValues, place } from "../../kernel/paint.js";
import { decode, paletteFor } from "../../kernel/scale.js";
import { sizeOf } from "../../kernel/panels.js";
import { GAP, corner, layOut } from "../../kernel/tiles.js";

/** @import { Cell, Tiles } from "../../kernel/types.d.ts" */
/** @import { Groups } from "./types.d.ts" */

const [SMALLEST_MARK, SMALLEST_TILE, LARGEST_TILE] = [7, 34, 84];

/** The channel's values, map by map, from their codes. @param {Groups["planes"]} planes */
export function decoded({ codes, low, step }) {
  const size = codes.values.length / low.values.length;
  return Float32Array.from(codes.values, (code, index) => {
    const item = Math.floor(index / size);
    return decode(code, low.values[item], step.values[item]);
  });
}

/** Every picture's map, painted once. @param {Groups} stage */
export function sourcesOf({ maps, shape: [batch, , rows, columns], scale, palettes }) {
  const size = rows * columns;
  return Array.from({ length: batch }, (_, item) => {
    return canvasOf(paintValues(maps.subarray(item * size, (item + 1) * size), scale, palettes[paletteFor(scale)]), rows, columns);
  });
}

/** @param {Groups} stage @param {number} side @param {string} accent */
export function drawLarge(stage, side, accent) {
  const { shape: [, , rows, columns], view, sources, find } = stage;
  const [canvas, marks] = find(".large").querySelectorAll("canvas");
  const size = sizeOf({ rows, columns }, side);
  place(fit(canvas, ...size), sources[view.item], [0, 0, columns, rows], [0, 0, ...size]);
  const context = fit(marks, ...size);
  if (view.over !== "location") whole(context, [0, 0, ...size], accent);
  cell(context, [0, 0, ...size], stage, accent, 2.5);
}

/** @param {Groups} stage @param {number} width @param {string} accent */
export function drawBatch(stage, width, accent) {
  const { shape: [batch, , rows, columns], view, sources, find } = stage;
  const [canvas, marks] = find(".batch").querySelectorAll("canvas");
  const most = Math.min(width, batch * LARGEST_TILE);
  const layout = layOut(batch, rows, columns, most, (LARGEST_TILE * rows) / columns, SMALLEST_TILE);
  stage.layout = layout;
  /** @type {Cell} */
  const size = [layout.across * (layout.width + GAP) - GAP, layout.totalHeight];
  const [context, over] = [fit(canvas, ...size), fit(marks, ...size)];
  sources.forEach((source, item) => {
    const box = boxOf(layout, item);
    place(context, source, [0, 0, columns, rows], box);
    if (view.over === "location") cell(over, box, stage, accent, 1.5);
    else if (view.over === "channel" || item === view.item) whole(over, box, accent);
  });
  // Which picture the large map shows is seen in every way of grouping.
  cell(over, boxOf(layout, view.item), stage, accent, view.over === "location" ? 3 : 2);
}

/** @param {Tiles} layout @param {number} item @returns {[number, number, number, number]} */
const boxOf = (layout, item) => [...corner(layout, item), layout.width, layout.height];

/** @param {CanvasRenderingContext2D} context @param {[number, number, number, number]} box @param {string} accent */
function whole(context, [x, y, width, height], accent) {
  context.strokeStyle = accent;
  context.lineWidth = 3;
  context.strokeRect(x + 1.5, y + 1.5, width - 3, height - 3);
}

/** @param {CanvasRenderingContext2D} context @param {[number, number, number, number]} box @param {Groups} stage @param {string} accent @param {number} thick */
function cell(context, [x, y, width, height], { shape: [, , rows, columns], view: { row, column } }, accent, thick) {
  const [wide, tall] = [Math.max(SMALLEST_MARK, width / columns), Math.max(SMALLEST_MARK, height / rows)];
  const left = Math.max(1, Math.min(width - 1 - wide, ((column + 0.5) * width) / columns - wide / 2));
  const top = Math.max(1, Math.min(height - 1 - tall, ((row + 0.5) * height) / rows - tall / 2));
  frame(context, x + left, y + top, wide, tall, accent, thick);
}
