// What stands beside the kernels as bars, on one scale over all moments: gradients by layer, or what batch norm keeps by channel.

import { whole } from "../../kernel/numerals.js";
import { fit } from "../../kernel/paint.js";
import { neat } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { stroke } from "../curves.js";
import { largestOf } from "./kernels.js";

/** @import { Edges } from "./types.d.ts" */

const BARS = 132; // units high
const NAMES = 112; // units of the layers' names
const VALUES = 56;
const MARGIN = { left: 44, right: 12 };

/** Gradient sizes by layer, or what batch norm keeps by channel, on one scale over all moments. @param {Edges} stage */
export function drawBars(stage) {
  const { find, view, planes, words, layers, theme, updates } = stage;
  const { values, shape: [, count] } = planes[view.beside];
  const now = [...values].slice(view.moment * count, (view.moment + 1) * count);
  const canvas = find(".bars canvas");
  const width = breadth(find(".bars"));
  const context = fit(canvas, width, BARS);
  Object.assign(context, { font: `14px ${theme.family}`, fillStyle: theme.ink, strokeStyle: theme.line, lineWidth: 1 });
  if (view.beside === "gradients") drawLayers(context, now, { layers, width, largest: largestOf(values), accent: theme.accent, ink: theme.ink });
  else drawChannels(context, now, { width, largest: largestOf(values), accent: theme.accent });
  find(".bars h2").textContent = words[`bars_${view.beside}`];
  canvas.setAttribute("aria-label", put(words.bars_alt, { what: words[`beside_${view.beside}`], update: whole(updates[view.moment]) }));
}

/** @param {CanvasRenderingContext2D} context @param {number[]} now @param {{ layers: string[], width: number, largest: number, accent: string, ink: string }} how */
function drawLayers(context, now, { layers, width, largest, accent, ink }) {
  const line = BARS / now.length;
  context.textBaseline = "middle";
  now.forEach((value, layer) => {
    const middle = (layer + 0.5) * line;
    const long = (value / largest) * (width - NAMES - VALUES);
    Object.assign(context, { fillStyle: ink, textAlign: "left" });
    context.fillText(layers[layer], 0, middle);
    context.fillText(neat(value, 0), NAMES + long + 6, middle);
    context.fillStyle = accent;
    context.fillRect(NAMES, middle - line / 2 + 2, long, line - 4);
  });
}

/** @param {CanvasRenderingContext2D} context @param {number[]} now @param {{ width: number, largest: number, accent: string }} how */
function drawChannels(context, now, { width, largest, accent }) {
  const around = Math.min(...now) < 0 || now.length === 0;
  const tall = BARS - 24;
  const zero = around ? 12 + tall / 2 : 12 + tall;
  const unit = (around ? tall / 2 : tall) / largest;
  const step = (width - MARGIN.left - MARGIN.right) / now.length;
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  for (const value of around ? [-largest, 0, largest] : [0, largest]) context.fillText(neat(value, 0), MARGIN.left - 8, zero - value * unit);
  stroke(context, [[MARGIN.left, zero], [width - MARGIN.right, zero]]);
  context.fillStyle = accent;
  now.forEach((value, channel) => context.fillRect(MARGIN.left + channel * step + 1, zero - Math.max(0, value) * unit, step - 2, Math.abs(value) * unit));
}
