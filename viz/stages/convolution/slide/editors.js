// The tables in the middle view: the kernel and the cells as fields to type in, and the kernel as it slides.

import { button, element, list, numberField, range } from "./controls.js";
import { KERNEL_CHANGES, resized, textOf } from "./state.js";
import { simple } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";

/** @import { Slide } from "./types.d.ts" @import { Plane } from "../../kernel/types.d.ts" */

/** The kernel as a table to type in, its sum, and what can be done with all of it at once. @param {Slide} stage */
export function buildKernelEditor(stage) {
  const { kernel } = stage.found;
  const table = numberTable(stage, "weight", kernel, (weights) => stage.changed({ kernel: "typed", weights }));
  const sum = kernel.values.reduce((/** @type {number} */ total, /** @type {number} */ weight) => total + weight, 0);
  const text = stage.words.kernel_sum.replace("{sum}", neat(sum, Math.abs(sum)));
  const said = element("p", { className: "kernel-sum", textContent: text });
  const changes = Object.keys(KERNEL_CHANGES).map((name) => button(stage, name, () => changeKernel(stage, name)));
  const tools = element("div", { className: "changes" }, ...changes);
  stage.find(".editor").replaceChildren(...both(stage, table), kernelSize(stage, kernel), said, tools);
}

/**
 * The table to type in; where the kernel is turned before it slides, beside it the kernel that the products use.
 *
 * @param {Slide} stage @param {HTMLElement} table
 */
function both(stage, table) {
  if (!stage.view.convolve) return [table];
  const { words, found: { sliding } } = stage;
  const kernels = [[words.kernel_set, table], [words.kernel_turned, readTable(sliding)]];
  return [element("div", { className: "both" }, ...kernels.map(([name, each]) => element("div", {}, element("p", { textContent: name }), each)))];
}

/** @param {number} number */
const rounded = (number) => Number(number.toPrecision(6));

/** A plane's numbers to read, with the digits of those to type in. @param {Plane} plane */
function readTable({ values, rows, columns }) {
  const cells = Array.from(values, (value) => element("td", { textContent: simple(rounded(value)) }));
  const lines = Array.from({ length: rows }, (_, row) => element("tr", {}, ...cells.slice(row * columns, (row + 1) * columns)));
  return element("div", { className: "scroller" }, element("table", { className: "turned" }, ...lines));
}

/** The cells as a table to type in. @param {Slide} stage */
export function buildCellsEditor(stage) {
  const table = numberTable(stage, "cell", stage.found.image, (cells) => stage.changed({ cells }));
  stage.find(".editor").replaceChildren(table);
}

/**
 * A field for every number of a plane; `changed` is given the plane with the new number, as text.
 *
 * @param {Slide} stage @param {string} name @param {Plane} plane @param {(text: string) => void} changed
 */
function numberTable(stage, name, plane, changed) {
  const inputs = Array.from(plane.values, (number, index) => {
    const input = numberField(stage, `${name}_${index}`, { value: rounded(number) }, (value) => {
      const values = Float64Array.from(plane.values);
      values[index] = value;
      changed(textOf({ ...plane, values }));
    });
    const at = { row: Math.floor(index / plane.columns), column: index % plane.columns };
    input.setAttribute("aria-label", put(stage.words[name], at));
    return input;
  });
  const table = element("table", { className: plane.columns > 7 ? "wide" : "" });
  for (let row = 0; row < plane.rows; row += 1) {
    const cells = inputs.slice(row * plane.columns, (row + 1) * plane.columns).map((input) => element("td", {}, input));
    table.append(element("tr", {}, ...cells));
  }
  return element("div", { className: "scroller" }, table);
}

/** @param {Slide} stage @param {Plane} kernel */
function kernelSize(stage, kernel) {
  const lists = ["rows", "columns"].map((axis) =>
    list(stage, `kernel_${axis}`, range(1, stage.limits.most_taps), () =>
      stage.changed({ kernel: "typed", weights: textOf(resized(kernel, lists.map(({ value }) => Number(value)))) }),
    ),
  );
  [kernel.rows, kernel.columns].forEach((count, axis) => (lists[axis].value = String(count)));
  return element("fieldset", {}, element("legend", { textContent: stage.words.kernel_size }), lists[0], "×", lists[1]);
}

/** @param {Slide} stage @param {string} name */
function changeKernel(stage, name) {
  const changed = KERNEL_CHANGES[name](stage.found.kernel);
  if (changed === null) stage.refuse(stage.words.sum_is_zero);
  else stage.changed({ kernel: "typed", weights: textOf(changed) });
}
