// A picture to be changed by hand, and what the network says to it. The preview is worked out here and is, pixel for
// pixel, what the network is given; only what is let go is told to Python, which answers with probabilities.
//
// An edit is told at once, and again until it is answered. So of a stage's life only the counting is the kernel's here.

import { hear, introduce, makeAloud } from "../../kernel/aloud.js";
import { tableOfLines } from "../../kernel/cells.js";
import { DRAWN } from "../../kernel/drawn.js";
import { decimal, listed } from "../../kernel/numerals.js";
import { fit, frame, pictureCanvas, place } from "../../kernel/paint.js";
import { inside } from "../../kernel/panels.js";
import { opened } from "../../kernel/payload.js";
import { breadth, measure } from "../../kernel/size.js";
import { savePicture } from "../../kernel/snapshot.js";
import { SETTLE, mountStage } from "../../kernel/stage.js";
import { followTables, makeTables, nameTables } from "../../kernel/table.js";
import { part, put } from "../../kernel/text.js";
import { themeOf } from "../../kernel/theme.js";
import { sorted, writeRows } from "./bars.js";
import { buildControls, showControls } from "./controls.js";
import { adler, covered, filling, uncovered } from "./edits.js";
import { bindPlane } from "./pointing.js";

/** @import { Acts, Change, Pixels, Probe } from "./types.d.ts" */

const [PATIENCE, TIMES] = [2500, 4]; // milliseconds until what was told is told again, and how often at most
const TALLEST = 320;
const [NARROW, MIDDLE] = [560, 860];

export default mountStage(openStage, receive);

/** @param {HTMLElement} parentElement */
function openStage(parentElement) {
  const root = part(parentElement, ".probe");
  const stage = /** @type {Probe} */ ({ root, received: null, tool: "move", order: "before", timer: 0, again: 0, frame: 0, pointed: null });
  stage.find = (selector) => part(root, selector);
  stage.said = (name, value) => put(stage.words[`${name}_value`], { value });
  stage.watcher = new ResizeObserver(() => layOut(stage));
  stage.watcher.observe(root);
  stage.tables = makeTables(root, () => (stage.received === null ? [] : table(stage)));
  // An edit without its answer is no news yet.
  stage.aloud = makeAloud(root, () => !same(stage.edit, stage.answered));
  stage.act = actions(stage);
  bindPlane(stage, stage.find(".plane"), stage.act);
  root.onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    stage.act.step(event.shiftKey ? 1 : -1);
  };
  return stage;
}

/** @param {Probe} stage @returns {Acts} */
function actions(stage) {
  /** @param {Change} fields @param {boolean} [later] */
  const change = (fields, later = false) => {
    Object.assign(stage, { edit: { ...stage.edit, ...fields } });
    draw(stage);
    stage.busy();
    if (later) stage.timer = setTimeout(() => settle(stage), SETTLE);
    else settle(stage);
  };
  return {
    change,
    preview: (fields) => {
      clearTimeout(stage.timer);
      stage.edit = { ...stage.edit, ...fields };
      soon(stage);
    },
    point: (pixel) => {
      stage.pointed = pixel;
      stage.find(".readout").textContent = readout(stage);
    },
    tool: (name) => {
      stage.tool = name;
      draw(stage);
      stage.find(".plane").focus();
    },
    flip: (name) => change({ [name]: !stage.edit[name] }),
    uncover: () => change({ cover: null }),
    reset: () => goTo(stage, 0),
    step: (by) => goTo(stage, stage.at + by),
    save: () => save(stage),
  };
}

/**
 * Takes over what Python answers; the edit itself only under a new serial, else the visitor's own doing counts.
 *
 * @param {Probe} stage @param {import("../../kernel/types.d.ts").Mounting["data"]} data
 */
