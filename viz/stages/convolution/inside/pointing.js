// What a pointer means on the stage: which part, and which position of the map.

import { pointIn } from "../../kernel/pointer.js";
import { hitList } from "./list.js";
import { positionAround } from "./sums.js";

/** @import { Inside, Pointed, Unit } from "./types.d.ts" @import { Plane } from "../../kernel/types.d.ts" */

/** The part, row and column pointed at, or else the chosen ones. @param {Inside} stage @returns {Unit} */
export function unitOf({ parts, view, hovered }) {
  const part = parts.findIndex(({ number }) => number === view.input_channel);
  return { part: Math.max(0, part), row: view.row, column: view.column, ...hovered };
}

/**
 * What a pointer over the list means: over an input map, the window most nearly around that cell.
 *
 * @param {Inside} stage @param {MouseEvent} event @returns {Pointed | null}
 */
export function listUnit(stage, event) {
  const hit = hitList(stage, ...pointIn(event, stage.find(".sheet")));
  if (hit === null) return null;
  const { index: part, kind, cell } = hit;
  if (cell === null) return { part, kind, cell };
  if (kind === "parts") return { part, row: cell[0], column: cell[1] };
  if (kind !== "inputs") return { part, kind, cell };
  const { kernel, map } = stage.parts[part];
  const [row, column] = positionAround(stage.setting, [kernel.rows, kernel.columns], cell, [map.rows, map.columns]);
  return { part, row, column, kind, cell };
}
