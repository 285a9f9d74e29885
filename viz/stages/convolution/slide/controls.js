// The controls above the views: what the window slides over, what slides, and how. Each says which part of the view changes.

import { COLOURS, imageOf, pairOf, resized, textOf } from "./state.js";
import { MODES } from "../../kernel/geometry.js";

/** @import { Control, Slide, View } from "./types.d.ts" @import { Plane } from "../../kernel/types.d.ts" */

/** @param {number} low @param {number} high */
export const range = (low, high) => Array.from({ length: high - low + 1 }, (_, step) => String(low + step));

/** @param {string} tag @param {Record<string, any>} properties @param {(string | Node)[]} children @returns {any} */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A label with controls in it. @param {string} words @param {HTMLElement[]} controls @returns {Control} */
function labelled(words, ...controls) {
  return element("label", {}, element("span", { textContent: words }), ...controls);
}

/**
 * @param {Slide} stage @param {string} name @param {string[]} options @param {(value: string) => void} changed
 * @returns {HTMLSelectElement}
 */
export function list(stage, name, options, changed, spoken = stage.words[name]) {
  const select = element("select", { name });
  for (const option of options) select.add(new Option(stage.words[`${name}_${option}`] ?? option, option));
  select.setAttribute("aria-label", spoken);
  select.onchange = () => changed(select.value);
  return select;
}

/**
 * Two lists, for rows and for columns, that make a pair.
 *
 * @param {Slide} stage @param {string} name @param {number} low @param {number} high @returns {Control}
 */
function pairLists(stage, name, low, high) {
  const lists = ["rows", "columns"].map((axis) =>
    list(stage, name, range(low, high), () => stage.changed({ [name]: lists.map(({ value }) => value).join("x") }), `${stage.words[name]}, ${stage.words[axis]}`),
  );
  const group = element("fieldset", { name }, element("legend", { textContent: stage.words[name] }), lists[0], "×", lists[1]);
  group.show = (/** @type {any} */ view) => pairOf(view[name] === "window" ? view.window : view[name]).forEach((value, axis) => (lists[axis].value = String(value)));
  return group;
}

/**
 * @param {Slide} stage @param {string} name @param {Record<string, any>} properties
 * @param {(number: number) => void} changed @returns {HTMLInputElement}
 */
export function numberField(stage, name, properties, changed) {
  const input = element("input", { type: "number", name, step: "any", ...properties });
  input.onchange = () => {
    const number = Number(input.value);
    if (input.value.trim() !== "" && Number.isFinite(number) && Math.abs(number) <= 1e6) changed(number);
    else stage.refuse(stage.words.not_a_number.replace("{text}", input.value || "…"), input);
  };
  return input;
}

/** @param {Slide} stage @param {string} name @returns {Control} */
function box(stage, name) {
  const input = element("input", { type: "checkbox", name });
  input.onchange = () => stage.changed({ [name]: input.checked });
  const title = stage.words[`${name}_title`] ?? "";
  const label = element("label", { className: "box", title }, input, element("span", { textContent: stage.words[name] }));
  label.show = (/** @type {any} */ view) => (input.checked = view[name]);
  return label;
}

/** @param {Slide} stage @param {string} name @param {() => void} pressed @returns {HTMLButtonElement & Control} */
export function button(stage, name, pressed) {
  const made = element("button", { type: "button", name, textContent: stage.words[name] });
  made.onclick = pressed;
  return made;
}

/** A label of one list, shown as the view says. @param {Slide} stage @param {string} name @param {string[]} options */
function choice(stage, name, options, changed = (/** @type {string} */ value) => stage.changed({ [name]: value })) {
  const select = list(stage, name, options, changed);
  const label = labelled(stage.words[name], select);
  label.show = (view) => (select.value = String(view[/** @type {keyof View} */ (name)]));
  return label;
}

/** @param {Slide} stage */
function sizeSlider(stage) {
  const { smallest, largest } = stage.limits;
  const slider = element("input", { type: "range", name: "size", min: smallest, max: largest, step: 1 });
  const output = element("output");
  slider.oninput = () => stage.changed({ size: Number(slider.value) });
  const label = labelled(stage.words.size, slider, output);
  label.show = (view) => {
    label.hidden = view.source !== "picture";
    slider.value = String(view.size);
    output.textContent = view.size;
  };
  return label;
}

/**
 * What typing and painting cells takes: the matrix's size, the brush, and whether dragging paints.
 *
 * @param {Slide} stage @returns {Control}
 */
function cellTools(stage) {
  const most = stage.limits.most_cells;
  const lists = ["rows", "columns"].map((axis) =>
    list(stage, `cells_${axis}`, range(1, most), () => stage.changed({ cells: textOf(resized(imageOf(stage, stage.view), lists.map(({ value }) => Number(value)))) })),
  );
  const paint = element("input", { type: "checkbox", name: "paint" });
  paint.onchange = () => stage.setPainting(paint.checked);
  const brush = numberField(stage, "brush", { value: 9 }, (value) => (stage.brush = value));
  const group = element(
    "span",
    { className: "cells" },
    element("fieldset", {}, element("legend", { textContent: stage.words.cells_size }), lists[0], "×", lists[1]),
    element("label", { className: "box" }, paint, element("span", { textContent: stage.words.paint })),
    labelled(stage.words.brush, brush),
    button(stage, "clear", () => stage.changed({ cells: textOf({ ...imageOf(stage, stage.view), values: new Float64Array(imageOf(stage, stage.view).values.length) }) })),
  );
  group.show = (/** @type {any} */ view) => {
    group.hidden = view.source !== "cells";
    const { rows, columns } = imageOf(stage, view);
    [rows, columns].forEach((count, axis) => (lists[axis].value = String(count)));
    paint.checked = stage.painting;
    brush.value = String(stage.brush);
  };
  return group;
}

