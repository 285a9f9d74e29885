// @ts-nocheck
// Draws the linked views: the plane with its padding and the window, the window's products, the output as it fills up.

import { canvasOf, fit, frame, gradient, inkOn, paintValues, place } from "../../kernel/paint.js";
import { padded, poolWindow, productsAt } from "../../kernel/arithmetic.js";
import { limits, paletteFor, say } from "../../kernel/scale.js";
import { writeSum } from "../../kernel/written.js";
import { endsOf } from "./state.js";

const SMALLEST_WRITTEN = 24; // pixels: smaller cells hold no number
const TALLEST = 292;

/** How large a cell is so that rows × columns of them fit; whole pixels where there is room for it. */
export function cellSize(rows, columns, width, height, largest = 72) {
  const cell = Math.min(width / columns, height / rows, largest);
  return cell >= 3 ? Math.floor(cell) : cell;
}

/** A number in at most `room` characters or so: what stands inside a cell. */
export function brief(value, room) {
  if (!Number.isFinite(value)) return say(value, 1);
  for (let decimals = 3; decimals >= 0; decimals -= 1) {
    const text = String(Number(value.toFixed(decimals))).replace("-", "−");
    if (text.length <= room) return text;
  }
  const text = Math.round(value).toString().replace("-", "−");
  return text.length <= room ? text : "";
}

function sizes(figure, rows, columns, largest) {
  const cell = cellSize(rows, columns, figure.clientWidth, Math.min(TALLEST, Math.max(160, figure.clientWidth)), largest);
  return { cell, width: cell * columns, height: cell * rows };
}

function contexts(figure, { width, height }) {
  const [base, marks] = figure.querySelectorAll("canvas");
  return [fit(base, width, height), fit(marks, width, height)];
}

function writeCells(context, values, pixels, columns, cell, count = values.length) {
  if (cell < SMALLEST_WRITTEN) return;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `600 ${Math.max(11, Math.min(20, cell * 0.36))}px system-ui, sans-serif`;
  for (let index = 0; index < count; index += 1) {
    context.fillStyle = inkOn(pixels[index]);
    const text = pixels[index] === 0 ? "" : brief(values[index], Math.floor(cell / 7.5));
    context.fillText(text, ((index % columns) + 0.5) * cell, (Math.floor(index / columns) + 0.5) * cell, cell - 2);
  }
}

function legend(figure, [low, high], palette, scope) {
  const bar = Object.assign(document.createElement("i"), { className: "bar" });
  bar.style.background = palette;
  const text = (words) => Object.assign(document.createElement("span"), { textContent: words });
  figure.querySelector(".legend").replaceChildren(text(brief(low, 6)), bar, text(brief(high, 6)), text(scope));
}

/** The plane in grey with its padding, its unread cells hatched. Drawn once per setting. */
export function drawInput(stage) {
  const { image, setting, unread } = stage.found;
  const figure = stage.find(".input");
  const [above, beside] = setting.padding;
  const whole = padded(image, setting.padding, setting.mode);
  const size = sizes(figure, whole.rows, whole.columns);
  const ends = inputEnds(stage);
  const pixels = paintValues(whole.values, ends, stage.greys);
  const [context] = contexts(figure, size);
  const { cell } = size;
  stage.inputCell = cell;
  place(context, canvasOf(pixels, whole.rows, whole.columns), [0, 0, whole.columns, whole.rows], [0, 0, size.width, size.height]);
  veil(context, stage, image, setting, cell);
  writeCells(context, whole.values, pixels, whole.columns, cell);
  hatch(context, unread, cell);
  dotWinners(context, stage, cell);
  if (above || beside) {
    context.strokeStyle = accentOf(stage);
    context.lineWidth = 1.5;
    context.setLineDash([5, 4]);
    context.strokeRect(beside * cell, above * cell, image.columns * cell, image.rows * cell);
    context.setLineDash([]);
  }
  legend(figure, ends, "linear-gradient(to right, #000, #fff)", "");
}

/** The ends of the grey scale: of a picture always 0 and 255, so that two sizes of it look alike. */
export function inputEnds({ view, found: { image } }) {
  if (view.source === "picture") return [0, 255];
  const [low, high] = endsOf(image);
  return [Math.min(0, low), high > low ? high : low + 1];
}

/** Padding is part of the arithmetic and not of the picture: it lies under a veil of the page's colour. */
function veil(context, stage, image, { padding: [above, beside] }, cell) {
  const [width, height] = [(image.columns + 2 * beside) * cell, (image.rows + 2 * above) * cell];
  context.fillStyle = getComputedStyle(stage.root).getPropertyValue("--st-background-color").trim();
  context.globalAlpha = 0.5;
  context.fillRect(0, 0, width, above * cell);
  context.fillRect(0, height - above * cell, width, above * cell);
  context.fillRect(0, above * cell, beside * cell, height - 2 * above * cell);
  context.fillRect(width - beside * cell, above * cell, beside * cell, height - 2 * above * cell);
  context.globalAlpha = 1;
}

