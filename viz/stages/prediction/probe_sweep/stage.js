// @ts-nocheck
// A picture covered everywhere in turn: how much the probability of a class falls at each place, drawn over the picture.

import { canvasOf, fit, frame, gradient, paintValues, pictureCanvas, place } from "../../kernel/paint.js";
import { palettesOf, walk } from "../../kernel/panels.js";
import { unpack } from "../../kernel/payload.js";
import { paletteFor } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";

const TALLEST = 360;
const NARROW = 620;

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".sweep");
  const stage = { root, find: (selector) => root.querySelector(selector), mix: 0.6, pointed: null, cell: [0, 0], planes: null, timer: 0 };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  const plane = stage.find(".plane");
  plane.onpointermove = (event) => point(stage, cellUnder(stage, plane, event));
  plane.onpointerleave = () => point(stage, null);
  plane.onclick = (event) => choose(stage, cellUnder(stage, plane, event) ?? stage.cell);
  plane.onkeydown = (event) => press(stage, event);
  stage.find("[name=mix]").oninput = (event) => {
    stage.mix = Number(event.target.value);
    draw(stage);
  };
  return stage;
}

function receive(stage, data) {
  const before = stage.subject;
  Object.assign(stage, unpack(data));
  if (stage.subject !== before) Object.assign(stage, { cell: stage.strongest, pointed: null });
  const { words, find } = stage;
  stage.palettes = palettesOf(stage.planes);
  find(".mix span").textContent = words.mix;
  find("[name=mix]").value = stage.mix;
  find("figcaption").textContent = stage.about.caption;
  const button = (name, onclick) => Object.assign(document.createElement("button"), { type: "button", name, textContent: words[name], onclick });
  find(".tools").replaceChildren(button("take", () => take(stage)), button("save_png", () => save(stage)));
  writeScale(stage);
  draw(stage);
  stage.root.dataset.drawn = stage.subject;
}

const shapeOf = ({ planes }) => planes.falls.shape;

function writeScale({ find, words, scale, planes, about }) {
  find(".legend p").textContent = about.scale;
  find(".bar").style.background = gradient(planes[paletteFor(scale)].values);
  const ends = [scale[0], (scale[0] + scale[1]) / 2, scale[1]];
  [...find(".ends").children].forEach((each, index) => {
    each.textContent = put(words.points, { value: ends[index].toFixed(1).replace("-", "−").replace(/^−0\.0$/, "0.0") });
  });
}

function draw(stage) {
  if (stage.planes === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < NARROW);
  const [rows, columns] = stage.planes.picture.shape;
  stage.pixel = Math.min(TALLEST, stage.root.clientWidth) / Math.max(rows, columns);
  const [width, height] = [stage.pixel * columns, stage.pixel * rows];
  const [base, heat] = stage.find(".plane").querySelectorAll("canvas");
  place(fit(base, width, height), pictureCanvas(stage.planes.picture), [0, 0, columns, rows], [0, 0, width, height]);
  const [down, across] = shapeOf(stage);
  const colours = paintValues(stage.planes.falls.values, stage.scale, stage.palettes[paletteFor(stage.scale)]);
  const context = fit(heat, width, height);
  context.globalAlpha = stage.mix;
  const wide = stage.step * stage.pixel;
  // The last cells may be cut by the border; what is beyond it the canvas cuts off.
  place(context, canvasOf(colours, down, across), [0, 0, across, down], [0, 0, wide * across, wide * down]);
  context.globalAlpha = 1;
  mark(stage);
}

function mark(stage) {
  const { find, pixel, planes, root } = stage;
  const [row, column] = stage.pointed ?? stage.cell;
  const at = row * shapeOf(stage)[1] + column;
  const [top, left, high, wide] = planes.covers.values.subarray(at * 4, at * 4 + 4);
  const accent = getComputedStyle(root).getPropertyValue("--st-primary-color").trim();
  const [rows, columns] = planes.picture.shape;
  frame(fit(find(".marks"), pixel * columns, pixel * rows), left * pixel, top * pixel, wide * pixel, high * pixel, accent);
  const values = { top, left, bottom: top + high - 1, right: left + wide - 1, ...stage.answers[at] };
  find(".readout").textContent = put(stage.words.readout, values);
  find(".plane").setAttribute("aria-label", `${stage.about.caption}. ${stage.words.keys}`);
}

function cellUnder(stage, plane, event) {
  const bounds = plane.getBoundingClientRect();
  const side = stage.step * stage.pixel;
  const [row, column] = [Math.floor((event.clientY - bounds.top) / side), Math.floor((event.clientX - bounds.left) / side)];
  const [down, across] = shapeOf(stage);
  return row < 0 || column < 0 || row >= down || column >= across ? null : [row, column];
}

function point(stage, cell) {
  if (String(cell) === String(stage.pointed)) return;
  stage.pointed = cell;
  mark(stage);
}

function choose(stage, cell) {
  Object.assign(stage, { cell, pointed: null });
  mark(stage);
}

function press(stage, event) {
  const [rows, columns] = shapeOf(stage);
  if (event.key === "Enter") return take(stage);
  const to = walk(event.key, { rows, columns }, ...stage.cell);
  if (to === null) return undefined;
  event.preventDefault();
  return choose(stage, to);
}

const take = (stage) => stage.tell({ row: stage.cell[0], column: stage.cell[1] });

function save(stage) {
  const figures = [{ canvases: [...stage.find(".plane").querySelectorAll("canvas")], caption: stage.about.scale_kept }];
  savePicture(stage.root, `${stage.about.file}.png`, stage.about.caption, figures);
}
