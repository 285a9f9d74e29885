// What the window holds: products with the kernel, or the values a pooling window chooses from.

import { canvasOf, frame, gradient, inkOn, paintValues, place } from "../../kernel/paint.js";
import { poolWindow, productsAt } from "../../kernel/arithmetic.js";
import { paletteFor } from "../../kernel/scale.js";
import { writeSum } from "../../kernel/written.js";
import { contexts, legend, sizes, writeCells } from "./cells.js";
import { inputEnds } from "./draw.js";
import { endsOf } from "./state.js";

/** @import { Slide } from "./types.d.ts" @import { Cell, Written } from "../../kernel/types.d.ts" */

/**
 * What the window holds: products with the kernel, or the values a pooling window chooses from.
 *
 * @param {Slide} stage @param {Cell} position @param {number | null} tap
 */
export function drawProducts(stage, [row, column], tap) {
  const { image, sliding, setting } = stage.found;
  const pooling = stage.operation === "pooling";
  const figure = stage.find(".products");
  const size = sizes(figure, setting.kernel[0], setting.kernel[1], stage.room, 96);
  const [context, marks] = contexts(figure, size);
  /** @type {import("./types.d.ts").Held} */
  const window = pooling ? pooledWindow(stage, row, column) : productsAt(image, sliding, setting, row, column);
  if (!pooling) window.written = writeSum(window.values, [...sliding.values], setting.bias ?? 0, window.total);
  const ends = productEnds(stage);
  const palette = stage.palettes[paletteFor(ends)];
  const shown = pooling ? window.values : window.products;
  const pixels = pooling ? paintValues(shown, inputEnds(stage), stage.greys) : paintValues(shown, ends, palette);
  // What a pooling window covers beside the picture is no value at all: its cells stay empty.
  if (pooling) shown.forEach((/** @type {any} */ value, /** @type {number} */ cell) => Number.isNaN(value) && (pixels[cell] = 0));
  const [rows, columns] = setting.kernel;
  place(context, canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, size.width, size.height]);
  if (pooling || size.cell < 84) writeCells(context, shown, pixels, columns, size.cell);
  else writeProducts(context, window.written, pixels, columns, size.cell);
  grid(context, rows, columns, size.cell);
  stage.productCell = size.cell;
  if (tap !== null) frame(marks, (tap % columns) * size.cell + 2, Math.floor(tap / columns) * size.cell + 2, size.cell - 4, size.cell - 4, stage.theme.accent, 2);
  if (pooling) markWinner(marks, stage, window, size.cell);
  const scope = pooling ? "" : stage.words.scope_products;
  if (pooling) legend(figure, inputEnds(stage), "linear-gradient(to right, #000, #fff)", scope);
  else legend(figure, ends, gradient(stage.planes[paletteFor(ends)].values), scope);
  return window;
}

/**
 * One scale for all positions: the largest value times the largest weight there is.
 *
 * @param {Slide} stage @returns {[number, number]}
 */
function productEnds({ found: { image, sliding }, operation }) {
  if (operation === "pooling") return [0, 1];
  const [low, high] = endsOf(image);
  const reach = Math.max(Math.abs(low), Math.abs(high)) * sliding.values.reduce((/** @type {number} */ most, /** @type {number} */ weight) => Math.max(most, Math.abs(weight)), 0);
  return [-reach, reach];
}

/**
 * Value × weight above, their product below, with the very digits of the written sum, where a cell has room for it.
 *
 * @param {CanvasRenderingContext2D} context @param {Pick<Written, "terms">} written @param {Uint32Array} pixels
 * @param {number} columns @param {number} cell
 */
function writeProducts(context, { terms }, pixels, columns, cell) {
  const size = Math.min(20, cell * 0.23);
  terms.forEach(({ value, weight, product }, tap) => {
    const [x, y] = [((tap % columns) + 0.5) * cell, (Math.floor(tap / columns) + 0.5) * cell];
    context.fillStyle = inkOn(pixels[tap]);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `${Math.max(14, size * 0.78)}px system-ui, sans-serif`;
    context.fillText(`${value} × ${weight.startsWith("−") ? `(${weight})` : weight}`, x, y - size * 0.85, cell - 4);
    context.font = `600 ${Math.max(14, size)}px system-ui, sans-serif`;
    context.fillText(product, x, y + size * 0.6, cell - 4);
  });
}

/** @param {CanvasRenderingContext2D} context @param {number} rows @param {number} columns @param {number} cell */
function grid(context, rows, columns, cell) {
  context.strokeStyle = "rgba(128, 128, 128, 0.55)";
  context.lineWidth = 1;
  for (let row = 0; row <= rows; row += 1) context.strokeRect(0, row * cell, columns * cell, 0);
  for (let column = 0; column <= columns; column += 1) context.strokeRect(column * cell, 0, 0, rows * cell);
}

/**
 * The values of a pooling window as it lies; NaN where it covers nothing that counts.
 *
 * @param {Slide} stage @param {number} row @param {number} column
 */
function pooledWindow({ found: { image, setting }, view }, row, column) {
  const window = poolWindow(image, setting, row, column);
  const zeros = view.pool === "average" && setting.includePadding;
  const [down, across] = [image.rows, image.columns].map((size, axis) => size + setting.padding[axis]);
  /** @param {number} from @param {number} at */
  const valueAt = (from, at) => {
    if (from >= 0 && at >= 0 && from < image.rows && at < image.columns) return image.values[from * image.columns + at];
    return zeros && from < down && at < across ? 0 : NaN;
  };
  return { ...window, values: window.rows.flatMap((from) => window.columns.map((at) => valueAt(from, at))) };
}

/**
 * @param {CanvasRenderingContext2D} context @param {Slide} stage @param {import("./types.d.ts").Held} window
 * @param {number} cell
 */
function markWinner(context, stage, { rows, columns: places, winner }, cell) {
  if (stage.view.pool !== "max" || winner < 0) return;
  const { image } = stage.found;
  const at = [rows.indexOf(Math.floor(winner / image.columns)), places.indexOf(winner % image.columns)];
  frame(context, at[1] * cell + 3, at[0] * cell + 3, cell - 6, cell - 6, stage.theme.accent, 3);
}
