// Which learning rate, on a real network: a small one trained in this browser at several rates at once, update by update, in
// short slices between two frames, so that the page stays at hand. Nothing is asked of the server.

import { allow, makeButton } from "../../kernel/controls.js";
import { tableOfLines } from "../../kernel/cells.js";
import { listed, marked, simple } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { figuresIn } from "../../kernel/snapshot.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { drawCurves } from "./curves.js";
import { GUESSING, behind, lowest, smoothed, startRace, step } from "./race.js";

/** @import { Race, Rates, View } from "./types.d.ts" */

const PACE = 60; // slices a second
const SLICE = 7; // milliseconds of a frame that training takes
const AT_ONCE = 20; // updates of each for a press, for who wants less motion
const NO_BETTER = 0.05; // so near to the loss of guessing that nothing has been learnt
const EVERY = 20; // updates between two lines of the table

export default makeStage({
  ...{ root: ".race", onWhite: true, region: ".outcome" },
  ...{ open, take, plays, draw, describe, table, picture },
});

/** @param {Rates} stage */
function open(stage) {
  stage.race = null;
  stage.find(".train").onclick = () => stage.player.toggle();
  const seed = stage.find("input[name=seed]");
  seed.onchange = () => {
    const asked = Math.round(Number(seed.value)) || 1;
    anew(stage, { seed: Math.max(1, Math.min(stage.bounds.seeds, asked)) });
  };
}

/** @param {Rates} stage @param {boolean} fresh */
function take(stage, fresh) {
  if (fresh) stage.race = null;
  const { find, rates, words } = stage;
  const buttons = rates.map((rate) => {
    const button = makeButton("favourite", marked(rate), () => stage.settle({ favourite: /** @type {View["favourite"]} */ (rate) }));
    button.dataset.rate = rate;
    button.setAttribute("aria-label", put(words.favour, { rate: marked(rate) }));
    return button;
  });
  find(".favourites").replaceChildren(find(".favourites b"), ...buttons);
  find("input[name=seed]").max = stage.bounds.seeds;
}

/** Other pictures and first weights: what has been trained was on others. @param {Rates} stage @param {Partial<View>} change */
function anew(stage, change) {
  stage.player.stop();
  stage.race = null;
  stage.settle({ ...change, favourite: "" });
}

/** How many updates each has made. @param {Rates} stage */
const made = ({ race, bounds }) => (race === null ? 0 : behind(race, bounds.updates));

/** @param {Rates} stage */
const done = (stage) => made(stage) === stage.bounds.updates;

/** @param {Rates} stage */
function draw(stage) {
  const { find, view, words, playing } = stage;
  for (const button of find(".favourites").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.rate === view.favourite));
    allow(button, made(stage) === 0); // what is known can't be predicted
  }
  find("input[name=seed]").value = view.seed;
  find(".train").textContent = words[playing ? "pause" : done(stage) ? "again" : made(stage) > 0 ? "go_on" : "train"];
  find("canvas").setAttribute("aria-label", put(words.picture, { updates: made(stage) }));
  drawCurves(stage);
}

/** @param {Rates} stage */
function describe(stage) {
  const { race, view, words, bounds } = stage;
  const favourite = view.favourite && put(words.predicted, { rate: marked(view.favourite) });
  if (race === null) return view.favourite ? `${favourite} ${words.run_it}` : words.choose;
  if (!done(stage)) return [favourite, put(words.standing, { updates: simple(made(stage)), count: simple(bounds.updates) })].filter(Boolean).join(" ");
  return [favourite, view.favourite && words[view.favourite === lowest(race).rate ? "right" : "wrong"], result(race, words)].filter(Boolean).join(" ");
}

/** Whose loss ended lowest, and who has lost all numbers on the way. @param {Race} race @param {Record<string, string>} words */
function result(race, words) {
  const { rate, losses } = lowest(race);
  const best = put(words.lowest, { rate: marked(rate), loss: neat(smoothed(losses, losses.length) ?? Number.NaN, 0) });
  const lost = race.runners.filter(({ ended }) => ended !== null);
  const guessing = race.runners.filter(({ losses, ended }) => ended === null && (smoothed(losses, losses.length) ?? 0) > GUESSING - NO_BETTER);
  const idle = guessing.length > 0 ? [put(words.idle, { rates: listed(guessing.map((runner) => marked(runner.rate))) })] : [];
  return [best, ...idle, ...lost.map((runner) => put(words.lost, { rate: marked(runner.rate), update: simple(runner.ended ?? 0) }))].join(" ");
}

/** @param {Rates} stage @returns {import("../../kernel/player.js").Play} */
function plays(stage) {
  return {
    begin: () => {
      if (stage.race === null || done(stage)) stage.race = startRace(stage.rates, stage.view.seed, stage.bounds.updates);
      return false;
    },
    advance: () => {
      const race = /** @type {Race} */ (stage.race);
      const until = performance.now() + SLICE;
      const enough = made(stage) + AT_ONCE;
      let more = true;
      // Who plays gets what fits between two frames; who wants less motion, so many updates a press.
      while (more && (stage.playing ? performance.now() < until : made(stage) < enough)) more = step(race, stage.bounds.updates);
      stage.redraw();
      return more;
    },
    pace: () => PACE,
    started: stage.redraw,
    stopped: stage.redraw,
  };
}

/** @param {Rates} stage */
function table(stage) {
  const { race, rates, words, shared, bounds } = stage;
  const columns = [words.update, ...rates.map(marked)];
  const [count, at] = [Math.floor(bounds.updates / EVERY), Math.floor(made(stage) / EVERY) - 1];
  /** @param {number} place */
  const line = (place) => [String((place + 1) * EVERY), ...rates.map((_, which) => said(smoothed(race?.runners[which].losses ?? [], (place + 1) * EVERY)))];
  return [tableOfLines(shared, put(words.table, { every: EVERY, updates: bounds.updates }), columns, { count, at, line })];
}

/** @param {number | null} loss */
const said = (loss) => (loss === null ? "–" : neat(loss, 0));

/** @param {Rates} stage */
function picture({ find, words, view }) {
  return { file: words.file, title: put(words.title, { seed: view.seed }), figures: figuresIn([find("figure")]) };
}
