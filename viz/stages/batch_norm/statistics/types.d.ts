// Batch statistics: one value for each channel, and one for each place of each channel's map.

import type { Stage, Theme, Tiles, Values } from "../../kernel/types.d.ts";

export type Kind = "means" | "deviations";

export interface View {
  channel: number;
  row: number;
  column: number;
  grid: Kind;
  scope: "layer" | "map";
}

/** Maps in two bytes a value. */
export interface Coded {
  codes: Values;
  low: Values;
  step: Values;
}

export type Statistics = Stage<View, { shape: [number, number, number]; maps: Record<Kind, Coded>; layout: Tiles; step: number }>;

/** A row of bars: a value for each channel, and for each a mark, if there are any. */
export interface Chart {
  label: string;
  values: Values;
  marks?: Values;
}

/** Where a chart stands, and how wide a bar is. */
export interface Frame {
  top: number;
  tall: number;
  step: number;
  whole: number;
  channel: number;
  theme: Theme;
}

