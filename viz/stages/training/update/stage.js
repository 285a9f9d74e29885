// One update of a small network, slowly: its values light up layer by layer, the loss is summed, the gradient travels
// back, the weights move. All of it is worked out here; what is settled on is told to Python, which keeps it in the address.

import { press } from "../../kernel/keys.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { tablesOf } from "../../kernel/panels.js";
import { plain, simple } from "../../kernel/numerals.js";
import { say } from "../../kernel/scale.js";
import { made, put } from "../../kernel/text.js";
import { still } from "../../kernel/theme.js";
import { bindClasses, showClasses, tableOfClasses } from "./classes.js";
import { PHASES, buildControls, lastOf, showControls } from "./controls.js";
import { OF_THE_KERNEL, cellIn, drawMaps, makeMaps, markMaps, placeOfStep, reached } from "./maps.js";
import { caseOf } from "./passes.js";
import { explained, promiseOf, writtenLoss } from "./sums.js";

/** @import { Plane } from "../../kernel/types.d.ts" */
/** @import { Actions, Place, Update, View } from "./types.d.ts" */

const PACE = 1000 / 900; // steps a second while playing
const NARROW = 760;
const HUNDREDTHS = 100;

export default makeStage({
  ...{ root: ".one-update", narrow: NARROW, relays: true },
  ...{ open, take, plays, draw, mark, describe, aloud, table, picture },
});

/** @param {Update} stage */
function open(stage) {
  Object.assign(stage, { pointed: null, unfolded: false, settled: "", notice: "", panels: [] });
  bindClasses(stage, (row) => point(stage, { key: "linear", row, column: 0 }, false));
  stage.root.onkeydown = (event) => {
    const { tagName, type } = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
    const { play, step } = actions(stage);
    const paging = { PageDown: () => step(1), PageUp: () => step(-1) };
    const typing = tagName === "SELECT" || tagName === "BUTTON" || (tagName === "INPUT" && type !== "range");
    press({ keys: typing ? paging : { ...paging, " ": play } }, event);
  };
}

/** @param {Update} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) Object.assign(stage, { pointed: null, unfolded: false, notice: "" });
  stage.until = stage.steps.length - 1;
  stage.settled = "";
  workOut(stage);
  buildControls(stage, actions(stage));
  stage.panels = makeMaps(stage, {
    point: (key, row, column, chosen) => point(stage, { key, row, column }, chosen),
    at: (key) => cellIn(stage, placeOf(stage), /** @type {any} */ (stage.panels.find((panel) => panel.key === key))),
  });
}

/** Works the update out anew where something has changed that it depends on. @param {Update} stage */
function workOut(stage) {
  const { view, planes, initial, words } = stage;
  const { source, label, loss, pool, rate, seed, updates } = view;
  const settled = JSON.stringify({ source, label, loss, pool, rate, seed, updates });
  if (settled === stage.settled) return;
  stage.case = caseOf(view, pixelsOf(planes[source]), initial[seed]);
  // Where the loss is no longer a number, the last update before that is shown.
  if (stage.case.done < updates) stage.notice = put(words.notice_no_number, { update: stage.case.done + 1 });
  view.updates = stage.case.done;
  stage.settled = JSON.stringify({ source, label, loss, pool, rate, seed, updates: view.updates });
}

/** Pictures come in hundredths. @param {Update["planes"][string]} packed @returns {Plane} */
const pixelsOf = ({ values, shape: [rows, columns] }) => ({ values: Float64Array.from(values, (value) => value / HUNDREDTHS), rows, columns });

/** @param {Update} stage @returns {Actions} */
function actions(stage) {
  return {
    source: (source) => change(stage, { source: /** @type {View["source"]} */ (source), label: stage.sources.find(({ key }) => key === source)?.label_of ?? 0 }),
    change: (changes) => change(stage, changes),
    rate: (typed) => changeRate(stage, typed),
    phase: (name) => playPhase(stage, PHASES.indexOf(name)),
    again: () => follow(stage, { updates: stage.view.updates + 1, step: stage.steps.length - 1 }),
    anew: () => follow(stage, { updates: 0, step: 0 }),
    play: () => {
      stage.until = stage.steps.length - 1;
      stage.player.toggle();
    },
    step: (by) => follow(stage, { step: stage.view.step + by }),
    show: (step) => follow(stage, { step }),
    save: stage.save,
  };
}

/** Another setting: all updates of a view share their settings, so that it begins with the first again. @param {Update} stage @param {Partial<View>} changes */
function change(stage, changes) {
  stage.notice = "";
  const restarts = stage.view.updates > 0 && !("kernel" in changes);
  if (restarts) stage.notice = stage.words.notice_restarts;
  settle(stage, restarts ? { ...changes, updates: 0 } : changes);
}

/** @param {Update} stage @param {string} typed */
function changeRate(stage, typed) {
  const { words, limits, view } = stage;
  const asked = typed.trim() === "" ? Number.NaN : Number(plain(typed.trim()));
  const rate = Number.isNaN(asked) ? view.rate : Math.max(0, Math.min(limits.rate, asked));
  change(stage, { rate });
  if (Number.isNaN(asked)) stage.notice = put(words.notice_no_rate, { rate: simple(rate) });
  else if (asked < 0) stage.notice = words.notice_negative;
  else if (asked > limits.rate) stage.notice = put(words.notice_large, { most: simple(limits.rate) });
  stage.redraw();
}

