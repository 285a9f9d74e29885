// Draws shapes for the tests in test_shapes.py and prints what they are: `node draw_shapes.mjs`.

import { SHAPES, draw, shapes } from "../../../viz/stages/training/data/shapes.js";

/** The ink of a shape by itself, of radius 9 in the middle of 28 × 28. @param {import("../../../viz/stages/training/data/shapes.js").Shape} shape @param {[number, number]} tilt */
function inkOf(shape, tilt) {
  const pixels = new Float32Array(28 * 28);
  draw(pixels, 28, shape, { row: 14, column: 14, radius: 9, tilt, ink: 1 });
  return [...pixels];
}

/** @param {object} asked @param {number} seed */
function told(asked, seed) {
  try {
    const { pictures, labels, classes, side } = shapes(/** @type {any} */ (asked), seed);
    return { pictures: [...pictures], labels: [...labels], classes, side };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: error.message };
  }
}

const BAD = [{ side: 7, count: 1 }, { side: 16, count: 0 }, { side: 16, count: 1e9 }, { side: 16, count: 1, noise: NaN }, { side: 16, count: 1, noise: -1 }];
console.log(
  JSON.stringify({
    ink: Object.fromEntries(SHAPES.map((shape) => [shape, { upright: inkOf(shape, [1, 0]), turned: inkOf(shape, [0.8, 0.6]) }])),
    still: told({ side: 28, count: 300, noise: 0 }, 1),
    noisy: told({ side: 16, count: 40 }, 5),
    again: told({ side: 16, count: 40 }, 5),
    other: told({ side: 16, count: 40 }, 6),
    more: told({ side: 16, count: 60 }, 5),
    refused: BAD.map((asked) => told(asked, 1).refused),
  }),
);
