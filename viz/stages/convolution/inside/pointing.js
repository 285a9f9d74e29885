// @ts-nocheck
// What a pointer or a key means on the stage: which part, and which position of the map.

import { walk } from "../../kernel/panels.js";
import { hitList } from "./list.js";
import { positionAround } from "./sums.js";

/** The part, row and column pointed at, or else the chosen ones. */
export function unitOf({ parts, view, hovered }) {
  const part = parts.findIndex(({ number }) => number === view.input_channel);
  return { part: Math.max(0, part), row: view.row, column: view.column, ...hovered };
}

/** What a pointer over the list means: over an input map, the window most nearly around that cell. */
export function listUnit(stage, event) {
  const bounds = stage.find(".sheet").getBoundingClientRect();
  const hit = hitList(stage, event.clientX - bounds.left, event.clientY - bounds.top);
  if (hit === null) return null;
  const { index: part, kind, cell } = hit;
  if (kind === "parts") return { part, row: cell[0], column: cell[1] };
  if (kind !== "inputs") return { part, kind, cell };
  const { kernel, map } = stage.parts[part];
  const [row, column] = positionAround(stage.setting, [kernel.rows, kernel.columns], cell, [map.rows, map.columns]);
  return { part, row, column, kind, cell };
}

/** The part a key leads to, up and down in the order on stage; null where none is, or it is that of all others. */
export function walkParts(stage, key) {
  const { order, list, parts } = stage;
  const last = order.length - 1;
  const at = order.indexOf(unitOf(stage).part);
  const inSight = Math.max(1, Math.floor(list.height / list.row));
  const to = {
    ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last,
    PageDown: Math.min(last, at + inSight), PageUp: Math.max(0, at - inSight),
  }[key];
  if (to === undefined) return null;
  const reached = order[Math.max(0, Math.min(last, to))];
  return parts[reached].number === null ? order[at] : reached;
}

/** The position a key leads to in the maps, { row, column }; null for other keys. */
export function walkPositions({ parts, view }, key) {
  const to = walk(key, parts[0].map, view.row, view.column);
  return to && { row: to[0], column: to[1] };
}
