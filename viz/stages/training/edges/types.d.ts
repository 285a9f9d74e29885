// The recorded training, in types.

import type { Stage } from "../../kernel/types.d.ts";
import type { EdgesView } from "../../kernel/views.d.ts";
import type { Network } from "../engine/types.d.ts";

export type View = EdgesView;

/** What a whole network makes of the picture: the maps of the layers that can be chosen, and its answer. */
export interface Answer {
  update: number;
  maps: Record<string, { values: Float32Array; shape: number[] }>;
  probabilities: number[];
}

/** A pass that goes on, a layer at a time. */
export interface Pass {
  at: number;
  values: Float32Array;
  answer: Answer;
}

export interface Own {
  alt: string;
  updates: number[];
  pictures: number[];
  layers: string[];
  classes: string[];
  options: Record<"scale" | "curve" | "beside" | "layer", string[]>;
  /** After which update the whole network that is at hand was kept. */
  snapshot: number;
  /** Stands for the picture that is answered. */
  picture: string;
  /** How far the kernels of every moment lie from the first ones, in lengths of those. */
  away: number[];
  /** The layers of the network, each a network of its own. Made when it is first needed. */
  steps: Network[] | null;
  answers: Map<string, Answer>;
  /** What the passes wait on. */
  pass: ReturnType<typeof setTimeout> | 0;
}

export type Edges = Stage<View, Own>;

/** What the controls do. */
export interface Actions {
  play(): void;
  step(by: number): void;
  show(moment: number): void;
  choose(name: string, value: string): void;
}
