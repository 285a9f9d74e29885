// Which values share one mean: the block of a batch with the group lit, the chosen channel's maps, the group's spread.
// Everything follows the pointer here; what is settled on is told to Python.

import { tableOfCells, tableOfLines } from "../../kernel/cells.js";
import { bindGrip } from "../../kernel/grip.js";
import { bindKeys } from "../../kernel/keys.js";
import { scaleOver, withScale, writeScale } from "../../kernel/panels.js";
import { bindPointer, cellUnder, pointIn } from "../../kernel/pointer.js";
import { breadth } from "../../kernel/size.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { cellAt } from "../../kernel/tiles.js";
import { drawBars } from "./bars.js";
import { kindOf, makeChoices, writeChoices } from "./choices.js";
import { momentsOf, spell } from "./groups.js";
import { decoded, drawBatch, drawLarge, sourcesOf } from "./maps.js";
import { START, plateAt, turned } from "./space.js";
import { drawVolume } from "./volume.js";

/** @import { Cell, Table } from "../../kernel/types.d.ts" */
/** @import { Groups } from "./types.d.ts" */

const [NARROW, STEP, TURN] = [640, 0.12, 0.01];
const [BLOCK, SMALL_BLOCK, LARGE, SMALL_LARGE] = [320, 150, 230, 124];
const [AROUND, CAPTION] = [330, 24]; // of the room, what is neither the block nor the large map; above the bars

export default makeStage({ root: ".block", narrow: NARROW, open, take, draw, describe, aloud, table, told, picture });

/** @param {Groups} stage */
function open(stage) {
  stage.angles = START;
  bindBlock(stage, stage.find(".space canvas"));
  bindLarge(stage, stage.find(".large canvas"));
  bindBatch(stage, stage.find(".batch canvas"));
}

/** @param {Groups} stage */
function take(stage) {
  stage.maps = decoded(stage.planes);
  stage.scale = scaleOver([stage.maps]);
  stage.sources = sourcesOf(stage);
  writeScale(stage.find(".legend"), stage.scale, stage.planes);
  makeChoices(stage, stage.settle);
}

/** @param {Groups} stage */
function draw(stage) {
  const width = breadth(stage.root);
  writeChoices(stage);
  turn(stage);
  drawLarge(stage, Math.min(sidesOf(stage).large, width), stage.theme.accent);
  drawBatch(stage, width, stage.theme.accent);
}

/** How tall the block and the large map are: what the room leaves them, three fifths to the block. @param {Groups} stage */
function sidesOf({ root, room }) {
  if (root.classList.contains("narrow")) return { block: BLOCK, large: LARGE };
  const shared = room - AROUND;
  return { block: Math.max(SMALL_BLOCK, Math.min(BLOCK, shared * 0.6)), large: Math.max(SMALL_LARGE, Math.min(LARGE, shared * 0.4)) };
}

/** The block alone: turning it changes nothing else. @param {Groups} stage */
function turn(stage) {
  const width = breadth(stage.find(".space"));
  drawVolume(stage, width, Math.min(sidesOf(stage).block, Math.round(width * 0.72)));
}

/** The value pointed at, its group's mean and deviation: in words, and among the group's values. @param {Groups} stage */
function describe(stage) {
  const { view, shape: [, , rows, columns], words, captions, maps, find } = stage;
  const value = maps[(view.item * rows + view.row) * columns + view.column];
  const { centred, count } = kindOf(stage);
  const moments = momentsOf(view, stage, centred);
  drawBars(stage, breadth(find(".spread")), sidesOf(stage).large - CAPTION, moments, value);
  const names = { ...view, channel: stage.channel, picture: captions.pictures[view.item], rows, columns };
  find(".large figcaption").textContent = put(words.large, names);
  find(".large canvas").setAttribute("aria-label", put(words.large_keys, names));
  find(".batch figcaption").textContent = put(words.batch, { ...names, batch: stage.shape[0] });
  const spread = put(words.spread, { count });
  const said = relation(words, value, moments, centred);
  find(".spread figcaption").textContent = spread;
  find(".scope").textContent = words[centred ? "scope" : "scope_uncentred"];
  find(".spread canvas").setAttribute("aria-label", `${spread} ${said}`);
  return `${put(words.place, names)} ${said}`;
}

/** The value and its group; and how many means there are, from how many values each. @param {Groups} stage */
function aloud({ find }) {
  return [find(".readout").textContent, find(".counted").textContent];
}

