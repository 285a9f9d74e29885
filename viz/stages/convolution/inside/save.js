// The stage as one picture to keep: the sum, the maps after it, and the rows of parts in sight, each with its scale.

import { asFigures } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { scaleText } from "./maps.js";

/** @import { Inside } from "./types.d.ts" */

/** What is kept of the stage. @param {Inside} stage */
export function picture({ words, view, paint, panels, title, file, find }) {
  const captions = panels.map(({ scale }) => scaleText(scale));
  const maps = asFigures(panels).map(({ canvases, caption }, index) => ({ canvases, caption: `${caption}, ${captions[index]}` }));
  const scales = Object.fromEntries(Object.entries(paint.scales).map(([name, scale]) => [name, scaleText(scale)]));
  const rows = { canvases: [...find(".window").children], caption: put(words.parts_in_sight, scales) };
  return { file, title: put(words.saved_title, { title, row: view.row, column: view.column }), figures: [...maps, rows] };
}
