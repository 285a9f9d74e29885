import assert from "node:assert/strict";
import test from "node:test";

import { countBins } from "../../../viz/stages/feature_maps/maps/beside.js";
import { faces, volume } from "../../../viz/stages/frame/network_strip/volume.js";
import { paintCodes, preparePalette } from "../../../viz/stages/kernel/paint.js";

const grey = preparePalette(Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3)));
/** @param {number} pixel */
const level = (pixel) => pixel & 255;

test("the ends of the scale have the ends of the palette, its middle the middle", () => {
  const pixels = new Uint32Array(3);
  const off = paintCodes(Uint16Array.of(0, 100, 200), 0, 3, -1, 0.01, [-1, 1], grey, pixels, 0);
  assert.deepEqual([...pixels].map(level), [0, 128, 255]);
  assert.equal(off, 0);
});

test("values below the scale, not-a-number and infinities have marks and are counted", () => {
  const pixels = new Uint32Array(4);
  const off = paintCodes(Uint16Array.of(0, 65535, 65534, 200), 0, 4, -1, 0.01, [0, 1], grey, pixels, 0);
  assert.equal(off, 3);
  assert.equal(pixels[0], grey.clipped);
  assert.equal(pixels[1], grey.nan);
  assert.equal(pixels[2], grey.infinite);
  assert.equal(level(pixels[3]), 255);
});

test("a constant map is flat", () => {
  const pixels = new Uint32Array(2);
  paintCodes(Uint16Array.of(0, 0), 0, 2, 3, 0, [0, 0], grey, pixels, 0);
  assert.equal(pixels[0], pixels[1]);
});

test("every value is counted in one bin, the highest in the last", () => {
  const counts = countBins(Uint16Array.of(0, 25, 50, 75, 100, 65535), 0, 6, 0, 0.01, [0, 1], 4);
  assert.deepEqual(counts, [1, 1, 1, 2]);
});

test("volumes keep their proportions", () => {
  const [small, large] = [volume([48, 16, 16], 32, 192), volume([96, 32, 32], 32, 192)];
  assert.equal(large.height / small.height, 2);
  assert.equal(large.depth / small.depth, 2);
  assert.ok(faces(large).width > faces(small).width);
});
