// Playing: the window steps through all positions while the output fills up; and its buttons.

import { put } from "../../kernel/text.js";
import { button } from "./controls.js";
import { largest, stepped } from "./state.js";

/** @import { Slide } from "./types.d.ts" */

export const SPEEDS = [1, 3, 10, 30, 120, 600]; // windows a second

/** Playing starts from where the window is, or from the first position where the map is full. @param {Slide} stage @returns {import("../../kernel/player.js").Play} */
export function plays(stage) {
  return {
    begin: () => {
      const { rows, columns } = stage.found.output;
      const at = stage.view.row * columns + stage.view.column;
      const fresh = stage.filled === null || at >= rows * columns - 1;
      stage.filled = fresh ? 1 : at + 1;
      if (fresh) moveTo(stage, [0, 0]);
      return fresh;
    },
    advance: (steps) => advance(stage, steps),
    pace: () => stage.speed,
    started: () => stage.showPlayer(),
    stopped: (ended) => {
      if (ended) stage.filled = null;
      stage.showPlayer();
      stage.choose({});
    },
  };
}

/** Steps on, filling the map; at the end there is nothing more, and the map is whole. @param {Slide} stage @param {number} steps */
function advance(stage, steps) {
  const { rows, columns } = stage.found.output;
  const at = stage.view.row * columns + stage.view.column;
  const next = stepped([stage.view.row, stage.view.column], Math.min(steps, rows * columns - 1 - at), [rows, columns]);
  if (next === null || at >= rows * columns - 1) return false;
  stage.filled = next[0] * columns + next[1] + 1;
  moveTo(stage, next);
  return true;
}

/** One position on or back, by hand: the map is filled as far as the window has come. @param {Slide} stage @param {number} steps */
export function step(stage, steps) {
  if (stage.found.problem !== null) return;
  stage.player.stop();
  const { rows, columns } = stage.found.output;
  const from = stage.filled === null && steps > 0 && stage.view.row === rows - 1 && stage.view.column === columns - 1;
  const next = from ? [0, 0] : stepped([stage.view.row, stage.view.column], steps, [rows, columns]);
  if (next === null) return;
  stage.filled = next[0] * columns + next[1] + 1;
  stage.choose({ row: next[0], column: next[1] }, true);
}

/** @param {Slide} stage @param {[number, number]} position */
function moveTo(stage, [row, column]) {
  stage.view.row = row;
  stage.view.column = column;
  stage.soon();
}

/** Makes the bar of buttons below the views. @param {Slide} stage */
export function buildPlayer(stage) {
  const bar = stage.find(".player");
  const speed = Object.assign(document.createElement("select"), { name: "speed" });
  speed.setAttribute("aria-label", stage.words.speed);
  for (const each of SPEEDS) speed.add(new Option(put(stage.words.windows_a_second, { count: each }), String(each)));
  speed.value = String(stage.speed);
  speed.onchange = () => (stage.speed = Number(speed.value));
  const toLargest = () => {
    const [row, column] = largest(stage.found.output);
    stage.choose({ row, column });
  };
  bar.replaceChildren(
    ...[button(stage, "first", () => stage.choose({ row: 0, column: 0 })), button(stage, "back", () => step(stage, -1))],
    ...[button(stage, "play", stage.player.toggle), button(stage, "forward", () => step(stage, 1))],
    ...[speed, button(stage, `to_largest_${stage.operation}`, toLargest), button(stage, "save_png", stage.save)],
  );
}

/** @param {Slide} stage */
export function showPlayer(stage) {
  const impossible = stage.found.problem !== null;
  for (const control of stage.find(".player").children) control.disabled = impossible;
  const button_ = stage.find(".player [name=play]");
  button_.textContent = stage.playing ? stage.words.pause : stage.words.play;
  button_.setAttribute("aria-pressed", String(stage.playing));
}
