// A stage as one picture to keep: its canvases side by side on white, each under its caption, and the title above.

import { contextOf } from "./paint.js";

/** @import { Figure, Picture } from "./types.d.ts" */

const MARGIN = 24;
const GAP = 20;
const LINE = 22;
const WIDEST = 1600;
const FONT = "15px system-ui, sans-serif";

/**
 * Where figures of these sizes stand when they run on in lines of at most `widest`: [left, top] each, and the whole.
 *
 * @param {number[][]} sizes @param {number} widest
 */
export function flow(sizes, widest) {
  const places = [];
  let [left, top, tallest, right] = [0, 0, 0, 0];
  for (const [width, height] of sizes) {
    if (left > 0 && left + width > widest) {
      top += tallest + GAP;
      [left, tallest] = [0, 0];
    }
    places.push([left, top]);
    tallest = Math.max(tallest, height);
    right = Math.max(right, left + width);
    left += width + GAP;
  }
  return { places, width: right, height: top + tallest };
}

/** Gives the picture of a stage, { file, title, figures }, to the visitor. @param {HTMLElement} root @param {Picture} picture */
export const handPicture = (root, { file, title, figures }) => savePicture(root, `${file}.png`, title, figures);

/** Figures of the page as a picture takes them: what is drawn in each, and its caption. @param {Iterable<Element>} elements @returns {Figure[]} */
export function figuresIn(elements) {
  return [...elements].map((element) => ({
    canvases: [...element.querySelectorAll("canvas")],
    caption: element.querySelector("figcaption")?.textContent ?? "",
  }));
}

/**
 * Draws the figures, a list of { canvases: drawn over each other, caption }, and gives them to the visitor as a PNG.
 *
 * @param {HTMLElement} root @param {string} fileName @param {string} title @param {Figure[]} figures
 */
export function savePicture(root, fileName, title, figures) {
  const ratio = 2;
  const shown = figures.filter(({ canvases }) => canvases[0].clientWidth > 0);
  const measure = contextOf(document.createElement("canvas"));
  measure.font = FONT;
  const sizes = shown.map(({ canvases: [canvas], caption }) => [
    Math.max(canvas.clientWidth, measure.measureText(caption).width),
    canvas.clientHeight + LINE,
  ]);
  const { places, width, height } = flow(sizes, WIDEST);
  measure.font = `600 ${FONT}`;
  const wide = Math.max(width, measure.measureText(title).width) + 2 * MARGIN;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [wide * ratio, (height + 2 * MARGIN + 1.5 * LINE) * ratio];
  const context = contextOf(canvas);
  context.scale(ratio, ratio);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#16171d";
  context.font = `600 ${FONT}`;
  context.textBaseline = "top";
  context.fillText(title, MARGIN, MARGIN);
  context.font = FONT;
  context.imageSmoothingEnabled = false;
  shown.forEach(({ canvases, caption }, index) => {
    const [left, top] = [places[index][0] + MARGIN, places[index][1] + MARGIN + 1.5 * LINE];
    context.fillText(caption, left, top);
    for (const each of canvases) context.drawImage(each, left, top + LINE, each.clientWidth, each.clientHeight);
  });
  canvas.toBlob((blob) => hand(root, fileName, blob));
}

/** Gives the visitor a file that is made here. @param {HTMLElement} root @param {string} fileName @param {BlobPart} content */
export const handFile = (root, fileName, content) => hand(root, fileName, new Blob([content]));

/** @param {HTMLElement} root @param {string} fileName @param {Blob | null} blob */
function hand(root, fileName, blob) {
  if (blob === null) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
