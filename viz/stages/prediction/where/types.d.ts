// The parts of two classes' logits over the picture, and of their difference.

import type { Palette, Scale, Shape, Stage, Values } from "../../kernel/types.d.ts";

export interface View {
  row: number;
  column: number;
}

/** How the network's head comes from its last maps to a logit. */
export type Form = "average" | "places" | "classes";

/** The picture with the parts of one logit over it. */
export interface Drawn {
  at: number;
  figure: HTMLElement;
  holder: HTMLElement;
  label: string;
  value: string;
  /** What is shown, as it is called where nothing stands around it. */
  name: string;
  canvases: HTMLCanvasElement[];
}

/** What each channel has at a cell, what it is weighted by, and what comes of it. */
export interface Channels {
  values: Values;
  weights: Values;
  share: number;
  products: Values;
}

/** Numbers as they add up in writing. */
export interface Written {
  sum: string;
  rounded: string | null;
}

interface Own {
  form: Form;
  rectified: boolean;
  names: [string, string];
  logits: [number, number];
  bias: [number, number];
  rows: number[];
  columns: number[];
  cell: View;
  shape: Shape;
  parts: Values[];
  scale: Scale;
  palette: Palette;
  grey: HTMLCanvasElement;
  planesShown: Drawn[];
  shown: number;
  here: View;
  zoom: number;
  mix: number;
  unfolded: boolean;
  act: Acts;
}

/** What the parts of the stage ask of it. */
export interface Acts {
  point(at: number, cell: View | null): void;
  choose(at: number, cell: View): void;
  mix(mix: number): void;
  unfold(): void;
}

export type Where = Stage<View, Own>;
