// Batch statistics side by side: bars of one value for each channel, maps of one value for each place, all of one shared
// scale. Pointing at a bar, a map or a small map chooses; what is settled on is told to Python.

import { bindKeys } from "../../kernel/keys.js";
import { sizeOf, withScale } from "../../kernel/panels.js";
import { perUnit, breadth } from "../../kernel/size.js";
import { put } from "../../kernel/text.js";
import { canvasOf, fit, frame, paintCodes, place } from "../../kernel/paint.js";
import { bindPointer, cellUnder, pointIn } from "../../kernel/pointer.js";
import { paletteFor, say } from "../../kernel/scale.js";
import { makeStage } from "../../kernel/stage.js";
import { cellAt, corner, layOut } from "../../kernel/tiles.js";
import { channelAt, drawBars } from "./bars.js";
import { makeChoices, markChoices } from "./choices.js";
import { KINDS, SINGLE, readChannel, readPlace, sizes, table, valueAt } from "./reading.js";
import { drawScale, limitsOf } from "./scales.js";

/** @import { Cell, Scale } from "../../kernel/types.d.ts" */
/** @import { Coded, Kind, Statistics, View } from "./types.d.ts" */

const [NARROW, LARGEST, SMALLEST_TILE, GRID] = [640, 210, 26, 150];

export default makeStage({ root: ".statistics", narrow: NARROW, open, take, draw, mark, describe: readPlace, table, picture });

/** @param {Statistics} stage */
function open(stage) {
  bindBars(stage, stage.find(".channels canvas"));
  for (const kind of KINDS) bindMap(stage, stage.find(`[data-key=${kind}] canvas`));
  bindGrid(stage, stage.find(".grid canvas"));
}

/** @param {Statistics} stage */
function take(stage) {
  const { words, find, planes } = stage;
  /** @param {Kind} kind @returns {[Kind, Coded]} */
  const coded = (kind) => [kind, { codes: planes[`${kind}_codes`].values, low: planes[`${kind}_low`].values, step: planes[`${kind}_step`].values }];
  stage.maps = /** @type {Record<Kind, Coded>} */ (Object.fromEntries(KINDS.map(coded)));
  find(".marks").replaceChildren(...(planes.running_mean ? [document.createElement("i"), words.running] : [words.no_running]));
  makeChoices(find("[data-name=grid]"), words, "grid", KINDS, (grid) => change(stage, { grid }, true));
  makeChoices(find("[data-name=scope]"), words, "scope", /** @type {View["scope"][]} */ (["layer", "map"]), (scope) => change(stage, { scope }, true));
}

/** Another view, drawn; told to Python where it is `settled` on. @param {Statistics} stage @param {Partial<View>} part @param {boolean} settled */
function change(stage, part, settled) {
  const { channel, grid, scope } = stage.view;
  const next = { ...stage.view, ...part };
  const light = next.channel === channel && next.grid === grid && next.scope === scope;
  if (light) stage.move(part, settled);
  else stage.settle(part);
}

/** @param {Statistics} stage @param {HTMLCanvasElement} canvas */
function bindBars(stage, canvas) {
  bindPointer(canvas, {
    at: (event) => channelAt(pointIn(event, canvas)[0], stage.step, sizes(stage).channels),
    look: (channel) => hover(stage, channel),
    choose: (channel) => change(stage, { channel }, true),
  });
  bindKeys(canvas, {
    layout: () => ({ kind: "list", count: sizes(stage).channels, rises: true }),
    at: () => stage.view.channel,
    go: (channel) => change(stage, { channel }, true),
  });
}

/** Reads a channel's values without choosing it. @param {Statistics} stage @param {number | null} channel */
function hover(stage, channel) {
  stage.find(".readout").textContent = channel === null ? readPlace(stage) : readChannel(stage, channel);
}

/** @param {Statistics} stage @param {HTMLCanvasElement} canvas */
function bindMap(stage, canvas) {
  /** @param {Cell} cell @param {boolean} settled */
  const point = ([row, column], settled) => change(stage, { row, column }, settled);
  bindPointer(canvas, {
    at: (event) => cellUnder(event, canvas, sizes(stage)),
    look: (cell) => cell && point(cell, false),
    choose: (cell) => point(cell, true),
  });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", ...sizes(stage) }),
    at: () => /** @type {Cell} */ ([stage.view.row, stage.view.column]),
    go: (cell) => point(cell, true),
  });
}

/** @param {Statistics} stage @param {HTMLCanvasElement} canvas */
function bindGrid(stage, canvas) {
  bindPointer(canvas, {
    at: (event) => {
      const { channels, rows, columns } = sizes(stage);
      return cellAt(stage.layout, channels, rows, columns, ...pointIn(event, canvas));
    },
    look: (found, event) => {
      if (found) stage.find(".readout").textContent = readPlace(stage, found.place, found.row, found.column);
      else if (event.type === "pointerleave") hover(stage, null);
    },
    choose: (found) => change(stage, { channel: found.place, row: found.row, column: found.column }, true),
  });
}

/**
 * The scale of a channel's map: over all maps, or its own; the per-channel values are on it too, to be marked.
 *
 * @param {Statistics} stage @param {Kind} kind @returns {Scale}
 */
const scaleFor = (stage, kind, channel = stage.view.channel) => {
  const [first, end] = stage.view.scope === "layer" ? [0, sizes(stage).channels] : [channel, channel + 1];
  return limitsOf(stage.maps[kind], stage.planes[SINGLE[kind]].values, first, end);
};

