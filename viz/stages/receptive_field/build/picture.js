// The field of one unit as a picture: every pixel it reads, shaded by the number of ways that lead from it to the unit.

import { canvasOf, fit, frame, paintValues, place } from "../../kernel/paint.js";
import { startOf, ways } from "./layers.js";

/** @import { Build, Scene } from "./types.d.ts" @import { Cell, Palette, Theme } from "../../kernel/types.d.ts" */

export const LARGEST_FIELD = 1024; // pixels a side that are still drawn
const GRID_FROM = 9; // CSS pixels a cell from which lines are drawn between cells
const HATCH_FROM = 4; // likewise for the lines through gaps
const GAP = 0xff9c9890; // grey, which the palette hasn't, as 32 bits (alpha, blue, green, red)
const MARK = 7;

/**
 * What is on stage: { counts on one axis, field, frame: the side of what is drawn, start: of the field in it }; null if too large.
 *
 * @param {Pick<Build, "layers" | "stages" | "view">} stage @returns {Scene | null}
 */
export function sceneOf({ layers, stages, view }) {
  const field = stages[view.step - 1].field;
  const whole = view.zoom ? field : stages[layers.length - 1].field;
  if (whole > LARGEST_FIELD) return null;
  const counts = ways(layers.slice(0, view.step));
  return { counts, field, whole, start: view.zoom ? 0 : startOf(layers, view.step), most: counts.reduce((one, two) => (two > one ? two : one)) };
}

/**
 * Draws the scene `side` CSS pixels long into a canvas of the page.
 *
 * @param {HTMLCanvasElement} canvas @param {Scene} scene @param {number} side @param {Palette} palette
 * @param {Theme} theme
 */
export function drawScene(canvas, scene, side, palette, theme) {
  const context = fit(canvas, side, side);
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, side, side);
  const { counts, field, whole, start } = scene;
  const cell = side / whole;
  const [at, long] = [start * cell, field * cell];
  place(context, canvasOf(shades(scene, palette), field, field), [0, 0, field, field], [at, at, long, long]);
  if (cell >= HATCH_FROM) hatch(context, counts, at, cell);
  if (cell >= GRID_FROM) grid(context, theme.line, at, long, cell);
}

/** Colours of the field's pixels; what nothing leads from is a gap. @param {Scene} scene @param {Palette} palette */
function shades({ counts, field, most }, palette) {
  const share = counts.map((count) => Number(count) / Number(most));
  const values = new Float64Array(field * field);
  for (let index = 0; index < values.length; index += 1) values[index] = share[Math.floor(index / field)] * share[index % field];
  const pixels = paintValues(values, [0, 1], palette);
  for (let index = 0; index < values.length; index += 1) {
    if (counts[Math.floor(index / field)] === 0n || counts[index % field] === 0n) pixels[index] = GAP;
  }
  return pixels;
}

/** @param {CanvasRenderingContext2D} context @param {bigint[]} counts @param {number} at @param {number} cell */
function hatch(context, counts, at, cell) {
  context.strokeStyle = "#ffffff";
  context.lineWidth = 1;
  context.beginPath();
  counts.forEach((down, row) =>
    counts.forEach((across, column) => {
      if (down !== 0n && across !== 0n) return;
      const [left, top] = [at + column * cell, at + row * cell];
      context.moveTo(left, top + cell);
      context.lineTo(left + cell, top);
    }),
  );
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {string} line @param {number} at @param {number} long @param {number} cell */
function grid(context, line, at, long, cell) {
  context.strokeStyle = line;
  context.lineWidth = 0.5;
  context.beginPath();
  for (let place_ = at; place_ <= at + long + 0.5; place_ += cell) {
    context.moveTo(at, place_);
    context.lineTo(at + long, place_);
    context.moveTo(place_, at);
    context.lineTo(place_, at + long);
  }
  context.stroke();
}

/**
 * Marks the field's edge, and the pixel that is read.
 *
 * @param {HTMLCanvasElement} canvas @param {Pick<Scene, "field" | "whole" | "start">} scene @param {number} side
 * @param {Cell | null} unit @param {string} accent
 */
export function markScene(canvas, { field, whole, start }, side, unit, accent) {
  const context = fit(canvas, side, side);
  const cell = side / whole;
  /** @param {number[]} from @param {number} long @param {number} thick */
  const edge = (from, long, thick) => {
    const size = Math.max(MARK, long);
    const [top, left] = from.map((/** @type {any} */ each) => Math.max(2, Math.min(side - size - 2, each)));
    frame(context, left, top, Math.min(size, side - 4), Math.min(size, side - 4), accent, thick);
  };
  edge([start * cell, start * cell], field * cell, 2);
  if (unit !== null) edge(unit.map((place_) => (start + place_) * cell), cell, 1.5);
}

/**
 * The pixel of the field under a point of the picture: [row, column], or null.
 *
 * @param {Pick<Scene, "field" | "whole" | "start">} scene @param {number} side @param {number} x @param {number} y
 * @returns {Cell | null}
 */
export function pixelUnder({ field, whole, start }, side, x, y) {
  const [row, column] = [y, x].map((each) => Math.floor((each / side) * whole) - start);
  return row >= 0 && column >= 0 && row < field && column < field ? [row, column] : null;
}
