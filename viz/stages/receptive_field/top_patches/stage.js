// The patches of pictures that a channel responds to most strongly, cut out by what their units see, all at one scale;
// and the picture each is from, with its box. Stepping through the channels never asks the server. What is settled on
// is told to Python, and which unit somebody wants to look at more closely.

import { tableOfLines } from "../../kernel/cells.js";
import { press } from "../../kernel/keys.js";
import { fit, frame, pictureCanvas, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { px, breadth } from "../../kernel/size.js";
import { makeStage } from "../../kernel/stage.js";
import { made, part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { buildControls, showControls } from "./controls.js";
import { arrange, longest, patchesOf } from "./places.js";

/** @import { Box } from "../../kernel/types.d.ts" */
/** @import { Actions, Patch, Patches } from "./types.d.ts" */

const NARROW = 640;
const AROUND = 84; // of the room, what is not for the patches
const TILES = { gap: 8, below: 34, smallest: 76, largest: 190 };
const [SMALLEST_PICTURE, LARGEST_PICTURE, BESIDE] = [220, 320, 200]; // BESIDE: of the room, what is not the picture
const [THIN, SMALLEST_BOX] = [1, 4];

export default makeStage({ root: ".patches", narrow: NARROW, open, take, draw, mark, describe, table, told, picture });

/** @param {Patches} stage */
function open(stage) {
  stage.root.onkeydown = (event) => {
    const keys = { PageDown: () => actions(stage).step(1), PageUp: () => actions(stage).step(-1) };
    const inList = stage.find(".list").contains(event.composedPath()[0]);
    press({ keys, ...(inList ? walking(stage) : {}) }, event);
  };
  stage.find(".go").onclick = () => go(stage, stage.marked);
}

/** Keys lead from patch to patch. @param {Patches} stage @returns {import("../../kernel/types.d.ts").KeyActs<number>} */
const walking = (stage) => ({
  layout: () => ({ kind: "tiles", count: stage.list.length, across: stage.tiles.across }),
  at: () => stage.marked,
  go: (rank) => {
    markPatch(stage, rank);
    stage.find(".list").children[rank].focus();
  },
});

/** @param {Patches} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) Object.assign(stage, { marked: 0, confirmed: null });
  stage.canvases = stage.pictures.map((_, index) => pictureCanvas(stage.planes[`picture${index}`]));
  buildControls(stage, actions(stage));
}

/** @param {Patches} stage @returns {Actions} */
function actions(stage) {
  /** @param {number} number */
  const channel = (number) => change(stage, { channel: Math.max(0, Math.min(stage.channels - 1, Math.round(number) || 0)) });
  return { channel, step: (by) => channel(stage.view.channel + by), count: (count) => change(stage, { count }), save: stage.save };
}

/** Other patches are shown, the first one marked. @param {Patches} stage @param {Partial<Patches["view"]>} changed */
function change(stage, changed) {
  Object.assign(stage, { marked: 0, confirmed: null });
  stage.settle(changed);
}

/** @param {Patches} stage */
function told({ view, serial }) {
  return { ...view, serial };
}

/** @param {Patches} stage @param {number} rank */
function go(stage, rank) {
  const { row, column, source } = stage.list[rank];
  stage.tellOf("gone", { ...told(stage), picture: stage.pictures[source].key, row, column });
}

/** @param {Patches} stage */
function draw(stage) {
  const { find, view, words } = stage;
  showControls(stage);
  stage.list = patchesOf(stage, view.channel, view.count);
  const room = breadth(find(".strongest"));
  stage.tiles = arrange(stage.list.length, room, Math.max(300, stage.room - AROUND), TILES);
  const holder = find(".list");
  holder.style.gridTemplateColumns = `repeat(${stage.tiles.across}, ${px(stage.tiles.side + TILES.gap)})`;
  holder.setAttribute("aria-label", put(words.list, { channel: view.channel }));
  const focused = holder.contains(/** @type {ShadowRoot} */ (stage.root.getRootNode()).activeElement);
  holder.replaceChildren(...stage.list.map((patch) => makePatch(stage, patch)));
  const none = find(".none");
  none.hidden = stage.list.length > 0;
  none.textContent = put(stage.several ? words.none_all : words.none, { channel: view.channel });
  stage.marked = Math.min(stage.marked, Math.max(0, stage.list.length - 1));
  if (focused) holder.children[stage.marked]?.focus();
}

/** A patch as a button: its pixels, its value, and the name of its picture where there are several. @param {Patches} stage @param {Patch} patch */
function makePatch(stage, patch) {
  const button = document.createElement("button");
  button.type = "button";
  button.innerHTML = '<span class="tile"><canvas></canvas></span><b></b><small></small>';
  part(button, "b").textContent = say(patch.value, 0);
  part(button, "small").textContent = stage.several ? stage.pictures[patch.source].label : "";
  button.setAttribute("aria-label", named(stage, patch));
  const { side } = stage.tiles;
  Object.assign(part(button, ".tile").style, { width: px(side), height: px(side) });
  const { top, left, bottom, right } = patch.box;
  const zoom = side / longest(stage.list);
  const [wide, tall] = [(right - left) * zoom, (bottom - top) * zoom];
  const context = fit(part(button, "canvas"), wide, tall);
  place(context, stage.canvases[patch.source], [left, top, right - left, bottom - top], [0, 0, wide, tall]);
  button.onpointerenter = button.onfocus = () => markPatch(stage, patch.rank);
  button.onpointerdown = (event) => (stage.byTouch = event.pointerType !== "mouse" && stage.confirmed !== patch.rank);
  button.onclick = () => choose(stage, patch.rank);
  return button;
}

/** A click goes to the unit; a finger, which can't hover, marks the patch first and goes with the second touch. @param {Patches} stage @param {number} rank */
function choose(stage, rank) {
  markPatch(stage, rank);
  if (stage.byTouch) {
    stage.byTouch = false;
    stage.confirmed = rank;
  } else go(stage, rank);
}

/** @param {Box} box */
const ends = ({ top, left, bottom, right }) => ({ top, left, bottom: bottom - 1, right: right - 1 });

/** A patch in words. @param {Patches} stage @param {Patch} patch */
function named(stage, { rank, value, row, column, source, box }) {
  const picture = stage.pictures[source].label;
  const place_ = { rank: rank + 1, row, column, picture, channel: stage.view.channel, ...ends(box) };
  return put(stage.words.patch, { ...place_, value: say(value, 0) });
}

/** @param {Patches} stage @param {number} rank */
function markPatch(stage, rank) {
  stage.marked = rank;
  stage.follow();
}

/** Shows the picture a patch is from, with its box drawn thick and those of the others thin. @param {Patches} stage */
function mark(stage) {
  const rank = stage.marked;
  const patch = stage.list[rank];
  [...stage.find(".list").children].forEach((/** @type {HTMLElement} */ button, /** @type {number} */ index) => {
    button.classList.toggle("marked", index === rank);
    button.tabIndex = index === rank ? 0 : -1;
  });
  stage.find(".go").hidden = patch === undefined;
  drawPicture(stage, patch);
}

/** @param {Patches} stage @param {Patch | undefined} patch */
function drawPicture(stage, patch) {
  const source = patch?.source ?? 0;
  const [rows, columns] = stage.planes[`picture${source}`].shape;
  const size = sizeOf({ rows, columns }, pictureSide(stage));
  const [canvas, marks] = stage.find(".place").querySelectorAll("canvas");
  place(fit(canvas, ...size), stage.canvases[source], [0, 0, columns, rows], [0, 0, ...size]);
  stage.find(".place figcaption").textContent = stage.pictures[source].label;
  const context = fit(marks, ...size);
  const [across, down] = [size[0] / columns, size[1] / rows];
  /** @param {Patch} patch @param {number} thick */
  const outline = ({ box: { top, left, bottom, right } }, thick) => {
    const inset = thick / 2 + 1;
    const [wide, tall] = [(right - left) * across, (bottom - top) * down].map((long) => Math.max(SMALLEST_BOX, long - 2 * inset));
    frame(context, left * across + inset, top * down + inset, wide, tall, stage.theme.accent, thick);
  };
  for (const other of stage.list) if (other.source === source && other !== patch) outline(other, THIN);
  if (patch) outline(patch, 3);
  canvas.setAttribute("aria-label", patch ? named(stage, patch) : stage.pictures[source].label);
}

/** @param {Patches} stage */
function pictureSide({ find, room }) {
  const tall = Math.max(SMALLEST_PICTURE, Math.min(LARGEST_PICTURE, room - BESIDE));
  return Math.min(tall, breadth(find(".place")));
}

/** @param {Patches} stage */
function describe(stage) {
  const patch = stage.list[stage.marked];
  if (patch === undefined) return "";
  const value = put(stage.words.value, { value: say(patch.value, 0), rank: patch.rank + 1, count: stage.list.length });
  const place_ = { row: patch.row, column: patch.column, picture: stage.pictures[patch.source].label, ...ends(patch.box) };
  return [made("b", value), put(stage.words.sees, place_)];
}

/** The patches, strongest first. @param {Patches} stage */
function table({ shared, words, view, list, pictures, marked }) {
  const columns = ["table_patch", "table_value", "table_row", "table_column", "table_rows", "table_columns", "table_picture"].map((name) => words[name]);
  return [
    tableOfLines(shared, put(words.table_list, view), columns, {
      ...{ count: list.length, at: marked },
      line: (rank) => {
        const { value, row, column, source, box } = list[rank];
        const { top, left, bottom, right } = ends(box);
        return [String(rank + 1), say(value, 0), String(row), String(column), `${top}–${bottom}`, `${left}–${right}`, pictures[source].label];
      },
    }),
  ];
}

/** @param {Patches} stage */
function picture({ find, captions, view }) {
  const buttons = /** @type {HTMLElement[]} */ ([...find(".list").querySelectorAll("button")]);
  const figures = buttons.map((button) => ({
    canvases: [part(button, "canvas")],
    caption: [...button.querySelectorAll("b, small")].map(({ textContent }) => textContent).filter(Boolean).join(" · "),
  }));
  const whole = { canvases: [...find(".place").querySelectorAll("canvas")], caption: find("figcaption").textContent };
  return { file: `${captions.file}-${view.channel}`, title: put(captions.title, { channel: view.channel }), figures: [whole, ...figures] };
}
