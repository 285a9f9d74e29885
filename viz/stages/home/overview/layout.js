// Which layers and groups of a network stand in the row, how large each is drawn, what leads where. Lengths in units.
//
// A group holds the layers `start` up to `stop`, half-open, and groups of its own. A node is what stands in the row: a
// folded group, or a layer.

import { decimal, whole } from "../../kernel/numerals.js";

/** @import { Bracket, Edge, Group, Node } from "./types.d.ts" */

export const ALL = "all";
export const PICTURE = -1; // as the source of an edge

export const BRACKET = 24; // height of one row of brackets
export const ARCS = 46; // heights: of the arcs above the volumes, of the volumes, of the arcs below
export const VOLUMES = 116;
export const BELOW = 30;
export const LINE = 19;
export const LINES = 4; // below the name
const TIGHTER = 0.8; // columns may be that much narrower than they want, so that all are in the window
export const TILE = 40;
export const GAP = 3;
export const ANSWERS = 160; // widths: of the answers, and of the picture's column
export const FIRST = 112;

const TALLEST = 96; // for as many rows as the picture has
const DEEPEST = 46; // for the most channels
const [LEAST, SLANT, RISE] = [3, 0.3, 0.55];

/**
 * Where things stand, from the top: under `depth` rows of brackets, with names of `lines`; `maps`: rows of small maps.
 *
 * @param {number} depth @param {number} lines @param {number} maps
 */
export function heights(depth, lines, maps) {
  const top = BRACKET * depth;
  const base = top + ARCS + VOLUMES;
  const text = base + BELOW;
  const tiles = text + (lines + LINES) * LINE + 6;
  return { axis: base - VOLUMES / 2, base, text, tiles, total: tiles + maps * (TILE + GAP) };
}

/** All groups, those inside others too. @param {Group[]} groups @returns {Group[]} */
export const every = (groups) => groups.flatMap((group) => [group, ...every(group.children)]);

/** The keys that a view's text names: all of them, or a list between commas. @param {string} text @param {Group[]} groups */
export function opened(text, groups) {
  const known = every(groups).map(({ key }) => key);
  return new Set(text === ALL ? known : text.split(",").filter((key) => known.includes(key)));
}

/** The same as a text. @param {Set<string>} open @param {Group[]} groups */
export function spelled(open, groups) {
  const known = every(groups).map(({ key }) => key);
  const kept = known.filter((key) => open.has(key));
  return kept.length === known.length && kept.length > 0 ? ALL : kept.join(",");
}

/**
 * What stands in the row: `nodes` { group or null, start, stop, depth }, and `brackets` over those of open groups.
 *
 * @param {Group[]} groups @param {Set<string>} open @param {number} count
 */
export function visible(groups, open, count) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Bracket[]} */
  const brackets = [];
  /** @param {number} from @param {number} to @param {number} depth */
  const layers = (from, to, depth) => {
    for (let at = from; at < to; at += 1) nodes.push({ group: null, start: at, stop: at + 1, depth });
  };
  /** @param {Group[]} inside @param {number} from @param {number} to @param {number} depth */
  const walk = (inside, from, to, depth) => {
    let at = from;
    for (const group of inside) {
      layers(at, group.start, depth);
      if (open.has(group.key)) {
        const bracket = { group, from: nodes.length, to: 0, depth };
        brackets.push(bracket);
        walk(group.children, group.start, group.stop, depth + 1);
        bracket.to = nodes.length - 1;
      } else nodes.push({ group, start: group.start, stop: group.stop, depth });
      at = group.stop;
    }
    layers(at, to, depth);
  };
  walk(groups, 0, count, 0);
  return { nodes, brackets };
}

/**
 * What feeds what among the nodes, each pair [from, to] once; `sources` of each layer are numbers, −1 the picture.
 *
 * @param {Pick<Node, "start" | "stop">[]} nodes @param {number[][]} sources
 */
