// The network as ink: volumes, arrows, brackets, numbers below, small maps, the answers. Only what is in the window.

import { fit, place } from "../../kernel/paint.js";
import { put } from "../../kernel/text.js";
import { arrow, drawEdges } from "./edges.js";
import { BRACKET, FIRST, ANSWERS, LINE, brief } from "./layout.js";
import { drawMaps } from "./tiles.js";

/** @import { Cell, Theme } from "../../kernel/types.d.ts" */
/** @import { Node, Overview, Volume } from "./types.d.ts" */

const PERCENT = 66; // width that the percentages take

/** @param {Theme} theme @param {number} size @param {number} [weight] */
export const font = (theme, size, weight = 400) => `${weight} ${size}px ${theme.font || "sans-serif"}`;

/**
 * The text, shortened from its beginning so that it fits: of a layer's name the end says most.
 *
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} width
 */
export function shortened(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  for (let cut = 1; cut < text.length; cut += 1) {
    if (context.measureText(`…${text.slice(cut)}`).width <= width) return `…${text.slice(cut)}`;
  }
  return "…";
}

/**
 * The text, shortened from its end so that it fits: of a word the beginning says most.
 *
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} width
 */
export function cut(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  for (let length = text.length - 1; length > 0; length -= 1) {
    const start = `${text.slice(0, length).trimEnd()}…`;
    if (context.measureText(start).width <= width) return start;
  }
  return "…";
}

/**
 * The picture in its column, with the headings of the numbers below the volumes.
 *
 * @param {HTMLCanvasElement} canvas @param {Overview} stage @param {Theme} theme
 */
export function drawPicture(canvas, stage, theme) {
  const { at, words, source, size: [rows, columns] } = stage;
  const context = fit(canvas, FIRST, at.total);
  const longest = Math.max(rows, columns);
  const [width, height] = [(92 * columns) / longest, (92 * rows) / longest];
  place(context, source, [0, 0, columns, rows], [0, at.axis - height / 2, width, height]);
  context.fillStyle = theme.text;
  context.textBaseline = "top";
  context.font = font(theme, 14, 600);
  context.fillText(words.picture, 0, at.text);
  context.globalAlpha = 0.85;
  context.font = font(theme, 14);
  const headings = [words.head_shape, words.head_parameters, words.head_multiply_adds];
  headings.forEach((text, line) => context.fillText(text, 0, at.text + (stage.lines + 1 + line) * LINE));
  if (stage.hasMaps) wrapped(context, words.head_maps, FIRST - 8).forEach((text, line) => context.fillText(text, 0, at.tiles + line * 16));
  context.globalAlpha = 1;
  arrow(context, width + 1, at.axis, FIRST - 1, theme.text);
}

/** @param {string[]} lines */
const last = (lines) => lines[lines.length - 1];

