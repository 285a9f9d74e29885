// A training of the visitor's own, in types: the network put together by touch, what page and worker tell each other.

import type { Stage } from "../../kernel/types.d.ts";
import type { TrainView } from "../../kernel/views.d.ts";
import type { Labelled } from "../data/shapes.js";
import type { Shaped } from "../npz.js";
import type { Settings } from "../run.js";
import type { Spec } from "../engine/types.d.ts";

export type View = TrainView;
export type Pooling = "none" | "max" | "average";

export interface Convolution {
  kernels: number;
  size: number;
  stride: number;
  pool: Pooling;
  norm: boolean;
}

/** `problem`: the name of the words that say why it is impossible; `at`: which convolution, from 1. */
export interface Counted {
  weights: number;
  problem: string;
  at: number;
}

export interface Limits {
  convolutions: number;
  hidden: number;
  weights: number;
  rate: number;
  updates: number;
  held_out: number;
}

export interface Data {
  training: Labelled;
  heldOut: Labelled;
}

export interface Source {
  classes: readonly string[];
  make(view: Pick<View, "side" | "count" | "noise" | "seed">, heldOut: number): Data;
}

export type AskedData = Pick<View, "source" | "side" | "count" | "noise" | "seed"> & { heldOut: number };

/** What the page tells the worker. `until`: after which update it rests; `moment`: which of the history is looked at. */
export type Order =
  | { kind: "begin"; spec: Spec; data: AskedData; settings: Settings }
  | { kind: "settings"; settings: Settings }
  | { kind: "go"; until?: number }
  | { kind: "pause" }
  | { kind: "keep" }
  | { kind: "take"; purpose: Taken["purpose"] }
  | { kind: "look"; picture: number }
  | { kind: "scrub"; moment: number };

/** Maps of one layer on one scale: [count, rows, columns]. */
export interface Maps {
  count: number;
  rows: number;
  columns: number;
  values: Float32Array;
}

/** A held-out picture and what it is taken for. `share`, `right`: what softmax gives to what is said, and to what it is. */
export interface Seen {
  picture: number;
  label: number;
  said: number;
  share: number;
  right: number;
  pixels: Float32Array;
}

export interface Verdict {
  update: number;
  loss: number;
  accuracy: number;
  confusion: Uint32Array;
  worst: Seen[];
}

/** One point of the held-out curve. */
export interface Held {
  update: number;
  loss: number;
  accuracy: number;
}

/** What the worker tells the page. `from`: after which update `losses` begin; the page forgets what it had from there on. */
export interface State {
  begun: number;
  running: boolean;
  /** Whether it rests, and the held-out pictures are judged. */
  settled: boolean;
  update: number;
  /** Updates in one epoch. */
  epoch: number;
  until: number;
  /** How far the history reaches; where `update` is less, it is being looked back. */
  tip: number;
  moments: number[];
  ended: number | null;
  from: number;
  losses: Float64Array;
  accuracies: Float64Array;
  held: Held[];
  verdict: Verdict | null;
  kernels: Maps;
  gradients: Maps | null;
  features: Maps[];
  chosen: Seen;
  side: number;
}

/** What the worker gives to be kept as a file. */
export interface Kept {
  begun: number;
  arrays: Record<string, Shaped>;
}

/** The network as it is now. `purpose`: to be shown on other pages, or a file; `input`: [channels, rows, columns]; `pixels`: of the held-out picture, 0…255. */
export interface Taken {
  begun: number;
  purpose: "pages" | "file";
  tensors: Record<string, Shaped>;
  input: number[];
  update: number;
  pixels: Uint8Array;
}

/** What has come of the training so far, on the page. */
export interface Course {
  losses: number[];
  accuracies: number[];
}

export interface Own {
  alt: string;
  options: { source: View["source"][]; side: number[]; noise: number[]; activation: string[]; optimizer: string[]; decay: number[] };
  limits: Limits;
  worker: Worker | null;
  /** The newest that the worker told of this network and data. */
  now: State | null;
  curves: Course;
  /** How many trainings were begun; what the worker says of an older one is passed over. */
  begun: number;
  /** What was changed last, in words; and why what was typed can't be set. */
  note: string;
  problem: string;
  /** Whether settings have changed on the way: then no link makes this run anew. */
  mixed: boolean;
  /** Until which update a link is being made anew; 0 for none. */
  rerun: number;
  /** For which data and network the controls are made. */
  built: string;
  /** How wide the figures may be, in units. */
  widths: Record<string, number>;
  unhide(): void;
}

export type Training = Stage<View, Own>;

/** What the controls do. */
export interface Actions {
  change(changed: Partial<View>): void;
  refuse(problem: string): void;
  toggle(): void;
  step(): void;
  epoch(): void;
  again(): void;
  keep(kind: "csv" | "npz"): void;
  take(purpose: Taken["purpose"]): void;
  look(picture: number): void;
  scrub(moment: number): void;
}
