// What is said of a unit or a pixel: where it lies, its value, what it sees, and what of its field lies beyond the picture.

import { boxAt } from "../../kernel/field.js";
import { counted } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { beyond, seeing } from "./spans.js";

/** @import { Box, Cell } from "../../kernel/types.d.ts" */
/** @import { Point } from "./types.d.ts" */

/** The unit pointed at, or else the chosen one: [row, column] of the map. @param {Point} stage @returns {Cell} */
export const unitOf = ({ hovered, view }) => hovered ?? [view.row, view.column];

/** The pixel pointed at and how many units see it; or else the unit, its value and its box. @param {Point} stage @param {Cell} unit */
export function readoutText(stage, unit) {
  const { words, planes, spans, known, pointed, view } = stage;
  const [rows, columns] = planes.map.shape;
  if (pointed !== null && known) {
    const [down, across] = [seeing(spans.rows, pointed[0]).length, seeing(spans.columns, pointed[1]).length];
    return put(words.pixel, { row: pointed[0], column: pointed[1], units: down * across, down, across, all: rows * columns });
  }
  const value = neat(planes.map.values[unit[0] * columns + unit[1]], stage.high - stage.low);
  const place = { row: unit[0], column: unit[1], channel: view.channel, value };
  const box = known ? boxAt(spans, unit) : null;
  return box === null ? put(words.unit_unknown, place) : put(words.unit, { ...place, ...boxWords(box) });
}

/** Why a field is not what it seems, or what of it lies beyond the picture. @param {Point} stage @param {Cell} unit */
export function noteText(stage, unit) {
  const { words, field, spans, known, pointed } = stage;
  const box = known && pointed === null ? boxAt(spans, unit) : null;
  if (box !== null && field.scope === "exact" && !field.reason) return clipped(stage, unit, box);
  return [field.reason && put(words.reason, { reason: field.reason }), throughWindows(stage)].filter(Boolean).join(" ");
}

/** Where a unit sees everything: how far its windows alone would let it see. @param {Point} stage */
function throughWindows({ words, field }) {
  if (field.scope !== "whole image" || !field.spatial_size) return "";
  return put(words.through_windows, { high: field.spatial_size[0], wide: field.spatial_size[1] });
}

/** @param {Box} box */
const boxWords = ({ top, left, bottom, right }) => ({
  ...{ top, left, last_row: bottom - 1, last_column: right - 1, high: bottom - top, wide: right - left },
});

/** What of the field lies beyond the picture, or that it is all of it. @param {Point} stage @param {Cell} unit @param {Box} box */
function clipped({ words, field, planes }, unit, box) {
  const [rows, columns] = planes.picture.shape;
  const over = beyond(field, unit, [rows, columns]);
  const [high, wide] = field.size;
  const values = { ...over, high, wide, inside_high: box.bottom - box.top, inside_wide: box.right - box.left, rows, columns };
  const everything = box.bottom - box.top === rows && box.right - box.left === columns;
  if (everything) return put(high > rows || wide > columns ? words.more_than_all : words.all, values);
  const any = over.top + over.left + over.bottom + over.right > 0;
  /** @param {string} name @param {number} count */
  const number = (name, count) => put(counted(words, name, count), { count });
  return put(any ? words.clipped : words.inside, { ...values, above: number("rows", over.top), aside: number("columns", over.left) });
}
