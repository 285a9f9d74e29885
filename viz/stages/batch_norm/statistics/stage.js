// @ts-nocheck
// Batch statistics side by side: bars of one value for each channel, maps of one value for each place, all of one shared
// scale. Pointing at a bar, a map or a small map chooses; what is settled on is told to Python.

import { sizeOf, walk, withScale } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { canvasOf, fit, frame, paintCodes, place, preparePalette } from "../../kernel/paint.js";
import { unpack } from "../../kernel/payload.js";
import { paletteFor, say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { cellAt, corner, layOut } from "../../kernel/tiles.js";
import { channelAt, drawBars } from "./bars.js";
import { makeChoices, markChoices } from "./choices.js";
import { KINDS, SINGLE, readChannel, readPlace, sizes, valueAt } from "./reading.js";
import { drawScale, limitsOf } from "./scales.js";

const [NARROW, LARGEST, SMALLEST_TILE, GRID] = [640, 210, 26, 150];

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".statistics");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0 };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  stage.find(".save").onclick = () => save(stage);
  listenToBars(stage);
  for (const kind of KINDS) listenToMap(stage, stage.find(`[data-key=${kind}] canvas`));
  listenToGrid(stage);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial });
  stage.palettes = {};
  for (const name of ["sequential", "diverging"]) stage.palettes[name] = preparePalette(stage.planes[name].values);
  stage.maps = {};
  for (const kind of KINDS) {
    const [codes, low, step] = ["codes", "low", "step"].map((part) => stage.planes[`${kind}_${part}`].values);
    stage.maps[kind] = { codes, low, step };
  }
  write(stage);
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function write(stage) {
  const { words, captions, find, planes } = stage;
  find(".channels h4").textContent = words.per_channel;
  find(".locations h4").textContent = words.per_location;
  const [all, marks] = [find(".all"), find(".marks")];
  all.textContent = words.all_maps;
  marks.replaceChildren(...(planes.running_mean ? [document.createElement("i"), words.running] : [words.no_running]));
  find(".save").textContent = words.save_png;
  find(".grid canvas").setAttribute("aria-label", captions.alt);
  find(".channels canvas").setAttribute("aria-label", words.bars);
  for (const [name, options] of [["grid", KINDS], ["scope", ["layer", "map"]]]) {
    makeChoices(find(`[data-name=${name}]`), words, name, options, (option) => change(stage, { [name]: option }, true));
  }
}

/** Another view, drawn; told to Python where it is `settled` on. */
function change(stage, part, settled) {
  const next = { ...stage.view, ...part };
  const same = Object.keys(next).every((name) => next[name] === stage.view[name]);
  if (!same) {
    const light = Object.keys(part).every((name) => ["row", "column"].includes(name) || part[name] === stage.view[name]);
    stage.view = next;
    (light ? show : draw)(stage);
  }
  if (!settled) return;
  stage.later(() => ({ ...stage.view }));
}

function listenToBars(stage) {
  const canvas = stage.find(".channels canvas");
  const under = (event) => channelAt(event.clientX - canvas.getBoundingClientRect().left, stage.step, sizes(stage).channels);
  canvas.onpointermove = (event) => hover(stage, under(event));
  canvas.onpointerleave = () => hover(stage, null);
  canvas.onclick = (event) => change(stage, { channel: under(event) }, true);
  canvas.onkeydown = (event) => {
    const { channels } = sizes(stage);
    const { channel } = stage.view;
    const to = { ArrowRight: channel + 1, ArrowUp: channel + 1, ArrowLeft: channel - 1, ArrowDown: channel - 1, Home: 0, End: channels - 1 };
    if (to[event.key] === undefined) return;
    event.preventDefault();
    change(stage, { channel: Math.max(0, Math.min(channels - 1, to[event.key])) }, true);
  };
}

/** Reads a channel's values without choosing it. */
function hover(stage, channel) {
  stage.find(".readout").textContent = channel === null ? readPlace(stage) : readChannel(stage, channel);
}

function listenToMap(stage, canvas) {
  const point = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const { rows, columns } = sizes(stage);
    const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * rows);
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns);
    if (row >= 0 && column >= 0 && row < rows && column < columns) change(stage, { row, column }, event.type === "click");
  };
  canvas.onpointermove = canvas.onclick = point;
  canvas.onkeydown = (event) => {
    const to = walk(event.key, sizes(stage), stage.view.row, stage.view.column);
    if (to === null) return;
    event.preventDefault();
    change(stage, { row: to[0], column: to[1] }, true);
  };
}

function listenToGrid(stage) {
  const canvas = stage.find(".grid canvas");
  const under = (event) => {
    const bounds = canvas.getBoundingClientRect();
    const { channels, rows, columns } = sizes(stage);
    return cellAt(stage.layout, channels, rows, columns, event.clientX - bounds.left, event.clientY - bounds.top);
  };
  canvas.onpointermove = (event) => {
    const found = under(event);
    if (found) stage.find(".readout").textContent = readPlace(stage, found.place, found.row, found.column);
  };
  canvas.onpointerleave = () => hover(stage, null);
  canvas.onclick = (event) => {
    const found = under(event);
    if (found) change(stage, { channel: found.place, row: found.row, column: found.column }, true);
  };
}

