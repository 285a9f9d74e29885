// Pictures of six shapes at random places, sizes and tilts on noise: as many as are asked for, and for the same seed the same ones in
// every browser. They are made here rather than sent, and whoever trains on them knows everything that makes them differ.

import { generator } from "../engine/generator.js";
import { finite, whole } from "../engine/refused.js";

/** @import { Random } from "../engine/types.d.ts" */
/** @typedef {"disc" | "ring" | "square" | "cross" | "triangle" | "bar"} Shape */
/** @typedef {{ row: number, column: number, radius: number, tilt: [number, number], ink: number }} Placed in pixels; `tilt`: a direction of length 1 */
/** @typedef {{ side: number, classes: string[], pictures: Float32Array, labels: Uint8Array }} Labelled `pictures`: [n, 1, side, side] from 0 to 1 */

const SIDES = [8, 64]; // pixels
const MOST = 100_000;
const RADII = [0.17, 0.32]; // shares of the side
const EDGE = 1; // pixels, by which the corner of a triangle fades out
const INKS = [0.6, 1];
const LEAN = 0.2; // the slope, so up to 11°
const THICK = 0.28; // of what is drawn with strokes, in radii
const LONG = 0.98; // half of a bar, so that its corners are no farther off than 1
const TURNED = Math.sqrt(3) / 2; // half the side of a triangle of radius 1

/**
 * How far a point lies outside of a shape within radius 1 about the origin; inside it is negative.
 *
 * @type {Record<Shape, (x: number, y: number) => number>}
 */
const DISTANCES = {
  disc: (x, y) => Math.sqrt(x * x + y * y) - 1,
  ring: (x, y) => Math.abs(Math.sqrt(x * x + y * y) - (1 - THICK / 2)) - THICK / 2,
  square: (x, y) => box(x, y, 0.7, 0.7),
  cross: (x, y) => Math.min(box(x, y, LONG, THICK / 1.6), box(x, y, THICK / 1.6, LONG)),
  triangle: (x, y) => Math.max(TURNED * Math.abs(x) - y / 2, y) - 0.5,
  bar: (x, y) => box(x, y, LONG, THICK / 1.6),
};

export const SHAPES = /** @type {Shape[]} */ (Object.keys(DISTANCES));

/** How far a point lies outside of a box about the origin, by its larger part. @param {number} x @param {number} y @param {number} across @param {number} down */
const box = (x, y, across, down) => Math.max(Math.abs(x) - across, Math.abs(y) - down);

/**
 * So many pictures of shapes. `noise`: the deviation of what is added to every pixel; what leaves 0 to 1 is cut off.
 *
 * @param {{ side: number, count: number, noise?: number }} asked @param {number} seed a whole number below 2³² @returns {Labelled}
 * @throws {import("../engine/refused.js").Refused} where one of them is impossible
 */
export function shapes({ side, count, noise = 0.15 }, seed) {
  whole("side", side, SIDES[0], SIDES[1]);
  whole("count", count, 1, MOST);
  finite("noise", noise, 0);
  const random = generator(seed);
  const pictures = new Float32Array(count * side * side);
  const labels = new Uint8Array(count);
  for (let picture = 0; picture < count; picture += 1) {
    labels[picture] = random.below(SHAPES.length);
    const pixels = pictures.subarray(picture * side * side, (picture + 1) * side * side);
    draw(pixels, side, SHAPES[labels[picture]], placed(random, side));
    strew(pixels, noise, random);
  }
  return { side, classes: [...SHAPES], pictures, labels };
}

/** Adds a shape to a picture, fading out over a pixel. @param {Float32Array} pixels [side, side] @param {number} side @param {Shape} shape @param {Placed} where */
export function draw(pixels, side, shape, { row, column, radius, tilt: [cosine, sine], ink }) {
  const distance = DISTANCES[shape];
  for (let down = 0; down < side; down += 1) {
    for (let across = 0; across < side; across += 1) {
      const [x, y] = [(across + 0.5 - column) / radius, (down + 0.5 - row) / radius];
      const covered = 0.5 - radius * distance(cosine * x + sine * y, cosine * y - sine * x);
      pixels[down * side + across] += ink * Math.min(1, Math.max(0, covered));
    }
  }
}

/** A place where all of a shape is on the picture. @param {Random} random @param {number} side @returns {Placed} */
function placed(random, side) {
  const radius = side * random.between(RADII[0], RADII[1]);
  const [low, high] = [radius + EDGE, side - radius - EDGE];
  const [row, column] = [random.between(low, high), random.between(low, high)];
  return { row, column, radius, tilt: leaning(random), ink: random.between(INKS[0], INKS[1]) };
}

/** A direction near that of the rows: leaning by up to `LEAN` to either side. @param {Random} random @returns {[number, number]} */
function leaning(random) {
  const slope = random.between(-LEAN, LEAN);
  const length = Math.sqrt(1 + slope * slope);
  return [1 / length, slope / length];
}

/** @param {Float32Array} pixels @param {number} noise @param {Random} random */
function strew(pixels, noise, random) {
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = Math.min(1, Math.max(0, pixels[index] + noise * random.normal()));
  }
}
