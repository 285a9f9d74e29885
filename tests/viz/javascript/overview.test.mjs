import assert from "node:assert/strict";
import test from "node:test";
import { ALL, PICTURE, around, brief, columnAt, edges, every, heights, inLines, joins, opened, spelled, spread, visible, volume } from "../../../viz/stages/home/overview/layout.js";
import { bytes, costs, doors, listed, title } from "../../../viz/stages/home/overview/readout.js";
import { made, there } from "./made.mjs";

/** @import { Group, Node } from "../../../viz/stages/home/overview/types.d.ts" */

/** @param {string} key @param {number} start @param {number} stop @param {Group[]} [children] @returns {Group} */
const group = (key, start, stop, children = []) => ({ key, label: key, start, stop, children });
// Layers 0 … 9: a stem of two, a stage with a block of four and two layers, a head of two.
const GROUPS = [group("stem", 0, 2), group("stage", 2, 8, [group("stage.block", 2, 6)]), group("head", 8, 10)];
/** @param {{ nodes: Node[] }} visible */
const names = ({ nodes }) => nodes.map((node) => node.group?.key ?? node.start);

test("folded, a network is its stages", () => {
  assert.deepEqual(names(visible(GROUPS, new Set(), 10)), ["stem", "stage", "head"]);
});

test("unfolded, a stage is its groups and the layers they leave out", () => {
  const found = visible(GROUPS, new Set(["stage"]), 10);
  assert.deepEqual(names(found), ["stem", "stage.block", 6, 7, "head"]);
  assert.deepEqual(found.brackets.map(({ group: { key }, from, to, depth }) => [key, from, to, depth]), [["stage", 1, 3, 0]]);
});

test("every layer stands in the row once, whatever is unfolded", () => {
  for (let chosen = 0; chosen < 16; chosen += 1) {
    const open = new Set(every(GROUPS).filter((_, bit) => chosen & (1 << bit)).map(({ key }) => key));
    const { nodes } = visible(GROUPS, open, 10);
    assert.equal(nodes[0].start, 0);
    assert.equal(there(nodes.at(-1)).stop, 10);
    nodes.slice(1).forEach((node, index) => assert.equal(node.start, nodes[index].stop));
  }
});

test("a group inside a folded one isn't shown", () => {
  assert.deepEqual(names(visible(GROUPS, new Set(["stage.block"]), 10)), ["stem", "stage", "head"]);
});

test("what is unfolded is a text and back; keys that no group has are left out", () => {
  assert.equal(opened(ALL, GROUPS).size, 4);
  assert.deepEqual([...opened("head,nobody,,stem", GROUPS)], ["head", "stem"]);
  assert.equal(spelled(new Set(["head", "stem"]), GROUPS), "stem,head");
  assert.equal(spelled(opened(ALL, GROUPS), GROUPS), ALL);
  assert.equal(spelled(new Set(), []), "");
});

test("a residual block: the short way is an edge over the row", () => {
  // conv, bn, relu, conv, add of relu's input: layer 4 is fed by 3 and by 0.
  const { nodes } = visible([], new Set(), 5);
  const pairs = edges(nodes, [[PICTURE], [0], [1], [2], [3, 0]]);
  assert.deepEqual(pairs, [[PICTURE, 0], [0, 1], [1, 2], [2, 3], [3, 4], [0, 4]]);
  assert.equal(joins(pairs, [0, 4]), true);
  assert.deepEqual(around(pairs, 4), { before: [3, 0], after: [] });
  assert.deepEqual(around(pairs, 0), { before: [PICTURE], after: [1, 4] });
});

test("a branch begins below the row, where the left neighbour doesn't lead on", () => {
  const pairs = edges(visible([], new Set(), 4).nodes, [[PICTURE], [0], [0], [2, 1]]);
  assert.equal(joins(pairs, [0, 2]), false);
  assert.equal(joins(pairs, [1, 3]), true);
});

test("folded groups hide the edges inside them and share those outside, each once", () => {
  const { nodes } = visible(GROUPS, new Set(), 10);
  const sources = [[PICTURE], [0], [1], [2], [3, 1], [4], [5, 0], [6], [7], [8]];
  assert.deepEqual(edges(nodes, sources), [[PICTURE, 0], [0, 1], [1, 2]]);
});

