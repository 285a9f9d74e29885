// @ts-nocheck
// Draws the picture with the boxes of the rungs so far: the earlier ones thin, the current one strong, the rest veiled.

import { fit, frame, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { boxFor, cutSides, nested } from "./state.js";

const LARGEST = 384;

/** The picture itself, drawn when its size on the page changes. */
export function drawPicture(stage) {
  const figure = stage.find(".picture");
  const { rows, columns } = stage.picture;
  const room = stage.root.classList.contains("narrow") ? stage.root.clientWidth : LARGEST;
  stage.size = sizeOf({ rows, columns }, Math.min(LARGEST, room));
  figure.style.maxWidth = `${stage.size[0]}px`;
  const context = fit(figure.querySelector("canvas"), ...stage.size);
  place(context, stage.source, [0, 0, columns, rows], [0, 0, ...stage.size]);
}

/** Everything that lies over the picture. `grown`: how far the strong box is on its way from the last one, 0 to 1. */
export function drawBoxes(stage, grown = 1) {
  const { rungs, view, picture, size } = stage;
  const limits = [picture.rows, picture.columns];
  const context = fit(stage.find(".marks"), ...size);
  const pixel = stage.hovered ?? [view.row, view.column];
  const index = stage.index();
  const box = boxFor(rungs[index], pixel, limits);
  const scale = [size[0] / picture.columns, size[1] / picture.rows];
  const boxes = nested(rungs, index, pixel, limits);
  const last = box === null ? null : boxes.pop();
  const from = boxes.at(-1) ?? last;
  const strong = last === null ? null : between(from, last, grown);
  if (strong !== null) veil(context, size, onScreen(strong, scale));
  for (const one of boxes) thin(context, onScreen(one, scale));
  if (strong !== null) {
    frame(context, ...inset(onScreen(strong, scale), size), accentOf(stage), 3);
    if (grown === 1) dashes(context, cutSides(rungs[index], pixel, limits), inset(onScreen(strong, scale), size));
  }
  cross(context, [(pixel[1] + 0.5) * scale[0], (pixel[0] + 0.5) * scale[1]]);
}

const accentOf = (stage) => getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();

const between = (from, to, share) =>
  Object.fromEntries(Object.keys(to).map((side) => [side, from[side] + (to[side] - from[side]) * share]));

/** [x, y, width, height] of a box on the screen. */
const onScreen = ({ top, left, bottom, right }, [across, down]) => [
  left * across, top * down, (right - left) * across, (bottom - top) * down,
];

/** A frame that stays inside the canvas with all of its line. */
function inset([x, y, width, height], [wide, tall]) {
  const [left, top] = [Math.max(2.5, x), Math.max(2.5, y)];
  return [left, top, Math.min(wide - 2.5, x + width) - left, Math.min(tall - 2.5, y + height) - top];
}

/** Darkens what the unit doesn't see. */
function veil(context, [width, height], [x, y, wide, tall]) {
  context.fillStyle = "rgb(0 0 0 / 45%)";
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(x, y, wide, tall);
  context.fill("evenodd");
}

function thin(context, [x, y, width, height]) {
  for (const [colour, thick] of [["rgb(0 0 0 / 55%)", 3], ["rgb(255 255 255 / 90%)", 1.25]]) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.strokeRect(x, y, width, height);
  }
}

/** Sides at which the field goes on beyond the picture are broken by white dashes. */
function dashes(context, { top, left, bottom, right }, [x, y, width, height]) {
  context.strokeStyle = "#ffffff";
  context.lineWidth = 5;
  context.setLineDash([6, 8]);
  context.beginPath();
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

/** The pixel that was pointed at. */
function cross(context, [x, y]) {
  for (const [colour, thick] of [["#000000", 4], ["#ffffff", 2]]) {
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
