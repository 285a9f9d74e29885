// Draws the picture with what a unit sees and uses of it, and the map with the unit, or the units that see a pixel.

import { canvasOf, fit, frame, gradient, paintValues, pictureCanvas, place } from "../../kernel/paint.js";
import { limits, neat, paletteFor, say } from "../../kernel/scale.js";
import { boxAt } from "../../kernel/field.js";
import { breadth } from "../../kernel/size.js";
import { made, put } from "../../kernel/text.js";
import { outline, seeing } from "./spans.js";
import { unitOf } from "./words.js";

/** @import { Point } from "./types.d.ts" @import { Cell } from "../../kernel/types.d.ts" */

const [SMALLEST, TALLEST, AROUND] = [300, 520, 196];

/** @param {Pick<Point, "room">} stage @param {HTMLElement} figure @param {number} rows @param {number} columns */
function sizeOf({ room }, figure, rows, columns) {
  const width = breadth(figure);
  const cell = Math.min(width / columns, Math.max(SMALLEST, Math.min(TALLEST, room - AROUND)) / rows);
  return { cell, width: cell * columns, height: cell * rows };
}

/** The picture as the network sees it; grey and faint where the heat map lies over it. @param {Point} stage */
export function drawSeen(stage) {
  const figure = stage.find(".seen");
  const source = pictureCanvas(stage.planes.picture);
  const size = sizeOf(stage, figure, source.height, source.width);
  stage.pixel = size.cell;
  const [base] = figure.querySelectorAll("canvas");
  const context = fit(base, size.width, size.height);
  place(context, source, [0, 0, source.width, source.height], [0, 0, size.width, size.height]);
  drawHeat(stage, size);
}

/**
 * What the chosen unit uses of the picture, as strong as the slider says, with the two contours.
 *
 * @param {Point} stage @param {{ cell: number, width: number, height: number }} size
 */
export function drawHeat(stage, size) {
  const { effective, half, most } = stage.planes;
  const canvas = stage.find(".heat");
  const context = fit(canvas, size.width, size.height);
  if (effective === undefined || stage.mix === 0) return;
  const [rows, columns] = effective.shape;
  const top = effective.values.reduce((largest, value) => Math.max(largest, value), 0);
  const pixels = paintValues(effective.values, [0, top], stage.palettes.sequential);
  // A pixel without any influence is left as it is in the picture.
  effective.values.forEach((value, index) => value === 0 && (pixels[index] = 0));
  context.globalAlpha = stage.mix;
  place(context, canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, size.width, size.height]);
  context.globalAlpha = 1;
  contour(context, outline(most.values, rows, columns), size.cell, 1.5, [5, 3]);
  contour(context, outline(half.values, rows, columns), size.cell, 2.5, []);
}

/**
 * Lines along pixel edges, black on white so that they show on every colour.
 *
 * @param {CanvasRenderingContext2D} context @param {number[][]} edges @param {number} cell @param {number} thick
 * @param {number[]} dashes
 */
function contour(context, edges, cell, thick, dashes) {
  for (const [colour, width, pattern] of /** @type {[string, number, number[]][]} */ ([["#ffffff", thick + 2, []], ["#16171d", thick, dashes]])) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(pattern);
    context.beginPath();
    for (const [top, left, bottom, right] of edges) {
      context.moveTo(left * cell, top * cell);
      context.lineTo(right * cell, bottom * cell);
    }
    context.stroke();
  }
  context.setLineDash([]);
}

/** The box of the unit, or the pixel that is pointed at. @param {Point} stage */
export function markSeen(stage) {
  const { picture } = stage.planes;
  const [rows, columns] = picture.shape;
  const cell = stage.pixel;
  const context = fit(stage.find(".seen .marks"), columns * cell, rows * cell);
  const accent = stage.theme.accent;
  const boxed = stage.known ? boxAt(stage.spans, unitOf(stage)) : null;
  if (boxed !== null) {
    const { top, left, bottom, right } = boxed;
    /** @param {number} value @param {number} limit */
    const inset = (value, limit) => Math.max(2, Math.min(limit - 2, value));
    const [x, y] = [inset(left * cell, columns * cell), inset(top * cell, rows * cell)];
    frame(context, x, y, inset(right * cell, columns * cell) - x, inset(bottom * cell, rows * cell) - y, accent, 2.5);
  }
  if (stage.pointed !== null) {
    const [row, column] = stage.pointed;
    frame(context, column * cell, row * cell, Math.max(4, cell), Math.max(4, cell), accent, 1.5);
  }
}

