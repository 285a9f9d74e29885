// @ts-nocheck
// The stage as one picture to keep: the sum, the maps after it, and the rows of parts in sight, each with its scale.

import { asFigures } from "../../kernel/panels.js";
import { put } from "../../kernel/text.js";
import { savePicture } from "../../kernel/snapshot.js";
import { scaleText } from "./maps.js";

const [INK, PAPER] = ["#16171d", "#ffffff"]; // the picture is white also where the page is dark

/** Hands the picture to the visitor; `drawRows` draws the rows in sight. */
export function save(stage, drawRows) {
  const { words, view, paint, panels, title, file } = stage;
  const captions = panels.map(({ scale }) => scaleText(scale));
  const maps = asFigures(panels).map(({ canvases, caption }, index) => ({ canvases, caption: `${caption}, ${captions[index]}` }));
  const scales = Object.fromEntries(Object.entries(paint.scales).map(([name, scale]) => [name, scaleText(scale)]));
  const rows = { canvases: [...stage.find(".window").children], caption: put(words.parts_in_sight, scales) };
  const { ink, paper } = stage;
  Object.assign(stage, { ink: INK, paper: PAPER });
  drawRows();
  savePicture(stage.root, `${file}.png`, put(words.saved_title, { title, row: view.row, column: view.column }), [...maps, rows]);
  Object.assign(stage, { ink, paper });
  drawRows();
}
