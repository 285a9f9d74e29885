// The arithmetic written out: the products of one input channel, and the sum of all parts; folded where it is long.

import { foldedTerms } from "../../kernel/folded.js";
import { whole } from "../../kernel/numerals.js";
import { fit, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { made, part, put } from "../../kernel/text.js";
import { limits, say } from "../../kernel/scale.js";
import { bracketed, line, partOf, roundedTo, writeSum, writeTotal } from "../../kernel/written.js";
import { nameOf } from "./list.js";
import { FINE, pictureOf } from "./maps.js";
import { unitOf } from "./pointing.js";
import { spell } from "./sums.js";

/** @import { Inside, Unit } from "./types.d.ts" @import { Written } from "../../kernel/types.d.ts" */

const [SIDE, NARROW_SIDE] = [88, 72];

/** Writes both sums for a unit { part, row, column }. @param {Inside} stage @param {Unit} unit */
export function writeSums(stage, unit) {
  writeProducts(stage, unit);
  writeParts(stage, unit);
}

/** @param {Inside} stage @param {Unit} unit */
function writeProducts(stage, { part: index, row, column }) {
  const { words, parts, setting } = stage;
  const box = stage.find(".spelled .one");
  const own = parts[index];
  box.hidden = own.input === null;
  if (box.hidden) return;
  const spelled = spell(own, setting, row, column);
  const { rows, columns, values: weights } = own.kernel;
  const count = weights.length;
  const heading = put(count === 1 ? words.product : words.products, { name: nameOf(stage, index), count, row, column });
  part(box, "h2").textContent = heading;
  drawPlanes(stage, part(box, ".planes"), { ...spelled, weights, kernel: [rows, columns] });
  const paragraph = part(box, ".sum");
  if (!finite(stage, paragraph, spelled.products)) return;
  const written = writeSum(spelled.values, [...weights], 0, spelled.total);
  const pieces = written.terms.map((_, at) => line(written, at, at + 1));
  fold(stage, paragraph, "products", { pieces, written, words: words.more_products });
}

/**
 * The window, the slice and their products as three small maps; a 1×1 kernel has none to show.
 *
 * @param {Inside} stage @param {HTMLElement} box
 * @param {{ values: ArrayLike<number>, weights: ArrayLike<number>, products: number[], kernel: number[] }} spelled
 */
function drawPlanes(stage, box, { values, weights, products, kernel: [rows, columns] }) {
  if (values.length === 1) {
    box.replaceChildren();
    return;
  }
  const { scales } = stage.paint;
  const reach = Math.max(...products.map((product) => Math.abs(product)).filter(Number.isFinite), 0);
  /** @type {[ArrayLike<number>, import("../../kernel/types.d.ts").Scale, string, string][]} */
  const shown = [
    [values, scales.inputs, stage.words.plane_window, "×"],
    [weights, scales.kernels, stage.words.plane_slice, "="],
    [products, limits(-reach, reach, "symmetric"), put(stage.words.plane_products, { reach: say(reach, reach) }), ""],
  ];
  const [width, height] = sizeOf({ rows, columns }, stage.root.classList.contains("narrow") ? NARROW_SIDE : SIDE);
  box.replaceChildren(
    ...shown.flatMap(([numbers, scale, caption, sign]) => {
      const figure = document.createElement("figure");
      figure.innerHTML = '<canvas role="img"></canvas><figcaption></figcaption>';
      const canvas = part(figure, "canvas");
      const picture = pictureOf(stage, { values: Float64Array.from(numbers), rows, columns }, scale);
      place(fit(canvas, width, height), picture, [0, 0, columns, rows], [0, 0, width, height]);
      canvas.setAttribute("aria-label", caption);
      part(figure, "figcaption").textContent = caption;
      return sign ? [figure, sign] : [figure];
    }),
  );
}

/** @param {Inside} stage @param {Unit} unit */
function writeParts(stage, { row, column }) {
  const { words, parts, order, here, bias, paint } = stage;
  const box = stage.find(".spelled .all");
  box.hidden = parts.length === 1 && bias === 0;
  const chosen = order.map((index) => here[index]);
  const total = chosen.reduce((sum, value) => sum + value, bias);
  const paragraph = part(box, ".sum");
  if (!finite(stage, paragraph, [bias, ...chosen])) return;
  const written = writeTotal(chosen, bias, total);
  const pieces = written.terms.map(({ value }) => bracketed(value));
  part(box, "h2").textContent = titleOf(stage);
  const captured = paint.chain[0].values[row * paint.chain[0].columns + column];
  const after = put(words.captured, { value: say(captured, FINE * stage.sumScale[1]) });
  fold(stage, paragraph, "parts", { pieces, written, words: words.more_parts, after });
}

/** What is added up at the place in question. @param {Inside} stage */
export function titleOf(stage) {
  const { words, parts, bias } = stage;
  const { row, column } = unitOf(stage);
  const name = `${parts.length === 1 ? "part" : "parts"}_${bias === 0 ? "plain" : "bias"}`;
  return put(words[name], { count: whole(parts.length), row, column });
}

/**
 * Whether the numbers can be written out; says so where they can't.
 *
 * @param {Inside} stage @param {HTMLElement} paragraph @param {number[]} numbers
 */
function finite(stage, paragraph, numbers) {
  const can = numbers.every(Number.isFinite);
  if (!can) paragraph.textContent = stage.words.not_finite;
  return can;
}

/**
 * Puts a sum on the page, folded or not.
 *
 * @param {Inside} stage @param {HTMLElement} paragraph @param {string} name
 * @param {{ pieces: string[], written: Written, words: string, after?: string }} sum
 */
function fold(stage, paragraph, name, { pieces, written, words, after = "" }) {
  const unfold = () => {
    stage.unfolded[name] = !stage.unfolded[name];
    stage.rewrite();
    stage.find(`.spelled .${name === "products" ? "one" : "all"} .sum button`)?.focus();
  };
  /** @param {number} start @param {number} end */
  const rest = (start, end) => put(words, { count: end - start, sum: partOf(written, start, end) });
  const folded = foldedTerms(pieces, { unfolded: stage.unfolded[name], unfold, rest, fold: stage.words.fold });
  const nodes = [...folded.terms];
  if (written.bias !== null) nodes.push(" + ", made("span", put(stage.words.bias, { bias: bracketed(written.bias) })));
  nodes.push(" = ", made("b", written.sum), made("small", roundedTo(written)));
  if (after) nodes.push(" ", made("small", after));
  paragraph.replaceChildren(...nodes, ...folded.after);
}