function receive(stage, data) {
  const found = opened(data);
  const [anew, before, drawn] = [found.serial !== stage.received, stage.words, stage.text];
  const { edit: answered, ...rest } = found;
  const { words: shared = {} } = stage.course;
  nameTables(/** @type {import("../../kernel/types.d.ts").Tables} */ (stage.tables), shared);
  Object.assign(stage, rest, { shared, answered, received: found.serial, size: found.planes.picture.shape.slice(0, 2) });
  if (anew) {
    clearTimeout(stage.timer);
    Object.assign(stage, { edit: answered, asked: answered, base: null });
    // A stage that is as somebody left it keeps the tool in hand; whoever comes anew gets the one that fits the edit.
    stage.tool = answered.cover !== null ? "cover" : "move";
  }
  if (anew || JSON.stringify(before) !== JSON.stringify(stage.words)) buildControls(stage, stage.act);
  buildOrder(stage);
  layOut(stage);
  write(stage);
  stage.root.dataset.drawn = `${stage.serial} ${stage.text}`;
  if (drawn !== undefined && drawn !== stage.text) window.dispatchEvent(new CustomEvent(DRAWN, { detail: { edit: stage.text } }));
}

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Probe} stage */
function layOut(stage) {
  if (stage.received === null || stage.root.clientWidth === 0) return;
  stage.room = measure(stage.root);
  const width = breadth(stage.root);
  stage.root.classList.toggle("narrow", width < NARROW);
  stage.root.classList.toggle("middle", width >= NARROW && width < MIDDLE);
  draw(stage);
}

/** At most one drawing per frame, however fast the mouse moves. @param {Probe} stage */
function soon(stage) {
  stage.frame ||= requestAnimationFrame(() => {
    stage.frame = 0;
    draw(stage);
  });
}

/** @param {Probe} stage */
function draw(stage) {
  const { find, edit, size: [rows, columns] } = stage;
  stage.shown = preview(stage);
  const cell = Math.min(TALLEST, breadth(find(".seen").parentElement)) / Math.max(rows, columns);
  const [width, height] = [cell * columns, cell * rows];
  const [base, marks] = find(".plane").querySelectorAll("canvas");
  const source = pictureCanvas({ values: stage.shown, shape: stage.size });
  place(fit(base, width, height), source, [0, 0, columns, rows], [0, 0, width, height]);
  const context = fit(marks, width, height);
  if (edit.cover !== null && stage.tool === "cover") {
    const { top, left, rows: high, columns: wide } = edit.cover;
    frame(context, left * cell, top * cell, wide * cell, high * cell, themeOf(stage.root).accent);
  }
  find(".plane").classList.toggle("covering", stage.tool === "cover");
  find("figcaption").textContent = put(stage.words.seen, { ...stage.about, rows, columns });
  find(".plane").setAttribute("aria-label", `${find("figcaption").textContent}. ${stage.words[`keys_${stage.tool}`]}`);
  find(".readout").textContent = readout(stage);
  speak(stage);
  showControls(stage);
  stage.root.classList.toggle("waiting", !same(edit, stage.answered));
}

/**
 * The pixels of the edit; what lies under the cover is worked out once for as long as only the cover moves.
 *
 * @param {Probe} stage
 */
function preview(stage) {
  const { edit, size, planes, kernels } = stage;
  const key = JSON.stringify({ ...edit, cover: null, fill: null });
  if (stage.base?.key !== key) stage.base = { key, pixels: uncovered(/** @type {Pixels} */ (planes.picture.values), size, edit, kernels), under: {} };
  if (edit.cover === null) return stage.base.pixels;
  stage.base.under[edit.fill] ??= filling(stage.base.pixels, size, edit.fill, stage.cover_kernel);
  return covered(stage.base.pixels, size, edit.cover, stage.base.under[edit.fill]);
}

/** The answers, and whether the picture on stage is the one that was answered. @param {Probe} stage */
function write(stage) {
  const { find, words, root } = stage;
  /** @param {Record<string, string>} values */
  const say = (values) => put(words.row, values);
  writeRows(find(".rows"), sorted(stage.rows, stage.order), say);
  find(".rows").setAttribute("aria-label", words.answers);
  for (const at of [0, 1, 2]) find(".ends").children[at].textContent = put(words.percent, { value: 50 * at });
  find(".key").textContent = words.key;
  if (same(stage.edit, stage.answered)) root.dataset.exact = adler(stage.shown) === stage.checksum ? "yes" : "no";
  find(".readout").textContent = readout(stage);
  introduce(root, stage.shared);
  speak(stage);
}

