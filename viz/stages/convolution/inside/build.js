// The sum as it is built up, and the captured maps after it: convolution, batch norm, activation, with one position read.

import { listed } from "../../kernel/numerals.js";
import { drawPanel, makePanels, markPanel } from "../../kernel/panels.js";
import { part, put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { FINE, namedLegend } from "./maps.js";

/** @import { Inside, Unit } from "./types.d.ts" @import { Panel, PanelActs } from "../../kernel/types.d.ts" */

const [SMALLEST, LARGEST, AROUND] = [110, 140, 326]; // sides of a map, and what of the room isn't maps
const LONGEST = 9; // characters that stand beside a value

/** A layer's name by its last parts: as many as there is room for. @param {string} layer */
function shortened(layer) {
  const words = layer.split(".");
  while (words.length > 1 && words.join(".").length > LONGEST) words.shift();
  return words.join(".");
}

/**
 * Makes the panels anew, one for the sum and one for every map of the chain; `act` as in shared/panels.js.
 *
 * @param {Inside} stage @param {PanelActs} act
 */
export function makeFigures(stage, act) {
  const { words, paint, chain } = stage;
  const sum = { key: "sum", label: words.sum, note: " ", ...paint.chain[0], stop: true };
  const captured = chain.map(({ layer, kind }, index) => ({ key: `chain${index}`, label: kind, note: layer, ...paint.chain[index], stop: true }));
  stage.panels = /** @type {any} */ (makePanels(stage.find(".maps"), [sum, ...captured], act));
  for (const panel of stage.panels.slice(1)) caption(panel, shortened(panel.note));
}

/** The short form of a panel's note is seen, the whole one stands behind it. @param {Pick<Panel, "figure"> & { note: string }} panel @param {string} short */
function caption({ figure, note }, short) {
  const small = part(figure, "small");
  small.textContent = short;
  small.setAttribute("title", note);
}

/** Draws the maps; the marks and values that follow the position come with `markFigures`. @param {Inside} stage */
export function drawFigures(stage) {
  const { panels, paint, sum, sumScale } = stage;
  const [first] = panels;
  const [note, short] = notesOfSum(stage);
  Object.assign(first, sum, { note });
  caption(first, short);
  first.canvas.setAttribute("aria-label", `${first.label}, ${first.note}`);
  const side = Math.floor(Math.max(SMALLEST, Math.min(LARGEST, (stage.room - AROUND) / 2)));
  panels.forEach((panel, index) => {
    panel.scale = index < 2 ? sumScale : paint.scales.after;
    drawPanel(panel, side, panel.scale, paint.palettes);
  });
  writeScales(stage);
}

/** What has been added up: in a sentence, and short. @param {Inside} stage */
function notesOfSum({ words, parts, view, bias }) {
  const count = parts.length;
  const values = { added: view.added, count, bias: say(bias, 0) };
  const whole = count === 1 ? "only" : "all";
  const state = view.added < count ? "some" : whole;
  return ["sum", "short"].map((length) => put(words[`${length}_${state}${bias === 0 ? "" : "_bias"}`], values));
}

/** Marks a position in every map and writes its values. @param {Inside} stage @param {Unit} unit */
export function markFigures(stage, { row, column }) {
  for (const panel of stage.panels) {
    const { values, columns, read, scale } = panel;
    markPanel(panel, [{ top: row, left: column, rows: 1, columns: 1 }], stage.theme.accent);
    read.textContent = say(values[row * columns + column], FINE * Math.max(Math.abs(scale[0]), scale[1]));
  }
}

/** @param {Inside} stage */
function writeScales(stage) {
  const { words, chain, paint, sumScale } = stage;
  const boxes = [namedLegend(stage, words.scale_sums, { kind: chain[0].kind }, sumScale)];
  const kinds = listed(chain.slice(1).map(({ kind }) => kind));
  if (kinds) boxes.push(namedLegend(stage, words.scale_after, { kinds }, paint.scales.after));
  stage.find(".scales").replaceChildren(...boxes);
}
