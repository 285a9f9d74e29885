// The stage as a picture to keep: the largest parts of the sum and the likeliest classes as bars, and the map.

import { fit } from "../../kernel/paint.js";
import { scaleOver, withScale } from "../../kernel/panels.js";
import { say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { percent } from "./arithmetic.js";
import { barOf, colourOf } from "./rows.js";
import { nameOf } from "./terms.js";

/** @import { Answer, Bar } from "./types.d.ts" */

const MOST = 10; // rows of each
const [WIDTH, HEIGHT, NAME, NUMBER] = [460, 26, 190, 90];

/** Both lists, drawn on canvases that nobody sees, and the map. @param {Answer} stage */
export function picture(stage) {
  const { root, captions, sum, labels, planes, softmax, byLogit, find } = stage;
  const classes = byLogit.slice(0, MOST).map((label) => {
    if (stage.ending === "none") return { name: labels[label], number: say(planes.logits.values[label], 0), ...barOf(0, 1, false), colour: "#3d405b" };
    const number = put(stage.words.percent, { percent: percent(softmax.logs[label]) });
    return { name: labels[label], number, ...barOf(Math.exp(softmax.logs[label]), 1, false), colour: "#3d405b" };
  });
  const figures = [drawRows(root, termBars(stage), find(".terms h2").textContent), drawRows(root, classes, find(".classes h2").textContent)];
  const map = find(".map");
  if (!map.hidden && sum !== null) {
    const scale = stage.form === "classes" ? scaleOver([sum.values]) : stage.mapScale;
    figures.push({ canvases: [map.querySelector("canvas")], caption: withScale(map.querySelector("figcaption").textContent, scale) });
  }
  // They have a size on the page alone, and are looked at as soon as this returns.
  setTimeout(() => figures.slice(0, 2).forEach(({ canvases: [canvas] }) => canvas.remove()));
  return { file: captions.file, title: captions.title, figures };
}

/** The largest parts of the sum. @param {Answer} stage @returns {Bar[]} */
function termBars(stage) {
  const { sum, planes, reach, signed } = stage;
  if (sum === null) return [];
  return sum.order.slice(0, MOST).map((term) => {
    const value = sum.products[term];
    return { name: nameOf(stage, term), number: say(value, reach), ...barOf(value, reach, signed), colour: colourOf(planes, value) };
  });
}

/** @param {HTMLElement} root @param {Bar[]} rows @param {string} caption */
function drawRows(root, rows, caption) {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = "position: absolute; visibility: hidden; pointer-events: none; top: 0; left: 0;";
  root.append(canvas);
  const context = fit(canvas, WIDTH, Math.max(1, rows.length) * HEIGHT);
  context.font = "14px system-ui, sans-serif";
  context.textBaseline = "middle";
  rows.forEach(({ name, number, zero, left, width, colour }, index) => {
    const middle = (index + 0.5) * HEIGHT;
    const room = (WIDTH - NAME - NUMBER) / 100;
    context.fillStyle = colour;
    context.fillRect(NAME + left * room, middle - 7, width * room, 14);
    context.fillStyle = "#16171d";
    context.fillRect(NAME + zero * room, middle - 10, 1, 20);
    context.fillText(name, 0, middle, NAME - 10);
    context.textAlign = "right";
    context.fillText(number, WIDTH, middle, NUMBER - 8);
    context.textAlign = "left";
  });
  return { canvases: [canvas], caption };
}
