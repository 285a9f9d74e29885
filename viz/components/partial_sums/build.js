// The sum as it is built up, and the captured maps after it: convolution, batch norm, activation, with one position read.

import { fit, frame, place } from "../shared/paint.js";
import { say } from "../shared/scale.js";
import { fill, legend, pictureOf, within } from "./maps.js";

const SIDE = 168;

/** Makes the figures anew, one for the sum and one for every map of the chain. `handlers`: what listens on each map. */
export function makeFigures(stage, handlers) {
  const maps = stage.find(".maps");
  maps.replaceChildren(
    ...Array.from({ length: stage.chain.length + 1 }, () => {
      const figure = document.createElement("figure");
      figure.innerHTML =
        '<figcaption><b></b><small></small></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canvas></canvas></div><div class="value"></div>';
      Object.assign(figure.querySelector("canvas"), handlers);
      return figure;
    }),
  );
}

/** What each figure shows: its plane, scale, name and note. */
export function figuresOf(stage) {
  const { words, parts, view, chain, paint, sum, sumScale, bias } = stage;
  const count = parts.length;
  const whole = view.added === count;
  const note = whole ? fill(bias === 0 ? words.sum_all : words.sum_bias, { count, bias: say(bias, Math.abs(bias)) }) : words.sum_part;
  return [
    { plane: sum, scale: sumScale, name: words.sum, note: fill(note, { added: view.added, count }) },
    ...chain.map(({ layer, kind }, index) => ({
      plane: paint.chain[index],
      scale: index === 0 ? sumScale : paint.scales.after,
      name: index === 0 ? words.output : kind,
      note: layer,
    })),
  ];
}

/** Draws the maps; the marks and values that follow the position come with `markFigures`. */
export function drawFigures(stage) {
  const figures = stage.find(".maps").children;
  const side = Math.min(SIDE, figures[0].clientWidth || SIDE);
  stage.figures = figuresOf(stage).map(({ plane, scale, name, note }, index) => {
    const figure = figures[index];
    const [width, height] = within(side, plane.rows, plane.columns);
    const [canvas, marks] = figure.querySelectorAll("canvas");
    place(fit(canvas, width, height), pictureOf(stage, plane, scale), [0, 0, plane.columns, plane.rows], [0, 0, width, height]);
    canvas.setAttribute("aria-label", `${name}, ${note}`);
    figure.querySelector("b").textContent = name;
    figure.querySelector("small").textContent = note;
    figure.querySelector("small").setAttribute("title", note);
    return { plane, figure, canvas, marks, width, height, name, note, range: 2 * Math.max(Math.abs(scale[0]), scale[1]) };
  });
  writeScales(stage);
}

/** Marks a position in every map and writes its values. */
export function markFigures(stage, { row, column }) {
  for (const { plane, figure, marks, width, height, range } of stage.figures) {
    const cell = [Math.max(5, width / plane.columns), Math.max(5, height / plane.rows)];
    frame(fit(marks, width, height), (column * width) / plane.columns, (row * height) / plane.rows, ...cell, stage.accent);
    figure.querySelector(".value").textContent = say(plane.values[row * plane.columns + column], range);
  }
}

function writeScales(stage) {
  const { words, chain, paint, sumScale } = stage;
  const entry = (text, scale) => {
    const box = document.createElement("div");
    box.append(text, legend(stage, scale));
    return box;
  };
  const boxes = [entry(words.scale_sums, sumScale)];
  if (chain.length > 1) boxes.push(entry(fill(words.scale_after, { kinds: chain.slice(1).map(({ kind }) => kind).join(", ") }), paint.scales.after));
  stage.find(".scales").replaceChildren(...boxes);
}