/** A text in lines of at most this width. @param {CanvasRenderingContext2D} context @param {string} text @param {number} width */
export function wrapped(context, text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = last(lines) ? `${last(lines)} ${word}` : word;
    if (last(lines) && context.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/**
 * Everything in the window from `left` on. `stage.lit`: { index, before, after } of what is traced, or null.
 *
 * @param {HTMLCanvasElement} canvas @param {Overview} stage @param {Theme} theme @param {number} left
 * @param {number} width
 */
export function drawNetwork(canvas, stage, theme, left, width) {
  const context = fit(canvas, width, stage.at.total);
  context.translate(-left, 0);
  /** @param {number} from @param {number} to */
  const seen = (from, to) => to >= left && from <= left + width;
  drawBrackets(context, stage, theme, left, width);
  drawEdges(context, stage, theme, seen);
  stage.nodes.forEach((node, index) => {
    if (seen(stage.lefts[index], stage.lefts[index + 1])) drawNode(context, stage, theme, node, index);
  });
  if (seen(stage.end, stage.total)) drawAnswers(context, stage, theme);
}

/** @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Theme} theme @param {number} left @param {number} width */
function drawBrackets(context, stage, theme, left, width) {
  context.textBaseline = "middle";
  for (const bracket of stage.brackets) {
    const [from, to] = [stage.lefts[bracket.from] + 3, stage.lefts[bracket.to + 1] - 3];
    if (to < left || from > left + width) continue;
    const top = bracket.depth * BRACKET;
    const hot = stage.hot === bracket;
    context.strokeStyle = hot ? theme.accent : theme.line;
    context.lineWidth = hot ? 2 : 1.5;
    context.beginPath();
    context.moveTo(from, top + BRACKET - 1);
    context.lineTo(from, top + BRACKET - 6);
    context.lineTo(to, top + BRACKET - 6);
    context.lineTo(to, top + BRACKET - 1);
    context.stroke();
    context.font = font(theme, 14, 600);
    context.fillStyle = hot ? theme.accent : theme.text;
    // The name stays in the window as long as its bracket does.
    const start = Math.max(from, Math.min(left + 4, to - 120));
    context.fillText(shortened(context, `▾ ${bracket.group.label}`, Math.max(40, to - start)), start, top + 9);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Theme} theme @param {Node} node @param {number} index */
function drawNode(context, stage, theme, node, index) {
  const { lit, at } = stage;
  const traced = lit !== null && (lit.index === index || lit.before.includes(index) || lit.after.includes(index));
  const dim = lit !== null && !traced;
  context.globalAlpha = dim ? 0.45 : 1;
  const room = stage.lefts[index + 1] - stage.lefts[index];
  if (lit?.index === index) {
    context.fillStyle = theme.ground;
    context.beginPath();
    context.roundRect(stage.lefts[index] + 1, at.text - 5, room - 2, at.total - at.text + 4, 6);
    context.fill();
  }
  drawVolume(context, stage.volumes[index], stage.centres[index], at.axis, theme, traced, node.group !== null);
  write(context, stage, theme, node, index, room - 6);
  const strongest = stage.strongestOf.get(node.stop - 1);
  if (strongest !== undefined) drawMaps(context, stage, strongest, stage.centres[index], room - 4);
  context.globalAlpha = 1;
}

/**
 * A box whose depth stands for the channels; of a folded group with one behind it.
 *
 * @param {CanvasRenderingContext2D} context @param {Volume & { width: number }} box @param {number} centre @param {number} axis @param {Theme} theme
 * @param {boolean} traced @param {boolean} folded
 */
function drawVolume(context, box, centre, axis, theme, traced, folded) {
  const { height, across, depth, rise, width } = box;
  const [left, top] = [centre - width / 2, axis - height / 2];
  /** @param {string} fill @param {...Cell} points */
  const face = (fill, ...points) => {
    context.beginPath();
    points.forEach(([x, y], number) => {
      if (number) context.lineTo(x, y);
      else context.moveTo(x, y);
    });
    context.closePath();
    context.fillStyle = fill;
    context.fill();
    context.stroke();
  };
  context.strokeStyle = traced ? theme.accent : theme.text;
  context.lineWidth = traced ? 2 : 1;
  context.lineJoin = "round";
  /** @param {number} x */
  const boxAt = (x) => {
    const [y, low] = [top + rise / 2, top + height + rise / 2];
    const far = x + depth;
    face(theme.ground, [x, y], [x + across, y - rise], [far + across, y - rise], [far, y]);
    face(theme.line, [far, y], [far + across, y - rise], [far + across, low - rise], [far, low]);
    face(theme.paper, [x, y], [far, y], [far, low], [x, low]);
  };
  if (folded) boxAt(left + 5);
  boxAt(left);
}

/**
 * @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Theme} theme @param {Node} node @param {number} index
 * @param {number} room
 */
function write(context, stage, theme, node, index, room) {
  const { words, layers, at } = stage;
  const last = layers[node.stop - 1];
  /** @param {"parameters" | "multiply_adds"} what */
  const sum = (what) => layers.slice(node.start, node.stop).reduce((total, layer) => total + layer[what], 0);
  const count = node.stop - node.start;
  const kind = node.group === null ? last.kind : `▸ ${put(words.layers, { count })}`;
  const lines = [kind, last.shape.join("×"), brief(sum("parameters")), brief(sum("multiply_adds"))];
  context.textAlign = "center";
  context.textBaseline = "top";
  context.fillStyle = theme.text;
  context.font = font(theme, 14, 600);
  stage.names[index].forEach((text, line) => {
    context.fillText(shortened(context, text, room), stage.centres[index], at.text + line * LINE);
  });
  lines.forEach((text, line) => {
    context.font = font(theme, 14);
    context.fillText(shortened(context, text, room), stage.centres[index], at.text + (stage.lines + line) * LINE);
  });
  context.textAlign = "left";
}

/** @param {CanvasRenderingContext2D} context @param {Overview} stage @param {Theme} theme */
function drawAnswers(context, stage, theme) {
  const { answers, words, at } = stage;
  const left = stage.end + 22;
  arrow(context, stage.end + 2, at.axis, left - 6, theme.text);
  context.fillStyle = theme.text;
  context.textBaseline = "alphabetic";
  context.font = font(theme, 14, 600);
  const width = ANSWERS - 26;
  if (answers.length === 0) {
    context.font = font(theme, 14);
    wrapped(context, words.no_answer, width).forEach((text, line) => context.fillText(text, left, at.axis - 8 + line * 18));
    return;
  }
  answers.forEach(({ name, share, text }, rank) => {
    const y = at.axis - 44 + rank * 46;
    context.font = font(theme, rank ? 14 : 16, rank ? 400 : 600);
    const taken = context.measureText(text).width;
    const room = width - PERCENT;
    context.fillStyle = theme.text;
    context.fillText(cut(context, name, width), left, y);
    context.fillText(text, left + width - taken, y + 17);
    if (share === null) return; // a plain number has no bar
    context.fillStyle = theme.line;
    context.fillRect(left, y + 7, room, 9);
    context.fillStyle = theme.accent;
    context.fillRect(left, y + 7, Math.max(1, room * share), 9);
  });
}
