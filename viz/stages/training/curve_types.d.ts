// What a drawing of curves is given and gives.

import type { Theme } from "../kernel/types.d.ts";

/** An update and a value at it. */
export type Spot = [number, number];

export type Ends = {
  width: number;
  height: number;
  margin: { left: number; right: number; top: number; bottom: number };
  theme: Theme;
  /** Where an update lies from left to right, 0 to 1; else evenly up to `updates`. */
  across?: (update: number) => number;
  updates: number;
  low?: number;
  high: number;
};

export type Plot = {
  context: CanvasRenderingContext2D;
  theme: Theme;
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
  x: (update: number) => number;
  y: (value: number) => number;
};

/** What is written beside a value or an update. */
export type Mark = [number, string];

export type Grid = { lines: Mark[]; marks: Mark[]; name?: string };

export type Look = { colour: string; wide?: number; dash?: number[] };