/**
 * Goes over to cells of one's own: they begin as what is on stage, as far as there is room for it.
 *
 * @param {Slide} stage @param {View["source"]} source
 */
function chooseSource(stage, source) {
  if (source !== "cells" || stage.view.cells) return stage.changed({ source });
  const image = imageOf(stage, stage.view);
  const most = Math.min(stage.limits.most_cells, 8);
  const fits = image.rows <= most && image.columns <= most;
  stage.brush = image.values.reduce((most, value) => Math.max(most, value), -Infinity);
  const small = fits ? image : imageOf(stage, { ...stage.view, source: "picture", size: stage.limits.smallest });
  return stage.changed({ source, cells: textOf(small) });
}

/** @param {Slide} stage */
function kernelChoice(stage) {
  const kernels = stage.planes.kernels;
  const names = [...Object.keys(stage.kernel_names), ...(kernels ? ["network"] : []), "typed"];
  const select = list(stage, "kernel", names, (kernel) => chooseKernel(stage, /** @type {View["kernel"]} */ (kernel)));
  const number = numberField(stage, "number", { min: 0, max: (kernels?.shape[0] ?? 1) - 1, step: 1 }, (value) =>
    stage.changed({ number: Math.max(0, Math.min(kernels.shape[0] - 1, Math.round(value))) }),
  );
  number.setAttribute("aria-label", stage.words.number);
  const label = labelled(stage.words.kernel, select, number);
  label.show = (view) => {
    select.value = view.kernel === "network" && !kernels ? "outline" : view.kernel;
    number.hidden = view.kernel !== "network" || !kernels;
    number.value = String(view.number);
  };
  return label;
}

/** @param {Slide} stage @param {View["kernel"]} kernel */
function chooseKernel(stage, kernel) {
  const typed = kernel === "typed" ? { weights: textOf(stage.found.kernel) } : {};
  if (kernel === "typed") stage.editing = "kernel";
  stage.changed({ kernel, ...typed });
}

/** Makes the two bars once per language and network. @param {Slide} stage */
export function buildControls(stage) {
  const made = JSON.stringify([stage.words, stage.planes.kernels?.shape, stage.operation]);
  if (stage.builtFor === made) return;
  stage.builtFor = made;
  const { most_stride: stride, most_padding: padding, most_dilation: dilation, most_taps: taps } = stage.limits;
  const sources = ["picture", ...Object.keys(stage.matrices), "cells"];
  const colour = choice(stage, "colour", COLOURS);
  const showColour = colour.show;
  colour.show = (view) => {
    colour.hidden = view.source !== "picture";
    showColour?.(view);
  };
  const source = [choice(stage, "source", sources, (value) => chooseSource(stage, /** @type {View["source"]} */ (value))), sizeSlider(stage), colour, cellTools(stage)];
  const convolution = stage.operation === "convolution";
  const slides = convolution
    ? [pairLists(stage, "stride", 1, stride), pairLists(stage, "padding", 0, padding), choice(stage, "mode", MODES), pairLists(stage, "dilation", 1, dilation), biasField(stage)]
    : [choice(stage, "pool", ["max", "average"]), pairLists(stage, "window", 1, taps), pairLists(stage, "stride", 1, stride), sameStride(stage), pairLists(stage, "padding", 0, padding), box(stage, "ceil"), include(stage)];
  if (convolution) source.push(kernelChoice(stage), box(stage, "convolve"));
  stage.find(".controls.source").replaceChildren(...source);
  stage.find(".controls.operation").replaceChildren(...slides);
}


/** @param {Slide} stage */
function biasField(stage) {
  const input = numberField(stage, "bias", {}, (bias) => stage.changed({ bias }));
  const label = labelled(stage.words.bias, input);
  label.show = (view) => (input.value = String(view.bias));
  return label;
}

/** Back to the default of pooling layers: as far as the window is large. @param {Slide} stage */
function sameStride(stage) {
  const made = button(stage, "stride_window", () => stage.changed({ stride: "window" }));
  made.show = (view) => (made.hidden = view.stride === "window");
  return made;
}

/** @param {Slide} stage */
function include(stage) {
  const made = box(stage, "include");
  const show = made.show;
  made.show = (view) => {
    made.hidden = view.pool !== "average";
    show?.(view);
  };
  return made;
}

/** Sets the controls to the view that is shown. @param {Slide} stage */
export function showControls(stage) {
  for (const bar of stage.root.querySelectorAll(".controls:not(.player)")) {
    for (const control of bar.children) /** @type {Control} */ (control).show?.(stage.view);
  }
}
