// @ts-nocheck
// Weights as areas, all to one scale; what is too small to see is magnified step by step until it can be seen.

import { fit } from "../../kernel/paint.js";
import { put } from "../../kernel/text.js";
import { savePicture } from "../../kernel/snapshot.js";
import { STEP, chain } from "./zoom.js";

const watchers = new WeakMap();
const LARGEST = 196;

export default function mountAreas({ data, parentElement }) {
  const root = parentElement.querySelector(".areas");
  watchers.get(parentElement)?.disconnect();
  const watcher = new ResizeObserver(() => draw(root, data));
  watchers.set(parentElement, watcher);
  watcher.observe(root);
  write(root, data);
  draw(root, data);
  return () => watchers.get(parentElement)?.disconnect();
}

/** The numbers, each with the colour of its area and how it comes about. */
function write(root, { quantities, words }) {
  const tones = tonesOf(root);
  root.querySelector(".note").textContent = words.note;
  const button = root.querySelector("[name=save_png]");
  button.textContent = words.save_png;
  button.onclick = () => save(root, quantities, words);
  root.querySelector(".counts").replaceChildren(
    ...quantities.map(({ label, how, text }, index) => {
      const line = document.createElement("li");
      line.innerHTML = "<i></i><span></span><span><b></b> <span></span></span>";
      line.querySelector("i").style.background = tones[index];
      line.querySelector("span").textContent = label;
      line.querySelector("b").textContent = text;
      line.querySelector("b + span").textContent = how;
      return line;
    }),
  );
}

/** The squares as a picture to keep, with the numbers as its title. */
function save(root, quantities, words) {
  const figures = [...root.querySelectorAll("figure")].map((figure) => ({
    canvases: [figure.querySelector("canvas")],
    caption: figure.querySelector("figcaption").textContent,
  }));
  const title = quantities.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  savePicture(root, `${words.file}.png`, title, figures);
}

/** From much to little: empty, half, full. */
function tonesOf(root) {
  const style = getComputedStyle(root);
  const theme = (name) => style.getPropertyValue(`--st-${name}`).trim();
  return [theme("secondary-background-color"), "#9a9cab", theme("primary-color")];
}

function draw(root, { quantities, words, alt }) {
  if (root.clientWidth === 0) return;
  const side = Math.min(LARGEST, root.clientWidth - 8);
  const frames = chain(quantities.map(({ count }) => count), side);
  const holder = root.querySelector(".frames");
  holder.setAttribute("aria-label", alt);
  holder.replaceChildren(...frames.map((frame, at) => makeFrame(root, frame, at, at === frames.length - 1, side, words)));
}

function makeFrame(root, { shown, ground }, at, last, side, words) {
  const figure = document.createElement("figure");
  figure.innerHTML = "<figcaption></figcaption><canvas></canvas>";
  figure.querySelector("figcaption").textContent =
    at === 0 ? words.whole : put(words.magnified, { times: (STEP ** at).toLocaleString("en") });
  const context = fit(figure.querySelector("canvas"), side + 2, side + 2);
  const tones = tonesOf(root);
  const ink = getComputedStyle(root).getPropertyValue("--st-text-color").trim();
  context.fillStyle = tones[ground];
  context.fillRect(1, 1, side, side);
  for (const square of [...shown].sort((one, other) => other.side - one.side)) {
    context.fillStyle = tones[square.index];
    context.fillRect(1, 1 + side - square.side, square.side, square.side);
    outline(context, ink, 1, 1 + side - square.side, square.side);
  }
  outline(context, ink, 1, 1, side);
  if (!last) {
    // The piece that the next frame shows, magnified.
    const piece = side / Math.sqrt(STEP);
    context.setLineDash([2, 2]);
    outline(context, ink, 1, 1 + side - piece, piece);
  }
  return figure;
}

function outline(context, ink, left, top, side) {
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.strokeRect(left, top, side, side);
}