/** The map of the chosen channel. @param {Point} stage */
export function drawMap(stage) {
  const figure = stage.find(".map");
  const { values, shape: [rows, columns] } = stage.planes.map;
  const size = sizeOf(stage, figure, rows, columns);
  stage.cell = size.cell;
  const ends = limits(stage.low, stage.high, "auto");
  const palette = paletteFor(ends);
  const [base] = figure.querySelectorAll("canvas");
  const pixels = paintValues(values, ends, stage.palettes[palette]);
  place(fit(base, size.width, size.height), canvasOf(pixels, rows, columns), [0, 0, columns, rows], [0, 0, size.width, size.height]);
  const range = ends[1] - ends[0];
  legend(figure, [neat(ends[0], range), bar(gradient(stage.planes[palette].values)), neat(ends[1], range), stage.words.scale_map]);
}

/** The unit, or all units that see the pixel pointed at: the others lie under a veil. @param {Point} stage */
export function markMap(stage) {
  const [rows, columns] = stage.planes.map.shape;
  const cell = stage.cell;
  const context = fit(stage.find(".map .marks"), columns * cell, rows * cell);
  const accent = stage.theme.accent;
  if (stage.pointed !== null && stage.known) lightUnits(stage, context, stage.pointed, rows, columns);
  const [row, column] = unitOf(stage);
  const size = Math.max(6, cell);
  frame(context, column * cell - (size - cell) / 2, row * cell - (size - cell) / 2, size, size, accent, 2.5);
}

/** @param {Point} stage @param {CanvasRenderingContext2D} context @param {Cell} pixel @param {number} rows @param {number} columns */
function lightUnits(stage, context, pixel, rows, columns) {
  const { cell } = stage;
  const [down, across] = [seeing(stage.spans.rows, pixel[0]), seeing(stage.spans.columns, pixel[1])];
  context.fillStyle = stage.theme.paper;
  context.globalAlpha = 0.72;
  context.fillRect(0, 0, columns * cell, rows * cell);
  context.globalAlpha = 1;
  const [wanted, seen] = [new Set(across), new Set(down)];
  for (const row of seen) {
    for (const column of wanted) context.clearRect(column * cell, row * cell, cell, cell);
  }
}

/** @param {string} background */
const bar = (background) => {
  const made = Object.assign(document.createElement("i"), { className: "bar" });
  made.style.background = background;
  return made;
};

/** @param {string} className */
const lineOf = (className) => Object.assign(document.createElement("i"), { className });

/** @param {HTMLElement} figure @param {(string | HTMLElement)[]} parts */
export function legend(figure, parts) {
  figure.querySelector(".legend")?.replaceChildren(...parts.map((each) => (typeof each === "string" ? made("span", each) : each)));
}

/** What the colours and lines on the picture mean. @param {Point} stage */
export function legendSeen(stage) {
  const { effective, sequential } = stage.planes;
  const figure = stage.find(".seen");
  if (effective === undefined) return legend(figure, [stage.words.no_effective]);
  const top = effective.values.reduce((largest, value) => Math.max(largest, value), 0);
  const scale = ["0", bar(gradient(sequential.values)), say(top, top), stage.words.scale_effective];
  const lines = [lineOf("line"), stage.words.contour_half, lineOf("line dashed"), stage.words.contour_most];
  const rough = stage.rough > 1 ? [put(stage.words.contour_rough, { width: stage.rough })] : [];
  return legend(figure, [...scale, ...lines, ...rough]);
}
