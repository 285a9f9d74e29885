// Playing through something step by step, the same way everywhere: it starts and stops at a press, goes at its speed, ends
// by itself, and stops where nobody can see it. Who has asked for less motion gets a step for every press instead. While it
// plays, nothing is said or told (`aloud.js`, `stage.js`): what has come of it is, once, when it has stopped.

import { still } from "./theme.js";

/**
 * What a stage gives: `begin` brings it to where playing starts, and says whether that was a step already; `advance` goes on
 * by some steps, and says whether there are more; `pace`: how many a second; `started` and `stopped` show it, the latter
 * and told whether it came to its end.
 *
 * @typedef {object} Play
 * @property {() => boolean} begin
 * @property {(steps: number) => boolean} advance
 * @property {() => number} pace
 * @property {() => void} started
 * @property {(ended: boolean) => void} stopped
 */

/**
 * What a stage is given: `drop` ends it without a word, for what was played through is gone.
 *
 * @typedef {object} Player
 * @property {() => void} toggle
 * @property {() => void} stop
 * @property {() => void} drop
 */

const LATE = 100; // milliseconds: a frame that comes later makes up for no more, so that a slow play leaves no step out

/** A player of a stage, which finds in `playing` whether it plays. @param {{ playing: boolean }} stage @param {Play} play @returns {Player} */
export function makePlayer(stage, play) {
  let frame = 0;
  const hide = () => {
    if (document.hidden) stop();
  };
  const drop = () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("visibilitychange", hide);
    stage.playing = false;
  };
  const stop = (ended = false) => {
    if (!stage.playing) return;
    drop();
    play.stopped(ended);
  };
  const start = () => {
    if (still()) {
      play.stopped(!play.begin() && !play.advance(1));
      return;
    }
    stage.playing = true;
    document.addEventListener("visibilitychange", hide);
    play.begin();
    play.started();
    run();
  };
  const run = () => {
    /** @type {number | null} */
    let last = null;
    let owed = 0;
    /** @param {number} now */
    const tick = (now) => {
      const pace = play.pace();
      owed += (Math.min(now - (last ?? now), Math.max(LATE, 1000 / pace)) * pace) / 1000;
      last = now;
      const steps = Math.floor(owed + 1e-9); // a third of a second, three times, is one
      owed -= steps;
      if (steps > 0 && !play.advance(steps)) stop(true);
      else if (stage.playing) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
  };
  return { toggle: () => (stage.playing ? stop() : start()), stop: () => stop(), drop };
}
