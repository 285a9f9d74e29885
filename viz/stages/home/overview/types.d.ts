// A whole network at a glance.

import type { Scale, Stage } from "../../kernel/types.d.ts";

/** What is unfolded, as a text, and the layer that the view is about. */
export interface View {
  open: string;
  at: string;
}

export interface Layer {
  name: string;
  kind: string;
  shape: number[];
  inputs: number[];
  parameters: number;
  multiply_adds: number;
  memory: number;
  pages: string[];
}

/** The layers from `start` to before `stop`, and groups inside. */
export interface Group {
  key: string;
  label: string;
  start: number;
  stop: number;
  children: Group[];
}

/** What stands in the row: a layer, or a group that is folded. */
export interface Node {
  group: Group | null;
  start: number;
  stop: number;
  depth: number;
}

/** Over the nodes of a group that is open. */
export interface Bracket {
  group: Group;
  from: number;
  to: number;
  depth: number;
}

/** What feeds what, by the numbers of nodes. */
export type Edge = [number, number];

/** A box in parallel light. */
export interface Volume {
  height: number;
  across: number;
  depth: number;
  rise: number;
}

export interface Heights {
  axis: number;
  base: number;
  text: number;
  tiles: number;
  total: number;
}

/** A node that is traced, what feeds it and what it feeds. */
export interface Lit {
  index: number;
  before: number[];
  after: number[];
}

/** The strongest maps of a layer, and how they are painted. */
export interface Strongest {
  layer: number;
  plane: string;
  channels: number[];
  means: (number | null)[];
}

export type Painted = Strongest & { tiles: HTMLCanvasElement[]; scale: Scale };

/** A way on from a node. */
export interface Door {
  name: string;
  text: string;
  act: () => void;
}

interface Own {
  layers: Layer[];
  groups: Group[];
  answers: { name: string; share: number | null; text: string }[];
  strongest: Strongest[];
  canvas: HTMLCanvasElement;
  source: HTMLCanvasElement;
  size: number[];
  strongestOf: Map<number, Painted>;
  hasMaps: boolean;
  /** Which keys of groups are open. */
  open: Set<string>;
  nodes: Node[];
  brackets: Bracket[];
  pairs: Edge[];
  over: Map<Edge, boolean>;
  titles: string[];
  names: string[][];
  /** Lines of the longest name. */
  lines: number;
  volumes: (Volume & { width: number })[];
  lefts: number[];
  centres: number[];
  /** Where the row ends, and the answers behind it. */
  end: number;
  total: number;
  at: Heights;
  cursor: number;
  hot: Bracket | null;
  lit: Lit | null;
  /** From which node the ways on are that stand there. */
  offered: string | null;
  /** Whether what the view is about is yet to be brought into sight. */
  fresh: boolean;
  toggle(key: string): void;
  go(page: string, layer: string): void;
  point(index: number, scroll: boolean): void;
  heat(bracket: Bracket): void;
  rest(): void;
}

export type Overview = Stage<View, Own>;