/** The values of the map around the one in question, and the ways to group them. @param {Groups} stage @returns {Table[]} */
function table(stage) {
  const { view, words, shared, captions, shape: [, , rows, columns], channel, maps, scale, kinds } = stage;
  const caption = put(words.large, { ...view, channel, picture: captions.pictures[view.item] });
  /** @param {number} row @param {number} column */
  const read = (row, column) => say(maps[(view.item * rows + row) * columns + column], scale[1] - scale[0]);
  const [overs, heads] = [[...new Set(kinds.map(({ over }) => over))], [words.table_way, words.table_means, words.axes_first, words.axes_last]];
  const ways = tableOfLines(shared, words.choices, heads, {
    ...{ count: overs.length, at: overs.indexOf(view.over) },
    line: (at) => {
      const kind = kindOf({ ...stage, view: { ...view, over: overs[at] } });
      return [words[`over_${overs[at]}`], kind.short, kind.axes_first, kind.axes_last];
    },
  });
  return [tableOfCells(shared, caption, { rows, columns }, [view.row, view.column], read), ways];
}

/** @param {Record<string, string>} words @param {number} value @param {Cell} moments @param {boolean} centred */
function relation(words, value, [mean, deviation], centred) {
  if (![value, mean, deviation].every(Number.isFinite)) return words.not_finite;
  const spelled = spell(value, mean, deviation);
  const key = spelled.times === null ? "flat" : "relation";
  return put(words[centred ? key : `${key}_uncentred`], spelled);
}

/** Dragging turns the block, a click chooses a picture. @param {Groups} stage @param {HTMLCanvasElement} canvas */
function bindBlock(stage, canvas) {
  /** @type {MouseEvent | null} */
  let from = null;
  let moved = false;
  /** @param {PointerEvent} event */
  const pull = (event) => {
    if (from === null) return;
    const [across, along] = [event.clientX - from.clientX, event.clientY - from.clientY];
    moved ||= Math.abs(across) + Math.abs(along) > 3;
    from = event;
    turnTo(stage, turned(stage.angles, across * TURN, along * TURN));
  };
  bindGrip(canvas, {
    take: (event) => {
      [from, moved] = [event, false];
    },
    pull,
    release: (event, kept) => {
      const plate = moved ? null : plateAt(stage.plates, ...pointIn(event, canvas));
      from = null;
      if (plate !== null && kept) stage.settle({ item: plate.item });
    },
  });
  /** @param {number} down @param {number} across @returns {Cell} */
  bindKeys(canvas, {
    layout: () => (key) => /** @type {Record<string, Cell>} */ ({ ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] })[key] ?? null,
    at: () => /** @type {Cell} */ ([0, 0]),
    go: (by) => turnTo(stage, turned(stage.angles, ...by)),
    keys: { Home: () => turnTo(stage, START) },
  });
}

/** @param {Groups} stage @param {Groups["angles"]} angles */
function turnTo(stage, angles) {
  stage.angles = angles;
  turn(stage);
}

/** @param {Groups} stage @param {HTMLCanvasElement} canvas */
function bindLarge(stage, canvas) {
  const size = () => ({ rows: stage.shape[2], columns: stage.shape[3] });
  /** @param {Cell | null} cell */
  const point = (cell) => {
    if (cell && (cell[0] !== stage.view.row || cell[1] !== stage.view.column)) stage.settle({ row: cell[0], column: cell[1] });
  };
  bindPointer(canvas, { at: (event) => cellUnder(event, canvas, size()), look: point, choose: point });
  bindKeys(canvas, {
    layout: () => ({ kind: "cells", ...size() }),
    at: () => /** @type {Cell} */ ([stage.view.row, stage.view.column]),
    go: ([row, column]) => stage.settle({ row, column }),
  });
}

/** @param {Groups} stage @param {HTMLCanvasElement} canvas */
function bindBatch(stage, canvas) {
  canvas.onclick = (event) => {
    const [batch, , rows, columns] = stage.shape;
    const found = cellAt(stage.layout, batch, rows, columns, ...pointIn(event, canvas));
    if (found !== null) stage.settle({ item: found.place, row: found.row, column: found.column });
  };
  bindKeys(canvas, {
    layout: () => ({ kind: "tiles", count: stage.shape[0], across: stage.layout.across }),
    at: () => stage.view.item,
    go: (item) => stage.settle({ item }),
  });
}

/** @param {Groups} stage */
function told({ view, serial }) {
  return { ...view, serial };
}

/** @param {Groups} stage */
function picture({ captions, scale, find }) {
  const figures = figuresIn(["space", "large", "spread", "batch"].map((name) => find(`.${name}`)));
  return { file: captions.file, title: withScale(`${captions.title}: ${find(".counted").textContent}`, scale), figures };
}
