// What the part of one cell is made of: the channels that add or take away most, all others together, and the sum.

import { say } from "../../kernel/scale.js";
import { made, put } from "../../kernel/text.js";
import { addUp, roundedTo } from "../../kernel/written.js";
import { channelsAt, largest, minusChannels } from "./parts.js";

/** @import { Where, Written } from "./types.d.ts" */

const MOST = 5;

/** Writes the table for the cell and the map that are pointed at. @param {Where} stage */
export function writeChannels(stage) {
  const { find, words, form, planes, here, shape, shown, planesShown, parts } = stage;
  const cell = here.row * shape.columns + here.column;
  const found = channelsOf(stage, cell);
  const { first, rest, others } = largest(found.products, MOST);
  const bias = form === "classes" ? biasOf(stage) : null;
  const numbers = [...first.map((channel) => found.products[channel]), ...(others > 0 ? [rest] : []), ...(bias === null ? [] : [bias])];
  const written = addUp(numbers, numbers.reduce((total, number) => total + number, 0));
  const { pieces } = written;
  /** @type {(string | number)[][]} */
  const rows = first.map((channel, at) => [channel, say(found.values[channel], 0), say(found.weights[channel], 0), pieces[at]]);
  if (others > 0) rows.push([put(words.others, { count: others }), "", "", pieces[first.length]]);
  if (bias !== null) rows.push([words.bias_share, "", "", pieces[pieces.length - 1]]);
  find(".channels h2").textContent = put(words.channels, { label: planesShown[shown].label, row: here.row, column: here.column });
  const heads = [words.channel, words.value, words.weight, put(form === "places" ? words.part : words.part_shared, { count: planes.maps.shape[1] * planes.maps.shape[2] })];
  const body = bodyOf(rows);
  body.append(rowOf([made("th", words.cell_sum), made("td", ""), made("td", ""), totalCell("", written)]));
  find(".channels table").replaceChildren(headOf(heads), body);
  find(".channels .note").textContent = noteOf(stage, numbers, parts[shown][cell]);
}

/** @param {Where} stage @param {number} cell */
function channelsOf({ planes, form, shown }, cell) {
  /** @param {number} at */
  const of = (at) => channelsAt({ maps: planes.maps, weights: planes.weights }, form, at, cell);
  return shown < 2 ? of(shown) : minusChannels(of(0), of(1));
}

/** The bias that every place gets, its share of the mean; of a difference the difference. @param {Where} stage */
function biasOf({ bias, shown, shape }) {
  return (shown < 2 ? bias[shown] : bias[0] - bias[1]) / (shape.rows * shape.columns);
}

/** Says where the ReLU after the sum changes it. @param {Where} stage @param {number[]} numbers @param {number} part */
function noteOf({ words, rectified }, numbers, part) {
  if (!rectified) return "";
  const before = numbers.reduce((sum, number) => sum + number, 0);
  const changed = Math.abs(before - part) > 1e-4 * Math.max(Math.abs(before), Math.abs(part), 1e-9);
  return changed ? put(words.rectified, { part: say(part, 0) }) : "";
}

/**
 * The cell of a sum: as the numbers beside it add up, and below what it is rounded to.
 *
 * @param {string} sign @param {Written} written
 */
export function totalCell(sign, written) {
  const cell = made("td", `${sign}${written.sum}`);
  const rounded = roundedTo(written).trim();
  if (rounded) cell.append(made("small", rounded));
  return cell;
}

/** The head of a table; where there is nothing to say is no head. @param {string[]} texts */
export function headOf(texts) {
  const head = document.createElement("thead");
  head.append(rowOf(texts.map((text) => (text === "" ? made("td", "") : Object.assign(made("th", text), { scope: "col" })))));
  return head;
}

/** @param {HTMLElement[]} cells */
export function rowOf(cells) {
  const row = document.createElement("tr");
  row.append(...cells);
  return row;
}

/** @param {(string | number)[][]} rows */
function bodyOf(rows) {
  const body = document.createElement("tbody");
  body.append(...rows.map(([name, ...numbers]) => rowOf([made("th", name), ...numbers.map((number) => made("td", number))])));
  return body;
}
