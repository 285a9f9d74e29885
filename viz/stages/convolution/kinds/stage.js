// @ts-nocheck
// A small layer on one board: inputs, weights, outputs. Pointing at an output cell lights what it is made of and writes
// its sum; pointing at an input or a weight lights where it goes. Playing fills the output step by step.

import { gradient, preparePalette } from "../../kernel/paint.js";
import { unpack } from "../../kernel/payload.js";
import { paletteFor } from "../../kernel/scale.js";
import { mountStage } from "../../kernel/stage.js";
import { buildControls, save, showControls } from "./controls.js";
import { arrangeMaps, drawMap, markMap } from "./maps.js";
import { cellUnder, neighbour, unravel } from "./places.js";
import { writeReadout } from "./readout.js";
import { arrangeStrips, drawStrip, positionUnder } from "./strips.js";
import { cellsOfTerms, involved, outputsAfter, stepsOf } from "./sums.js";

const WHOLE_PLAY = 9000; // milliseconds a play takes, within the bounds of a step
const STEP = [130, 600];
const NOT_YET = null;

export default mountStage(openBoard, receive, { leave: (board) => clearTimeout(board.clock) });

function openBoard(parentElement) {
  const root = parentElement.querySelector(".board");
  const board = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, clock: 0 };
  board.watcher = new ResizeObserver(() => resize(board));
  board.watcher.observe(root);
  root.onkeydown = (event) => {
    if (event.key !== " " || event.target.tagName === "BUTTON") return;
    event.preventDefault();
    play(board);
  };
  return board;
}

/** Takes over a payload under a new serial; under the same one the visitor's own doing counts. */
function receive(board, data) {
  const opened = unpack(data);
  if (opened.serial === board.received && opened.words.play === board.words.play) return;
  pause(board);
  clearTimeout(board.timer);
  Object.assign(board, opened, { received: opened.serial, pointed: null, held: null, played: NOT_YET, unfolded: false });
  board.cells = cellsOfTerms(board);
  board.palettes = Object.fromEntries(["sequential", "diverging"].map((name) => [name, preparePalette(board.planes[name].values)]));
  const { map, row, column } = board.view_from_address;
  const [, rows, columns] = board.shapes.outputs;
  board.chosen = (map * rows + row) * columns + column;
  board.root.classList.toggle("strips", board.look === "strips");
  board.find(".note").textContent = board.words.note;
  buildFigures(board);
  buildControls(board, {
    play: () => play(board), save: () => picture(board), back: () => step(board, -1), forward: () => step(board, 1),
  });
  resize(board);
  board.root.dataset.drawn = board.serial;
}

function buildFigures(board) {
  const figures = Object.fromEntries(Object.keys(board.shapes).map((name) => [name, makeFigure(board, name)]));
  const { inputs, weights, ...rest } = figures;
  const column = Object.assign(document.createElement("div"), { className: "column" });
  column.append(inputs, weights);
  board.figures = figures;
  board.find(".volumes").replaceChildren(...(board.stamps ? [column] : [inputs, weights]), ...Object.values(rest));
}

function makeFigure(board, name) {
  const figure = document.createElement("figure");
  figure.dataset.volume = name;
  figure.innerHTML =
    '<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canvas></canvas></div>' +
    '<div class="legend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>';
  figure.querySelector("figcaption").textContent = board.captions[name];
  const [low, high] = board.scales[name];
  figure.querySelector(".bar").style.background = gradient(board.planes[paletteFor([low])].values);
  figure.querySelector(".low").textContent = String(low).replace("-", "−");
  figure.querySelector(".high").textContent = String(high);
  const [canvas] = figure.querySelectorAll("canvas");
  canvas.setAttribute("aria-label", board.captions[name]);
  canvas.onpointermove = (event) => point(board, name, under(board, name, canvas, event));
  canvas.onpointerleave = () => point(board, name, null);
  canvas.onclick = (event) => choose(board, name, under(board, name, canvas, event));
  canvas.onkeydown = (event) => walk(board, name, event);
  return figure;
}

function under(board, name, canvas, event) {
  const bounds = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
  const arranged = board.arranged[name];
  if (board.look === "strips") return positionUnder(arranged, board.planes[name].values.length, x);
  return cellUnder(arranged, x, y);
}

/** What the board speaks of: the cell pointed at, else the step being played, else what was chosen. */
export function subjectOf(board) {
  if (board.pointed !== null) return board.pointed;
  if (board.played !== NOT_YET) return { volume: board.stamps ? "inputs" : "outputs", index: Math.max(0, board.played - 1) };
  return board.held ?? { volume: "outputs", index: board.chosen };
}

