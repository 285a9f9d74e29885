// The drawing of the stage: the sheet of all maps, the picture and the enlarged map, the legend, the line that reads out.

import { bindKeys } from "../../kernel/keys.js";
import { bindPointer, cellUnder } from "../../kernel/pointer.js";
import { boxAt } from "../../kernel/field.js";
import { MARKS, canvasOf, fit, frame, gradient, paintCodes, pictureCanvas, place } from "../../kernel/paint.js";
import { decode, limits, paletteFor, say } from "../../kernel/scale.js";
import { px, perUnit, breadth } from "../../kernel/size.js";
import { corner, layOut } from "../../kernel/tiles.js";
import { part, put } from "../../kernel/text.js";

/** @import { Cell, Scale } from "../../kernel/types.d.ts" */
/** @import { Maps, Paint, Unit } from "./types.d.ts" */

const MINIMUM = 0;
const MAXIMUM = 1;
const [SMALLEST, LARGEST, BELOW] = [130, 190, 320]; // sides of an enlarged map, and what of the room stands around it
const BESIDE = 66; // of the room, what is not for the sheet: the controls above it, and how many there are
const FIGURES = 5; // minimum, maximum, mean, standard deviation, share of zeros

/** What can be prepared once per payload: palettes, pictures, the range of the whole layer. @param {Maps} stage @returns {Paint} */
export function preparePlanes(stage) {
  const { palettes } = stage;
  const pictures = stage.pictures.map((_, index) => pictureCanvas(stage.planes[`picture${index}`]));
  const [low, high] = rangeOver(stage, Array.from({ length: stage.layer.shape[0] }, (_, channel) => channel));
  return { palettes, pictures, low, high, sheet: pictures[0], key: null, off: 0 };
}

/**
 * The lowest and highest value of these channels, over all pictures shown: what is compared shares one scale.
 *
 * @param {Maps} stage @param {number[]} channels
 */
function rangeOver(stage, channels) {
  let [low, high] = [Infinity, -Infinity];
  stage.pictures.forEach((_, index) => {
    const { values } = stage.planes[`statistics${index}`];
    for (const channel of channels) {
      low = Math.min(low, values[channel * FIGURES + MINIMUM]);
      high = Math.max(high, values[channel * FIGURES + MAXIMUM]);
    }
  });
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : [0, 0];
}

/** The limits of the scale on which a channel is drawn. @param {Maps} stage @param {number} channel */
export function scaleOf(stage, channel) {
  const [low, high] = stage.view.scope === "map" ? rangeOver(stage, [channel]) : [stage.paint.low, stage.paint.high];
  return limits(low, high, stage.view.range);
}

/**
 * The palette of the picture as a whole, so that single maps of a signed layer don't change colours.
 *
 * @param {Maps} stage @param {Scale} scale
 */
function paletteOf(stage, scale) {
  return stage.paint.palettes[paletteFor(scale)];
}

/** @param {Maps} stage @param {number} picture @param {number} channel @param {Uint32Array} pixels @param {number} at */
function paintMap(stage, picture, channel, pixels, at) {
  const [, rows, columns] = stage.layer.shape;
  const size = rows * columns;
  const scale = scaleOf(stage, channel);
  const { [`codes${picture}`]: codes, [`low${picture}`]: low, [`step${picture}`]: step } = stage.planes;
  return paintCodes(
    codes.values, channel * size, size, low.values[channel], step.values[channel], scale, paletteOf(stage, scale), pixels, at,
  );
}

/** Measures the stage: narrow or wide, the size of figures and the layout of the sheet. @param {Maps} stage */
export function sizeUp(stage) {
  const { root, find } = stage;
  root.classList.toggle("narrow", breadth(root) < 620);
  const narrow = root.classList.contains("narrow");
  const [, rows, columns] = stage.layer.shape;
  const scroller = find(".scroller");
  const height = narrow ? 360 : Math.max(340, stage.room - BESIDE);
  scroller.style.maxHeight = px(height);
  stage.sheetWidth = breadth(scroller) || scroller.getBoundingClientRect().width / perUnit();
  const smallest = narrow ? 30 : 26;
  stage.layout = layOut(Math.max(1, stage.order.length), rows, columns, stage.sheetWidth, height, smallest);
  const { across, width: tileWidth, height: tileHeight } = stage.layout;
  Object.assign(find(".sheet").dataset, { across, tileWidth, tileHeight });
  const pair = breadth(find(".pair"));
  const most = narrow ? LARGEST : Math.max(SMALLEST, Math.min(LARGEST, (stage.room - BELOW) / stage.pictures.length));
  stage.figure = Math.floor(Math.min((pair - 12) / 2, most));
}