/** Lines across the rows and columns that no window reads. */
function hatch(context, [rows, columns], cell) {
  context.save();
  context.beginPath();
  rows.forEach((count, row) => count === 0 && context.rect(0, row * cell, columns.length * cell, cell));
  columns.forEach((count, column) => count === 0 && context.rect(column * cell, 0, cell, rows.length * cell));
  context.clip();
  const reach = Math.max(rows.length, columns.length) * cell;
  for (const [colour, shift] of [["#ffffff", 0], ["#16171d", 2]]) {
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.beginPath();
    for (let start = -reach; start < reach; start += 8) {
      context.moveTo(start + shift, reach);
      context.lineTo(start + shift + reach, 0);
    }
    context.stroke();
  }
  context.restore();
}

/** A dot on every pixel that a maximum copies. */
function dotWinners(context, stage, cell) {
  const { output, image, setting } = stage.found;
  if (!output.winners) return;
  context.strokeStyle = "#ffffff";
  context.fillStyle = accentOf(stage);
  const radius = Math.max(1.5, Math.min(6, cell * 0.14));
  // In a corner of its cell where the cell holds a number, else in the middle.
  const inset = cell >= SMALLEST_WRITTEN ? radius + 2 : cell / 2;
  for (const winner of output.winners) {
    if (winner < 0) continue;
    const row = Math.floor(winner / image.columns) + setting.padding[0];
    context.beginPath();
    context.arc(((winner % image.columns) + setting.padding[1]) * cell + inset, row * cell + inset, radius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
  }
}

export const accentOf = (stage) => getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();

/** The window on the plane: its reach framed, and with gaps in it every cell it reads. */
export function markInput(stage, [row, column], tap) {
  const { image, setting } = stage.found;
  const figure = stage.find(".input");
  const cell = stage.inputCell;
  const [above, beside] = setting.padding;
  const size = { width: cell * (image.columns + 2 * beside), height: cell * (image.rows + 2 * above) };
  const context = fit(figure.querySelector(".marks"), size.width, size.height);
  const [top, left] = [row * setting.stride[0], column * setting.stride[1]];
  const [high, wide] = setting.kernel.map((taps, axis) => setting.dilation[axis] * (taps - 1) + 1);
  const accent = accentOf(stage);
  if (setting.dilation.some((gap) => gap > 1)) {
    for (let at = 0; at < setting.kernel[0] * setting.kernel[1]; at += 1) outlineTap(context, stage, [top, left], at, accent, 1.5);
  }
  frame(context, left * cell, top * cell, wide * cell, high * cell, accent, 2.5);
  if (tap !== null) outlineTap(context, stage, [top, left], tap, accent, 2.5);
}

function outlineTap(context, { inputCell: cell, found: { setting } }, [top, left], tap, accent, thick) {
  const row = top + Math.floor(tap / setting.kernel[1]) * setting.dilation[0];
  const column = left + (tap % setting.kernel[1]) * setting.dilation[1];
  frame(context, column * cell + 1, row * cell + 1, Math.max(2, cell - 2), Math.max(2, cell - 2), accent, thick);
}

/** What the window holds: products with the kernel, or the values a pooling window chooses from. */
export function drawProducts(stage, [row, column], tap) {
  const { image, sliding, setting } = stage.found;
  const pooling = stage.operation === "pooling";
  const figure = stage.find(".products");
  const size = sizes(figure, ...setting.kernel, 96);
  const [context, marks] = contexts(figure, size);
  const window = pooling ? pooledWindow(stage, row, column) : productsAt(image, sliding, setting, row, column);
  if (!pooling) window.written = writeSum(window.values, [...sliding.values], setting.bias, window.total);
  const ends = productEnds(stage);
  const palette = stage.palettes[paletteFor(ends)];
  const shown = pooling ? window.values : window.products;
  const pixels = pooling ? paintValues(shown, inputEnds(stage), stage.greys) : paintValues(shown, ends, palette);
  // What a pooling window covers beside the picture is no value at all: its cells stay empty.
  if (pooling) shown.forEach((value, cell) => Number.isNaN(value) && (pixels[cell] = 0));
  const [rows, columns] = setting.kernel;
  place(context, canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, size.width, size.height]);
  if (pooling || size.cell < 84) writeCells(context, shown, pixels, columns, size.cell);
  else writeProducts(context, window.written, pixels, columns, size.cell);
  grid(context, rows, columns, size.cell);
  stage.productCell = size.cell;
  if (tap !== null) frame(marks, (tap % columns) * size.cell + 2, Math.floor(tap / columns) * size.cell + 2, size.cell - 4, size.cell - 4, accentOf(stage), 2);
  if (pooling) markWinner(marks, stage, window, size.cell);
  const scope = pooling ? "" : stage.words.scope_products;
  if (pooling) legend(figure, inputEnds(stage), "linear-gradient(to right, #000, #fff)", scope);
  else legend(figure, ends, gradient(stage.planes[paletteFor(ends)].values), scope);
  return window;
}

