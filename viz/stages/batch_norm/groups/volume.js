// Draws the block: plates as outlines, the maps of the chosen channel on theirs, and the group in the accent colour.

import { fit } from "../../kernel/paint.js";
import { put } from "../../kernel/text.js";
import { groupsOf, litIn } from "./groups.js";
import { drawn, drawnGrouped, outline, plates, pointOn } from "./space.js";

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Groups, Look, Plate } from "./types.d.ts" */

const [MOST_PICTURES, MOST_CHANNELS, LEAST_CELL] = [4, 7, 0.09]; // the last a share of a plate's side
const MARGIN = { top: 8, right: 44, bottom: 34, left: 44 };
const FONT = "14px ";
const LINE = 24; // CSS pixels between two numbers that can be read apart

/** @param {Groups} stage @param {number} width @param {number} height */
export function drawVolume(stage, width, height) {
  const { shape: [batch, channels, rows, columns], view, channel } = stage;
  const canvas = stage.find(".space canvas");
  const items = drawn(batch, view.item, MOST_PICTURES);
  const size = view.over === "group" ? channels / groupsOf(view, channels) : 1;
  const shownChannels = drawnGrouped(channels, channel, MOST_CHANNELS, size);
  const context = fit(canvas, width, height);
  const aspect = Math.max(0.4, Math.min(2.5, columns / rows));
  stage.plates = plates(stage.angles, items, shownChannels, aspect, [width, height], MARGIN);
  const ink = { text: stage.theme.ink, accent: stage.theme.accent, font: FONT + stage.theme.family };
  for (const plate of stage.plates) drawPlate(stage, context, plate, ink);
  if (view.over === "location") drawThread(stage, context, ink);
  drawPoint(stage, context, ink);
  labels(stage, context, items, shownChannels, ink);
  const counts = { items: items.length, batch, shown: shownChannels.length, channels, rows, columns };
  stage.find(".space figcaption").textContent = put(stage.words.drawn, counts);
}

/** @param {Groups} stage @param {CanvasRenderingContext2D} context @param {Plate} plate @param {Look} ink */
function drawPlate(stage, context, plate, { text, accent }) {
  const lit = litIn(stage.view, stage.channel, stage.shape[1], plate);
  const own = plate.channel === stage.channel;
  if (own) paintMap(context, stage.sources[plate.item], plate, lit === "all" ? 1 : 0.6);
  shape(context, outline(plate));
  context.fillStyle = lit === "all" ? accent : text;
  context.globalAlpha = lit === "all" ? (own ? 0.18 : 0.4) : own ? 0 : 0.05;
  context.fill();
  context.globalAlpha = lit === "all" ? 1 : 0.35;
  stroke(context, lit === "all" ? accent : text, lit === "all" ? 2.5 : 1);
  context.globalAlpha = 1;
  if (lit !== "cell") return;
  shape(context, outline(plate, cellOn(stage)));
  context.fillStyle = accent;
  context.fill();
  stroke(context, "#ffffff", 1.5);
}

/** The cell pointed at, as shares of a plate; large enough to be seen. @param {Groups} stage @returns {[number, number, number, number]} */
function cellOn({ shape: [, , rows, columns], view: { row, column } }) {
  const [wide, tall] = [Math.max(LEAST_CELL, 1 / columns), Math.max(LEAST_CELL, 1 / rows)];
  const left = Math.max(0, Math.min(1 - wide, (column + 0.5) / columns - wide / 2));
  const top = Math.max(0, Math.min(1 - tall, (row + 0.5) / rows - tall / 2));
  return [left, top, left + wide, top + tall];
}

/** @param {CanvasRenderingContext2D} context @param {Cell[]} points */
function shape(context, points) {
  context.beginPath();
  points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

/** @param {CanvasRenderingContext2D} context @param {string} style @param {number} thick */
function stroke(context, style, thick) {
  context.strokeStyle = style;
  context.lineWidth = thick;
  context.stroke();
}

/**
 * Parallel light makes a plate a parallelogram, and that is what a canvas can map a picture to.
 *
 * @param {CanvasRenderingContext2D} context @param {HTMLCanvasElement} source @param {Plate} plate
 * @param {number} opacity
 */
function paintMap(context, source, { corner, right, down }, opacity) {
  context.save();
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = false;
  context.transform(right[0] / source.width, right[1] / source.width, down[0] / source.height, down[1] / source.height, ...corner);
  context.drawImage(source, 0, 0);
  context.restore();
}

/** @param {Groups} stage */
const ownPlates = (stage) => stage.plates.filter((plate) => plate.channel === stage.channel);

/** A line through the same place of all pictures. @param {Groups} stage @param {CanvasRenderingContext2D} context @param {Look} ink */
function drawThread(stage, context, { accent }) {
  const [left, top, right, bottom] = cellOn(stage);
  context.beginPath();
  ownPlates(stage).forEach((plate, index) => {
    const point = pointOn(plate, (left + right) / 2, (top + bottom) / 2);
    if (index) context.lineTo(...point);
    else context.moveTo(...point);
  });
  context.setLineDash([5, 4]);
  stroke(context, accent, 1.5);
  context.setLineDash([]);
}

/** The value pointed at. @param {Groups} stage @param {CanvasRenderingContext2D} context @param {Look} ink */
function drawPoint(stage, context, { accent }) {
  const plate = ownPlates(stage).find(({ item }) => item === stage.view.item);
  if (plate === undefined) return;
  const [left, top, right, bottom] = cellOn(stage);
  context.beginPath();
  context.arc(...pointOn(plate, (left + right) / 2, (top + bottom) / 2), 5, 0, 2 * Math.PI);
  context.fillStyle = accent;
  context.fill();
  stroke(context, "#ffffff", 2);
}

/**
 * The numbers of the pictures and of some channels, each on the side where nothing covers it.
 *
 * @param {Groups} stage @param {CanvasRenderingContext2D} context @param {number[]} items @param {number[]} channels @param {Look} ink
 */
function labels(stage, context, items, channels, { text, font }) {
  const leftwards = stage.angles.yaw < 0; // the channels go back to the left
  context.font = font;
  context.fillStyle = text;
  context.textBaseline = "top";
  context.textAlign = leftwards ? "left" : "right";
  for (const plate of stage.plates.filter(({ channel }) => channel === channels[0])) {
    const [x, y] = pointOn(plate, 0.5, 1);
    context.fillText(plate.item === items[0] ? `b = ${plate.item}` : String(plate.item), x + (leftwards ? 6 : -6), y + 5);
  }
  context.textAlign = leftwards ? "right" : "left";
  const side = leftwards ? items[0] : items.at(-1);
  const named = new Set([channels[0], channels.at(-1), stage.channel]);
  /** @type {Cell | null} */
  let last = null;
  // From the nearest: the first channel is named before one that lies too close to it.
  for (const plate of stage.plates.filter(({ item, channel }) => item === side && named.has(channel)).reverse()) {
    const [x, y] = pointOn(plate, leftwards ? 0 : 1, 1);
    if (last !== null && Math.hypot(x - last[0], y - last[1]) < LINE) continue;
    context.fillText(plate.channel === channels[0] ? `c = ${plate.channel}` : String(plate.channel), x + (leftwards ? -4 : 4), y);
    last = [x, y];
  }
}
