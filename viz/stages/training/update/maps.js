// The panels of one update: what each layer gives out, above, and below it how the loss depends on it. A panel is empty until
// its step has come.

import { drawPanel, makePanels, markPanel, scaleOver } from "../../kernel/panels.js";
import { neat, say } from "../../kernel/scale.js";
import { breadth, px } from "../../kernel/size.js";
import { part, put } from "../../kernel/text.js";
import { kernelOf } from "./passes.js";

/** @import { Cell, Marked, PanelActs, Plane, Scale } from "../../kernel/types.d.ts" */
/** @import { Place, Shown, Update } from "./types.d.ts" */

const [SMALLEST, LARGEST, GAP] = [64, 132, 12];
const AROUND = 350; // of the room, what is not for the maps themselves
const WINDOW = 2;
const MOST_MARKED = 12; // pixels: more would hide the picture

/** By its key, the step that brings a panel, and what it shows of the chosen kernel. @type {Record<string, [step: string, values: (stage: Update) => Plane]>} */
const PANELS = {
  picture: ["picture", ({ case: { forward } }) => forward.picture],
  products: ["d_kernel", (stage) => productsOver(stage)],
  kernel: ["picture", ({ case: { before }, view }) => kernelOf(before, view.kernel)],
  gradient: ["d_kernel", ({ case: { backward }, view }) => kernelOf(backward.gradient, view.kernel)],
  convolution: ["convolution", ({ case: { forward }, view }) => forward.convolution[view.kernel]],
  d_convolution: ["d_convolution", ({ case: { backward }, view }) => backward.convolution[view.kernel]],
  relu: ["relu", ({ case: { forward }, view }) => forward.relu[view.kernel]],
  d_relu: ["d_relu", ({ case: { backward }, view }) => backward.relu[view.kernel]],
  pooling: ["pooling", ({ case: { forward }, view }) => forward.pooling[view.kernel]],
  d_pooling: ["d_pooling", ({ case: { backward }, view }) => backward.pooling[view.kernel]],
  after: ["update", ({ case: { after }, view }) => kernelOf(after, view.kernel)],
};
/** Panels on which the cell of the kernel in question is marked. */
export const OF_THE_KERNEL = ["kernel", "gradient", "after"];
const UNSIGNED = ["picture", "relu", "pooling"];
/** What lies at one place of the same map, before and behind. @type {Record<string, string>} */
const TWIN = { convolution: "d_convolution", relu: "d_relu", pooling: "d_pooling" };

/** δ × X of the kernel's cell in question, each product on the pixel it is made with; 0 elsewhere. @param {Update} stage @returns {Plane} */
function productsOver({ case: { forward: { picture }, backward }, view }) {
  const delta = backward.convolution[view.kernel];
  const values = new Float64Array(picture.values.length);
  delta.values.forEach((each, at) => {
    const pixel = (Math.floor(at / delta.columns) + view.row) * picture.columns + (at % delta.columns) + view.column;
    values[pixel] = each * picture.values[pixel];
  });
  return { ...picture, values };
}

/** Makes the panels; what they hold comes with `drawMaps`. @param {Update} stage @param {PanelActs} act @returns {Shown[]} */
export function makeMaps(stage, act) {
  const { words, steps, find } = stage;
  const keys = Object.keys(PANELS);
  const panels = keys.map((key) => {
    const [step, values] = PANELS[key];
    const layer = key.replace("d_", "");
    const own = { label: words[`panel_${key}`], title: words[`title_${key}`] };
    const names = layer === key ? own : { label: words.panel_delta, title: words[`panel_${layer}`] };
    return { key, ...values(stage), ...names, note: "", step: steps.indexOf(step), stop: true };
  });
  return [...makePanels(find(".maps"), panels.slice(0, -1), act), ...makePanels(find(".after"), panels.slice(-1), act)];
}

/** The panels whose step has come. @param {Update} stage */
export const reached = ({ panels, view }) => panels.filter(({ step }) => step <= view.step);

/** @param {Update} stage */
export function drawMaps(stage) {
  const { panels, view, palettes, words, find } = stage;
  const side = sideOf(stage);
  find(".maps").style.setProperty("--side", px(side));
  find(".after").style.setProperty("--side", px(side));
  for (const panel of panels) {
    Object.assign(panel, PANELS[panel.key][1](stage));
    const ends = scaleOver([panel.values]);
    const nothing = ends[0] === ends[1];
    drawPanel(panel, side, scaleOf(panel.key, ends), palettes);
    panel.figure.classList.toggle("ahead", panel.step > view.step);
    panel.figure.classList.toggle("now", panel.step === view.step);
    panel.canvas.tabIndex = panel.step > view.step ? -1 : 0;
    part(panel.figure, "small").textContent = panel.step > view.step ? "" : nothing ? words.all_zero : endsOf(words, scaleOf(panel.key, ends));
  }
}

