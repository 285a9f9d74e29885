// @ts-nocheck
// Playing: the window steps through all positions while the output fills up; only when it stops is anything told.

import { stepped } from "./state.js";

export const SPEEDS = [1, 3, 10, 30, 120, 600]; // windows a second

/** Starts from where the window is, or from the first position where the map is full. */
export function play(stage) {
  if (stage.playing || stage.found.problem !== null) return;
  const { rows, columns } = stage.found.output;
  const at = stage.view.row * columns + stage.view.column;
  const fresh = stage.filled === null || at >= rows * columns - 1;
  stage.filled = fresh ? 1 : at + 1;
  if (fresh) moveTo(stage, [0, 0]);
  stage.playing = true;
  let [last, owed] = [performance.now(), 0];
  const tick = (now) => {
    if (!stage.playing) return;
    owed += ((now - last) / 1000) * stage.speed;
    last = now;
    if (owed >= 1) {
      advance(stage, Math.floor(owed));
      owed %= 1;
    }
    if (stage.playing) stage.ticking = requestAnimationFrame(tick);
  };
  stage.ticking = requestAnimationFrame(tick);
  stage.showPlayer();
}

/** Steps on by `steps` positions, filling the map; at the end it stops, and the map is whole. */
export function advance(stage, steps) {
  const { rows, columns } = stage.found.output;
  const at = stage.view.row * columns + stage.view.column;
  const next = stepped([stage.view.row, stage.view.column], Math.min(steps, rows * columns - 1 - at), [rows, columns]);
  if (next === null || at >= rows * columns - 1) return stop(stage, true);
  stage.filled = next[0] * columns + next[1] + 1;
  return moveTo(stage, next);
}

export function stop(stage, ended = false) {
  if (!stage.playing && !ended) return;
  cancelAnimationFrame(stage.ticking);
  stage.playing = false;
  if (ended) stage.filled = null;
  stage.showPlayer();
  stage.settle({});
}

/** One position on or back, by hand: the map is filled as far as the window has come. */
export function step(stage, steps) {
  if (stage.found.problem !== null) return;
  stop(stage);
  const { rows, columns } = stage.found.output;
  const from = stage.filled === null && steps > 0 && stage.view.row === rows - 1 && stage.view.column === columns - 1;
  const next = from ? [0, 0] : stepped([stage.view.row, stage.view.column], steps, [rows, columns]);
  if (next === null) return;
  stage.filled = next[0] * columns + next[1] + 1;
  stage.settle({ row: next[0], column: next[1] }, true);
}

function moveTo(stage, [row, column]) {
  stage.view.row = row;
  stage.view.column = column;
  stage.showPosition();
}
