// What feeds what, as ink: an arrow to the next in the row, arcs for branches.

import { ARCS, BELOW, PICTURE, VOLUMES, joins } from "./layout.js";

/** @import { Theme } from "../../kernel/types.d.ts" */
/** @import { Edge, Overview } from "./types.d.ts" */

/**
 * Where an edge leaves a node, or enters it: on the side of its volume, or above or below it.
 *
 * @param {Overview} stage @param {number} index
 */
const leaves = (stage, index) => (index === PICTURE ? 0 : stage.centres[index] + stage.volumes[index].width / 2);
/** @param {Overview} stage @param {number} index */
const enters = (stage, index) => stage.centres[index] - stage.volumes[index].width / 2;

/** @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Theme} theme @param {(from: number, to: number) => boolean} seen */
export function drawEdges(context, stage, theme, seen) {
  const { lit } = stage;
  /** @param {Edge} ends */
  const strong = ([from, to]) => lit !== null && (from === lit.index || to === lit.index);
  const ordered = lit === null ? stage.pairs : [...stage.pairs].sort((one, other) => Number(strong(one)) - Number(strong(other)));
  for (const pair of ordered) {
    const [from, to] = pair;
    const [start, stop] = [leaves(stage, from), enters(stage, to)];
    if (!seen(Math.min(start, stop), Math.max(start, stop))) continue;
    const hot = strong(pair);
    context.globalAlpha = hot ? 1 : lit === null ? 0.6 : 0.2;
    context.lineWidth = hot ? 2.5 : 1.25;
    const colour = hot ? theme.accent : theme.text;
    if (to === from + 1) arrow(context, start + 2, stage.at.axis, stop - 1, colour);
    else arc(context, stage, pair, colour);
  }
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {number} from @param {number} y @param {number} to @param {string} colour */
export function arrow(context, from, y, to, colour) {
  context.strokeStyle = context.fillStyle = colour;
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(Math.max(from, to - 4), y);
  context.stroke();
  head(context, to, y, 0);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} angle */
function head(context, x, y, angle) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(-7, -4);
  context.lineTo(-7, 4);
  context.fill();
  context.restore();
}

/**
 * A branch: over the row where it joins it again, under it where it begins; the farther it leads the wider.
 *
 * @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Edge} pair @param {string} colour
 */
function arc(context, stage, pair, colour) {
  const [from, to] = pair;
  const over = stage.over.get(pair);
  /** @param {number} index */
  const edge = (index) => (index === PICTURE ? 0 : stage.volumes[index].height / 2);
  const sign = over ? -1 : 1;
  const [x, end] = [from === PICTURE ? 0 : stage.centres[from], stage.centres[to]];
  const [y, last] = [stage.at.axis + sign * (edge(from) + 2), stage.at.axis + sign * (edge(to) + 3)];
  const limit = over ? stage.at.axis - VOLUMES / 2 - ARCS + 6 : stage.at.base + BELOW - 6;
  const room = Math.abs(limit - stage.at.axis) - VOLUMES / 2;
  const height = stage.at.axis + sign * (VOLUMES / 2 + room * Math.min(1, 0.25 + (end - x) / 900));
  context.strokeStyle = context.fillStyle = colour;
  const bend = Math.min(24, (end - x) / 3);
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x, height, x, height, x + bend, height);
  context.lineTo(end - bend, height);
  context.bezierCurveTo(end, height, end, height, end, last - sign * -4);
  context.stroke();
  head(context, end, last, over ? Math.PI / 2 : -Math.PI / 2);
}

/** Which edges run over the row, once for a layout: asking each time would take too long. @param {Edge[]} pairs */
export const overRow = (pairs) => new Map(pairs.map((pair) => [pair, joins(pairs, pair)]));
