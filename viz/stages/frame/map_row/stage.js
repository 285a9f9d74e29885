// @ts-nocheck
// The same map at several points of the network, side by side on one scale; pointing at a cell reads it in all of them.

import { canvasOf, fit, frame, gradient, paintCodes, place, preparePalette } from "../../kernel/paint.js";
import { unpack } from "../../kernel/payload.js";
import { decode, limits, paletteFor, say } from "../../kernel/scale.js";

const rows = new WeakMap();
const SIDE = 170;
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

export default function mountMapRow({ data, parentElement }) {
  const row = rows.get(parentElement) ?? { root: parentElement.querySelector(".row") };
  rows.set(parentElement, row);
  if (row.payload === data) return;
  Object.assign(row, { payload: data, unit: null }, unpack(data));
  row.scale = limits(row.low, row.high, "auto");
  row.palette = preparePalette(row.planes[paletteFor(row.scale)].values);
  row.root.querySelector(".maps").replaceChildren(...row.maps.map((map, index) => makeFigure(row, map, index)));
  writeLegend(row);
  point(row, row.start);
}

function makeFigure(row, { label, note }, index) {
  const figure = document.createElement("figure");
  figure.innerHTML =
    '<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canvas></canvas></div><div class="value"></div>';
  figure.querySelector("figcaption").append(label, Object.assign(document.createElement("small"), { textContent: note }));
  const { codes, height, width, cells } = geometry(row);
  const pixels = new Uint32Array(cells[0] * cells[1]);
  const { low, step } = row.planes;
  paintCodes(codes, index * pixels.length, pixels.length, low.values[index], step.values[index], row.scale, row.palette, pixels, 0);
  const [canvas] = figure.querySelectorAll("canvas");
  canvas.setAttribute("aria-label", `${label}, ${note}`);
  place(fit(canvas, width, height), canvasOf(pixels, ...cells), [0, 0, cells[1], cells[0]], [0, 0, width, height]);
  canvas.onpointermove = (event) => point(row, cellUnder(row, canvas, event));
  canvas.onkeydown = (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    point(row, [row.unit[0] + step[0], row.unit[1] + step[1]]);
  };
  return figure;
}

function geometry(row) {
  const { values, shape } = row.planes.codes;
  const cells = shape.slice(1);
  const longest = Math.max(...cells);
  return { codes: values, cells, height: (SIDE * cells[0]) / longest, width: (SIDE * cells[1]) / longest };
}

function cellUnder(row, canvas, event) {
  const bounds = canvas.getBoundingClientRect();
  const { cells } = geometry(row);
  return [
    Math.floor(((event.clientY - bounds.top) / bounds.height) * cells[0]),
    Math.floor(((event.clientX - bounds.left) / bounds.width) * cells[1]),
  ];
}

/** Marks a cell in every map and writes its values; a cell outside the maps is not taken. */
function point(row, unit) {
  const { codes, cells, width, height } = geometry(row);
  if (unit[0] < 0 || unit[1] < 0 || unit[0] >= cells[0] || unit[1] >= cells[1]) return;
  row.unit = unit;
  const accent = getComputedStyle(row.root).getPropertyValue("--st-primary-color").trim();
  const size = [Math.max(5, width / cells[1]), Math.max(5, height / cells[0])];
  row.root.querySelectorAll("figure").forEach((figure, index) => {
    const [, marks] = figure.querySelectorAll("canvas");
    frame(fit(marks, width, height), (unit[1] * width) / cells[1], (unit[0] * height) / cells[0], ...size, accent);
    const code = codes[(index * cells[0] + unit[0]) * cells[1] + unit[1]];
    const value = decode(code, row.planes.low.values[index], row.planes.step.values[index]);
    figure.querySelector(".value").textContent = say(value, row.high - row.low);
  });
  const said = row.words.place.replace("{row}", unit[0]).replace("{column}", unit[1]);
  row.root.querySelector(".readout").textContent = said;
}

function writeLegend(row) {
  row.root.querySelector(".bar").style.background = gradient(row.planes[paletteFor(row.scale)].values);
  row.root.querySelector(".low").textContent = say(row.scale[0], row.scale[1] - row.scale[0]);
  row.root.querySelector(".high").textContent = say(row.scale[1], row.scale[1] - row.scale[0]);
}
