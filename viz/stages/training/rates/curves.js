// The loss of every network as a curve of its own, with its rate at its end: nobody needs to tell them by their colours alone.

import { decimal, marked, whole } from "../../kernel/numerals.js";
import { breadth } from "../../kernel/size.js";
import { drawGrid, drawLevel, drawLine, nameEnds, plot } from "../curves.js";
import { GUESSING, smoothed } from "./race.js";

/** @import { Mark } from "../curve_types.d.ts" */
/** @import { Rates } from "./types.d.ts" */

const HEIGHT = 280;
const MARGIN = { left: 44, right: 64, top: 12, bottom: 42 };
const HIGHEST = 2.5;
const DASHES = [[2, 4], [8, 4], [], [14, 4, 2, 4], [4, 4]];
const [MIDDLE, APART] = [80, 30]; // of the palette's colours: those that can be seen on light and on dark
const LINES = [0, 0.5, 1, 1.5, 2, HIGHEST];
const EVERY = 50; // updates between two marks

/** @param {Rates} stage */
export function drawCurves({ find, race, bounds, words, theme, palettes }) {
  const { updates } = bounds;
  const drawing = plot(find("canvas"), { width: breadth(find(".plane")), height: HEIGHT, margin: MARGIN, theme, updates, high: HIGHEST });
  const marks = Array.from({ length: Math.floor(updates / EVERY) + 1 }, (_, mark) => /** @type {Mark} */ ([mark * EVERY, whole(mark * EVERY)]));
  drawGrid(drawing, { lines: LINES.map((loss) => [loss, decimal(loss, 1)]), marks, name: words.update });
  drawLevel(drawing, GUESSING, words.guessing);
  const ends = (race?.runners ?? []).map(({ rate, losses }, at) => {
    const colour = inkOf(palettes.sequential.colours[MIDDLE + at * APART]);
    return { said: marked(rate), end: drawLine(drawing, losses.map((_, done) => [done + 1, smoothed(losses, done + 1) ?? 0]), { colour, wide: 3, dash: DASHES[at] }) };
  });
  nameEnds(drawing, ends);
}

/** A colour of a palette as the page writes it. @param {number} colour as 32 bits */
const inkOf = (colour) => `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`;