/** All maps of the layer, painted at one pixel a cell and then placed tile by tile. @param {Maps} stage */
export function drawSheet(stage) {
  const [, rows, columns] = stage.layer.shape;
  const { layout, order, find, words } = stage;
  const source = paintSheet(stage);
  const context = fit(find(".sheet .maps"), stage.sheetWidth, layout.totalHeight);
  find(".sheet").style.height = px(layout.totalHeight);
  order.forEach((channel, at) => {
    place(context, source, [0, channel * rows, columns, rows], [...corner(layout, at), layout.width, layout.height]);
  });
  nameTiles(stage, context);
  const empty = order.length === 0;
  find(".count").textContent = empty ? words.all_silent : words.count.replace("{shown}", String(order.length));
}

/** The canvas with all channels one under the other; painted anew only when the scale has changed. @param {Maps} stage */
function paintSheet(stage) {
  const key = `${stage.view.scope} ${stage.view.range}`;
  if (stage.paint.key === key) return stage.paint.sheet;
  const [channels, rows, columns] = stage.layer.shape;
  const pixels = new Uint32Array(channels * rows * columns);
  let off = 0;
  for (let channel = 0; channel < channels; channel += 1) {
    off += paintMap(stage, 0, channel, pixels, channel * rows * columns);
  }
  Object.assign(stage.paint, { key, off, sheet: canvasOf(pixels, channels * rows, columns) });
  return stage.paint.sheet;
}

/** @param {Maps} stage @param {CanvasRenderingContext2D} context */
function nameTiles(stage, context) {
  const { layout, order, layer } = stage;
  if (layout.width < 44 || layout.height < 30) return;
  context.font = "600 14px system-ui, sans-serif";
  context.textBaseline = "top";
  order.forEach((channel, at) => {
    const [x, y] = corner(layout, at);
    const name = layer.labels?.[channel] ?? String(channel);
    const width = Math.min(context.measureText(name).width + 6, layout.width);
    context.fillStyle = "rgba(255, 255, 255, 0.82)";
    context.fillRect(x, y, width, 17);
    context.fillStyle = "#16171d";
    context.fillText(name, x + 3, y + 2, layout.width - 6);
  });
}

/**
 * The picture with the pixels a position covers, and the enlarged map with that position; twice when two are compared.
 *
 * @param {Maps} stage @param {Unit} unit
 */
export function drawPair(stage, unit) {
  const pair = stage.find(".pair");
  stage.pictures.forEach((picture, index) => {
    const [left, right] = figures(stage, pair, index);
    part(left, "figcaption").textContent = picture.label;
    part(right, "figcaption").textContent = stage.words.map.replace("{channel}", nameOf(stage, unit.channel));
    drawPicture(stage, left, index, unit);
    drawEnlarged(stage, right, index, unit);
  });
  while (pair.children.length > stage.pictures.length * 2) pair.lastElementChild?.remove();
}

/** @param {Maps} stage @param {number} channel */
export function nameOf(stage, channel) {
  const label = stage.layer.labels?.[channel];
  return label === undefined ? String(channel) : `${channel} (${label})`;
}

/** The figures of a picture, made once. @param {Maps} stage @param {HTMLElement} pair @param {number} index */
function figures(stage, pair, index) {
  if (pair.children.length < index * 2 + 2) {
    const figure = '<figcaption></figcaption><div class="plane"><canvas role="img"></canvas><canvas></canvas></div>';
    for (const className of ["seen", "enlarged"]) pair.append(Object.assign(document.createElement("figure"), { className, innerHTML: figure }));
    bindMap(stage, part(pair.children[index * 2 + 1], "canvas"));
  }
  return /** @type {HTMLElement[]} */ ([pair.children[index * 2], pair.children[index * 2 + 1]]);
}

/** An enlarged map: moving reads, clicking chooses. @param {Maps} stage @param {HTMLCanvasElement} canvas */
function bindMap(stage, canvas) {
  const shape = () => ({ rows: stage.layer.shape[1], columns: stage.layer.shape[2] });
  canvas.tabIndex = 0;
  bindPointer(canvas, {
    at: (event) => {
      const cell = cellUnder(event, canvas, shape());
      return cell && { channel: stage.view.channel, row: cell[0], column: cell[1] };
    },
    look: stage.point,
    choose: stage.choose,
  });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", ...shape() }),
    at: () => /** @type {Cell} */ ([stage.view.row, stage.view.column]),
    go: ([row, column]) => stage.choose({ row, column }),
  });
}

/** @param {number} size @param {number} rows @param {number} columns */
function shrinkTo(size, rows, columns) {
  const longest = Math.max(rows, columns);
  return [(size * columns) / longest, (size * rows) / longest];
}

/** The pixels a unit covers; null where that is not known, or none. @param {Maps} stage @param {Unit} unit */
const boxOf = ({ field }, unit) => (field?.rows && field.columns ? boxAt({ rows: field.rows, columns: field.columns }, [unit.row, unit.column]) : null);

