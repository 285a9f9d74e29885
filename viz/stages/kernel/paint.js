// Codes to pixels: one map, or a whole layer, through a palette of 256 colours into an off-screen canvas.

import { HIGHEST_LEVEL, NOT_A_NUMBER } from "./scale.js";
import { px, perUnit } from "./size.js";

/** @import { Packed, Palette, Scale, Values } from "./types.d.ts" */

// Cells without a place on the scale have colours no palette has: below, above, not a number, infinite.
/** @type {Record<"below" | "above" | "nan" | "infinite", [number, number, number]>} */
export const MARKS = { below: [128, 128, 128], above: [128, 128, 128], nan: [214, 0, 147], infinite: [0, 0, 0] };

/**
 * Paints codes[start … start + count) into `pixels` (Uint32Array) from `at`; the number of cells off the scale.
 *
 * @param {Values} codes @param {number} start @param {number} count @param {number} low @param {number} step
 * @param {Scale} scale @param {Palette} palette @param {Uint32Array} pixels @param {number} at
 */
export function paintCodes(codes, start, count, low, step, [bottom, top], palette, pixels, at) {
  const span = top - bottom;
  // A flat scale (every value the same) is drawn in the middle of the palette.
  const slope = span > 0 ? (255 * step) / span : 0;
  const base = span > 0 ? (255 * (low - bottom)) / span : 127.5;
  let off = 0;
  for (let index = 0; index < count; index += 1) {
    const code = codes[start + index];
    let colour;
    if (code > HIGHEST_LEVEL) {
      colour = code === NOT_A_NUMBER ? palette.nan : palette.infinite;
      off += 1;
    } else {
      const level = base + code * slope;
      // Half a colour of tolerance: the ends of the scale themselves are on it, whatever rounding does.
      if (level < -0.5 || level > 255.5) {
        colour = palette.clipped;
        off += 1;
      } else colour = palette.colours[(level + 0.5) | 0];
    }
    pixels[at + index] = colour;
  }
  return off;
}

/**
 * Paints plain values through a palette of 256 colours; those from `count` on stay empty.
 *
 * @param {Values} values @param {Scale} scale @param {Palette} palette
 */
export function paintValues(values, [bottom, top], palette, count = values.length) {
  const pixels = new Uint32Array(values.length);
  const slope = top > bottom ? 255 / (top - bottom) : 0;
  const base = top > bottom ? -bottom * slope : 127.5;
  for (let index = 0; index < count; index += 1) {
    const value = values[index];
    const level = Math.max(0, Math.min(255, base + value * slope));
    if (Number.isNaN(value)) pixels[index] = palette.nan;
    else pixels[index] = Number.isFinite(value) ? palette.colours[(level + 0.5) | 0] : palette.infinite;
  }
  return pixels;
}

/** Black to white, for pictures. */
export const greys = () => preparePalette(Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3)));

/** Black or white: what can be read on a colour given as 32 bits. @param {number} pixel */
export function inkOn(pixel) {
  const [red, green, blue] = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "#16171d" : "#ffffff";
}

/** @param {number} red @param {number} green @param {number} blue */
const opaque = (red, green, blue) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/**
 * A plane [256, 3] of bytes as colours that can be written at once, with those of the cells off the scale.
 *
 * @param {Values} plane @returns {Palette}
 */
export function preparePalette(plane) {
  const colours = new Uint32Array(257);
  for (let index = 0; index < 256; index += 1) colours[index] = opaque(plane[index * 3], plane[index * 3 + 1], plane[index * 3 + 2]);
  colours[256] = colours[255];
  return { colours, clipped: opaque(...MARKS.below), nan: opaque(...MARKS.nan), infinite: opaque(...MARKS.infinite) };
}

/** A palette's plane [256, 3] as the background of a legend. @param {Values} values */
export function gradient(values) {
  const colours = Array.from({ length: 17 }, (_, step) => {
    const at = Math.round((step / 16) * 255) * 3;
    return `rgb(${values[at]} ${values[at + 1]} ${values[at + 2]})`;
  });
  return `linear-gradient(to right, ${colours.join(", ")})`;
}

/** What draws on a canvas. @param {HTMLCanvasElement} canvas */
export const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));

/**
 * A canvas off screen that holds `rows` × `columns` pixels given as 32-bit colours.
 *
 * @param {Uint32Array} pixels @param {number} rows @param {number} columns
 */
export function canvasOf(pixels, rows, columns) {
  const canvas = document.createElement("canvas");
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(new Uint8ClampedArray(/** @type {ArrayBuffer} */ (pixels.buffer), pixels.byteOffset, rows * columns * 4), columns, rows);
  contextOf(canvas).putImageData(image, 0, 0);
  return canvas;
}

/** A canvas off screen with a picture given as bytes [rows, columns, 3]. @param {Packed} picture */
export function pictureCanvas({ values, shape: [rows, columns] }) {
  const pixels = new Uint32Array(rows * columns);
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = opaque(values[index * 3], values[index * 3 + 1], values[index * 3 + 2]);
  }
  return canvasOf(pixels, rows, columns);
}

/**
 * Gives a canvas on the page its size, said in units, in units and in the screen's own; its context, scaled to units.
 *
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height @returns {CanvasRenderingContext2D}
 */
export function fit(canvas, width, height) {
  const ratio = (window.devicePixelRatio || 1) * perUnit();
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  canvas.style.width = px(width);
  canvas.style.height = px(height);
  const context = contextOf(canvas);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * Draws part of a canvas into a rectangle: cells enlarged sharply, reduced smoothly.
 *
 * @param {CanvasRenderingContext2D} context @param {CanvasImageSource} source @param {number[]} from
 * @param {number[]} to
 */
export function place(context, source, [sx, sy, sw, sh], [x, y, width, height]) {
  context.imageSmoothingEnabled = width < sw;
  context.imageSmoothingQuality = "medium";
  context.drawImage(source, sx, sy, sw, sh, x, y, width, height);
}

/**
 * A frame visible on any colour: the accent between two white lines.
 *
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} width
 * @param {number} height @param {string} accent @param {number} thick
 */
export function frame(context, x, y, width, height, accent, thick = 2) {
  context.lineWidth = thick + 2;
  context.strokeStyle = "#ffffff";
  context.strokeRect(x, y, width, height);
  context.lineWidth = thick;
  context.strokeStyle = accent;
  context.strokeRect(x, y, width, height);
}
