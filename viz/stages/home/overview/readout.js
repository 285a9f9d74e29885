// What is said of a node: what it is, what it costs, what feeds it and what it feeds; and the ways on from it.

import { tableOfLines } from "../../kernel/cells.js";
import { listed as inRow, whole } from "../../kernel/numerals.js";
import { say } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { PICTURE, brief } from "./layout.js";

/** @import { Bracket, Door, Layer, Lit, Node, Overview } from "./types.d.ts" */

const MOST = 4; // names in a list

/** A list of names, shortened in words. @param {string[]} names @param {Record<string, string>} words */
export function listed(names, words) {
  if (names.length <= MOST) return inRow(names);
  return put(words.and_more, { names: inRow(names.slice(0, MOST - 1)), count: names.length - MOST + 1 });
}

/** Bytes for people: 12.8 kB, 3.21 MB. @param {number} number */
export const bytes = (number) => `${brief(number)}${number < 10000 ? " " : ""}B`;

/** What a node costs: the sum over its layers. @param {Pick<Node, "start" | "stop">} node @param {Pick<Layer, "parameters" | "multiply_adds" | "memory">[]} layers */
export function costs(node, layers) {
  /** @param {"parameters" | "multiply_adds" | "memory"} what */
  const sum = (what) => layers.slice(node.start, node.stop).reduce((total, layer) => total + layer[what], 0);
  return { parameters: sum("parameters"), multiply_adds: sum("multiply_adds"), memory: sum("memory") };
}

/**
 * The whole sentence about the node at `index`; `lit` as in draw.js.
 *
 * @param {Overview} stage @param {number} index @param {Lit} lit
 */
export function describe(stage, index, lit) {
  const { nodes, layers, words } = stage;
  const node = nodes[index];
  /** @param {number} at */
  const name = (at) => (at === PICTURE ? words.picture : fullName(nodes[at], layers));
  const last = layers[node.stop - 1];
  const spent = costs(node, layers);
  const what = put(node.group === null ? words.layer : words.group, {
    name: fullName(node, layers),
    kind: last.kind,
    count: node.stop - node.start,
    shape: last.shape.join(" × "),
    parameters: whole(spent.parameters),
    multiply_adds: brief(spent.multiply_adds),
    memory: bytes(spent.memory),
  });
  const fed = lit.before.length > 0 ? put(words.fed, { names: listed(lit.before.map(name), words) }) : "";
  const feeds = lit.after.length > 0 ? put(words.feeds, { names: listed(lit.after.map(name), words) }) : words.feeds_answer;
  return [what, fed, feeds, strongest(stage, node)].filter(Boolean).join(" ");
}

/** @param {Overview} stage @param {Node} node */
function strongest(stage, node) {
  const found = stage.strongestOf.get(node.stop - 1);
  if (found === undefined) return "";
  const maps = found.channels.map((channel, at) => `${channel} (${found.means[at] === null ? "NaN" : say(found.means[at], 0)})`);
  return put(stage.words.strongest, { maps: inRow(maps) });
}

/** What stands in the row: what each makes, and what it costs. @param {Overview} stage */
export function tableOfNodes({ shared, words, captions, nodes, layers, cursor }) {
  const columns = ["table_name", "table_layers", "head_shape", "head_parameters", "head_multiply_adds", "table_memory"].map((name) => words[name]);
  return tableOfLines(shared, captions.title, columns, {
    ...{ count: nodes.length, at: cursor },
    line: (at) => {
      const node = nodes[at];
      const spent = costs(node, layers);
      const shape = layers[node.stop - 1].shape.join(" × ");
      const numbers = [whole(spent.parameters), brief(spent.multiply_adds), bytes(spent.memory)];
      return [fullName(node, layers), String(node.stop - node.start), shape, ...numbers];
    },
  });
}

/** A node's whole name. @param {Pick<Node, "group" | "start">} node @param {Pick<Layer, "name">[]} layers */
export const fullName = (node, layers) => (node.group === null ? layers[node.start].name : node.group.label);

/**
 * The name below a volume: without what the bracket above says already.
 *
 * @param {Pick<Node, "group" | "start" | "stop">} node @param {Pick<Layer, "name">[]} layers
 * @param {Pick<Bracket, "group">[]} brackets
 */
export function title(node, layers, brackets) {
  const name = fullName(node, layers);
  const path = node.group === null ? name : node.group.key;
  const above = brackets.filter(({ group }) => group.start <= node.start && node.stop <= group.stop);
  const known = above.map(({ group }) => `${group.key}.`).filter((start) => path.startsWith(start));
  if (known.length > 0) return path.slice(known[known.length - 1].length);
  return name.replace(/^features\.(?=[a-z])/i, "");
}

/**
 * The ways on from a node: { name, text, act }.
 *
 * @param {Pick<Overview, "words" | "toggle" | "go"> & { nodes: Pick<Node, "group" | "start" | "stop">[], layers: Pick<Layer, "name" | "pages">[] }} stage
 * @param {number} index @returns {Door[]}
 */
export function doors(stage, index) {
  const { words, nodes, layers } = stage;
  const { group, start } = nodes[index];
  if (group !== null) return [{ name: "unfold", text: words.unfold, act: () => stage.toggle(group.key) }];
  const layer = layers[start];
  return layer.pages.map((page) => ({ name: page, text: words[`page_${page}`], act: () => stage.go(page, layer.name) }));
}