/** @param {Maps} stage @param {HTMLElement} figure @param {number} index @param {Unit} unit */
function drawPicture(stage, figure, index, unit) {
  const source = stage.paint.pictures[index];
  const [width, height] = shrinkTo(stage.figure, source.height, source.width);
  const [canvas, marks] = figure.querySelectorAll("canvas");
  place(fit(canvas, width, height), source, [0, 0, source.width, source.height], [0, 0, width, height]);
  canvas.setAttribute("aria-label", stage.pictures[index].label);
  const context = fit(marks, width, height);
  const box = boxOf(stage, unit);
  if (box === null) return;
  const scale = width / source.width;
  /** @param {number} value @param {number} limit */
  const inset = (value, limit) => Math.max(2, Math.min(limit - 2, value));
  const [left, right] = [inset(box.left * scale, width), inset(box.right * scale, width)];
  const [top, bottom] = [inset(box.top * scale, height), inset(box.bottom * scale, height)];
  frame(context, left, top, right - left, bottom - top, stage.theme.accent, 2.5);
}

/** @param {Maps} stage @param {HTMLElement} figure @param {number} index @param {Unit} unit */
function drawEnlarged(stage, figure, index, unit) {
  const [, rows, columns] = stage.layer.shape;
  const pixels = new Uint32Array(rows * columns);
  paintMap(stage, index, unit.channel, pixels, 0);
  const [width, height] = shrinkTo(stage.figure, rows, columns);
  const [canvas, marks] = figure.querySelectorAll("canvas");
  place(fit(canvas, width, height), canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, width, height]);
  canvas.setAttribute("aria-label", stage.words.map.replace("{channel}", nameOf(stage, unit.channel)));
  const [wide, tall] = [Math.max(5, width / columns), Math.max(5, height / rows)];
  frame(fit(marks, width, height), (unit.column * width) / columns, (unit.row * height) / rows, wide, tall, stage.theme.accent, 2);
}

/**
 * The scale in use, with its ends, its zero, its scope, and the marks of cells that are not on it.
 *
 * @param {Maps} stage @param {number} channel
 */
export function writeLegend(stage, channel) {
  const scale = scaleOf(stage, channel);
  const bar = stage.find(".legend .bar");
  bar.style.background = gradient(stage.planes[paletteFor(scale)].values);
  const zero = scale[0] < 0 && scale[1] > 0 ? (-scale[0] / (scale[1] - scale[0])) * 100 : null;
  bar.innerHTML = zero === null ? "" : `<i style="left: ${zero}%"></i>`;
  const range = scale[1] - scale[0];
  stage.find(".legend .low").textContent = say(scale[0], range);
  stage.find(".legend .high").textContent = say(scale[1], range);
  const scope = stage.find(".scope");
  const shared = stage.pictures.length > 1 ? stage.words.scope_shared : stage.words[`legend_${stage.view.scope}`];
  scope.textContent = shared;
  if (stage.paint.off > 0) scope.append(swatch(MARKS.below), stage.words.off_scale.replace("{cells}", String(stage.paint.off)));
  const [low, high] = rangeOver(stage, [channel]);
  const [, rows, columns] = stage.layer.shape;
  if (low === high && rows * columns > 1) scope.append(` ${stage.words.constant.replace("{value}", say(low, range))}`);
}

/** @param {number[]} colour */
function swatch(colour) {
  const mark = document.createElement("b");
  mark.style.background = `rgb(${colour.join(" ")})`;
  return mark;
}

/**
 * The value of a unit of a picture.
 *
 * @param {Maps} stage @param {number} index @param {Unit} unit
 */
export function valueAt(stage, index, { channel, row, column }) {
  const [, rows, columns] = stage.layer.shape;
  const code = stage.planes[`codes${index}`].values[(channel * rows + row) * columns + column];
  const { [`low${index}`]: low, [`step${index}`]: step } = stage.planes;
  return decode(code, low.values[channel], step.values[channel]);
}

/** What is said of the unit pointed at, or else the chosen one. @param {Maps} stage */
export function describe(stage) {
  const unit = stage.hovered ?? stage.view;
  const range = stage.paint.high - stage.paint.low;
  const values = stage.pictures.map((_, index) => say(valueAt(stage, index, unit), range));
  const place = { channel: nameOf(stage, unit.channel), row: unit.row, column: unit.column };
  const text = put(stage.words.readout, { ...place, value: values.join(" | ") });
  const box = boxOf(stage, unit);
  const covered = document.createElement("small");
  covered.textContent =
    box === null
      ? stage.field?.reason ?? ""
      : put(stage.words.covers, { ...box, last_row: box.bottom - 1, last_column: box.right - 1 });
  return [text, covered];
}