export function edges(nodes, sources) {
  const owner = new Int32Array(sources.length);
  nodes.forEach(({ start, stop }, index) => owner.fill(index, start, stop));
  /** @type {Map<string, Edge>} */
  const found = new Map();
  sources.forEach((list, layer) => {
    for (const source of list) {
      const [from, to] = [source < 0 ? PICTURE : owner[source], owner[layer]];
      if (from !== to) found.set(`${from} ${to}`, [from, to]);
    }
  });
  return [...found.values()];
}

/** The nodes that feed a node, and those it feeds. @param {Edge[]} pairs @param {number} index */
export function around(pairs, index) {
  return {
    before: pairs.filter(([, to]) => to === index).map(([from]) => from),
    after: pairs.filter(([from]) => from === index).map(([, to]) => to),
  };
}

/**
 * Whether an edge runs over the row: where it joins what the left neighbour feeds too. Branches begin below it.
 *
 * @param {Edge[]} pairs @param {Edge} ends
 */
export function joins(pairs, [from, to]) {
  return pairs.some(([other, target]) => target === to && other === to - 1 && other !== from);
}

/**
 * How large a volume of this shape ([C, H, W] or [F]) is drawn: lengths grow with the square root of what they stand for.
 *
 * @param {number[]} shape @param {number[]} list @param {number} mostChannels
 */
export function volume(shape, [pictureRows, pictureColumns], mostChannels) {
  const [channels, rows, columns] = [...shape, 1, 1];
  /** @param {number} part @param {number} whole @param {number} most */
  const size = (part, whole, most) => Math.max(LEAST, most * Math.sqrt(part / whole));
  const height = size(rows, Math.max(pictureRows, pictureColumns), TALLEST);
  const across = size(columns, Math.max(pictureRows, pictureColumns), TALLEST) * SLANT;
  return { height, across, depth: size(channels, mostChannels, DEEPEST), rise: across * RISE };
}

/**
 * The left edge of every node of these widths, and the end: over all of `room`, or beyond it where it is too narrow.
 *
 * @param {number[]} widths @param {number} room
 */
export function spread(widths, room) {
  const wanted = widths.reduce((sum, width) => sum + width, 0);
  const share = wanted > room && wanted * TIGHTER <= room ? room / wanted : 1;
  const more = widths.length > 0 ? Math.max(0, room - wanted) / widths.length : 0;
  const lefts = [0];
  for (const width of widths) lefts.push(lefts[lefts.length - 1] + width * share + more);
  return { lefts, total: lefts[lefts.length - 1] };
}

/** The parts of a name between which a line may end. @param {string} name */
export const parts = (name) => name.split(/(?<=\.)|(?<=[^…] )/);

/**
 * A name in lines of at most `room`; `measure` gives the width of a text.
 *
 * @param {string} name @param {number} room @param {(text: string) => number} measure
 */
export function inLines(name, room, measure) {
  const lines = [""];
  for (const part of parts(name)) {
    const longer = lines[lines.length - 1] + part;
    if (lines.at(-1) && measure(longer.trimEnd()) > room) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim());
}

/** The node whose column holds x, or null. @param {number[]} lefts @param {number} x */
export function columnAt(lefts, x) {
  if (x < 0 || x >= lefts[lefts.length - 1]) return null;
  let [low, high] = [0, lefts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lefts[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** A count in at most four figures: 1,296, 36.9 k, 1.81 G. @param {number} number */
export function brief(number) {
  /** @type {[number, string][]} */
  const units = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"]];
  // Three figures, so that 999,999 is 1.00 M and not 1000 k.
  const unit = units.find(([size]) => Number((number / size).toPrecision(3)) >= 1);
  if (number < 10000 || unit === undefined) return whole(number);
  const shown = number / unit[0];
  return `${decimal(shown, shown < 9.995 ? 2 : shown < 99.95 ? 1 : 0)} ${unit[1]}`;
}
