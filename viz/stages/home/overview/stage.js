// A whole network at a glance: the picture, every stage as a volume that unfolds into its layers, the answers. Pointing
// traces what feeds what, a click unfolds a stage or leads to the page about a layer; what is unfolded is told to Python.

import { allow } from "../../kernel/controls.js";
import { listed } from "../../kernel/numerals.js";
import { contextOf, pictureCanvas } from "../../kernel/paint.js";
import { perUnit, px, breadth } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { made } from "../../kernel/text.js";
import { drawNetwork, drawPicture, font } from "./draw.js";
import { overRow } from "./edges.js";
import { bindMouse, listen } from "./events.js";
import { ALL, ANSWERS, FIRST, around, edges, every, heights, inLines, opened, parts, spelled, spread, visible, volume } from "./layout.js";
import { describe, doors, tableOfNodes, title } from "./readout.js";
import { paintTiles } from "./tiles.js";

/** @import { Bracket, Overview } from "./types.d.ts" */

const [NARROW, LEAST, MOST] = [640, 62, 150]; // widths
const NAMED = 2; // lines a name may take

export default makeStage({ root: ".stage", narrow: NARROW, open, take, draw: arrange, aloud, table, picture });

/** @param {Overview} stage */
function open(stage) {
  stage.canvas = stage.find(".network");
  stage.toggle = (key) => toggle(stage, key);
  stage.go = (page, layer) => leave(stage, page, layer);
  stage.point = (index, scroll) => point(stage, index, scroll);
  stage.heat = (bracket) => heat(stage, bracket);
  stage.rest = () => rest(stage);
  stage.find(".scroller").onscroll = () => later(stage);
  bindMouse(stage);
  listen(stage);
}

/** @param {Overview} stage @param {boolean} anew */
function take(stage, anew) {
  const { planes, captions, words, find } = stage;
  Object.assign(stage, { source: pictureCanvas(planes.picture), size: planes.picture.shape, strongestOf: paintTiles(stage) });
  stage.hasMaps = stage.strongest.length > 0;
  stage.canvas.setAttribute("aria-label", `${captions.alt} ${words.keys}`);
  find(".key").textContent = `${words.key} ${words.keys}`;
  if (!anew) return;
  Object.assign(stage, { cursor: 0, hot: null, lit: null, offered: null, fresh: true });
  find(".readout").textContent = words.point;
  find(".doors").replaceChildren();
}

/** Lays everything out for what is unfolded, and draws it. @param {Overview} stage */
function arrange(stage) {
  const room = breadth(stage.root) - FIRST;
  if (room <= 0) return;
  stage.open = opened(stage.view.open, stage.groups);
  Object.assign(stage, visible(stage.groups, stage.open, stage.layers.length));
  stage.cursor = Math.min(stage.cursor, stage.nodes.length - 1);
  stage.pairs = edges(stage.nodes, stage.layers.map(({ inputs }) => inputs));
  stage.over = overRow(stage.pairs);
  stage.titles = stage.nodes.map((node) => title(node, stage.layers, stage.brackets));
  const most = Math.max(...stage.layers.map(({ shape }) => shape[0]));
  stage.volumes = stage.nodes.map((node) => {
    const box = volume(stage.layers[node.stop - 1].shape, stage.size, most);
    return { ...box, width: box.depth + box.across };
  });
  const { lefts, total } = spread(widths(stage), room - ANSWERS);
  const centres = stage.nodes.map((_, index) => (lefts[index] + lefts[index + 1]) / 2);
  Object.assign(stage, { lefts, centres, end: total, total: total + ANSWERS });
  writeNames(stage);
  stage.at = heights(Math.max(0, ...stage.brackets.map(({ depth }) => depth + 1)), stage.lines, stage.hasMaps ? 2 : 0);
  stage.find(".space").style.width = px(stage.total);
  showControls(stage);
  if (stage.lit !== null) point(stage, stage.cursor, false);
  drawPicture(stage.find(".picture"), stage, stage.theme);
  drawWindow(stage);
  if (stage.fresh) begin(stage);
}

/** The columns' widths: as wide as what is written in them, within bounds. @param {Overview} stage */
function widths(stage) {
  const context = contextOf(stage.canvas);
  return stage.nodes.map((node, index) => {
    /** @param {string} text */
    const long = (text) => context.measureText(text.trimEnd()).width;
    context.font = font(stage.theme, 14, 600);
    const name = Math.max(...parts(stage.titles[index]).map(long));
    context.font = font(stage.theme, 14);
    const last = stage.layers[node.stop - 1];
    const below = [last.shape.join("×"), node.group === null ? last.kind : ""].map(long);
    const tiled = stage.strongestOf.has(node.stop - 1) ? 88 : 0;
    return Math.max(LEAST, Math.min(MOST, Math.max(name, ...below) + 14), stage.volumes[index].width + 24, tiled);
  });
}

/** Breaks the names into lines that fit their columns. @param {Overview} stage */
function writeNames(stage) {
  const context = contextOf(stage.canvas);
  context.font = font(stage.theme, 14, 600);
  /** @param {string} text */
  const measure = (text) => context.measureText(text).width;
  stage.names = stage.titles.map((name, index) => {
    const lines = inLines(name, stage.lefts[index + 1] - stage.lefts[index] - 8, measure);
    return lines.length > NAMED ? [`…${lines.at(-NAMED)}`, ...lines.slice(1 - NAMED)] : lines;
  });
  stage.lines = Math.max(1, ...stage.names.map(({ length }) => length));
}

