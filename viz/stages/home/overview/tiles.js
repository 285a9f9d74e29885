// The strongest maps of a layer as small tiles below its numbers.

import { canvasOf, paintCodes, place } from "../../kernel/paint.js";
import { scaleOver } from "../../kernel/panels.js";
import { HIGHEST_LEVEL, paletteFor } from "../../kernel/scale.js";
import { GAP, TILE } from "./layout.js";

/** @import { Overview, Painted } from "./types.d.ts" */

/** @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Painted} strongest @param {number} centre @param {number} room */
export function drawMaps(context, stage, strongest, centre, room) {
  const { tiles } = strongest;
  const across = Math.min(tiles.length, room >= 2 * TILE + GAP ? 2 : 1);
  const left = centre - (across * (TILE + GAP) - GAP) / 2;
  tiles.slice(0, 2 * across).forEach((tile, number) => {
    const [column, line] = [number % across, Math.floor(number / across)];
    const to = [left + column * (TILE + GAP), stage.at.tiles + line * (TILE + GAP), TILE, TILE];
    place(context, tile, [0, 0, tile.width, tile.height], to);
  });
}

/** The strongest maps of each layer, painted once, each layer on a scale of its own. @param {Overview} stage */
export function paintTiles(stage) {
  return new Map(
    stage.strongest.map((each) => {
      const { values: codes, shape: [count, rows, columns] } = stage.planes[each.plane];
      const [low, step] = ["low", "step"].map((name) => stage.planes[`${name} ${each.layer}`].values);
      const ends = Float64Array.from([...low].flatMap((value, map) => [value, value + step[map] * HIGHEST_LEVEL]));
      const scale = scaleOver([ends]);
      const tiles = Array.from({ length: count }, (_, map) => {
        const pixels = new Uint32Array(rows * columns);
        const palette = stage.palettes[paletteFor(scale)];
        paintCodes(codes, map * pixels.length, pixels.length, low[map], step[map], scale, palette, pixels, 0);
        return canvasOf(pixels, rows, columns);
      });
      return [each.layer, { ...each, tiles, scale }];
    }),
  );
}
