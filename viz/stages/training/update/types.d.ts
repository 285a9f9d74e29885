// One update of a small network, in types.

import type { Cell, Panel, Plane, Stage, Values } from "../../kernel/types.d.ts";
import type { UpdateView } from "../../kernel/views.d.ts";

export type View = UpdateView;

/** The trained numbers, or their gradients, in the order and shapes of PyTorch's parameters, each in one row. */
export type Weights = [kernels: number[], kernelBiases: number[], linear: number[], linearBiases: number[]];

/** What each layer gives out: a map for each kernel; and the loss. */
export interface Forward {
  picture: Plane;
  convolution: Plane[];
  relu: Plane[];
  pooling: Plane[];
  logits: number[];
  probabilities: number[];
  loss: number;
}

/** δ of each layer's output, and the gradient of every weight. */
export interface Backward {
  logits: number[];
  pooling: Plane[];
  relu: Plane[];
  convolution: Plane[];
  gradient: Weights;
}

/** One update; `done` came before it. `lossAfter`: with the weights after it. */
export interface Case {
  done: number;
  before: Weights;
  forward: Forward;
  backward: Backward;
  after: Weights;
  lossAfter: number;
}

/** A panel: the step of the update that brings what it shows. */
export interface Shown extends Panel {
  step: number;
}

/** What is pointed at: a cell of a panel, or the row of a class. */
export interface Place {
  key: string;
  row: number;
  column: number;
}

export interface Own {
  alt: string;
  sources: { key: string; label: string; label_of: number }[];
  classes: Record<string, string[]>;
  families: Record<string, string>;
  initial: Weights[];
  steps: string[];
  options: { loss: UpdateView["loss"][]; pool: UpdateView["pool"][] };
  limits: { rate: number; updates: number };
  case: Case;
  /** The settings that the case was worked out for. */
  settled: string;
  panels: Shown[];
  pointed: Place | null;
  unfolded: boolean;
  /** The step at which playing ends. */
  until: number;
  /** Why what was typed isn't what was taken. */
  notice: string;
}

export type Update = Stage<View, Own>;

export interface Actions {
  source(key: string): void;
  change(change: Partial<View>): void;
  rate(typed: string): void;
  phase(name: string): void;
  again(): void;
  anew(): void;
  play(): void;
  step(by: number): void;
  show(step: number): void;
  save(): void;
}

export type { Cell, Plane, Values };