/** Goes somewhere by hand. @param {Update} stage @param {Partial<View>} to */
function follow(stage, to) {
  stage.player.stop();
  stage.notice = "";
  settle(stage, to);
}

/** @param {Update} stage @param {Partial<View>} changes */
function settle(stage, changes) {
  const { step = stage.view.step, updates = stage.view.updates } = changes;
  const within = { step: Math.max(0, Math.min(stage.steps.length - 1, step)), updates: Math.max(0, Math.min(stage.limits.updates, updates)) };
  if (within.step !== stage.view.step) stage.pointed = null;
  stage.unfolded = false;
  Object.assign(stage.view, changes, within);
  workOut(stage);
  stage.settle();
}

/** Plays one of the four phases; forward behind an update is that of the next one. @param {Update} stage @param {number} phase */
function playPhase(stage, phase) {
  const { view, steps } = stage;
  const [first, last] = [phase === 0 ? 0 : lastOf(steps, phase - 1), lastOf(steps, phase)];
  const goesOn = phase === 0 && view.step === steps.length - 1;
  if (goesOn) follow(stage, { updates: view.updates + 1, step: first });
  else if (view.step < first || view.step >= last) follow(stage, { step: first });
  else stage.player.stop();
  stage.until = last;
  if (still()) follow(stage, { step: last });
  else stage.player.toggle();
}

/** @param {Update} stage */
function plays(stage) {
  const over = () => stage.view.step >= stage.until;
  return {
    begin: () => {
      const anew = over();
      if (anew) settle(stage, { step: 0 });
      return anew;
    },
    /** @param {number} steps */
    advance: (steps) => {
      settle(stage, { step: Math.min(stage.until, stage.view.step + steps) });
      return !over();
    },
    pace: () => PACE,
    started: stage.redraw,
    stopped: () => stage.settle(),
  };
}

/** What is in question: what is pointed at, else what the step has brought. @param {Update} stage @returns {Place} */
const placeOf = (stage) => stage.pointed ?? placeOfStep(stage);

/** @param {Update} stage @param {Place} place @param {boolean} chosen */
function point(stage, place, chosen) {
  const same = JSON.stringify(place) === JSON.stringify(stage.pointed);
  if (same && !chosen) return;
  if (!same) stage.unfolded = false;
  stage.pointed = place;
  const ofKernel = OF_THE_KERNEL.includes(place.key);
  if (ofKernel) stage.move({ row: place.row, column: place.column }, chosen);
  else stage.move({}, false);
  showClasses(stage);
  if (ofKernel) drawMaps(stage); // δ × X is of another cell now
  mark(stage);
}

/** @param {Update} stage */
function draw(stage) {
  const { find, words, view, steps, case: found } = stage;
  const name = steps[view.step];
  const said = put(words[`step_${name}`], { update: view.updates + 1, of: view.step, last: steps.length - 1 });
  find("h2").replaceChildren(made("b", put(words.update_number, { number: view.updates + 1 })), ` ${said}`);
  showControls(stage, said);
  drawMaps(stage);
  showClasses(stage);
  find(".sum").textContent = view.step < steps.indexOf("loss") ? "" : writtenLoss(stage);
  find(".sum").classList.toggle("now", name === "loss");
  find(".promise").replaceChildren(...promiseOf(stage).map((text) => made("span", text)));
  find(".after").hidden = view.step < steps.indexOf("update");
  find(".scales").textContent = stage.notice || put(words.scales, { loss: say(found.forward.loss, 0) });
  find(".scales").classList.toggle("notice", stage.notice !== "");
}

/** @param {Update} stage */
function mark(stage) {
  markMaps(stage, placeOf(stage));
}

/** @param {Update} stage */
function describe(stage) {
  return explained(stage, placeOf(stage));
}

/** @param {Update} stage */
function aloud(stage) {
  const { find, view, steps, notice } = stage;
  const texts = [notice, find("h2").textContent, find(".readout").textContent];
  if (view.step >= steps.indexOf("loss")) texts.push(find(".sum").textContent);
  if (view.step >= steps.indexOf("d_kernel")) texts.push([...find(".promise").children].map(({ textContent }) => textContent).join("; "));
  return texts.filter(Boolean);
}

/** @param {Update} stage */
function table(stage) {
  const panels = reached(stage);
  const tables = tablesOf(stage.shared, panels, { at: (panel) => cellIn(stage, placeOf(stage), panel), read: ({ values }, index) => say(values[index], 0) });
  return [...tables, tableOfClasses(stage)];
}

/** @param {Update} stage */
function picture(stage) {
  const { words, view, find } = stage;
  const figures = figuresIn(reached(stage).map(({ figure }) => figure)).map((figure, at) => ({ ...figure, caption: reached(stage)[at].label }));
  return { file: `${words.file}-${view.source}-${view.updates}-${view.step}`, title: find("h2").textContent ?? "", figures };
}