/** The scale of a channel's map: over all maps, or its own; the per-channel values are on it too, to be marked. */
const scaleFor = (stage, kind, channel = stage.view.channel) => {
  const { scope } = stage.view;
  const [first, end] = scope === "layer" ? [0, sizes(stage).channels] : [channel, channel + 1];
  return limitsOf(stage.maps[kind], stage.planes[SINGLE[kind]].values, first, end);
};

const themeOf = (root) => {
  const style = getComputedStyle(root);
  const theme = (name) => style.getPropertyValue(`--st-${name}`).trim();
  return { ink: theme("text-color"), chosen: theme("primary-color"), font: theme("font"), bar: "#7f8794", mark: "#d9772f" };
};

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  stage.root.classList.toggle("narrow", width < NARROW);
  const tones = themeOf(stage.root);
  markChoices(stage.find("[data-name=grid]"), stage.view.grid);
  markChoices(stage.find("[data-name=scope]"), stage.view.scope);
  drawMaps(stage, tones);
  const { words, planes, view } = stage;
  const charts = [
    { label: words.mean, values: planes.mean.values, marks: planes.running_mean?.values },
    { label: words.deviation, values: planes.deviation.values, marks: planes.running_deviation?.values },
  ];
  const bars = stage.find(".channels canvas");
  const height = width < NARROW ? 260 : Math.max(230, stage.find(".large").offsetHeight - 28);
  stage.step = drawBars(bars, charts, view.channel, stage.find(".box").clientWidth, height, tones);
  setSlider(bars, view.channel, sizes(stage).channels - 1, readChannel(stage, view.channel));
  drawGrid(stage, width);
  show(stage);
}

function setSlider(canvas, now, most, text) {
  const values = { "aria-valuemin": 0, "aria-valuemax": most, "aria-valuenow": now, "aria-valuetext": text };
  for (const [name, value] of Object.entries(values)) canvas.setAttribute(name, value);
}

/** One map's pixels, painted on a scale into a canvas off screen. */
function painted(stage, kind, channel, scale) {
  const { rows, columns } = sizes(stage);
  const { codes, low, step } = stage.maps[kind];
  const pixels = new Uint32Array(rows * columns);
  const palette = stage.palettes[paletteFor(scale)];
  paintCodes(codes, channel * pixels.length, pixels.length, low[channel], step[channel], scale, palette, pixels, 0);
  return canvasOf(pixels, rows, columns);
}

function drawMaps(stage, tones) {
  const { rows, columns } = sizes(stage);
  for (const kind of KINDS) {
    const figure = stage.find(`[data-key=${kind}]`);
    const scale = scaleFor(stage, kind);
    const side = Math.min(LARGEST, figure.clientWidth);
    const [width, height] = sizeOf({ rows, columns }, side);
    const canvas = figure.querySelector(".plane canvas");
    place(fit(canvas, width, height), painted(stage, kind, stage.view.channel, scale), [0, 0, columns, rows], [0, 0, width, height]);
    const single = stage.planes[SINGLE[kind]].values[stage.view.channel];
    const label = put(stage.words.marked, { value: say(single, scale[1] - scale[0]) });
    drawScale(figure.querySelector(".scale"), scale, stage.planes, single, label, figure.clientWidth, tones.ink, tones.font);
    const caption = put(stage.words[`${kind}_of`], { channel: stage.view.channel });
    figure.querySelector("figcaption").textContent = caption;
    canvas.setAttribute("aria-label", caption);
  }
}

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
  frame(marks, left, top, stage.layout.width, stage.layout.height, themeOf(stage.root).chosen);
}

/** Marks the place that is pointed at in both maps, and reads it. */
function show(stage) {
  const { rows, columns } = sizes(stage);
  const { channel, row, column } = stage.view;
  for (const kind of KINDS) {
    const figure = stage.find(`[data-key=${kind}]`);
    const [canvas, marks] = figure.querySelectorAll(".plane canvas");
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const size = [Math.max(7, width / columns), Math.max(7, height / rows)];
    frame(fit(marks, width, height), (column * width) / columns, (row * height) / rows, ...size, themeOf(stage.root).chosen);
    figure.querySelector(".value").textContent = say(valueAt(stage, kind, channel, row, column), 0);
  }
  hover(stage, null);
}

function save(stage) {
  const { captions, words, view, find } = stage;
  const figures = KINDS.map((kind) => {
    const figure = find(`[data-key=${kind}]`);
    const caption = withScale(put(words[`${kind}_of`], { channel: view.channel }), scaleFor(stage, kind));
    return { canvases: [figure.querySelector(".plane canvas")], caption };
  });
  const scope = view.scope === "layer" ? withScale(words[view.grid], scaleFor(stage, view.grid)) : words[view.grid];
  figures.push({ canvases: [find(".channels canvas")], caption: words.per_channel });
  figures.push({ canvases: [find(".grid canvas")], caption: `${words.all_maps}: ${scope}` });
  savePicture(stage.root, `${captions.file}.png`, captions.title, figures);
}
