// Draws the linked views: the plane with its padding and the window, and the output as it fills up.

import { canvasOf, fit, frame, gradient, paintValues, place } from "../../kernel/paint.js";
import { padded } from "../../kernel/arithmetic.js";
import { limits, paletteFor } from "../../kernel/scale.js";
import { SMALLEST_WRITTEN, contexts, legend, sizes, writeCells } from "./cells.js";
import { endsOf } from "./state.js";

/** @import { Slide } from "./types.d.ts" @import { Cell, Plane } from "../../kernel/types.d.ts" */

/** The plane in grey with its padding, its unread cells hatched. Drawn once per setting. @param {Slide} stage */
export function drawInput(stage) {
  const { image, setting, unread } = stage.found;
  const figure = stage.find(".input");
  const [above, beside] = setting.padding;
  const whole = padded(image, setting.padding, setting.mode);
  const size = sizes(figure, whole.rows, whole.columns, stage.room);
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
    context.strokeStyle = stage.theme.accent;
    context.lineWidth = 1.5;
    context.setLineDash([5, 4]);
    context.strokeRect(beside * cell, above * cell, image.columns * cell, image.rows * cell);
    context.setLineDash([]);
  }
  legend(figure, ends, "linear-gradient(to right, #000, #fff)", "");
}

/**
 * The ends of the grey scale: of a picture always 0 and 255, so that two sizes of it look alike.
 *
 * @param {Pick<Slide, "view" | "found">} stage @returns {[number, number]}
 */
export function inputEnds({ view, found: { image } }) {
  if (view.source === "picture") return [0, 255];
  const [low, high] = endsOf(image);
  return [Math.min(0, low), high > low ? high : low + 1];
}

/**
 * Padding is part of the arithmetic and not of the picture: it lies under a veil of the page's colour.
 *
 * @param {CanvasRenderingContext2D} context @param {Slide} stage @param {Plane} image
 * @param {Slide["found"]["setting"]} setting @param {number} cell
 */
function veil(context, stage, image, { padding: [above, beside] }, cell) {
  const [width, height] = [(image.columns + 2 * beside) * cell, (image.rows + 2 * above) * cell];
  context.fillStyle = stage.theme.paper;
  context.globalAlpha = 0.5;
  context.fillRect(0, 0, width, above * cell);
  context.fillRect(0, height - above * cell, width, above * cell);
  context.fillRect(0, above * cell, beside * cell, height - 2 * above * cell);
  context.fillRect(width - beside * cell, above * cell, beside * cell, height - 2 * above * cell);
  context.globalAlpha = 1;
}

/**
 * Lines across the rows and columns that no window reads.
 *
 * @param {CanvasRenderingContext2D} context @param {number[][]} unread @param {number} cell
 */
function hatch(context, [rows, columns], cell) {
  context.save();
  context.beginPath();
  rows.forEach((count, row) => count === 0 && context.rect(0, row * cell, columns.length * cell, cell));
  columns.forEach((count, column) => count === 0 && context.rect(column * cell, 0, cell, rows.length * cell));
  context.clip();
  const reach = Math.max(rows.length, columns.length) * cell;
  for (const [colour, shift] of /** @type {[string, number][]} */ ([["#ffffff", 0], ["#16171d", 2]])) {
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

/** A dot on every pixel that a maximum copies. @param {CanvasRenderingContext2D} context @param {Slide} stage @param {number} cell */
function dotWinners(context, stage, cell) {
  const { output, image, setting } = stage.found;
  if (!output.winners) return;
  context.strokeStyle = "#ffffff";
  context.fillStyle = stage.theme.accent;
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

/**
 * The window on the plane: its reach framed, and with gaps in it every cell it reads.
 *
 * @param {Slide} stage @param {Cell} position @param {number | null} tap
 */
export function markInput(stage, [row, column], tap) {
  const { image, setting } = stage.found;
  const figure = stage.find(".input");
  const cell = stage.inputCell;
  const [above, beside] = setting.padding;
  const size = { width: cell * (image.columns + 2 * beside), height: cell * (image.rows + 2 * above) };
  const context = fit(figure.querySelector(".marks"), size.width, size.height);
  const [top, left] = [row * setting.stride[0], column * setting.stride[1]];
  const [high, wide] = setting.kernel.map((taps, axis) => setting.dilation[axis] * (taps - 1) + 1);
  const accent = stage.theme.accent;
  if (setting.dilation.some((gap) => gap > 1)) {
    for (let at = 0; at < setting.kernel[0] * setting.kernel[1]; at += 1) outlineTap(context, stage, [top, left], at, accent, 1.5);
  }
  frame(context, left * cell, top * cell, wide * cell, high * cell, accent, 2.5);
  if (tap !== null) outlineTap(context, stage, [top, left], tap, accent, 2.5);
}

/**
 * @param {CanvasRenderingContext2D} context @param {Pick<Slide, "inputCell" | "found">} stage @param {Cell} corner
 * @param {number} tap @param {string} accent @param {number} thick
 */
function outlineTap(context, { inputCell: cell, found: { setting } }, [top, left], tap, accent, thick) {
  const row = top + Math.floor(tap / setting.kernel[1]) * setting.dilation[0];
  const column = left + (tap % setting.kernel[1]) * setting.dilation[1];
  frame(context, column * cell + 1, row * cell + 1, Math.max(2, cell - 2), Math.max(2, cell - 2), accent, thick);
}

/**
 * A map: all of it, or its first `count` cells while it fills up.
 *
 * @param {Slide} stage @param {string} name @param {Plane} map @param {number} count
 */
export function drawOutput(stage, name, map, count) {
  const figure = stage.find(`.${name}`);
  const size = sizes(figure, map.rows, map.columns, stage.room);
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

/**
 * The frame around the position in a map, and around the winners of a pooled one in the plane.
 *
 * @param {Slide} stage @param {string} name @param {Cell} position
 */
export function markOutput(stage, name, [row, column]) {
  const { output } = stage.found;
  const cell = stage.outputCell;
  const context = fit(stage.find(`.${name} .marks`), cell * output.columns, cell * output.rows);
  const size = Math.max(5, cell);
  const inset = (size - cell) / 2;
  frame(context, column * cell - inset, row * cell - inset, size, size, stage.theme.accent, 2);
}
