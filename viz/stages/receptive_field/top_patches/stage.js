// @ts-nocheck
// The patches of pictures that a channel responds to most strongly, cut out by what their units see, all at one scale;
// and the picture each is from, with its box. Stepping through the channels never asks the server. What is settled on
// is told to Python, and which unit somebody wants to look at more closely.

import { fit, frame, pictureCanvas, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { mountStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { say } from "../../kernel/scale.js";
import { savePicture } from "../../kernel/snapshot.js";
import { buildControls, showControls } from "./controls.js";
import { arrange, longest, patchesOf, walk } from "./places.js";

const NARROW = 640; // CSS pixels
const AROUND = 330; // CSS pixels of a window that is not for the patches
const TILES = { gap: 8, below: 34, smallest: 76, largest: 190 };
const [SMALLEST_PICTURE, LARGEST_PICTURE, BESIDE] = [220, 320, 430]; // BESIDE: of the window, what is not the picture
const [THIN, SMALLEST_BOX] = [1, 4];

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".patches");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, marked: 0, list: [] };
  stage.watcher = new ResizeObserver(() => draw(stage));
  stage.watcher.observe(root);
  root.onkeydown = (event) => press(stage, event);
  stage.find(".go").onclick = () => go(stage, stage.marked);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, view: { ...opened.view_from_address }, marked: 0, confirmed: null });
  stage.canvases = stage.pictures.map((_, index) => pictureCanvas(stage.planes[`picture${index}`]));
  stage.root.setAttribute("aria-label", stage.captions.alt);
  stage.find(".whole").textContent = stage.captions.whole ?? "";
  stage.find(".go").textContent = stage.words.go;
  buildControls(stage, actions(stage));
  draw(stage);
  stage.root.dataset.drawn = stage.serial;
}

function actions(stage) {
  return {
    channel: (number, relative = false) => settle(stage, { channel: bounded(stage, relative ? stage.view.channel + number : number) }),
    count: (count) => settle(stage, { count }),
    save: () => save(stage),
  };
}

const bounded = ({ channels }, number) => Math.max(0, Math.min(channels - 1, Math.round(number) || 0));

/** Changes the view at once and tells Python when the visitor rests. */
function settle(stage, change) {
  Object.assign(stage.view, change);
  Object.assign(stage, { marked: 0, confirmed: null });
  draw(stage);
  stage.later(() => ({ ...stage.view, serial: stage.serial }));
}

function go(stage, rank) {
  const { row, column, source } = stage.list[rank];
  stage.tellOf("gone", { ...stage.view, serial: stage.serial, picture: stage.pictures[source].key, row, column });
}

function draw(stage) {
  const width = stage.root.clientWidth;
  if (stage.received === null || width === 0) return;
  stage.root.classList.toggle("narrow", width < NARROW);
  showControls(stage);
  stage.list = patchesOf(stage, stage.view.channel, stage.view.count);
  const room = stage.find(".strongest").clientWidth;
  stage.tiles = arrange(stage.list.length, room, Math.max(300, window.innerHeight - AROUND), TILES);
  const holder = stage.find(".list");
  holder.style.gridTemplateColumns = `repeat(${stage.tiles.across}, ${stage.tiles.side + TILES.gap}px)`;
  holder.setAttribute("aria-label", put(stage.words.list, { channel: stage.view.channel }));
  const focused = holder.contains(stage.root.getRootNode().activeElement);
  holder.replaceChildren(...stage.list.map((patch) => makePatch(stage, patch)));
  const none = stage.find(".none");
  none.hidden = stage.list.length > 0;
  none.textContent = put(stage.several ? stage.words.none_all : stage.words.none, { channel: stage.view.channel });
  mark(stage, Math.min(stage.marked, Math.max(0, stage.list.length - 1)));
  if (focused) holder.children[stage.marked]?.focus();
}

/** A patch as a button: its pixels, its value, and the name of its picture where there are several. */
function makePatch(stage, patch) {
  const button = document.createElement("button");
  button.type = "button";
  button.innerHTML = '<span class="tile"><canvas></canvas></span><b></b><small></small>';
  button.querySelector("b").textContent = say(patch.value, 0);
  button.querySelector("small").textContent = stage.several ? stage.pictures[patch.source].label : "";
  button.setAttribute("aria-label", describe(stage, patch));
  const { side } = stage.tiles;
  Object.assign(button.querySelector(".tile").style, { width: `${side}px`, height: `${side}px` });
  const { top, left, bottom, right } = patch.box;
  const zoom = side / longest(stage.list);
  const [wide, tall] = [(right - left) * zoom, (bottom - top) * zoom];
  const context = fit(button.querySelector("canvas"), wide, tall);
  place(context, stage.canvases[patch.source], [left, top, right - left, bottom - top], [0, 0, wide, tall]);
  button.onpointerenter = button.onfocus = () => mark(stage, patch.rank);
  button.onpointerdown = (event) => (stage.byTouch = event.pointerType !== "mouse" && stage.confirmed !== patch.rank);
  button.onclick = () => choose(stage, patch.rank);
  return button;
}

