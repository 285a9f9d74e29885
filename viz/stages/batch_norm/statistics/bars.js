// The bars of all channels, one chart above the other: where each stands, and which one lies under a point. Pure, but
// for `drawBars`, which puts them on a canvas.

import { fit } from "../../kernel/paint.js";
import { say } from "../../kernel/scale.js";

/** @import { Scale, Theme } from "../../kernel/types.d.ts" */
/** @import { Chart, Frame } from "./types.d.ts" */

export const LEFT = 56; // CSS pixels left of the charts, for the numbers at their axes
const [RIGHT, TOP, GAP] = [6, 20, 26];
const [BAR, MARK] = ["#7f8794", "#d9772f"];
export const THINNEST = 3; // units for a channel; where there are more than fit, the box scrolls

/** The ends of a chart's axis: all bars and marks, and zero. @param {...(Iterable<number> | undefined)} series @returns {Scale} */
export function span(...series) {
  let [low, high] = [0, 0];
  for (const values of series) {
    for (const value of values ?? []) {
      if (value < low && Number.isFinite(value)) low = value;
      if (value > high && Number.isFinite(value)) high = value;
    }
  }
  return low === high ? [0, 1] : [low, high];
}

/**
 * The width of the charts of `count` channels in a box of `width`, and of one channel.
 *
 * @param {number} count @param {number} width
 */
export function widths(count, width) {
  const step = Math.max(THINNEST, (width - LEFT - RIGHT) / count);
  return { step, whole: Math.max(width, Math.ceil(LEFT + RIGHT + step * count)) };
}

/** The channel at `x`; the nearest one beside the charts. @param {number} x @param {number} step @param {number} count */
export function channelAt(x, step, count) {
  return Math.max(0, Math.min(count - 1, Math.floor((x - LEFT) / step)));
}

/**
 * Draws charts { label, values, marks } of all channels below each other; `channel` is the one that is chosen.
 *
 * @param {HTMLCanvasElement} canvas @param {Chart[]} charts @param {number} channel @param {number} width @param {number} height
 * @param {Theme} theme
 */
export function drawBars(canvas, charts, channel, width, height, theme) {
  const { step, whole } = widths(charts[0].values.length, width);
  const context = fit(canvas, whole, height);
  const tall = (height - TOP - GAP * (charts.length - 1) - 8) / charts.length;
  context.font = `14px ${theme.font}`;
  charts.forEach((chart, index) => {
    const top = TOP + index * (tall + GAP);
    context.fillStyle = theme.accent;
    context.globalAlpha = 0.16;
    context.fillRect(LEFT + channel * step - 1, top, Math.max(step, 2) + 2, tall);
    context.globalAlpha = 1;
    drawChart(context, chart, { top, tall, step, whole, channel, theme });
  });
  return step;
}

/** @param {CanvasRenderingContext2D} context @param {Chart} chart @param {Frame} frame */
function drawChart(context, { label, values, marks }, { top, tall, step, whole, channel, theme }) {
  const [low, high] = span(values, marks);
  /** @param {number} value */
  const place = (value) => top + tall - ((value - low) / (high - low)) * tall;
  const zero = place(0);
  const thick = Math.max(1, step > 4 ? step - 1 : step);
  values.forEach((value, index) => {
    context.fillStyle = index === channel ? theme.accent : BAR;
    const end = place(value);
    context.fillRect(LEFT + index * step, Math.min(zero, end), thick, Math.max(1, Math.abs(end - zero)));
  });
  context.fillStyle = MARK;
  marks?.forEach((value, index) => context.fillRect(LEFT + index * step - 0.5, place(value) - 1, thick + 1, 2.5));
  writeAxis(context, label, [low, high], place, whole, theme);
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} label @param {Scale} scale
 * @param {(value: number) => number} place @param {number} whole @param {Theme} theme
 */
function writeAxis(context, label, [low, high], place, whole, theme) {
  context.fillStyle = theme.text;
  context.fillRect(LEFT, place(0) - 0.5, whole - LEFT - RIGHT, 1);
  context.textAlign = "left";
  context.fillText(label, LEFT, place(high) - 6);
  context.textAlign = "right";
  /** @param {number} value */
  const brief = (value) => (value === 0 ? "0" : say(value, Math.abs(value) * 100));
  const far = place(low) - place(high);
  if (high > 0) context.fillText(brief(high), LEFT - 6, place(high) + 10);
  if (low < 0 && far > 0) context.fillText(brief(low), LEFT - 6, place(low) + 2);
  if (place(0) - place(high) > 26 && (low === 0 || place(low) - place(0) > 16)) context.fillText("0", LEFT - 6, place(0) + 5);
}