/** @param {Statistics} stage */
function draw(stage) {
  const { words, planes, view, theme, find } = stage;
  const width = breadth(stage.root);
  markChoices(find("[data-name=grid]"), view.grid);
  markChoices(find("[data-name=scope]"), view.scope);
  for (const kind of KINDS) drawMap(stage, kind);
  const charts = [
    { label: words.mean, values: planes.mean.values, marks: planes.running_mean?.values },
    { label: words.deviation, values: planes.deviation.values, marks: planes.running_deviation?.values },
  ];
  const bars = find(".channels canvas");
  const height = width < NARROW ? 260 : Math.max(230, find(".large").offsetHeight / perUnit() - 28);
  stage.step = drawBars(bars, charts, view.channel, breadth(find(".box")), height, theme);
  setSlider(bars, view.channel, sizes(stage).channels - 1, readChannel(stage, view.channel));
  drawGrid(stage, width);
}

/** @param {HTMLElement} canvas @param {number} now @param {number} most @param {string} text */
function setSlider(canvas, now, most, text) {
  const values = { "aria-valuemin": 0, "aria-valuemax": most, "aria-valuenow": now, "aria-valuetext": text };
  for (const [name, value] of Object.entries(values)) canvas.setAttribute(name, String(value));
}

/** One map's pixels, painted on a scale into a canvas off screen. @param {Statistics} stage @param {Kind} kind @param {number} channel @param {Scale} scale */
function painted(stage, kind, channel, scale) {
  const { rows, columns } = sizes(stage);
  const { codes, low, step } = stage.maps[kind];
  const pixels = new Uint32Array(rows * columns);
  const palette = stage.palettes[paletteFor(scale)];
  paintCodes(codes, channel * pixels.length, pixels.length, low[channel], step[channel], scale, palette, pixels, 0);
  return canvasOf(pixels, rows, columns);
}

/** @param {Statistics} stage @param {Kind} kind */
function drawMap(stage, kind) {
  const { view: { channel }, words, planes, theme, find } = stage;
  const { rows, columns } = sizes(stage);
  const figure = find(`[data-key=${kind}]`);
  const scale = scaleFor(stage, kind);
  const [width, height] = sizeOf({ rows, columns }, Math.min(LARGEST, breadth(figure)));
  const canvas = figure.querySelector(".plane canvas");
  place(fit(canvas, width, height), painted(stage, kind, channel, scale), [0, 0, columns, rows], [0, 0, width, height]);
  const single = planes[SINGLE[kind]].values[channel];
  const label = put(words.marked, { value: say(single, scale[1] - scale[0]) });
  drawScale(figure.querySelector(".scale"), scale, planes, single, label, breadth(figure), theme);
  const caption = put(words[`${kind}_of`], { channel });
  figure.querySelector("figcaption").textContent = caption;
  canvas.setAttribute("aria-label", caption);
}

/** @param {Statistics} stage @param {number} width */
function drawGrid(stage, width) {
  const { channels, rows, columns } = sizes(stage);
  const { grid } = stage.view;
  stage.layout = layOut(channels, rows, columns, width, GRID, SMALLEST_TILE);
  const context = fit(stage.find(".grid canvas"), width, stage.layout.totalHeight);
  for (let channel = 0; channel < channels; channel += 1) {
    const [left, top] = corner(stage.layout, channel);
    place(context, painted(stage, grid, channel, scaleFor(stage, grid, channel)), [0, 0, columns, rows], [left, top, stage.layout.width, stage.layout.height]);
  }
  const marks = fit(stage.find(".grid canvas + canvas"), width, stage.layout.totalHeight);
  const [left, top] = corner(stage.layout, stage.view.channel);
  frame(marks, left, top, stage.layout.width, stage.layout.height, stage.theme.accent);
}

/** Marks the place that is pointed at in both maps. @param {Statistics} stage */
function mark(stage) {
  const { rows, columns } = sizes(stage);
  const { channel, row, column } = stage.view;
  for (const kind of KINDS) {
    const figure = stage.find(`[data-key=${kind}]`);
    const [canvas, marks] = figure.querySelectorAll(".plane canvas");
    const [width, height] = [breadth(canvas), canvas.clientHeight / perUnit()];
    const [wide, tall] = [Math.max(7, width / columns), Math.max(7, height / rows)];
    frame(fit(marks, width, height), (column * width) / columns, (row * height) / rows, wide, tall, stage.theme.accent);
    figure.querySelector(".value").textContent = say(valueAt(stage, kind, channel, row, column), 0);
  }
}

/** @param {Statistics} stage */
function picture(stage) {
  const { captions, words, view, find } = stage;
  const figures = KINDS.map((kind) => {
    const caption = withScale(put(words[`${kind}_of`], { channel: view.channel }), scaleFor(stage, kind));
    return { canvases: [find(`[data-key=${kind}] .plane canvas`)], caption };
  });
  const scope = view.scope === "layer" ? withScale(words[view.grid], scaleFor(stage, view.grid)) : words[view.grid];
  figures.push({ canvases: [find(".channels canvas")], caption: words.per_channel });
  figures.push({ canvases: [find(".grid canvas")], caption: `${words.all_maps}: ${scope}` });
  return { file: captions.file, title: captions.title, figures };
}