/** A click goes to the unit; a finger, which can't hover, marks the patch first and goes with the second touch. */
function choose(stage, rank) {
  mark(stage, rank);
  if (stage.byTouch) {
    stage.byTouch = false;
    stage.confirmed = rank;
  } else go(stage, rank);
}

const ends = ({ top, left, bottom, right }) => ({ top, left, bottom: bottom - 1, right: right - 1 });

function describe(stage, { rank, value, row, column, source, box }) {
  const picture = stage.pictures[source].label;
  const place_ = { rank: rank + 1, row, column, picture, channel: stage.view.channel, ...ends(box) };
  return put(stage.words.patch, { ...place_, value: say(value, 0) });
}

/** Shows the picture a patch is from, with its box drawn thick and those of the others thin. */
function mark(stage, rank) {
  stage.marked = rank;
  const patch = stage.list[rank];
  [...stage.find(".list").children].forEach((button, index) => {
    button.classList.toggle("marked", index === rank);
    button.tabIndex = index === rank ? 0 : -1;
  });
  stage.find(".go").hidden = patch === undefined;
  drawPicture(stage, patch);
  writeReadout(stage, patch);
}

function drawPicture(stage, patch) {
  const source = patch?.source ?? 0;
  const [rows, columns] = stage.planes[`picture${source}`].shape;
  const size = sizeOf({ rows, columns }, pictureSide(stage));
  const [canvas, marks] = stage.find(".place").querySelectorAll("canvas");
  place(fit(canvas, ...size), stage.canvases[source], [0, 0, columns, rows], [0, 0, ...size]);
  stage.find(".place figcaption").textContent = stage.pictures[source].label;
  const context = fit(marks, ...size);
  const accent = getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();
  const [across, down] = [size[0] / columns, size[1] / rows];
  const outline = ({ box: { top, left, bottom, right } }, thick) => {
    const inset = thick / 2 + 1;
    const [wide, tall] = [(right - left) * across, (bottom - top) * down].map((long) => Math.max(SMALLEST_BOX, long - 2 * inset));
    frame(context, left * across + inset, top * down + inset, wide, tall, accent, thick);
  };
  for (const other of stage.list) if (other.source === source && other !== patch) outline(other, THIN);
  if (patch) outline(patch, 3);
  canvas.setAttribute("aria-label", patch ? describe(stage, patch) : stage.pictures[source].label);
}

function pictureSide({ find }) {
  const tall = Math.max(SMALLEST_PICTURE, Math.min(LARGEST_PICTURE, window.innerHeight - BESIDE));
  return Math.min(tall, find(".place").clientWidth);
}

function writeReadout(stage, patch) {
  const readout = stage.find(".readout");
  readout.replaceChildren();
  if (patch === undefined) return;
  const value = put(stage.words.value, { value: say(patch.value, 0), rank: patch.rank + 1, count: stage.list.length });
  const place_ = { row: patch.row, column: patch.column, picture: stage.pictures[patch.source].label, ...ends(patch.box) };
  readout.append(Object.assign(document.createElement("b"), { textContent: value }), put(stage.words.sees, place_));
}

function press(stage, event) {
  const step = { PageDown: 1, PageUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    actions(stage).channel(step, true);
    return;
  }
  const focused = event.composedPath()[0];
  if (!stage.find(".list").contains(focused)) return;
  const to = walk(event.key, stage.marked, stage.list.length, stage.tiles.across);
  if (to === null) return;
  event.preventDefault();
  mark(stage, to);
  stage.find(".list").children[to].focus();
}

function save(stage) {
  const buttons = [...stage.find(".list").querySelectorAll("button")];
  const figures = buttons.map((button) => ({
    canvases: [button.querySelector("canvas")],
    caption: [...button.querySelectorAll("b, small")].map(({ textContent }) => textContent).filter(Boolean).join(" · "),
  }));
  const picture = { canvases: [...stage.find(".place").querySelectorAll("canvas")], caption: stage.find("figcaption").textContent };
  const title = put(stage.captions.title, { channel: stage.view.channel });
  savePicture(stage.root, `${stage.captions.file}-${stage.view.channel}.png`, title, [picture, ...figures]);
}
