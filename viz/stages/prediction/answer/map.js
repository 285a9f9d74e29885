// The map behind the term that is pointed at, enlarged: a channel's, or the class's own with the place marked.

import { canvasOf, fit, frame, gradient, paintValues, place } from "../../kernel/paint.js";
import { scaleOver, sizeOf } from "../../kernel/panels.js";
import { cellNear } from "../../kernel/pointer.js";
import { neat, paletteFor, say } from "../../kernel/scale.js";
import { made, part, put } from "../../kernel/text.js";
import { mapPicture, placeOf } from "./terms.js";

/** @import { Cell, Scale } from "../../kernel/types.d.ts" */
/** @import { Answer, Sum } from "./types.d.ts" */

const SIDE = 150;

/** Draws the map, its caption and its scale; hides it where the terms have no maps. @param {Answer} stage */
export function drawMap(stage) {
  const { find, form, words, places: [rows, columns], sum, shownTerm } = stage;
  const figure = find(".map");
  figure.hidden = form === "features" || sum === null;
  find(".spelled").classList.toggle("alone", figure.hidden);
  if (figure.hidden) return;
  const { source, scale, values } = pictureOf(stage, /** @type {Sum} */ (sum), shownTerm);
  const [width, height] = sizeOf({ rows, columns }, SIDE);
  const canvas = figure.querySelector("canvas");
  const context = fit(canvas, width, height);
  place(context, source, [0, 0, columns, rows], [0, 0, width, height]);
  const at = placeOf(stage, shownTerm);
  if (at.row !== undefined) markCell(stage, context, [at.row, at.column ?? 0], width / columns, height / rows);
  const caption = put(words[`map_${form}`], { ...at, label: stage.labels[stage.view.label] });
  figure.querySelector("figcaption").textContent = caption;
  canvas.setAttribute("aria-label", `${caption}, ${rows} × ${columns}`);
  writeLegend(stage, figure, scale);
  canvas.onpointermove = (/** @type {PointerEvent} */ event) => {
    const [row, column] = cellNear(event, canvas, { rows, columns });
    if (form === "classes") stage.act.hoverTerm(row * columns + column);
    else find(".readout").textContent = put(words.cell, { ...at, row, column, value: say(values[row * columns + column], 0) });
  };
}

/** @param {Answer} stage @param {Sum} sum @param {number} term */
function pictureOf(stage, sum, term) {
  const { form, planes, palettes, places: [rows, columns], mapScale } = stage;
  if (form === "classes") {
    const scale = scaleOver([sum.values]);
    return { source: canvasOf(paintValues(sum.values, scale, palettes[paletteFor(scale)]), rows, columns), scale, values: sum.values };
  }
  const { channel = 0 } = placeOf(stage, term);
  const values = planes.maps.values.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  return { source: mapPicture(stage, channel), scale: mapScale, values };
}

/** @param {Answer} stage @param {CanvasRenderingContext2D} context @param {Cell} cell @param {number} across @param {number} down */
function markCell({ theme }, context, [row, column], across, down) {
  frame(context, column * across, row * down, Math.max(6, across), Math.max(6, down), theme.accent, 2);
}

/** @param {Answer} stage @param {HTMLElement} figure @param {Scale} scale */
function writeLegend({ words, form, planes }, figure, scale) {
  const range = scale[1] - scale[0];
  const bar = Object.assign(document.createElement("i"), { className: "scale" });
  bar.style.background = gradient(planes[paletteFor(scale)].values);
  const scope = made("span", form === "classes" ? words.scope_class : words.scope_maps);
  part(figure, ".legend").replaceChildren(neat(scale[0], range), bar, neat(scale[1], range), scope);
}
