// A volume drawn as maps: every cell in the colour of its value with its number in it, and marks over those that matter.

import { fit, frame, inkOn, paintValues } from "../../kernel/paint.js";
import { paletteFor } from "../../kernel/scale.js";
import { fraction } from "./sums.js";
import { GAP, arrangement, cornerOf, unravel, widthOf } from "./places.js";

/** @import { Board } from "./types.d.ts" @import { Values } from "../../kernel/types.d.ts" */

const BETWEEN = 28; // pixels between volumes
const [SMALLEST, SNUG, ROOMY, LARGEST] = [26, 31, 34, 46];
const TALLEST = 270; // so that a stage is seen at once

/**
 * Arranges all volumes side by side with one size of cell: in few lines where that is roomy, else as large as can be.
 *
 * @param {Board} board @param {number} width @returns {Board["arranged"]}
 */
export function arrangeMaps(board, width) {
  const ways = [8, 2, 1].map((across) => sideBySide(board, width, across));
  const beside = ways.find(({ cell }) => cell >= ROOMY) ?? ways.reduce((one, other) => (other.cell > one.cell ? other : one));
  if (beside.cell >= SMALLEST) return arranged(board, beside.places, () => Math.min(LARGEST, beside.cell));
  // On a telephone every volume has a line to itself.
  const alone = [1, 2, 8].map((across) => placesOf(board, across));
  /** @param {string} name @param {any} places */
  const side = (name, places) => (width - 4 - widthOf(board.shapes[name], places)[1] * GAP) / widthOf(board.shapes[name], places)[0];
  /** @param {string} name */
  const fitting = (name) => alone.findLast((places) => side(name, places[name]) >= ROOMY) ?? alone[0];
  const places = Object.fromEntries(Object.keys(board.shapes).map((name) => [name, fitting(name)[name]]));
  return arranged(board, places, (name) => Math.min(38, Math.floor(side(name, places[name]))));
}

/**
 * @param {Board} board @param {Record<string, number[][]>} places @param {(name: string) => number} cell
 * @returns {Record<string, any>}
 */
function arranged({ shapes }, places, cell) {
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, arrangement(shapes[name], places[name], cell(name))]));
}

/**
 * Kernels stand in their table, all other maps in lines of at most `across`.
 *
 * @param {Board} board @param {number} across @returns {Record<string, number[][]>}
 */
function placesOf({ shapes, places }, across) {
  /** @param {number[]} shape */
  const inLines = ([count]) => Array.from({ length: count }, (_, at) => [Math.floor(at / across), at % across]);
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, name === "weights" ? places : inLines(shapes[name])]));
}

/**
 * The places of all maps, and the size of cell that fits the width and the height.
 *
 * @param {Board} board @param {number} width @param {number} across
 */
function sideBySide(board, width, across) {
  const places = placesOf(board, across);
  const names = Object.keys(board.shapes);
  // Of a transposed convolution the input and its stamp stand one above the other, for the output needs the width.
  const lines = board.stamps ? [names.slice(0, 2), ...names.slice(2).map((name) => [name])] : names.map((name) => [name]);
  /** @param {string} name */
  const sizes = (name) => widthOf(board.shapes[name], places[name]);
  const widest = lines.map((line) => line.map(sizes).reduce((one, other) => (other[0] > one[0] ? other : one)));
  const [cells, gaps] = [0, 1].map((at) => widest.reduce((sum, each) => sum + each[at], 0));
  /** @param {string} name */
  const tall = (name) => board.shapes[name][1] * (1 + Math.max(...places[name].map(([row]) => row)));
  const tallest = Math.max(...lines.map((line) => line.reduce((sum, name) => sum + tall(name), 0)));
  const room = width - (lines.length - 1) * BETWEEN - gaps * GAP - 4;
  return { places, cell: Math.floor(Math.min(room / cells, Math.max(SNUG, TALLEST / tallest))) };
}

/**
 * Draws a volume's cells; cells without a number yet stay empty.
 *
 * @param {Board} board @param {string} name @param {HTMLCanvasElement} canvas @param {Values} values
 */