/** One scale for all positions: the largest value times the largest weight there is. */
function productEnds({ found: { image, sliding }, operation }) {
  if (operation === "pooling") return [0, 1];
  const [low, high] = endsOf(image);
  const reach = Math.max(Math.abs(low), Math.abs(high)) * sliding.values.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  return [-reach, reach];
}

/** Value × weight above, their product below, with the very digits of the written sum, where a cell has room for it. */
function writeProducts(context, { terms }, pixels, columns, cell) {
  const size = Math.min(20, cell * 0.23);
  terms.forEach(({ value, weight, product }, tap) => {
    const [x, y] = [((tap % columns) + 0.5) * cell, (Math.floor(tap / columns) + 0.5) * cell];
    context.fillStyle = inkOn(pixels[tap]);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `${Math.max(12, size * 0.78)}px system-ui, sans-serif`;
    context.fillText(`${value} × ${weight.startsWith("−") ? `(${weight})` : weight}`, x, y - size * 0.85, cell - 4);
    context.font = `600 ${Math.max(14, size)}px system-ui, sans-serif`;
    context.fillText(product, x, y + size * 0.6, cell - 4);
  });
}

function grid(context, rows, columns, cell) {
  context.strokeStyle = "rgba(128, 128, 128, 0.55)";
  context.lineWidth = 1;
  for (let row = 0; row <= rows; row += 1) context.strokeRect(0, row * cell, columns * cell, 0);
  for (let column = 0; column <= columns; column += 1) context.strokeRect(column * cell, 0, 0, rows * cell);
}

/** The values of a pooling window as it lies; NaN where it covers nothing that counts. */
function pooledWindow({ found: { image, setting }, view }, row, column) {
  const window = poolWindow(image, setting, row, column);
  const zeros = view.pool === "average" && setting.includePadding;
  const [down, across] = [image.rows, image.columns].map((size, axis) => size + setting.padding[axis]);
  const valueAt = (from, at) => {
    if (from >= 0 && at >= 0 && from < image.rows && at < image.columns) return image.values[from * image.columns + at];
    return zeros && from < down && at < across ? 0 : NaN;
  };
  return { ...window, values: window.rows.flatMap((from) => window.columns.map((at) => valueAt(from, at))) };
}

function markWinner(context, stage, { rows, columns: places, winner }, cell) {
  if (stage.view.pool !== "max" || winner < 0) return;
  const { image } = stage.found;
  const at = [rows.indexOf(Math.floor(winner / image.columns)), places.indexOf(winner % image.columns)];
  frame(context, at[1] * cell + 3, at[0] * cell + 3, cell - 6, cell - 6, accentOf(stage), 3);
}

/** A map: all of it, or its first `count` cells while it fills up. */
export function drawOutput(stage, name, map, count) {
  const figure = stage.find(`.${name}`);
  const size = sizes(figure, map.rows, map.columns);
  const [context] = contexts(figure, size);
  const planes = stage.found.other ? [stage.found.output, stage.found.other] : [stage.found.output];
  const ends = limits(...endsOf(...planes), "auto");
  const palette = paletteFor(ends);
  const pixels = paintValues(map.values, ends, stage.palettes[palette], count);
  place(context, canvasOf(pixels, map.rows, map.columns), [0, 0, map.columns, map.rows], [0, 0, size.width, size.height]);
  context.strokeStyle = "rgba(128, 128, 128, 0.55)";
  context.strokeRect(0, 0, size.width, size.height);
  writeCells(context, map.values, pixels, map.columns, size.cell, count);
  stage.outputCell = size.cell;
  legend(figure, ends, gradient(stage.planes[palette].values), stage.found.other ? stage.words.scope_both : stage.words.scope_map);
}

/** The frame around the position in a map, and around the winners of a pooled one in the plane. */
export function markOutput(stage, name, [row, column]) {
  const { output } = stage.found;
  const cell = stage.outputCell;
  const context = fit(stage.find(`.${name} .marks`), cell * output.columns, cell * output.rows);
  const size = Math.max(5, cell);
  const inset = (size - cell) / 2;
  frame(context, column * cell - inset, row * cell - inset, size, size, accentOf(stage), 2);
}
