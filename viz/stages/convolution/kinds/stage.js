// A small layer on one stage: inputs, weights, outputs. Pointing at an output cell lights what it is made of and writes
// its sum; pointing at an input or a weight lights where it goes. Playing fills the output step by step.

import { bindKeys, press } from "../../kernel/keys.js";
import { simple } from "../../kernel/numerals.js";
import { gradient } from "../../kernel/paint.js";
import { bindPointer, pointIn } from "../../kernel/pointer.js";
import { paletteFor } from "../../kernel/scale.js";
import { breadth } from "../../kernel/size.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { part } from "../../kernel/text.js";
import { buildControls, showControls } from "./controls.js";
import { arrangeMaps, drawMap, markMap } from "./maps.js";
import { cellUnder, neighbour, unravel } from "./places.js";
import { sentence, tableOf, writeSum } from "./readout.js";
import { arrangeStrips, drawStrip, positionUnder } from "./strips.js";
import { cellsOfTerms, involved, outputsAfter, stepsOf } from "./sums.js";

/** @import { Board, Subject } from "./types.d.ts" */

const WHOLE_PLAY = 9000; // milliseconds a play takes, within the bounds of a step
const STEP = [130, 600];
const NOT_YET = null;
/** No line and no cell of a table. @type {[number, number]} */
const NONE = [-1, -1];

export default makeStage({ root: ".kinds", open, take, plays, draw, mark, describe, table, picture, onWhite: true });

/** @param {Board} board */
function open(board) {
  board.root.onkeydown = (event) => {
    if (/** @type {Element} */ (event.target).tagName !== "BUTTON") press({ keys: { " ": board.player.toggle } }, event);
  };
}

/** @param {Board} board */
function take(board) {
  board.player.drop();
  Object.assign(board, { held: null, played: NOT_YET, unfolded: false, cells: cellsOfTerms(board) });
  board.root.classList.toggle("strips", board.look === "strips");
  buildFigures(board);
  buildControls(board, { play: board.player.toggle, back: () => stepByHand(board, -1), forward: () => stepByHand(board, 1), save: board.save });
}

/** @param {Board} board */
function buildFigures(board) {
  const figures = Object.fromEntries(Object.keys(board.shapes).map((name) => [name, makeFigure(board, name)]));
  const { inputs, weights, ...rest } = figures;
  const column = Object.assign(document.createElement("div"), { className: "column" });
  column.append(inputs, weights);
  board.figures = figures;
  board.find(".volumes").replaceChildren(...(board.stamps ? [column] : [inputs, weights]), ...Object.values(rest));
}

/** @param {Board} board @param {string} name */
function makeFigure(board, name) {
  const figure = document.createElement("figure");
  figure.dataset.volume = name;
  figure.innerHTML =
    '<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canvas></canvas></div>' +
    '<div class="legend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>';
  part(figure, "figcaption").textContent = board.captions[name];
  const [low, high] = board.scales[name];
  part(figure, ".bar").style.background = gradient(board.planes[paletteFor([low])].values);
  part(figure, ".low").textContent = simple(low);
  part(figure, ".high").textContent = simple(high);
  const canvas = /** @type {HTMLCanvasElement} */ (part(figure, "canvas"));
  canvas.setAttribute("aria-label", board.captions[name]);
  bindPointer(canvas, {
    at: (event) => under(board, name, pointIn(event, canvas)),
    look: (index) => board.hover(index === null || board.playing ? null : { volume: name, index }),
    choose: (index) => choose(board, name, index),
  });
  bindKeys(canvas, {
    layout: () => (key, at) => neighbour(placesOf(board, name), at, key),
    at: () => standing(board, name),
    go: (index) => choose(board, name, Number(index)),
  });
  return figure;
}

/** @param {Board} board @param {string} name @param {[number, number]} point */
function under(board, name, [x, y]) {
  if (board.look === "strips") return positionUnder(board.arranged[name], board.planes[name].values.length, x);
  return cellUnder(board.arranged[name], x, y);
}

/** How the cells of a volume lie: as they are drawn, or in a row. @param {Board} board @param {string} name */
function placesOf({ look, arranged, shapes }, name) {
  const [, rows, columns] = shapes[name];
  return look === "strips" ? { rows, columns, places: [[0, 0]], down: 1, across: 1 } : arranged[name];
}

/** Where the keys of a volume start from. @param {Board} board @param {string} name */
function standing(board, name) {
  const { volume, index } = subjectOf(board);
  if (volume === name) return index;
  return name === "outputs" || name === "counts" ? chosen(board) : 0;
}