/** The scale of a panel: where there may be both signs, 0 is in its middle, whichever there are now. @param {string} key @param {Scale} ends @returns {Scale} */
function scaleOf(key, [low, high]) {
  const most = Math.max(-low, high) || 1;
  return UNSIGNED.includes(key) ? [0, most] : [-most, most];
}

/** @param {Record<string, string>} words @param {Scale} scale */
function endsOf(words, [low, high]) {
  return put(words[low < 0 ? "ends_signed" : "ends"], { low: neat(low, high - low), high: neat(high, high - low) });
}

/** How long the panels are: as the line has room, and so that all lines fit into the window. @param {Update} stage */
function sideOf({ root, room, find }) {
  const narrow = root.classList.contains("narrow");
  const across = narrow ? 2 : 5;
  const each = (breadth(find(".maps")) - (across - 1) * GAP) / across;
  const tall = narrow ? LARGEST : Math.max(SMALLEST, (room - AROUND) / 2);
  return Math.floor(Math.min(LARGEST, each, tall));
}

/** The pixels that a cell of the kernel meets where δ isn't 0, if they are few. @param {Plane} delta @param {Cell} cell @returns {Marked[]} */
function met({ values, columns }, [row, column]) {
  const at = [...values].flatMap((value, index) => (value === 0 ? [] : [index]));
  if (at.length > MOST_MARKED) return [];
  return at.map((index) => ({ top: Math.floor(index / columns) + row, left: (index % columns) + column, rows: 1, columns: 1, thick: 1 }));
}

/** Where a place lies in a panel: itself, its twin, or what it is made of. @param {Update} stage @param {Place} place @param {Shown} panel @returns {Marked[]} */
export function boxesIn({ view, case: { forward, backward }, steps }, { key, row, column }, panel) {
  const cell = { top: row, left: column, rows: 1, columns: 1 };
  const forwards = key.replace("d_", "");
  if (OF_THE_KERNEL.includes(key) || key === "products") {
    const { rows, columns } = forward.convolution[view.kernel];
    if (OF_THE_KERNEL.includes(panel.key)) return [{ ...cell, top: view.row, left: view.column, thick: 2.5 }];
    const window = { top: view.row, left: view.column, rows, columns };
    if (panel.key === "picture") return [window, ...(view.step < steps.indexOf("d_kernel") ? [] : met(backward.convolution[view.kernel], [view.row, view.column]))];
    if (panel.key === "products") return [window];
    return [];
  }
  if (panel.key === key || TWIN[panel.key] === key || TWIN[key] === panel.key) return [{ ...cell, thick: 2.5 }];
  if (forwards === "convolution" && panel.key === "picture") return [{ ...cell, rows: 3, columns: 3 }];
  if (forwards === "pooling" && panel.key.endsWith("relu")) return [{ top: row * WINDOW, left: column * WINDOW, rows: WINDOW, columns: WINDOW }];
  if (forwards === "relu" && panel.key.endsWith("convolution")) return [{ ...cell, thick: 2.5 }];
  if (forwards === "relu" && panel.key.endsWith("pooling")) return [{ ...cell, top: Math.floor(row / WINDOW), left: Math.floor(column / WINDOW) }];
  return [];
}

/** Marks a place in all panels, and reads it where it lies. @param {Update} stage @param {Place} place */
export function markMaps(stage, place) {
  for (const panel of stage.panels) {
    const boxes = panel.step > stage.view.step ? [] : boxesIn(stage, place, panel);
    markPanel(panel, boxes, stage.theme.accent);
    const [read] = boxes.filter(({ rows, columns }) => rows === 1 && columns === 1 && boxes.length === 1);
    panel.read.textContent = read ? say(panel.values[read.top * panel.columns + read.left], 0) : "";
  }
}

/** What is in question while nobody points: what the step has brought, where it has most to say in the loss. @param {Update} stage @returns {Place} */
export function placeOfStep({ view, steps, case: { forward, backward } }) {
  const layer = steps[view.step].replace("d_", "");
  if (["linear", "softmax", "loss"].includes(layer)) return { key: "linear", row: view.label, column: 0 };
  if (!(layer in TWIN)) return { key: "kernel", row: view.row, column: view.column };
  const { values, columns } = forward.convolution[view.kernel];
  const slopes = backward.convolution[view.kernel].values;
  const says = slopes.map((slope, at) => Math.abs(slope * values[at]));
  const most = says.reduce((best, value, at) => (value > says[best] ? at : best), 0);
  const each = layer === "pooling" ? WINDOW : 1;
  return { key: layer, row: Math.floor(most / columns / each), column: Math.floor((most % columns) / each) };
}

/** The cell of a panel that is in question: the one pointed at, or the kernel's. @param {Update} stage @param {Place} place @param {Shown} panel @returns {Cell} */
export function cellIn(stage, place, panel) {
  const [box] = boxesIn(stage, place, panel);
  return box ? [box.top, box.left] : [0, 0];
}
