// The valley from above: the loss as shaded cells with lines of equal loss, the two weights as axes, and the path on it.

import { simple } from "../../kernel/numerals.js";
import { canvasOf, fit, gradient, paintValues, place } from "../../kernel/paint.js";
import { made } from "../../kernel/text.js";
import { lossAt } from "./valley.js";
import { told } from "./words.js";

/** @import { Valley, Weights } from "./types.d.ts" */

const CELLS = 100; // a side
const BANDS = 5; // of equal breadth on the scale, between them the lines
const MARGIN = { left: 44, right: 10, top: 10, bottom: 42 };
const FAR = 1e4; // where a line to a place off the map is cut
const HALO = "rgb(255 255 255 / 0.9)";
const INK = "#16171d";

/** The highest loss on the map: in one of its corners. @param {Valley} stage */
export const highest = (stage) =>
  Math.max(...[1, -1].map((sign) => lossAt([stage.best[0] + stage.bounds.reach, stage.best[1] + sign * stage.bounds.reach], stage)));

/** The losses between the bands: evenly apart on a scale of square roots, on which the valley is a cone. @param {Valley} stage */
export const levels = (stage) => Array.from({ length: BANDS + 1 }, (_, band) => highest(stage) * (band / BANDS) ** 2);

/** How many units a weight of 1 is. @param {Valley} stage */
const unit = ({ side, bounds }) => (side - MARGIN.left - MARGIN.right) / (2 * bounds.reach);

/** Where weights lie on the canvas. @param {Valley} stage @param {Weights} weights @returns {[number, number]} */
export function spot(stage, [first, second]) {
  const { best, bounds } = stage;
  return [MARGIN.left + (first - best[0] + bounds.reach) * unit(stage), MARGIN.top + (best[1] + bounds.reach - second) * unit(stage)];
}

/** The weights at a point of the canvas, on the map and where something can start. @param {Valley} stage @param {number} x @param {number} y @returns {Weights} */
export function weightsAt(stage, x, y) {
  const { best, bounds } = stage;
  const free = [best[0] - bounds.reach + (x - MARGIN.left) / unit(stage), best[1] + bounds.reach - (y - MARGIN.top) / unit(stage)];
  /** @param {number} weight @param {number} middle */
  const within = (weight, middle) => Math.max(middle - bounds.reach, Math.min(middle + bounds.reach, weight));
  return /** @type {Weights} */ (free.map((weight, at) => Math.round(within(weight, best[at]) * bounds.steps) / bounds.steps));
}

/** How high the canvas is, with what stands below the map. @param {Pick<Valley, "side">} stage */
const heightOf = ({ side }) => side - MARGIN.left - MARGIN.right + MARGIN.top + MARGIN.bottom;

/** Draws what stays as it is while a run goes on. @param {Valley} stage */
export function drawMap(stage) {
  const { canvas, side, theme } = stage;
  const context = fit(canvas, side, heightOf(stage));
  const long = side - MARGIN.left - MARGIN.right;
  place(context, shaded(stage), [0, 0, CELLS, CELLS], [MARGIN.left, MARGIN.top, long, long]);
  within(context, side, () => {
    drawLevels(stage, context);
    drawDirections(stage, context);
  });
  context.strokeStyle = theme.line;
  context.strokeRect(MARGIN.left, MARGIN.top, long, long);
  drawAxes(stage, context);
}

/** Draws within the frame of the map alone. @param {CanvasRenderingContext2D} context @param {number} side @param {() => void} act */
function within(context, side, act) {
  context.save();
  context.beginPath();
  context.rect(MARGIN.left, MARGIN.top, side - MARGIN.left - MARGIN.right, side - MARGIN.left - MARGIN.right);
  context.clip();
  act();
  context.restore();
}

/** The losses as cells, on a scale of square roots. @param {Valley} stage */
function shaded(stage) {
  const { best, bounds, palettes } = stage;
  const values = new Float64Array(CELLS * CELLS);
  const step = (2 * bounds.reach) / CELLS;
  for (let index = 0; index < values.length; index += 1) {
    const [row, column] = [Math.floor(index / CELLS), index % CELLS];
    values[index] = Math.sqrt(lossAt([best[0] - bounds.reach + (column + 0.5) * step, best[1] + bounds.reach - (row + 0.5) * step], stage));
  }
  return canvasOf(paintValues(values, [0, Math.sqrt(highest(stage))], palettes.sequential), CELLS, CELLS);
}

/** Lines of equal loss are ellipses along the directions. @param {Valley} stage @param {CanvasRenderingContext2D} context */
function drawLevels(stage, context) {
  const { best, directions: [flat, steep] } = stage;
  const [x, y] = spot(stage, best);
  context.lineWidth = 1;
  context.strokeStyle = "rgb(255 255 255 / 0.55)";
  for (const level of levels(stage).slice(1)) {
    const [along, across] = [flat, steep].map(({ curvature }) => Math.sqrt((2 * level) / curvature) * unit(stage));
    context.beginPath();
    context.ellipse(x, y, along, across, Math.atan2(-flat.vector[1], flat.vector[0]), 0, 2 * Math.PI);
    context.stroke();
  }
}