/** The index of the output cell that was settled on. @param {Board} board */
function chosen({ view: { map, row, column }, shapes: { outputs: [, rows, columns] } }) {
  return (map * rows + row) * columns + column;
}

/** What the board speaks of: the cell pointed at, else the step being played, else what was chosen. @param {Board} board @returns {Subject} */
function subjectOf(board) {
  if (board.hovered !== null) return board.hovered;
  if (board.played !== NOT_YET) return { volume: board.stamps ? "inputs" : "outputs", index: Math.max(0, board.played - 1) };
  return board.held ?? { volume: "outputs", index: chosen(board) };
}

/** @param {Board} board */
function draw(board) {
  showControls(board);
  if (board.look === "maps") board.arranged = arrangeMaps(board, breadth(board.root));
}

/** @param {Board} board */
function mark(board) {
  const subject = subjectOf(board);
  const lit = involved(board, subject.volume, subject.index);
  if (board.look === "strips") {
    // The kernel stands where the output cell in question needs it.
    board.at = subject.volume === "outputs" ? subject.index : (board.at ?? chosen(board));
    board.arranged = arrangeStrips(board, breadth(board.root), board.at);
  }
  for (const [name, figure] of Object.entries(board.figures)) {
    const [cells, marks] = figure.querySelectorAll("canvas");
    const values = valuesOf(board, name);
    const own = subject.volume === name ? subject.index : null;
    if (board.look === "strips") drawStrip(board, name, cells, values, lit[name], own);
    else {
      drawMap(board, name, cells, values);
      markMap(board, name, marks, lit[name], own);
    }
  }
}

/** What a volume shows: of the output what is filled so far. @param {Board} board @param {string} name */
const valuesOf = (board, name) => (name === "outputs" && board.played !== NOT_YET ? outputsAfter(board, board.played) : board.planes[name].values);

/** Of every volume the map in question. @param {Board} board */
function table(board) {
  const subject = subjectOf(board);
  const lit = involved(board, subject.volume, subject.index);
  return Object.keys(board.shapes).map((name) => {
    const own = name === subject.volume;
    const index = own ? subject.index : Math.min(...lit[name], board.planes[name].values.length - 1);
    const shown = tableOf(board, name, index, valuesOf(board, name));
    return own ? shown : { ...shown, at: NONE };
  });
}

/** @param {Board} board */
function describe(board) {
  const subject = subjectOf(board);
  writeSum(board, subject, () => {
    board.unfolded = !board.unfolded;
    board.follow();
  });
  return sentence(board, subject.volume, subject.index);
}

/** Holds on to a cell: an output cell is told to Python, which keeps it in the address. @param {Board} board @param {string} volume @param {number} index */
function choose(board, volume, index) {
  board.player.stop();
  const settles = volume === "outputs" || volume === "counts";
  Object.assign(board, { hovered: null, played: NOT_YET, held: settles ? null : { volume, index } });
  if (settles) board.move(placeOf(board, index));
  else board.follow();
}

/** @param {Board} board @param {number} index */
const placeOf = ({ shapes: { outputs: [, rows, columns] } }, index) => unravel({ rows, columns }, index);

/** Playing fills the output from where it stands. @param {Board} board @returns {import("../../kernel/player.js").Play} */
function plays(board) {
  return {
    begin: () => {
      const full = board.played === NOT_YET;
      if (full) step(board, 1);
      return full;
    },
    advance: (steps) => {
      step(board, steps);
      return board.played !== NOT_YET;
    },
    pace: () => 1000 / Math.max(STEP[0], Math.min(STEP[1], WHOLE_PLAY / stepsOf(board))),
    started: () => showControls(board),
    stopped: () => {
      showControls(board);
      board.follow();
    },
  };
}

/** @param {Board} board @param {number} by */
function stepByHand(board, by) {
  board.player.stop();
  step(board, by);
}

/** One step on or back; after the last one the board is full again and speaks of the last cell. @param {Board} board @param {number} by */
function step(board, by) {
  const all = stepsOf(board);
  const now = (board.played ?? (by > 0 ? 0 : all + 1)) + by;
  board.hovered = board.held = null;
  board.played = now < 1 || now > all ? NOT_YET : now;
  if (board.played === NOT_YET && !board.stamps) board.move(placeOf(board, now < 1 ? 0 : all - 1));
  else board.follow();
}

/** @param {Board} board */
function picture({ root, captions }) {
  return { file: captions.file, title: captions.title, figures: figuresIn(root.querySelectorAll("figure")) };
}
