// What adds up to the chosen class's logit, one row for each term: its map, its value, its weight, their product.

import { tableOfLines } from "../../kernel/cells.js";
import { canvasOf, fit, paintValues, place } from "../../kernel/paint.js";
import { sizeOf } from "../../kernel/panels.js";
import { paletteFor, say } from "../../kernel/scale.js";
import { made, part, put } from "../../kernel/text.js";
import { makeList } from "./list.js";
import { barOf, colourOf, filledIn, parts } from "./rows.js";

/** @import { Answer, Sum, TermPlace } from "./types.d.ts" */

const ROW = 46; // CSS pixels, as in the style sheet
const TILE = 38;

/** Makes the list once. @param {Answer} stage */
export function makeTerms(stage) {
  const scroller = stage.find(".terms .scroller");
  scroller.dataset.list = "term";
  stage.terms = makeList(scroller, ROW, {
    fill: (row, at) => stage.sum && fillRow(stage, stage.sum, row, stage.sum.order[at]),
    chosen: () => stage.sum?.order.indexOf(stage.term ?? stage.sum.order[0]) ?? -1,
    choose: (at) => stage.sum && stage.act.chooseTerm(stage.sum.order[at]),
    hover: (at) => stage.act.hoverTerm(at === null ? null : (stage.sum?.order[at] ?? null)),
  });
}

/**
 * Where a term stands: { channel, row, column }, as far as the form of the head has them.
 *
 * @param {Pick<Answer, "form" | "places">} stage @param {number} term @returns {TermPlace}
 */
export function placeOf({ form, places: [rows, columns] }, term) {
  if (form === "average") return { channel: term };
  if (form === "features") return { feature: term };
  const within = form === "classes" ? term : term % (rows * columns);
  const place = { row: Math.floor(within / columns), column: within % columns };
  return form === "classes" ? place : { channel: Math.floor(term / (rows * columns)), ...place };
}

/** @param {Answer} stage @param {number} term */
export const nameOf = (stage, term) => put(stage.words[`term_${stage.form}`], placeOf(stage, term));

/** Draws the heading and the rows in sight. @param {Answer} stage */
export function showTerms(stage) {
  const { find, words, form, labels, view, sum, planes } = stage;
  find(".terms").classList.toggle("plain", planes.maps === undefined || form !== "average");
  const named = { label: labels[view.label], count: planes.weights.shape[1] };
  const heading = put(sum === null ? words.waiting : words[`terms_${form}`], named);
  find(".terms h2").textContent = heading;
  find(".terms .scroller").setAttribute("aria-label", heading);
  const heads = [words[`head_${form}`], words[`value_${form}`], words.weight, words.product, words.bar];
  if (form === "average") heads.unshift("");
  find(".terms .heads").replaceChildren(...heads.map((text) => made("span", text)));
  find(".terms .heads").children[form === "average" ? 1 : 0].className = "left";
  stage.signed = (sum?.products ?? []).some((product) => product < 0);
  stage.terms.show(sum === null ? 0 : sum.order.length);
}

/** @param {Answer} stage @param {Sum} sum @param {HTMLElement} row @param {number} term */
function fillRow(stage, sum, row, term) {
  const { form, planes, reach, signed } = stage;
  const names = ["name", "number", "number", "number", "bar"];
  const cells = parts(row, form === "average" ? ["tile", ...names] : names);
  if (form === "average") drawTile(stage, cells[0], term);
  const [name, value, weight, product, bar] = cells.slice(form === "average" ? 1 : 0);
  name.textContent = nameOf(stage, term);
  value.textContent = say(sum.values[term], 0);
  weight.textContent = say(sum.weights[term], 0);
  product.innerHTML = "<b></b>";
  part(product, "b").textContent = say(sum.products[term], reach);
  const { zero, left, width } = barOf(sum.products[term], reach, signed);
  bar.style.setProperty("--zero", `${zero}%`);
  filledIn(bar).style.cssText = `left: ${left}%; width: ${width}%; background: ${colourOf(planes, sum.products[term])}`;
  row.classList.toggle("hovered", term === stage.hoveredTerm);
}

/** @param {Answer} stage @param {HTMLElement} cell @param {number} term */
function drawTile(stage, cell, term) {
  if (cell.dataset.term === `${stage.payloads} ${term}`) return;
  cell.dataset.term = `${stage.payloads} ${term}`;
  const [, rows, columns] = stage.planes.maps.shape;
  const canvas = cell.querySelector("canvas") ?? cell.appendChild(document.createElement("canvas"));
  const [width, height] = sizeOf({ rows, columns }, TILE);
  place(fit(canvas, width, height), mapPicture(stage, term), [0, 0, columns, rows], [0, 0, width, height]);
}

/** The terms around the one shown, as a table. @param {Answer} stage @param {Sum} sum */
export function tableOfTerms(stage, sum) {
  const { words, shared, form, reach, find, shownTerm } = stage;
  const columns = [words[`head_${form}`], words[`value_${form}`], words.weight, words.product];
  return tableOfLines(shared, find(".terms h2").textContent, columns, {
    ...{ count: sum.order.length, at: sum.order.indexOf(shownTerm) },
    line: (at) => {
      const term = sum.order[at];
      return [nameOf(stage, term), say(sum.values[term], 0), say(sum.weights[term], 0), say(sum.products[term], reach)];
    },
  });
}

/** A channel's map as a canvas off screen, on the scale of all last maps. @param {Answer} stage @param {number} channel @returns {HTMLCanvasElement} */
export function mapPicture(stage, channel) {
  const { planes, pictures, palettes, mapScale } = stage;
  const known = pictures.get(channel);
  if (known) return known;
  const [, rows, columns] = planes.maps.shape;
  const values = planes.maps.values.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const painted = canvasOf(paintValues(values, mapScale, palettes[paletteFor(mapScale)]), rows, columns);
  pictures.set(channel, painted);
  return painted;
}
