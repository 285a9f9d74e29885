// The controls above the picture, the keys, and the mouse or finger on it.

import { allow } from "../../kernel/controls.js";
import { arrow, bindKeys } from "../../kernel/keys.js";
import { bindPointer, cellNear } from "../../kernel/pointer.js";
import { nextStop, pace, placeIn } from "./state.js";

/** @import { Growth } from "./types.d.ts" @import { Cell, KeyActs } from "../../kernel/types.d.ts" */

/** Builds the controls once for a payload. @param {Growth} stage */
export function buildControls(stage) {
  const { words } = stage;
  const bar = stage.find(".controls");
  bar.replaceChildren(
    button("first", words.first, words.first_title, () => goTo(stage, stage.stops()[0])),
    button("back", words.back, words.back_title, () => step(stage, -1)),
    button("play", words.play, null, stage.player.toggle),
    button("forward", words.forward, words.forward_title, () => step(stage, 1)),
    button("last", words.last, words.last_title, () => goTo(stage, stage.stops()[stage.stops().length - 1])),
    slider(stage),
    list(stage),
    every(stage),
    button("save", words.save_png, null, stage.save),
  );
}

/** @param {string} name @param {string} text @param {string | null} title @param {() => void} act */
function button(name, text, title, act) {
  const made = Object.assign(document.createElement("button"), { name, textContent: text, onclick: act });
  if (title !== null) {
    made.title = title;
    made.setAttribute("aria-label", title);
  }
  return made;
}

/** @param {Growth} stage */
function slider(stage) {
  const made = Object.assign(document.createElement("input"), { type: "range", name: "depth", min: 0 });
  made.setAttribute("aria-label", stage.words.depth);
  made.oninput = () => goTo(stage, stage.stops()[Number(made.value)]);
  return made;
}

/** @param {Growth} stage */
function list(stage) {
  const made = Object.assign(document.createElement("select"), { name: "layer" });
  made.setAttribute("aria-label", stage.words.layer);
  made.append(...stage.rungs.map(({ name }) => new Option(name, name)));
  made.onchange = () => goTo(stage, made.selectedIndex);
  return made;
}

/** @param {Growth} stage */
function every(stage) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "every" });
  box.onchange = () => stage.change({ every: box.checked });
  label.append(box, stage.words.every);
  return label;
}

/** Brings the controls in line with the view. @param {Growth} stage */
export function showControls(stage) {
  const [shown, current] = [stage.stops(), stage.index()];
  /** @param {string} name */
  const at = (name) => stage.find(`[name="${name}"]`);
  const place = placeIn(shown, current);
  Object.assign(at("depth"), { max: shown.length - 1, value: place });
  at("depth").setAttribute("aria-valuetext", stage.rungs[current].name);
  at("layer").value = stage.view.layer;
  at("every").checked = stage.view.every;
  for (const name of ["back", "first"]) allow(at(name), nextStop(shown, current, -1) !== null);
  for (const name of ["forward", "last"]) allow(at(name), nextStop(shown, current, 1) !== null);
  at("play").textContent = stage.playing ? stage.words.pause : stage.words.play;
  at("play").setAttribute("aria-pressed", String(stage.playing));
}

/** Goes to a layer by its number; whoever does so by hand stops the playing. @param {Growth} stage @param {number} index */
export function goTo(stage, index) {
  stage.player.stop();
  stage.touched = true;
  stage.change({ layer: stage.rungs[index].name });
}

/** @param {Growth} stage @param {number} direction */
function step(stage, direction) {
  const next = nextStop(stage.stops(), stage.index(), direction);
  if (next !== null) goTo(stage, next);
}

/** Plays from the first layer on; from the current one if somebody has gone there by hand, or paused there. @param {Growth} stage @returns {import("../../kernel/player.js").Play} */
export function plays(stage) {
  return {
    begin: () => {
      stage.hovered = null;
      const anew = !stage.touched || nextStop(stage.stops(), stage.index(), 1) === null;
      stage.touched = true;
      if (anew) stage.change({ layer: stage.rungs[stage.stops()[0]].name });
      return anew;
    },
    advance: () => {
      const next = nextStop(stage.stops(), stage.index(), 1);
      if (next !== null) stage.change({ layer: stage.rungs[next].name });
      return next !== null;
    },
    pace: () => pace(stage.stops().length),
    started: stage.follow,
    stopped: () => stage.change({}),
  };
}

/** The mouse looks, a press or a finger chooses, also while it is drawn over the picture; keys lead on. @param {Growth} stage */
export function bindPicture(stage) {
  const plane = stage.find(".plane");
  bindPointer(plane, {
    drags: true,
    at: (event) => cellNear(event, plane, stage.picture),
    look: (pixel) => (pixel === null || !stage.playing) && stage.hover(pixel),
    choose: (pixel) => choose(stage, pixel),
  });
  bindKeys(plane, keysOf(stage));
}

/** Arrows lead to the next unit, page keys and Home and End along the layers, space plays. @param {Growth} stage @returns {KeyActs<Cell>} */
const keysOf = (stage) => ({
  layout: () => (key, at) => nextUnit(stage, key, at),
  at: () => [stage.view.row, stage.view.column],
  go: ([row, column]) => stage.change({ row, column }),
  keys: {
    " ": stage.player.toggle,
    PageDown: () => step(stage, 1),
    PageUp: () => step(stage, -1),
    Home: () => goTo(stage, stage.stops()[0]),
    End: () => goTo(stage, stage.stops()[stage.stops().length - 1]),
  },
});

/** The pixel of the next unit: as far away as the layer's stride. @param {Growth} stage @param {string} key @param {Cell} at @returns {Cell | null} */
function nextUnit({ rungs, index, picture: { rows, columns } }, key, at) {
  const direction = arrow(key);
  if (direction === null) return null;
  const { stride } = rungs[index()];
  const [row, column] = at.map((place, axis) => place + direction[axis] * Math.max(1, stride[axis]));
  return [Math.max(0, Math.min(rows - 1, row)), Math.max(0, Math.min(columns - 1, column))];
}

/** @param {Growth} stage @param {Cell} pixel */
function choose(stage, [row, column]) {
  stage.hovered = null;
  if (row !== stage.view.row || column !== stage.view.column) stage.change({ row, column });
}
