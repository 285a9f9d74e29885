// @ts-nocheck
// Several maps side by side on one scale, all pointed at together: a panel is a map with its name, its marks, its value.

import { canvasOf, fit, frame, gradient, paintValues, place, preparePalette } from "./paint.js";
import { limits, paletteFor, say } from "./scale.js";

const SMALLEST_MARK = 7; // CSS pixels: a cell smaller than that is still marked so that it can be found

/**
 * Makes the figures of panels inside `holder`.
 *
 * `panels`: { key, label, note, values, rows, columns, stop } each; `stop`: the tabulator key stops there. `act.point(key,
 * row, column)` and `act.press(key, event)` are called for the mouse or a finger, and for keys.
 */
export function makePanels(holder, panels, act) {
  holder.replaceChildren(...panels.map((panel) => makePanel(panel, act)));
  return panels;
}

function makePanel(panel, act) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption><b></b><small></small></figcaption><div class="plane"><canvas role="img"></canvas><canvas></canvas></div><div class="value"></div>';
  const [canvas, marks] = figure.querySelectorAll("canvas");
  Object.assign(panel, { figure, canvas, marks, read: figure.querySelector(".value") });
  figure.dataset.key = panel.key;
  figure.querySelector("b").textContent = panel.label;
  figure.querySelector("small").textContent = panel.note ?? "";
  canvas.tabIndex = panel.stop ? 0 : -1;
  canvas.setAttribute("aria-label", [panel.label, panel.note].filter(Boolean).join(", "));
  canvas.onpointermove = canvas.onclick = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * panel.rows);
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * panel.columns);
    if (inside(panel, row, column)) act.point(panel.key, row, column, event.type === "click");
  };
  canvas.onkeydown = (event) => act.press(panel.key, event);
  return figure;
}

export const inside = ({ rows, columns }, row, column) => row >= 0 && column >= 0 && row < rows && column < columns;

/** Where a key leads from a cell: an arrow to the next one, Home and End along the row; null for other keys. */
export function walk(key, { rows, columns }, row, column) {
  const to = {
    ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column], Home: [row, 0], End: [row, columns - 1],
  }[key];
  if (to === undefined) return null;
  return inside({ rows, columns }, ...to) ? to : [row, column];
}

/** The lowest and highest finite value of several maps, as limits of a scale. */
export function scaleOver(maps) {
  let [low, high] = [Infinity, -Infinity];
  for (const values of maps) {
    for (const value of values) {
      if (value < low && value > -Infinity) low = value;
      if (value > high && value < Infinity) high = value;
    }
  }
  return low > high ? [0, 0] : limits(low, high, "auto");
}

/** The palettes of a payload, ready to paint with. */
export function palettesOf(planes) {
  return { sequential: preparePalette(planes.sequential.values), diverging: preparePalette(planes.diverging.values) };
}

/** Width and height, in CSS pixels, of a map whose longer side is `side`. */
export function sizeOf({ rows, columns }, side) {
  const longest = Math.max(rows, columns);
  return [Math.max(1, Math.round((side * columns) / longest)), Math.max(1, Math.round((side * rows) / longest))];
}

/** Paints a panel's map, `side` CSS pixels long, on a scale. */
export function drawPanel(panel, side, scale, palettes) {
  const { values, rows, columns, canvas } = panel;
  panel.size = sizeOf(panel, side);
  const source = canvasOf(paintValues(values, scale, palettes[paletteFor(scale)]), rows, columns);
  place(fit(canvas, ...panel.size), source, [0, 0, columns, rows], [0, 0, ...panel.size]);
  // So that what stands above a map ends where the map does; of a small one it may be wider.
  panel.figure.style.maxWidth = `${Math.max(side, panel.size[0])}px`;
}

/** Marks boxes { top, left, rows, columns, thick } of cells in a panel. */
export function markPanel({ marks, size: [width, height], rows, columns }, boxes, accent) {
  const context = fit(marks, width, height);
  const [across, down] = [width / columns, height / rows];
  for (const box of boxes) {
    const wide = Math.max(SMALLEST_MARK, box.columns * across);
    const tall = Math.max(SMALLEST_MARK, box.rows * down);
    const within = (start, length, most) => Math.max(1, Math.min(most - 1 - length, start));
    frame(context, within(box.left * across, wide, width), within(box.top * down, tall, height), wide, tall, accent, box.thick ?? 2);
  }
}

/** The scale below the panels: its bar, its ends, and where zero lies. */
export function writeScale(legend, scale, planes) {
  const range = scale[1] - scale[0];
  legend.querySelector(".low").textContent = say(scale[0], range);
  legend.querySelector(".high").textContent = say(scale[1], range);
  legend.querySelector(".bar").style.background = gradient(planes[paletteFor(scale)].values);
}

/** A title with the ends of the scale behind it, for a picture that is kept without its legend. */
export const withScale = (title, [low, high]) => `${title} (${say(low, high - low)} … ${say(high, high - low)})`;

/** The figures of panels as `savePicture` takes them. */
export function asFigures(panels) {
  return panels.map(({ canvas, marks, label, note }) => ({
    canvases: [canvas, marks],
    caption: [label, note].filter(Boolean).join(": "),
  }));
}
