// @ts-nocheck
// The map behind the term that is pointed at, enlarged: a channel's, or the class's own with the place marked.

import { canvasOf, fit, frame, gradient, paintValues, place } from "../../kernel/paint.js";
import { scaleOver, sizeOf } from "../../kernel/panels.js";
import { neat, paletteFor, say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { mapPicture, placeOf } from "./terms.js";

const SIDE = 150;

/** Draws the map, its caption and its scale; hides it where the terms have no maps. */
export function drawMap(stage) {
  const { find, form, words, places: [rows, columns], sum, shownTerm } = stage;
  const figure = find(".map");
  figure.hidden = form === "features" || sum === null;
  find(".spelled").classList.toggle("alone", figure.hidden);
  if (figure.hidden) return;
  const { source, scale, values } = pictureOf(stage, shownTerm);
  const [width, height] = sizeOf({ rows, columns }, SIDE);
  const canvas = figure.querySelector("canvas");
  const context = fit(canvas, width, height);
  place(context, source, [0, 0, columns, rows], [0, 0, width, height]);
  const at = placeOf(stage, shownTerm);
  if (at.row !== undefined) markCell(stage, context, at, width / columns, height / rows);
  const caption = put(words[`map_${form}`], { ...at, label: stage.labels[stage.view.label] });
  figure.querySelector("figcaption").textContent = caption;
  canvas.setAttribute("aria-label", `${caption}, ${rows} × ${columns}`);
  writeLegend(stage, figure, scale);
  canvas.onpointermove = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const row = Math.min(rows - 1, Math.max(0, Math.floor(((event.clientY - bounds.top) / bounds.height) * rows)));
    const column = Math.min(columns - 1, Math.max(0, Math.floor(((event.clientX - bounds.left) / bounds.width) * columns)));
    if (form === "classes") stage.act.hoverTerm(row * columns + column);
    else find(".readout").textContent = put(words.cell, { ...at, row, column, value: say(values[row * columns + column], 0) });
  };
}

function pictureOf(stage, term) {
  const { form, planes, sum, palettes, places: [rows, columns], mapScale } = stage;
  if (form === "classes") {
    const scale = scaleOver([sum.values]);
    return { source: canvasOf(paintValues(sum.values, scale, palettes[paletteFor(scale)]), rows, columns), scale, values: sum.values };
  }
  const { channel } = placeOf(stage, term);
  const values = planes.maps.values.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  return { source: mapPicture(stage, channel), scale: mapScale, values };
}

function markCell({ root }, context, { row, column }, across, down) {
  const accent = getComputedStyle(root).getPropertyValue("--st-primary-color").trim();
  frame(context, column * across, row * down, Math.max(6, across), Math.max(6, down), accent, 2);
}

function writeLegend({ words, form, planes }, figure, scale) {
  const range = scale[1] - scale[0];
  const bar = Object.assign(document.createElement("i"), { className: "scale" });
  bar.style.background = gradient(planes[paletteFor(scale)].values);
  const scope = Object.assign(document.createElement("span"), { textContent: form === "classes" ? words.scope_class : words.scope_maps });
  figure.querySelector(".legend").replaceChildren(neat(scale[0], range), bar, neat(scale[1], range), scope);
}
