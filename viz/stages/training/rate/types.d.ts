// The valley of two weights, in types.

import type { Stage } from "../../kernel/types.d.ts";
import type { RateView } from "../../kernel/views.d.ts";

/** The two weights of the kernel, left and right. */
export type Weights = [number, number];

/** One direction of the valley, and how steeply the loss curves along it. */
export interface Direction {
  curvature: number;
  vector: Weights;
}

/** By what a direction is multiplied in an update; see `factor` in valley.js. */
export interface Factor {
  size: number;
  turns: boolean;
  real: boolean;
}

export type Outcome = "settles" | "swings" | "border" | "diverges" | "still";

/** The whole run from this view: the weights after every update, their losses, and what becomes of it. */
export interface Run {
  path: Weights[];
  losses: number[];
  factors: Factor[];
  outcome: Outcome;
  /** The last update whose weights are on the map, if a later one isn't. */
  left: number | null;
}

export type View = RateView;

export interface Own {
  alt: string;
  curvature: [Weights, Weights];
  directions: [Direction, Direction];
  best: Weights;
  bounds: { reach: number; steps: number; rate: number; updates: number };
  predictions: Outcome[];
  run: Run;
  side: number;
  /** Why what was typed is no rate; empty if it is one. */
  problem: string;
  canvas: HTMLCanvasElement;
}

export type Valley = Stage<View, Own>;

/** What the controls do. */
export interface Actions {
  rate(text: string): void;
  momentum(value: number): void;
  predict(outcome: string): void;
  play(): void;
  step(by: number): void;
  show(update: number): void;
}
