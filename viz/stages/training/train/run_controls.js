// The buttons that start and stop a training, and the bar of one that a link makes anew.

import { allow, makeButton } from "../../kernel/controls.js";
import { simple, whole } from "../../kernel/numerals.js";
import { put } from "../../kernel/text.js";

/** @import { Actions, Training } from "./types.d.ts" */

/** @param {Training} stage @param {Actions} act */
export function buildRun({ find, words, save }, act) {
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", words.again_bar);
  find(".run").replaceChildren(
    makeButton("go", words.start, act.toggle),
    makeButton("step", words.step, act.step),
    makeButton("epoch", words.one_epoch, act.epoch),
    makeButton("again", words.back_to_start, act.again),
    makeButton("save", words.save_png, save),
    makeButton("csv", words.save_csv, () => act.keep("csv")),
    makeButton("npz", words.save_npz, () => act.keep("npz")),
    makeButton("look", words.look_inside, () => act.take("pages")),
    makeButton("tensors", words.save_network, () => act.take("file")),
    bar,
  );
  const slider = find("input[name=moment]");
  slider.oninput = () => act.scrub(Number(slider.value));
  slider.setAttribute("aria-label", words.history);
}

/** Sets them to how it stands. @param {Training} stage @param {boolean} may whether this network can be trained */
export function showRun({ find, now, words, rerun }, may) {
  const running = now?.running ?? false;
  find(".go").textContent = running ? words.pause : words.start;
  find(".go").setAttribute("aria-pressed", String(running));
  for (const name of ["go", "step", "epoch"]) allow(find(`.${name}`), may && now !== null);
  for (const name of ["csv", "npz", "look", "tensors"]) allow(find(`.${name}`), now !== null);
  allow(find(".again"), (now?.tip ?? 0) > 0);
  const bar = find("progress");
  bar.hidden = rerun === 0;
  Object.assign(bar, { max: Math.max(1, rerun), value: now?.update ?? 0 });
  showHistory(find("input[name=moment]"), now, words);
}

/** @param {HTMLInputElement} slider @param {Training["now"]} now @param {Record<string, string>} words */
function showHistory(slider, now, words) {
  const moments = now?.moments ?? [0];
  slider.max = String(moments.length - 1);
  const at = moments.findLastIndex((update) => update <= (now?.update ?? 0));
  slider.value = String(at);
  slider.disabled = moments.length < 2;
  slider.setAttribute("aria-valuetext", put(words.moment, { update: whole(moments[at] ?? 0) }));
  slider.title = simple(moments[at] ?? 0);
}
