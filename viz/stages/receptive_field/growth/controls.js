// @ts-nocheck
// The controls above the picture, the keys, and the mouse or finger on it.

import { nextStop, pace, placeIn, stops } from "./state.js";

const ARROWS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
const LAYERS = { PageDown: 1, PageUp: -1 };

/** Builds the controls once for a payload. */
export function buildControls(stage) {
  const { words } = stage;
  const bar = stage.find(".controls");
  bar.setAttribute("aria-label", words.controls);
  bar.replaceChildren(
    button("first", words.first, words.first_title, () => goTo(stage, stage.stops()[0])),
    button("back", words.back, words.back_title, () => step(stage, -1)),
    button("play", words.play, null, () => toggle(stage)),
    button("forward", words.forward, words.forward_title, () => step(stage, 1)),
    button("last", words.last, words.last_title, () => goTo(stage, stage.stops().at(-1))),
    slider(stage),
    list(stage),
    every(stage),
    button("save", words.save_png, null, () => stage.save()),
  );
}

function button(name, text, title, act) {
  const made = Object.assign(document.createElement("button"), { name, textContent: text, onclick: act });
  if (title !== null) {
    made.title = title;
    made.setAttribute("aria-label", title);
  }
  return made;
}

function slider(stage) {
  const made = Object.assign(document.createElement("input"), { type: "range", name: "depth", min: 0 });
  made.setAttribute("aria-label", stage.words.depth);
  made.oninput = () => goTo(stage, stage.stops()[Number(made.value)]);
  return made;
}

function list(stage) {
  const made = Object.assign(document.createElement("select"), { name: "layer" });
  made.setAttribute("aria-label", stage.words.layer);
  made.append(...stage.rungs.map(({ name }) => new Option(name, name)));
  made.onchange = () => goTo(stage, made.selectedIndex);
  return made;
}

function every(stage) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "every" });
  box.onchange = () => stage.change({ every: box.checked });
  label.append(box, stage.words.every);
  return label;
}

/** Brings the controls in line with the view. */
export function showControls(stage) {
  const [shown, current] = [stage.stops(), stage.index()];
  const at = (name) => stage.find(`[name="${name}"]`);
  const place = placeIn(shown, current);
  Object.assign(at("depth"), { max: shown.length - 1, value: place });
  at("depth").setAttribute("aria-valuetext", stage.rungs[current].name);
  at("layer").value = stage.view.layer;
  at("every").checked = stage.view.every;
  at("back").disabled = at("first").disabled = nextStop(shown, current, -1) === null;
  at("forward").disabled = at("last").disabled = nextStop(shown, current, 1) === null;
  at("play").textContent = stage.playing ? stage.words.pause : stage.words.play;
  at("play").setAttribute("aria-pressed", String(stage.playing));
}

/** Goes to a layer by its number; whoever does so by hand stops the playing. */
export function goTo(stage, index) {
  stop(stage);
  stage.touched = true;
  stage.change({ layer: stage.rungs[index].name });
}

function step(stage, direction) {
  const next = nextStop(stage.stops(), stage.index(), direction);
  if (next !== null) goTo(stage, next);
}

function toggle(stage) {
  return stage.playing ? stop(stage) : play(stage);
}

/** Plays from the first layer on; from the current one if somebody has gone there by hand, or paused there. */
function play(stage) {
  stage.playing = true;
  stage.hovered = null;
  const shown = stops(stage.rungs, stage.view.every);
  const wait = pace(shown.length);
  const beat = () => {
    const next = nextStop(stage.stops(), stage.index(), 1);
    if (next === null) return stop(stage);
    stage.change({ layer: stage.rungs[next].name });
    stage.beating = setTimeout(beat, wait);
    return undefined;
  };
  const anew = !stage.touched || nextStop(shown, stage.index(), 1) === null;
  stage.change(anew ? { layer: stage.rungs[shown[0]].name } : {});
  stage.beating = setTimeout(beat, wait);
}

/** Stops playing; what was settled on is told. */
export function stop(stage) {
  if (!stage.playing) return;
  clearTimeout(stage.beating);
  stage.playing = false;
  stage.touched = true;
  stage.change({});
}

/** Keys on the picture: arrows move to the next unit, page keys and Home and End along the layers, space plays. */
export function press(stage, event) {
  const shown = stage.stops();
  if (event.key === " ") toggle(stage);
  else if (event.key in LAYERS) step(stage, LAYERS[event.key]);
  else if (event.key === "Home") goTo(stage, shown[0]);
  else if (event.key === "End") goTo(stage, shown.at(-1));
  else if (event.key in ARROWS) walk(stage, ARROWS[event.key]);
  else return;
  event.preventDefault();
}

function walk(stage, direction) {
  const { stride } = stage.rungs[stage.index()];
  const [row, column] = [stage.view.row, stage.view.column].map((at, axis) => at + direction[axis] * Math.max(1, stride[axis]));
  const { rows, columns } = stage.picture;
  stage.change({ row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) });
}

/** The mouse looks, a press or a finger chooses, also while it is drawn over the picture. */
export function bindPointer(stage) {
  const plane = stage.find(".plane");
  let dragging = false;
  plane.onpointerdown = (event) => {
    if (event.button !== 0) return;
    plane.setPointerCapture(event.pointerId);
    dragging = true;
    choose(stage, event);
  };
  plane.onpointermove = (event) => {
    if (dragging) choose(stage, event);
    else if (event.pointerType === "mouse" && !stage.playing) stage.look(pixelUnder(stage, event));
  };
  plane.onpointerup = plane.onpointercancel = () => (dragging = false);
  plane.onpointerleave = () => stage.look(null);
  plane.onkeydown = (event) => press(stage, event);
}

function pixelUnder(stage, event) {
  const bounds = stage.find(".plane").getBoundingClientRect();
  const within = (at, size, count) => Math.max(0, Math.min(count - 1, Math.floor((at / size) * count)));
  const { rows, columns } = stage.picture;
  return [within(event.clientY - bounds.top, bounds.height, rows), within(event.clientX - bounds.left, bounds.width, columns)];
}

function choose(stage, event) {
  const [row, column] = pixelUnder(stage, event);
  stage.hovered = null;
  if (row !== stage.view.row || column !== stage.view.column) stage.change({ row, column });
}
