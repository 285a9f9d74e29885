// A stack to build, in types.

import type { Cell, Stage } from "../../kernel/types.d.ts";
import type { BuildView } from "../../kernel/views.d.ts";

/** A layer: a convolution ("c") or a pooling ("m"). */
export interface Layer {
  kind: string;
  kernel: number;
  stride: number;
  padding: number;
  dilation: number;
}

/** What a layer makes of the field and the picture's size; see `grow` in layers.js. */
export interface Grown {
  before: { field: number; stride: number; size: number | null };
  field: number;
  stride: number;
  size: number | null;
  problem: { argument: string; [about: string]: any } | null;
}

/** What is drawn: in how many ways each pixel on an axis counts, and where the field lies in the picture of it. */
export interface Scene {
  counts: bigint[];
  field: number;
  whole: number;
  start: number;
  most: bigint;
}

export type View = BuildView;

export interface Own {
  alt: string;
  presets: { key: string; label: string; stack: string; size: number }[];
  layers: Layer[];
  stages: Grown[];
  scene: Scene | null;
  side: number;
  unit: Cell | null;
  canvas: HTMLCanvasElement;
}

export type Build = Stage<View, Own>;

/** What the controls do. */
export interface Actions {
  preset(key: string): void;
  size(size: number): void;
  play(): void;
  step(by: number): void;
  show(step: number): void;
  zoom(): void;
  save(): void;
}

/** What the table does. */
export interface Edits {
  show(step: number): void;
  change(index: number, name: string, value: any): void;
  add(kind: "c" | "m"): void;
  remove(index: number): void;
  move(index: number, by: number): void;
}

