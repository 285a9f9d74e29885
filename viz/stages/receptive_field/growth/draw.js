// Draws the picture with the boxes of the rungs so far: the earlier ones thin, the current one strong, the rest veiled.

import { fit, frame, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { px, breadth } from "../../kernel/size.js";
import { boxFor, cutSides, nested } from "./state.js";

/** @import { Growth, Sides } from "./types.d.ts" @import { Box } from "../../kernel/types.d.ts" */

/** @typedef {[number, number, number, number]} Rectangle */

const [SMALLEST, LARGEST, AROUND] = [300, 440, 130];
/** @type {(keyof Box)[]} */
const SIDES = ["top", "left", "bottom", "right"];

/** The picture itself, drawn when its size on the page changes. @param {Growth} stage */
export function drawPicture(stage) {
  const figure = stage.find(".picture");
  const { rows, columns } = stage.picture;
  const room = stage.root.classList.contains("narrow") ? breadth(stage.root) : Math.max(SMALLEST, stage.room - AROUND);
  stage.size = sizeOf({ rows, columns }, Math.min(LARGEST, room));
  figure.style.maxWidth = px(stage.size[0]);
  const context = fit(figure.querySelector("canvas"), ...stage.size);
  place(context, stage.source, [0, 0, columns, rows], [0, 0, ...stage.size]);
}

/**
 * Everything that lies over the picture. `grown`: how far the strong box is on its way from the last one, 0 to 1.
 *
 * @param {Growth} stage
 */
export function drawBoxes(stage, grown = 1) {
  const { rungs, view, picture, size } = stage;
  const limits = [picture.rows, picture.columns];
  const context = fit(stage.find(".marks"), ...size);
  const pixel = stage.hovered ?? [view.row, view.column];
  const index = stage.index();
  const box = boxFor(rungs[index], pixel, limits);
  const scale = [size[0] / picture.columns, size[1] / picture.rows];
  const boxes = nested(rungs, index, pixel, limits);
  const last = (box === null ? null : boxes.pop()) ?? null;
  const strong = last === null ? null : between(boxes[boxes.length - 1] ?? last, last, grown);
  if (strong !== null) veil(context, size, onScreen(strong, scale));
  for (const one of boxes) thin(context, onScreen(one, scale));
  if (strong !== null) {
    frame(context, ...inset(onScreen(strong, scale), size), stage.theme.accent, 3);
    if (grown === 1) dashes(context, cutSides(rungs[index], pixel, limits), inset(onScreen(strong, scale), size));
  }
  cross(context, [(pixel[1] + 0.5) * scale[0], (pixel[0] + 0.5) * scale[1]]);
}

/** @param {Box} from @param {Box} to @param {number} share @returns {Box} */
const between = (from, to, share) =>
  /** @type {any} */ (Object.fromEntries(SIDES.map((side) => [side, from[side] + (to[side] - from[side]) * share])));

/** [x, y, width, height] of a box on the screen. @param {Box} box @param {number[]} scale @returns {Rectangle} */
const onScreen = ({ top, left, bottom, right }, [across, down]) => [
  left * across, top * down, (right - left) * across, (bottom - top) * down,
];

/**
 * A frame that stays inside the canvas with all of its line.
 *
 * @param {Rectangle} rectangle @param {number[]} size @returns {Rectangle}
 */
function inset([x, y, width, height], [wide, tall]) {
  const [left, top] = [Math.max(2.5, x), Math.max(2.5, y)];
  return [left, top, Math.min(wide - 2.5, x + width) - left, Math.min(tall - 2.5, y + height) - top];
}

/** Darkens what the unit doesn't see. @param {CanvasRenderingContext2D} context @param {number[]} size @param {Rectangle} seen */
function veil(context, [width, height], [x, y, wide, tall]) {
  context.fillStyle = "rgb(0 0 0 / 45%)";
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(x, y, wide, tall);
  context.fill("evenodd");
}

/** @param {CanvasRenderingContext2D} context @param {Rectangle} rectangle */
function thin(context, [x, y, width, height]) {
  for (const [colour, thick] of /** @type {[string, number][]} */ ([["rgb(0 0 0 / 55%)", 3], ["rgb(255 255 255 / 90%)", 1.25]])) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.strokeRect(x, y, width, height);
  }
}

/**
 * Sides at which the field goes on beyond the picture are broken by white dashes.
 *
 * @param {CanvasRenderingContext2D} context @param {Sides} sides @param {Rectangle} rectangle
 */
function dashes(context, { top, left, bottom, right }, [x, y, width, height]) {
  context.strokeStyle = "#ffffff";
  context.lineWidth = 5;
  context.setLineDash([6, 8]);
  context.beginPath();
  /** @param {boolean} on @param {number[]} ends */
  const line = (on, ...[x1, y1, x2, y2]) => {
    if (!on) return;
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  };
  line(top, x, y, x + width, y);
  line(left, x, y, x, y + height);
  line(bottom, x, y + height, x + width, y + height);
  line(right, x + width, y, x + width, y + height);
  context.stroke();
  context.setLineDash([]);
}

/** The pixel that was pointed at. @param {CanvasRenderingContext2D} context @param {number[]} point */
function cross(context, [x, y]) {
  for (const [colour, thick] of /** @type {[string, number][]} */ ([["#000000", 4], ["#ffffff", 2]])) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.beginPath();
    context.moveTo(x - 6, y);
    context.lineTo(x + 6, y);
    context.moveTo(x, y - 6);
    context.lineTo(x, y + 6);
    context.stroke();
  }
}
