// The controls above the patches: the channel to type or step, how many patches, the picture to keep.

import { allow, makeButton } from "../../kernel/controls.js";
import { put } from "../../kernel/text.js";

/** @import { Actions, Patches } from "./types.d.ts" */

/**
 * Makes the controls anew. `act`: { channel(number), step(by), count(number), save }.
 *
 * @param {Pick<Patches, "find" | "words" | "channels" | "counts">} stage @param {Actions} act
 */
export function buildControls({ find, words, channels, counts }, act) {
  const bar = find(".controls");
  bar.setAttribute("aria-label", words.controls);
  const input = Object.assign(document.createElement("input"), { type: "number", name: "channel", min: 0, max: channels - 1, step: 1 });
  input.onchange = () => act.channel(Number(input.value));
  const step = document.createElement("span");
  step.className = "step";
  const label = document.createElement("label");
  label.append(words.channel, input);
  step.append(makeButton("back", words.back, () => act.step(-1), "‹"), label);
  step.append(makeButton("on", words.on, () => act.step(1), "›"), put(words.of, { last: channels - 1 }));
  const save = makeButton("save", words.save_png, act.save);
  bar.replaceChildren(step, makeCounts(words, counts, act), save);
}

/** @param {Record<string, string>} words @param {number[]} counts @param {Actions} act */
function makeCounts(words, counts, act) {
  const select = Object.assign(document.createElement("select"), { name: "count" });
  for (const count of counts) select.add(new Option(String(count), String(count)));
  select.onchange = () => act.count(/** @type {Patches["view"]["count"]} */ (Number(select.value)));
  const label = document.createElement("label");
  label.append(words.count, select);
  return label;
}

/** Sets the controls to the view that is shown. @param {Pick<Patches, "find" | "view" | "channels">} stage */
export function showControls({ find, view, channels }) {
  find("input[name=channel]").value = view.channel;
  find("select[name=count]").value = view.count;
  allow(find(".back"), view.channel !== 0);
  allow(find(".on"), view.channel !== channels - 1);
}
