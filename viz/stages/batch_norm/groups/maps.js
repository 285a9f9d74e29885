// @ts-nocheck
// The maps of the chosen channel: one picture's large, and those of the whole batch beside each other, the group marked.

import { canvasOf, fit, frame, paintValues, place } from "../../kernel/paint.js";
import { decode, paletteFor } from "../../kernel/scale.js";
import { sizeOf } from "../../kernel/panels.js";
import { GAP, cellAt, corner, layOut } from "../../kernel/tiles.js";

const [SMALLEST_MARK, SMALLEST_TILE, LARGEST_TILE] = [7, 34, 84];

/** The channel's values, map by map, from their codes. */
export function decoded({ codes, low, step }) {
  const size = codes.values.length / low.values.length;
  return Float32Array.from(codes.values, (code, index) => {
    const item = Math.floor(index / size);
    return decode(code, low.values[item], step.values[item]);
  });
}

/** Every picture's map, painted once. */
export function sourcesOf({ maps, shape: [batch, , rows, columns], scale, palettes }) {
  const size = rows * columns;
  return Array.from({ length: batch }, (_, item) => {
    return canvasOf(paintValues(maps.subarray(item * size, (item + 1) * size), scale, palettes[paletteFor(scale)]), rows, columns);
  });
}

export function drawLarge(stage, side, accent) {
  const { shape: [, , rows, columns], view, sources, find } = stage;
  const [canvas, marks] = find(".large").querySelectorAll("canvas");
  const size = sizeOf({ rows, columns }, side);
  place(fit(canvas, ...size), sources[view.item], [0, 0, columns, rows], [0, 0, ...size]);
  const context = fit(marks, ...size);
  if (view.over !== "location") whole(context, [0, 0, ...size], accent);
  cell(context, [0, 0, ...size], stage, accent, 2.5);
}

export function drawBatch(stage, width, accent) {
  const { shape: [batch, , rows, columns], view, sources, find } = stage;
  const [canvas, marks] = find(".batch").querySelectorAll("canvas");
  const most = Math.min(width, batch * LARGEST_TILE);
  const layout = layOut(batch, rows, columns, most, (LARGEST_TILE * rows) / columns, SMALLEST_TILE);
  stage.layout = layout;
  const size = [layout.across * (layout.width + GAP) - GAP, layout.totalHeight];
  const [context, over] = [fit(canvas, ...size), fit(marks, ...size)];
  sources.forEach((source, item) => {
    const box = [...corner(layout, item), layout.width, layout.height];
    place(context, source, [0, 0, columns, rows], box);
    if (view.over === "location") cell(over, box, stage, accent, 1.5);
    else if (view.over === "channel" || item === view.item) whole(over, box, accent);
  });
  // Which picture the large map shows is seen in every way of grouping.
  const own = [...corner(layout, view.item), layout.width, layout.height];
  cell(over, own, stage, accent, view.over === "location" ? 3 : 2);
}

function whole(context, [x, y, width, height], accent) {
  context.strokeStyle = accent;
  context.lineWidth = 3;
  context.strokeRect(x + 1.5, y + 1.5, width - 3, height - 3);
}

function cell(context, [x, y, width, height], { shape: [, , rows, columns], view: { row, column } }, accent, thick) {
  const [wide, tall] = [Math.max(SMALLEST_MARK, width / columns), Math.max(SMALLEST_MARK, height / rows)];
  const left = Math.max(1, Math.min(width - 1 - wide, ((column + 0.5) * width) / columns - wide / 2));
  const top = Math.max(1, Math.min(height - 1 - tall, ((row + 0.5) * height) / rows - tall / 2));
  frame(context, x + left, y + top, wide, tall, accent, thick);
}

/** The place under a pointer in the large map: [row, column]. */
export function underLarge(canvas, event, [, , rows, columns]) {
  const bounds = canvas.getBoundingClientRect();
  const share = [(event.clientY - bounds.top) / bounds.height, (event.clientX - bounds.left) / bounds.width];
  const [row, column] = [Math.floor(share[0] * rows), Math.floor(share[1] * columns)];
  return row >= 0 && column >= 0 && row < rows && column < columns ? [row, column] : null;
}

/** The picture, row and column under a pointer in the row of all maps; null between them. */
export function underBatch(canvas, event, layout, [batch, , rows, columns]) {
  const bounds = canvas.getBoundingClientRect();
  return cellAt(layout, batch, rows, columns, event.clientX - bounds.left, event.clientY - bounds.top);
}