export function drawMap(board, name, canvas, values) {
  const arranged = board.arranged[name];
  const context = fit(canvas, arranged.width, arranged.height);
  if (name === "weights") drawEmptySpots(board, context, arranged);
  const pixels = paintValues(values, board.scales[name], board.palettes[paletteFor(board.scales[name])]);
  const denominator = { weights: board.denominators[1], inputs: board.denominators[0], counts: 1 }[name] ?? board.denominators[0] * board.denominators[1];
  values.forEach((value, index) => {
    const [left, top] = cornerOf(arranged, index);
    const known = !Number.isNaN(value);
    context.fillStyle = known ? css(pixels[index]) : board.theme.ground;
    context.fillRect(left, top, arranged.cell, arranged.cell);
    context.strokeStyle = board.theme.line;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, arranged.cell - 1, arranged.cell - 1);
    if (known) writeIn(context, fraction(value, denominator), left, top, arranged.cell, inkOn(pixels[index]));
  });
}

/** @param {number} pixel */
const css = (pixel) => `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;

/**
 * Where the table of weights has none, because groups don't see each other.
 *
 * @param {Board} board @param {CanvasRenderingContext2D} context @param {Board["arranged"][string]} arranged
 */
function drawEmptySpots(board, context, { down, across, places, rows, columns, cell }) {
  context.strokeStyle = board.theme.line;
  context.setLineDash([3, 4]);
  for (let spot = 0; spot < down * across; spot += 1) {
    const [row, column] = [Math.floor(spot / across), spot % across];
    if (places.some(([r, c]) => r === row && c === column)) continue;
    context.strokeRect(column * (columns * cell + GAP) + 1, row * (rows * cell + GAP) + 1, columns * cell - 2, rows * cell - 2);
  }
  context.setLineDash([]);
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} left @param {number} top
 * @param {number} cell @param {string} ink
 */
function writeIn(context, text, left, top, cell, ink) {
  context.font = `600 ${Math.max(14, Math.min(18, Math.round(cell * 0.46)))}px system-ui, sans-serif`;
  if (context.measureText(text).width > cell - 2) context.font = "14px system-ui, sans-serif";
  if (context.measureText(text).width > cell) return;
  context.fillStyle = ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, left + cell / 2, top + cell / 2 + 1);
}

/**
 * Frames the cells that take part, strikes out those a kernel reaches over and skips, and frames the one in question.
 *
 * @param {Board} board @param {string} name @param {HTMLCanvasElement} canvas @param {Set<number>} cells
 * @param {number | null} subject
 */
export function markMap(board, name, canvas, cells, subject) {
  const arranged = board.arranged[name];
  const context = fit(canvas, arranged.width, arranged.height);
  if (name === "inputs" && !board.stamps) strikeSkipped(context, arranged, cells);
  const inset = 1.5;
  /** @param {number} index @param {number} thick */
  const around = (index, thick) => {
    const [left, top] = cornerOf(arranged, index);
    frame(context, left + inset, top + inset, arranged.cell - 2 * inset, arranged.cell - 2 * inset, board.theme.accent, thick);
  };
  for (const index of cells) if (index !== subject) around(index, 1.75);
  if (subject !== null) around(subject, 3.5);
}

/** @param {CanvasRenderingContext2D} context @param {Board["arranged"][string]} arranged @param {Set<number>} cells */
function strikeSkipped(context, arranged, cells) {
  context.lineWidth = 2;
  context.strokeStyle = "rgba(128, 128, 128, 0.95)";
  for (const index of skipped(arranged, cells)) {
    const [left, top] = cornerOf(arranged, index);
    const [near, far] = [arranged.cell * 0.16, arranged.cell * 0.84];
    context.beginPath();
    context.moveTo(left + near, top + far);
    context.lineTo(left + far, top + near);
    context.stroke();
  }
}

/**
 * The cells between those given, map by map, that are not among them: what the gaps of a dilated kernel leave out.
 *
 * @param {{ rows: number, columns: number }} shape @param {Set<number>} cells
 */
export function skipped({ rows, columns }, cells) {
  const found = [];
  const maps = new Map();
  for (const index of cells) {
    const { map, row, column } = unravel({ rows, columns }, index);
    maps.set(map, [...(maps.get(map) ?? []), [row, column]]);
  }
  for (const [map, taps] of maps) {
    const [top, left] = [0, 1].map((axis) => Math.min(...taps.map((/** @type {number[]} */ tap) => tap[axis])));
    const [bottom, right] = [0, 1].map((axis) => Math.max(...taps.map((/** @type {number[]} */ tap) => tap[axis])));
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const index = (map * rows + row) * columns + column;
        if (!cells.has(index)) found.push(index);
      }
    }
  }
  return found;
}