/** The two directions through the best weights, which are marked with a cross. @param {Valley} stage @param {CanvasRenderingContext2D} context */
function drawDirections(stage, context) {
  const { best, bounds, directions } = stage;
  const [x, y] = spot(stage, best);
  context.setLineDash([5, 4]);
  for (const { vector } of directions) {
    const [across, up] = vector.map((part) => part * bounds.reach * 2 * unit(stage));
    haloed(context, "rgb(22 23 29 / 0.8)", 1, () => {
      context.beginPath();
      context.moveTo(x - across, y + up);
      context.lineTo(x + across, y - up);
      context.stroke();
    });
  }
  context.setLineDash([]);
  haloed(context, INK, 2, () => {
    context.beginPath();
    for (const sign of [1, -1]) {
      context.moveTo(x - 6, y - sign * 6);
      context.lineTo(x + 6, y + sign * 6);
    }
    context.stroke();
  });
}

/** What the directions are called, above all that is drawn. @param {Valley} stage @param {CanvasRenderingContext2D} context */
function nameDirections(stage, context) {
  const { best, bounds, directions, words, theme } = stage;
  context.font = `600 14px ${theme.family}`;
  directions.forEach(({ curvature, vector }, at) => {
    const sign = Math.sign(vector[0]) || 1;
    const [left, top] = spot(stage, [best[0] + sign * vector[0] * bounds.reach * 1.06, best[1] + sign * vector[1] * bounds.reach * 1.06]);
    write(context, `${words[at === 0 ? "flat" : "steep"]}, λ = ${told(curvature)}`, left, top, stage.side - MARGIN.right);
  });
}

/** The weights along both axes, and which of the two each is. @param {Valley} stage @param {CanvasRenderingContext2D} context */
function drawAxes(stage, context) {
  const { best, bounds, side, theme, words } = stage;
  context.font = `14px ${theme.family}`;
  context.fillStyle = theme.ink;
  const end = side - MARGIN.left + MARGIN.top - MARGIN.right;
  const whole = Array.from({ length: 2 * Math.floor(bounds.reach) + 1 }, (_, step) => step - Math.floor(bounds.reach));
  for (const step of whole) {
    const [x, y] = spot(stage, [best[0] + step, best[1] + step]);
    Object.assign(context, { textAlign: "center", textBaseline: "top" });
    context.fillText(simple(best[0] + step), x, end + 5);
    Object.assign(context, { textAlign: "right", textBaseline: "middle" });
    context.fillText(simple(best[1] + step), MARGIN.left - 6, y);
  }
  Object.assign(context, { textAlign: "center", textBaseline: "top" });
  const middle = (end - MARGIN.top) / 2;
  context.fillText(words.first, MARGIN.left + middle, end + 23);
  context.save();
  context.translate(2, MARGIN.top + middle);
  context.rotate(-Math.PI / 2);
  context.fillText(words.second, 0, 0);
  context.restore();
}

/** The path so far: a dot for every update, a ring where it starts, a full one where it is. @param {Valley} stage */
export function drawPath(stage) {
  const { find, side, run, view, theme } = stage;
  const context = fit(find(".plane canvas + canvas"), side, heightOf(stage));
  const spots = run.path.slice(0, view.updates + 1).map((weights) => spot(stage, weights).map((each) => Math.max(-FAR, Math.min(FAR, each))));
  within(context, side, () => {
    haloed(context, theme.accent, 2, () => {
      context.beginPath();
      for (const [x, y] of spots) context.lineTo(x, y);
      context.stroke();
    });
    spots.forEach(([x, y], at) => {
      const [ends, last] = [at === 0, at === spots.length - 1];
      dot(context, x, y, ends || last ? 7 : 3, last ? theme.accent : ends ? "#ffffff" : theme.accent, theme.accent);
    });
    nameDirections(stage, context);
  });
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius @param {string} fill @param {string} edge */
function dot(context, x, y, radius, fill, edge) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  haloed(context, edge, 2, () => context.stroke());
  context.fill();
}

/** A line visible on any colour: between two white ones. @param {CanvasRenderingContext2D} context @param {string} colour @param {number} thick @param {() => void} stroke */
function haloed(context, colour, thick, stroke) {
  for (const [style, width] of /** @type {[string, number][]} */ ([[HALO, thick + 2], [colour, thick]])) {
    Object.assign(context, { strokeStyle: style, lineWidth: width, lineJoin: "round" });
    stroke();
  }
}

/** Words that can be read on any colour, left of an edge. @param {CanvasRenderingContext2D} context @param {string} text @param {number} x @param {number} y @param {number} right */
function write(context, text, x, y, right) {
  Object.assign(context, { textAlign: "center", textBaseline: "middle", strokeStyle: HALO, lineWidth: 4, lineJoin: "round", fillStyle: INK });
  const half = context.measureText(text).width / 2 + 4;
  const middle = Math.max(MARGIN.left + half, Math.min(right - half, x));
  context.strokeText(text, middle, y);
  context.fillText(text, middle, y);
}

/** The scale below: its bar, and the losses of the lines. @param {Valley} stage */
export function writeLegend(stage) {
  const { find, planes } = stage;
  find(".legend .bar").style.background = gradient(planes.sequential.values);
  find(".ticks").replaceChildren(...levels(stage).map((level) => made("span", told(level))));
}