/** What the network now says, and what was done to the picture. @param {Probe} stage */
function speak(stage) {
  const { aloud, tables, words, rows } = stage;
  const best = rows.reduce((most, row) => (row.after > most.after ? row : most));
  hear(aloud, [put(words.row, { name: best.name, before: best.before_text, after: best.after_text, change: best.change_text }), readout(stage)]);
  if (tables) followTables(tables);
}

/** The probabilities before and after the edit, in the order on stage. @param {Probe} stage */
function table({ shared, words, about, rows, order }) {
  const shown = sorted(rows, order);
  const columns = [words.table_class, words.order_before, words.order_after, words.order_change];
  const line = (/** @type {number} */ at) => [shown[at].name, shown[at].before_text, shown[at].after_text, shown[at].change_text];
  return [tableOfLines(shared, put(about.table, { shown: shown.length }), columns, { count: shown.length, at: -1, line })];
}

/** @param {Probe} stage */
function buildOrder(stage) {
  const label = stage.find(".order");
  const select = document.createElement("select");
  select.name = "order";
  for (const order of ["before", "after", "change"]) select.add(new Option(stage.words[`order_${order}`], order));
  select.value = stage.order;
  select.onchange = () => {
    stage.order = select.value;
    write(stage);
  };
  label.replaceChildren(stage.words.order, select);
}

/** @param {Probe} stage */
function readout(stage) {
  const { words, edit, pointed, size: [rows, columns] } = stage;
  if (pointed !== null && inside({ rows, columns }, ...pointed)) {
    const [red, green, blue] = stage.shown.subarray((pointed[0] * columns + pointed[1]) * 3);
    return put(words.pixel, { row: pointed[0], column: pointed[1], red, green, blue });
  }
  if (stage.root.dataset.exact === "no" && same(edit, stage.answered)) return words.inexact;
  if (stage.tool === "cover") {
    if (edit.cover === null) return words.draw_cover;
    const { top, left, rows: high, columns: wide } = edit.cover;
    const share = decimal(Math.floor((2000 * high * wide + rows * columns) / (2 * rows * columns)) / 10, 1);
    return put(words.covered, { top, left, bottom: top + high - 1, right: left + wide - 1, high, wide, share });
  }
  if (edit.right === 0 && edit.down === 0) return words.drag;
  /** @type {[number, string, string][]} */
  const all = [[edit.right, "left", "right"], [edit.down, "up", "down"]];
  const way = listed(all.filter(([by]) => by !== 0).map(([by, less, more]) => put(words[by < 0 ? less : more], { pixels: Math.abs(by) })));
  return put(words.moved, { way });
}

/** @param {Probe} stage @param {number | null} [at] */
function settle(stage, at = null) {
  clearTimeout(stage.timer);
  if (same(stage.edit, stage.asked) && at === null) {
    stage.idle();
    return;
  }
  stage.asked = stage.edit;
  tell(stage, at, 1);
}

/**
 * Says it again after a while if nothing has come of it: a run that begins just then can swallow an event.
 *
 * @param {Probe} stage @param {number | null} at @param {number} time
 */
function tell(stage, at, time) {
  const edit = stage.asked;
  stage.tell({ edit, at });
  clearTimeout(stage.again);
  if (time === TIMES) return;
  stage.again = setTimeout(() => {
    if (same(edit, stage.asked) && !same(edit, stage.answered)) tell(stage, at, time + 1);
  }, time * PATIENCE);
}

/** @param {Probe} stage @param {number} number */
function goTo(stage, number) {
  const row = stage.history.find((each) => each.number === number);
  if (row === undefined) return;
  stage.edit = row.edit;
  draw(stage);
  settle(stage, number);
}

/** @param {Probe} stage */
function save(stage) {
  const caption = stage.find("figcaption").textContent;
  const figures = [{ canvases: [...stage.find(".plane").querySelectorAll("canvas")], caption }];
  savePicture(stage.root, `${stage.about.file}.png`, stage.about.title, figures);
}
