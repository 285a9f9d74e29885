// Scales of per-location statistics: over one map or over all of them, drawn with the per-channel value marked on them.

import { fit } from "../../kernel/paint.js";
import { HIGHEST_LEVEL, limits, paletteFor, say } from "../../kernel/scale.js";

/** @import { Scale, Theme } from "../../kernel/types.d.ts" */
/** @import { Statistics } from "./types.d.ts" */

/**
 * The limits over the maps from `first` to before `end`, each packed with its own low and step, and their `singles`.
 *
 * @param {{ low: ArrayLike<number>, step: ArrayLike<number> }} packed @param {ArrayLike<number>} singles @param {number} first @param {number} end
 */
export function limitsOf({ low, step }, singles, first, end) {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let channel = first; channel < end; channel += 1) {
    lowest = Math.min(lowest, low[channel], singles[channel]);
    highest = Math.max(highest, low[channel] + HIGHEST_LEVEL * step[channel], singles[channel]);
  }
  return limits(lowest, highest, "auto");
}

/** Where a value stands on a scale, 0 to 1; null beside it. @param {number} value @param {Scale} scale */
export function share(value, [low, high]) {
  if (!(high > low)) return value === low ? 0.5 : null;
  const found = (value - low) / (high - low);
  return found >= -1e-6 && found <= 1 + 1e-6 ? Math.max(0, Math.min(1, found)) : null;
}

/**
 * Draws a bar of the palette with its ends below, and the marked value above, by name.
 *
 * @param {HTMLCanvasElement} canvas @param {Scale} scale @param {Statistics["planes"]} planes @param {number} marked
 * @param {string} label @param {number} width @param {Theme} theme
 */
export function drawScale(canvas, scale, planes, marked, label, width, theme) {
  const context = fit(canvas, width, 58);
  const palette = planes[paletteFor(scale)].values;
  for (let x = 0; x < width; x += 1) {
    const at = Math.min(255, Math.floor((256 * x) / width)) * 3;
    context.fillStyle = `rgb(${palette[at]} ${palette[at + 1]} ${palette[at + 2]})`;
    context.fillRect(x, 22, 1.5, 14);
  }
  const range = scale[1] - scale[0];
  context.font = `14px ${theme.font}`;
  context.fillStyle = theme.text;
  context.textAlign = "left";
  context.fillText(say(scale[0], range * 10), 0, 52);
  context.textAlign = "right";
  context.fillText(say(scale[1], range * 10), width, 52);
  const place = share(marked, scale);
  if (place === null) return;
  const x = place * width;
  context.beginPath();
  context.moveTo(x, 24);
  context.lineTo(x - 6, 16);
  context.lineTo(x + 6, 16);
  context.fill();
  context.fillRect(x - 1, 18, 2, 22);
  const half = context.measureText(label).width / 2;
  context.textAlign = "center";
  context.fillText(label, Math.max(half, Math.min(width - half, x)), 12);
}
