// The values of a group as bars, with their mean, one standard deviation to both sides, and the value pointed at.

import { fit } from "../../kernel/paint.js";
import { say } from "../../kernel/scale.js";
import { kindOf } from "./choices.js";
import { countIn, groupsOf, valuesOf } from "./groups.js";

/** @import { Cell, Scale, Values } from "../../kernel/types.d.ts" */
/** @import { Axis, Groups } from "./types.d.ts" */

const MOST_SINGLE = 128; // up to so many values each gets a line of its own
const [BINS, FEW] = [48, 16];
const [TOP, BOTTOM, EDGE] = [26, 22, 10];

/** { counts, limits, single }: `single`: the values themselves where they are few. @param {Groups} stage */
export function spreadOf(stage) {
  const { view, maps, shape: [batch, channels, rows, columns], planes, divisors, limits } = stage;
  const values = valuesOf(view, maps, [rows, columns]);
  if (values === null) {
    const bins = planes.bins_group.shape[2];
    const start = (divisors.indexOf(groupsOf(view, channels)) * batch + view.item) * bins;
    return { counts: [...planes.bins_group.values.subarray(start, start + bins)], limits, single: null };
  }
  const own = rangeOf(values);
  const few = values.length <= MOST_SINGLE;
  return { counts: countIn(values, own, few ? FEW : BINS), limits: own, single: few ? values : null };
}

/** @param {Values} values @returns {Scale} */
function rangeOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return low > high ? [0, 0] : [low, high];
}

/** @param {Groups} stage @param {number} width @param {number} height @param {Cell} moments @param {number} value */
export function drawBars(stage, width, height, [mean, deviation], value) {
  const context = fit(stage.find(".spread canvas"), width, height);
  const { accent, ink, family } = stage.theme;
  const { counts, limits, single } = spreadOf(stage);
  // Values that are all the same still get an axis around them.
  const span = limits[1] - limits[0] || Math.max(1e-6, Math.abs(limits[0]));
  const low = limits[1] > limits[0] ? limits[0] : limits[0] - span / 2;
  /** @param {number} number */
  const x = (number) => EDGE + ((number - low) / span) * (width - 2 * EDGE);
  const [floor, most] = [height - BOTTOM, Math.max(1, ...counts)];
  context.fillStyle = ink;
  shade(context, [x(mean - deviation), x(mean + deviation)], [EDGE, width - EDGE], floor);
  const flat = limits[1] === limits[0];
  context.globalAlpha = 0.55;
  counts.forEach((count, index) => {
    const [from, to] = flat ? [x(limits[0]) - 4, x(limits[0]) + 4] : [0, 1].map((end) => x(low + ((index + end) * span) / counts.length));
    const tall = ((floor - TOP) * count) / most;
    if (count > 0) context.fillRect(from, floor - Math.max(1.5, tall), Math.max(1, to - from - 1), Math.max(1.5, tall));
  });
  context.globalAlpha = 1;
  for (const each of single ?? []) line(context, x(each), floor - 9, floor + 5, ink, 1);
  line(context, EDGE, floor, floor, ink, 1, width - EDGE);
  if (Number.isFinite(mean)) line(context, x(mean), TOP - 8, floor, ink, 2.5);
  if (Number.isFinite(value)) mark(context, x(value), floor, accent);
  write(context, `14px ${family}`, ink, width, { x, mean, limits, height, centred: kindOf(stage).centred });
}

/**
 * One standard deviation to both sides of the mean.
 *
 * @param {CanvasRenderingContext2D} context @param {Cell} ends @param {Cell} room @param {number} floor
 */
function shade(context, [from, to], [left, right], floor) {
  context.globalAlpha = 0.1;
  const [start, end] = [Math.max(left, from), Math.min(right, to)];
  if (end > start) context.fillRect(start, TOP - 8, end - start, floor - TOP + 8);
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} top @param {number} bottom @param {string} style @param {number} thick
 * @param {number} [to]
 */
function line(context, x, top, bottom, style, thick, to = x) {
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(to, bottom);
  context.strokeStyle = style;
  context.lineWidth = thick;
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} floor @param {string} accent */
function mark(context, x, floor, accent) {
  line(context, x, TOP, floor, "#ffffff", 5);
  line(context, x, TOP, floor, accent, 3);
  context.beginPath();
  context.arc(x, TOP, 5, 0, 2 * Math.PI);
  context.fillStyle = accent;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} font @param {string} ink @param {number} width
 * @param {Axis} axis
 */
function write(context, font, ink, width, { x, mean, limits: [low, high], height, centred }) {
  context.font = font;
  context.fillStyle = ink;
  context.textBaseline = "alphabetic";
  const range = high - low;
  context.textAlign = "left";
  context.fillText(say(low, range), EDGE - 6, height - 5);
  context.textAlign = "right";
  if (high > low) context.fillText(say(high, range), width - EDGE + 6, height - 5);
  if (!Number.isFinite(mean)) return;
  const text = centred ? `μ = ${say(mean, range)}` : say(mean, range);
  const half = context.measureText(text).width / 2;
  context.textAlign = "center";
  context.fillText(text, Math.max(half, Math.min(width - half, x(mean))), 13);
}

