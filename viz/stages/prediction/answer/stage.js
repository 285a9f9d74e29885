// @ts-nocheck
// From the last maps to the answer: what each channel adds to a class's logit, all classes with their probabilities,
// and the arithmetic written out. Looking around never asks the server, unless for the weights of a class that were not
// sent. What a visitor settles on (class, true class, temperature) is told to Python, which keeps it in the address.

import { palettesOf, scaleOver } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { unpack } from "../../kernel/payload.js";
import { mountStage } from "../../kernel/stage.js";
import { logSigmoid, logSoftmax, sumOf } from "./arithmetic.js";
import { buildControls, showControls } from "./controls.js";
import { headClasses, makeClasses, showClasses, sortClasses } from "./classes.js";
import { buildChain } from "./chain.js";
import { drawMap } from "./map.js";
import { readout } from "./readout.js";
import { savePng } from "./save.js";
import { writeSums } from "./spelled.js";
import { makeTerms, showTerms } from "./terms.js";

const NARROW = 700; // CSS pixels

export default mountStage(openStage, receive);

function openStage(parentElement) {
  const root = parentElement.querySelector(".stage");
  const stage = { root, find: (selector) => root.querySelector(selector), received: null, timer: 0, frame: 0, unfolded: false };
  Object.assign(stage, { term: null, hoveredTerm: null, hoveredClass: null, step: null, search: "" });
  stage.act = {
    chooseClass: (label) => chooseClass(stage, label),
    chooseTerm: (term) => point(stage, { term, hoveredTerm: null, hoveredClass: null }),
    hoverTerm: (term) => point(stage, { hoveredTerm: term, hoveredClass: null, step: null }),
    hoverClass: (label) => point(stage, { hoveredClass: label, hoveredTerm: null, step: null }),
    explain: (step) => point(stage, { step, hoveredClass: null, hoveredTerm: null }),
    change: (view) => settle(stage, view),
    find: (search) => lookFor(stage, search),
    unfold: () => {
      stage.unfolded = !stage.unfolded;
      writeSums(stage);
      stage.find(".logit .sum button")?.focus();
    },
    save: () => savePng(stage),
  };
  makeTerms(stage);
  makeClasses(stage);
  stage.watcher = new ResizeObserver(() => redraw(stage));
  stage.watcher.observe(root);
  return stage;
}

/** Takes over a payload under a new serial; under the same one what the visitor did here counts. */
function receive(stage, data) {
  const opened = unpack(data);
  if (opened.serial === stage.received) return;
  clearTimeout(stage.timer);
  Object.assign(stage, opened, { received: opened.serial, pictures: new Map(), sums: new Map() });
  Object.assign(stage, { palettes: palettesOf(stage.planes), term: null, hoveredTerm: null, hoveredClass: null });
  stage.mapScale = stage.planes.maps === undefined ? null : scaleOver([stage.planes.maps.values]);
  stage.byLogit = sortClasses(stage.planes.logits.values);
  stage.rank = new Map(stage.byLogit.map((label, rank) => [label, rank]));
  stage.root.setAttribute("aria-label", stage.captions.alt);
  buildChain(stage);
  buildControls(stage);
  redraw(stage);
  stage.classes.reveal(Math.max(0, stage.found?.indexOf(stage.view.label) ?? 0));
  stage.root.dataset.drawn = stage.serial;
}

/** The sum of a class, null where its weights were not sent. */
function sumFor(stage, label) {
  const at = stage.shown.indexOf(label);
  if (at < 0) return null;
  if (!stage.sums.has(label)) {
    const { values, weights, bias } = stage.planes;
    const row = (plane) => plane.values.subarray(at * plane.shape[1], (at + 1) * plane.shape[1]);
    stage.sums.set(label, sumOf(values.shape[0] === 1 ? values.values : row(values), row(weights), bias.values[at]));
  }
  return stage.sums.get(label);
}

function redraw(stage) {
  if (stage.received === null || stage.root.clientWidth === 0) return;
  stage.root.classList.toggle("narrow", stage.root.clientWidth < NARROW);
  stage.softmax = (stage.ending === "sigmoid" ? logSigmoid : logSoftmax)(stage.planes.logits.values, stage.view.temperature);
  stage.sum = sumFor(stage, stage.view.label);
  stage.reach = stage.sum === null ? 0 : Math.abs(stage.sum.products[stage.sum.order[0]]);
  stage.root.classList.toggle("numbers", stage.ending === "none");
  stage.root.classList.toggle("waiting", stage.sum === null);
  showControls(stage);
  headClasses(stage);
  show(stage);
}

/** Everything that follows what is pointed at. */
function show(stage) {
  const label = stage.hoveredClass ?? stage.view.label;
  stage.spelled = { label, sum: sumFor(stage, label) };
  stage.shownTerm = stage.hoveredTerm ?? stage.term ?? stage.sum?.order[0] ?? null;
  showTerms(stage);
  showClasses(stage);
  drawMap(stage);
  writeSums(stage);
  stage.find(".readout").textContent = readout(stage);
}

/** At most one drawing per frame, however fast the mouse moves. */
function point(stage, change) {
  Object.assign(stage, change);
  if (stage.received === null || stage.frame !== 0) return;
  stage.frame = requestAnimationFrame(() => {
    stage.frame = 0;
    show(stage);
  });
}

function chooseClass(stage, label) {
  Object.assign(stage, { term: null, hoveredClass: null, hoveredTerm: null, step: null });
  stage.terms.rewind();
  settle(stage, { label });
}

/** Changes the view at once and tells Python when the visitor rests. */
function settle(stage, change) {
  stage.view = { ...stage.view, ...change };
  redraw(stage);
  stage.later(() => ({ ...stage.view, serial: stage.serial }));
}

/** The list of classes follows what is typed; the first match is brought to the top. */
function lookFor(stage, search) {
  stage.search = search;
  stage.classes.rewind();
  showClasses(stage);
  stage.find(".classes .scroller").dataset.found = put("{count}", { count: stage.found.length });
}
