// The controls above the stage: a stack to start from, the picture's size, stepping and playing, the picture to keep.

/** @import { Actions, Build } from "./build.d.ts" */

const OWN = "";

/**
 * Makes the controls. `act`: { preset(key), size(number), play, step(by), show(step), zoom, save }.
 *
 * @param {Build} stage @param {Actions} act
 */
export function buildControls({ find, words, presets }, act) {
  const bar = find(".controls");
  const zoom = makeButton("zoom", words.zoom, act.zoom);
  const save = makeButton("save", words.save_png, act.save);
  bar.replaceChildren(makePresets(words, presets, act), makeSize(words, act), makeTransport(words, act), zoom, save);
}

/**
 * A button; with a `sign` that is shown instead of the label, which is then read aloud.
 *
 * @param {string} name @param {string} label @param {() => void} act @param {string | null} sign
 */
export function makeButton(name, label, act, sign = null) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: name, onclick: act });
  button.textContent = sign ?? label;
  if (sign !== null) {
    button.setAttribute("aria-label", label);
    button.setAttribute("title", label);
  }
  return button;
}

/** @param {Record<string, string>} words @param {Build["presets"]} presets @param {Actions} act */
function makePresets(words, presets, act) {
  const select = Object.assign(document.createElement("select"), { name: "preset" });
  select.setAttribute("aria-label", words.preset);
  select.add(new Option(words.own, OWN));
  for (const { key, label } of presets) select.add(new Option(label, key));
  select.onchange = () => act.preset(select.value);
  return select;
}

/** @param {Record<string, string>} words @param {Actions} act */
function makeSize(words, act) {
  const input = Object.assign(document.createElement("input"), { type: "number", name: "size", min: 8, max: 256 });
  input.onchange = () => act.size(Number(input.value));
  const label = document.createElement("label");
  label.append(words.size, input);
  return label;
}

/** @param {Record<string, string>} words @param {Actions} act */
function makeTransport(words, act) {
  const group = Object.assign(document.createElement("span"), { className: "transport" });
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "step", min: 1, step: 1 });
  slider.setAttribute("aria-label", words.step);
  slider.oninput = () => act.show(Number(slider.value));
  group.append(
    makeButton("play", words.play, act.play, "▶"),
    makeButton("back", words.back, () => act.step(-1), "−"),
    slider,
    makeButton("on", words.on, () => act.step(1), "+"),
  );
  return group;
}

/** Sets the controls to the view that is shown. @param {Build} stage @param {string} said */
export function showControls({ find, view, layers, words, presets, playing }, said) {
  const preset = presets.find(({ stack, size }) => stack === view.stack && size === view.size);
  find("select[name=preset]").value = preset?.key ?? OWN;
  find("input[name=size]").value = view.size;
  const slider = find("input[name=step]");
  slider.max = layers.length;
  slider.value = view.step;
  slider.setAttribute("aria-valuetext", said);
  find(".back").disabled = view.step === 1;
  find(".on").disabled = view.step === layers.length;
  find(".zoom").setAttribute("aria-pressed", String(view.zoom));
  const play = find(".play");
  play.textContent = playing ? "❚❚" : "▶";
  for (const name of ["aria-label", "title"]) play.setAttribute(name, playing ? words.pause : words.play);
  play.setAttribute("aria-pressed", String(playing !== 0));
}