test("lengths grow with the square root of what they stand for", () => {
  const [large, small] = [volume([64, 100, 100], [100, 100], 256), volume([256, 25, 25], [100, 100], 256)];
  assert.equal(large.height / small.height, 2);
  assert.equal(small.depth / large.depth, 2);
  assert.equal(large.across / small.across, 2);
  assert.ok(volume([10], [224, 224], 2048).height > 0);
  const flat = volume([8, 20, 80], [20, 80], 8);
  assert.ok(flat.height < 96);
});

test("columns fill the room, give way a little, and else go on beyond it", () => {
  assert.deepEqual(spread([50, 50], 200), { lefts: [0, 100, 200], total: 200 });
  assert.deepEqual(spread([110, 110], 200), { lefts: [0, 100, 200], total: 200 });
  assert.deepEqual(spread([200, 200], 200), { lefts: [0, 200, 400], total: 400 });
  assert.deepEqual(spread([], 200), { lefts: [0], total: 0 });
});

test("the column under a point", () => {
  const { lefts } = spread([10, 20, 30], 60);
  assert.deepEqual([-1, 0, 9.9, 10, 29, 30, 59.9, 60].map((x) => columnAt(lefts, x)), [null, 0, 0, 1, 1, 2, 2, null]);
});

test("names break at dots and spaces, and never lose a letter", () => {
  /** @param {string} text */
  const measure = (text) => text.length;
  assert.deepEqual(inLines("denseblock1.denselayer2", 14, measure), ["denseblock1.", "denselayer2"]);
  assert.deepEqual(inLines("conv1 … maxpool", 8, measure), ["conv1", "… maxpool"]);
  assert.deepEqual(inLines("relu", 2, measure), ["relu"]);
});

test("brackets and second lines push everything down by their own height", () => {
  const [plain, bracketed] = [heights(0, 1, 2), heights(2, 1, 2)];
  assert.equal(bracketed.axis - plain.axis, 48);
  assert.equal(heights(0, 2, 2).total - plain.total, heights(0, 2, 2).tiles - plain.tiles);
  assert.ok(plain.total > heights(0, 1, 0).total);
});

test("counts in three figures", () => {
  const told = [0, 1296, 9999, 10000, 36864, 999600, 1814073344, 150994944, 99960].map(brief);
  assert.deepEqual(told, ["0", "1,296", "9,999", "10.0 k", "36.9 k", "1.00 M", "1.81 G", "151 M", "100 k"]);
  assert.equal(bytes(2138920), "2.14 MB");
  assert.equal(bytes(40), "40 B");
});

test("the costs of a group are those of its layers together", () => {
  const layers = [1, 20, 300].map((count) => ({ parameters: count, multiply_adds: 2 * count, memory: 3 * count }));
  assert.deepEqual(costs({ start: 1, stop: 3 }, layers), { parameters: 320, multiply_adds: 640, memory: 960 });
});

test("long lists are shortened and say by how much", () => {
  const words = { and_more: "{names} and {count} more" };
  assert.equal(listed(["a", "b", "c", "d"], words), "a, b, c, d");
  assert.equal(listed(["a", "b", "c", "d", "e"], words), "a, b, c and 2 more");
});

test("a name leaves out what the bracket above it says", () => {
  const layers = [{ name: "layer1.0.conv1" }, { name: "features.norm5" }, { name: "features.0" }];
  const brackets = [{ group: group("layer1", 0, 1) }, { group: group("layer1.0", 0, 1) }];
  assert.equal(title({ group: null, start: 0, stop: 1 }, layers, brackets), "conv1");
  assert.equal(title({ group: null, start: 1, stop: 2 }, layers, brackets), "norm5");
  assert.equal(title({ group: null, start: 2, stop: 3 }, layers, brackets), "features.0");
});

test("a group offers to unfold, a layer its pages", () => {
  /** @type {any[]} */
  const asked = [];
  /** @type {Parameters<typeof doors>[0]} */
  const stage = {
    words: { unfold: "Unfold", page_norm: "Batch norm", page_maps: "Feature maps" },
    nodes: [{ group: GROUPS[0], start: 0, stop: 2 }, { group: null, start: 2, stop: 3 }],
    layers: [made({}), made({}), { name: "bn1", pages: ["norm", "maps"] }],
    toggle: (/** @type {string} */ key) => asked.push(key),
    go: (/** @type {string[]} */ ...page) => asked.push(page),
  };
  doors(stage, 0).forEach(({ act }) => act());
  assert.deepEqual(doors(stage, 1).map(({ text }) => text), ["Batch norm", "Feature maps"]);
  doors(stage, 1).forEach(({ act }) => act());
  assert.deepEqual(asked, ["stem", ["norm", "bn1"], ["maps", "bn1"]]);
});