function resize(board) {
  if (board.received === null || board.root.clientWidth === 0) return;
  takeColours(board);
  board.arranged = board.look === "maps" ? arrangeMaps(board, board.root.clientWidth) : null;
  redraw(board);
}

function takeColours(board) {
  const style = getComputedStyle(board.root);
  const theme = (name) => style.getPropertyValue(`--st-${name}`).trim();
  board.ink = {
    accent: theme("primary-color"), text: theme("text-color"), line: theme("border-color"),
    empty: theme("secondary-background-color"), bar: "#9a9cab", quiet: theme("text-color"),
  };
}

function redraw(board) {
  const subject = subjectOf(board);
  const lit = involved(board, subject.volume, subject.index);
  const values = (name) =>
    name === "outputs" && board.played !== NOT_YET ? outputsAfter(board, board.played) : board.planes[name].values;
  if (board.look === "strips") {
    // The kernel stands where the output cell in question needs it.
    const at = subject.volume === "outputs" ? subject.index : (board.at ?? board.chosen);
    board.at = at;
    board.arranged = arrangeStrips(board, board.root.clientWidth, at);
  }
  for (const [name, figure] of Object.entries(board.figures)) {
    const [cells, marks] = figure.querySelectorAll("canvas");
    const own = subject.volume === name ? subject.index : null;
    if (board.look === "strips") drawStrip(board, name, cells, values(name), lit[name], own);
    else {
      drawMap(board, name, cells, values(name));
      markMap(board, name, marks, lit[name], own);
    }
  }
  writeReadout(board, subject, () => {
    board.unfolded = !board.unfolded;
    redraw(board);
  });
}

function point(board, volume, index) {
  const pointed = index === null || board.playing ? null : { volume, index };
  if (JSON.stringify(pointed) === JSON.stringify(board.pointed)) return;
  board.pointed = pointed;
  board.frame ??= requestAnimationFrame(() => {
    board.frame = undefined;
    redraw(board);
  });
}

/** Holds on to a cell: an output cell is told to Python, which keeps it in the address. */
function choose(board, volume, index) {
  if (index === null) return;
  pause(board);
  Object.assign(board, { pointed: null, played: NOT_YET, held: { volume, index } });
  if (volume === "outputs" || volume === "counts") settle(board, index);
  redraw(board);
}

function settle(board, index) {
  Object.assign(board, { chosen: index, held: null });
  const [, rows, columns] = board.shapes.outputs;
  board.later(() => unravel({ rows, columns }, index));
}

function walk(board, name, event) {
  const subject = subjectOf(board);
  const from = subject.volume === name ? subject.index : name === "outputs" || name === "counts" ? board.chosen : 0;
  const [, rows, columns] = board.shapes[name];
  const flat = { rows, columns, places: [[0, 0]], down: 1, across: 1 };
  const to = neighbour(board.look === "strips" ? flat : board.arranged[name], from, event.key);
  if (to === null) return;
  event.preventDefault();
  choose(board, name, to);
}

/** Starts to fill the output from where it stands, or pauses; without motion it goes on only step by step. */
function play(board) {
  if (board.playing) {
    pause(board);
    return;
  }
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    step(board, 1);
    return;
  }
  board.playing = true;
  if (board.played === NOT_YET) step(board, 1);
  showControls(board);
  tick(board);
}

function tick(board) {
  const rest = Math.max(STEP[0], Math.min(STEP[1], WHOLE_PLAY / stepsOf(board)));
  board.clock = setTimeout(() => {
    step(board, 1);
    if (board.played === NOT_YET) pause(board);
    else tick(board);
  }, rest);
}

function pause(board) {
  clearTimeout(board.clock);
  board.playing = false;
  if (board.find(".controls .play") !== null && board.words) showControls(board);
}

/** One step on or back; after the last one the board is full again and speaks of the last cell. */
function step(board, by) {
  const all = stepsOf(board);
  const before = board.played ?? (by > 0 ? 0 : all + 1);
  const now = before + by;
  board.pointed = board.held = null;
  board.played = now < 1 || now > all ? NOT_YET : now;
  if (board.played === NOT_YET && !board.stamps) settle(board, now < 1 ? 0 : all - 1);
  redraw(board);
}

/** The picture is drawn on white, whatever the theme. */
function picture(board) {
  const onWhite = { text: "#16171d", quiet: "#16171d", line: "#d9d9e2", empty: "#f4f4f7" };
  Object.assign(board.ink, onWhite);
  redraw(board);
  save(board);
  takeColours(board);
  redraw(board);
}