/** What of the network is in the window. @param {Overview} stage */
function drawWindow(stage) {
  const scroller = stage.find(".scroller");
  drawNetwork(stage.canvas, stage, stage.theme, scroller.scrollLeft / perUnit(), breadth(scroller));
}

/** Draws before the next frame, once however often it is asked for. @param {Overview} stage */
function later(stage) {
  cancelAnimationFrame(stage.frame);
  stage.frame = requestAnimationFrame(() => drawWindow(stage));
}

/**
 * Traces a node: what feeds it, what it feeds; said in words, with the ways on.
 *
 * @param {Overview} stage @param {number} index @param {boolean} scroll
 */
function point(stage, index, scroll) {
  stage.cursor = index;
  stage.hot = null;
  stage.lit = { index, ...around(stage.pairs, index) };
  stage.find(".readout").textContent = describe(stage, index, stage.lit);
  stage.follow();
  offer(stage, index);
  if (scroll) intoView(stage, index);
  later(stage);
}

/** What was traced last, or how to begin; and the network's answers. @param {Overview} stage */
function aloud({ find, answers }) {
  return [find(".readout").textContent, listed(answers.map(({ name, text }) => `${name} ${text}`))];
}

/** @param {Overview} stage */
function table(stage) {
  return [tableOfNodes(stage)];
}

/**
 * Puts up the ways on from a node. Those that stand there already stay: a finger may be on one of them.
 *
 * @param {Overview} stage @param {number} index
 */
function offer(stage, index) {
  const { group, start } = stage.nodes[index];
  const from = group === null ? `layer ${start}` : `group ${group.key}`;
  if (stage.offered === from) return;
  stage.offered = from;
  const buttons = doors(stage, index).map(({ name, text, act }) => makeButton(name, text, act));
  stage.find(".doors").replaceChildren(...buttons);
}

/** Nothing is traced any more; what was said stays. @param {Overview} stage */
function rest(stage) {
  Object.assign(stage, { hot: null, lit: null });
  later(stage);
}

/** @param {Overview} stage @param {Bracket} bracket */
function heat(stage, bracket) {
  if (stage.hot === bracket) return;
  stage.hot = bracket;
  later(stage);
}

/** @param {Overview} stage @param {number} index */
function intoView(stage, index) {
  const scroller = stage.find(".scroller");
  const [left, right] = [stage.lefts[index], stage.lefts[index + 1]].map((at) => at * perUnit());
  if (left < scroller.scrollLeft) scroller.scrollLeft = left - 40;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth + 40;
}

/**
 * Unfolds a group, or folds it; the cursor goes to its first part, or to the group itself.
 *
 * @param {Overview} stage @param {string} key
 */
function toggle(stage, key) {
  const open = new Set(stage.open);
  const group = every(stage.groups).find((each) => each.key === key);
  if (group === undefined) return;
  if (!open.delete(key)) open.add(key);
  unfold(stage, spelled(open, stage.groups));
  const at = stage.nodes.findIndex((node) => node.start <= group.start && group.start < node.stop);
  point(stage, at, true);
  const bracket = stage.brackets.find(({ group: { key: other } }) => other === key);
  const scroller = stage.find(".scroller");
  const end = (scroller.scrollLeft + scroller.clientWidth) / perUnit();
  if (bracket !== undefined && stage.lefts[bracket.to + 1] > end) beginAt(stage, bracket);
}

/**
 * Brings into view what the view is about: its layer, traced, with as much before it as fits; else the first open group.
 *
 * @param {Overview} stage
 */
function begin(stage) {
  const { brackets, nodes, layers, view } = stage;
  stage.fresh = false;
  const layer = view.at ? layers.findIndex(({ name }) => name === view.at) : -1;
  const index = nodes.findIndex(({ start, stop }) => start <= layer && layer < stop);
  const around = index < 0 ? brackets.slice(0, 1) : brackets.filter(({ from, to }) => from <= index && index <= to);
  if (around.length > 0) beginAt(stage, around[around.length - 1]);
  if (index < 0) return;
  point(stage, index, true);
}

/** Brings an open group to the left of the window, with what stands before it. @param {Overview} stage @param {Bracket} bracket */
function beginAt(stage, bracket) {
  stage.find(".scroller").scrollLeft = stage.lefts[Math.max(0, bracket.from - 1)] * perUnit();
}

/** @param {Overview} stage @param {string} text */
function unfold(stage, text) {
  stage.settle({ open: text, at: "" });
}

/**
 * Leads to a page about a layer; what was yet to be told goes along, and can't take the wish back afterwards.
 *
 * @param {Overview} stage @param {string} page @param {string} layer
 */
function leave(stage, page, layer) {
  stage.tell({ ...stage.view, go: [page, layer] });
}

/** @param {Overview} stage */
function showControls(stage) {
  const { words, open, groups } = stage;
  const all = makeButton("all", words.unfold_all, () => unfold(stage, ALL));
  const none = makeButton("none", words.fold_all, () => unfold(stage, ""));
  allow(all, !every(groups).every(({ key }) => open.has(key)));
  allow(none, open.size !== 0);
  stage.find(".controls").replaceChildren(all, none, makeButton("save", words.save_png, stage.save));
}

/** @param {string} name @param {string} text @param {() => void} onclick */
const makeButton = (name, text, onclick) => Object.assign(made("button", text), { type: "button", name, onclick });

/** @param {Overview} stage */
function picture({ captions, words, find, canvas }) {
  const figures = [
    { canvases: [find(".picture")], caption: words.picture },
    { canvases: [canvas], caption: words.saved },
  ];
  return { file: captions.file, title: captions.title, figures };
}
