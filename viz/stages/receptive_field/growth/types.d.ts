// The way through the layers, in types.

import type { Box, Cell, Shape, Stage } from "../../kernel/types.d.ts";
import type { GrowthView } from "../../kernel/views.d.ts";

/** The units of a layer on one axis: which pixels each sees, and where its middle is. */
export interface Axis {
  starts: number[];
  stops: number[];
  centres: (number | null)[];
}

/** A layer on the way, a rung; see state.js. */
export interface Rung {
  name: string;
  kind: string;
  scope: "exact" | "whole image" | "unknown";
  reason: string | null;
  size: Cell;
  stride: Cell;
  padding: Cell;
  rows: any;
  columns: any;
  how: any;
  fresh: boolean;
  through: Cell | null;
}

export type View = GrowthView;

export interface Own {
  rungs: Rung[];
  axes: Axis[];
  about: Record<"alt" | "caption" | "title" | "file", string>;
  picture: Shape;
  source: HTMLCanvasElement;
  size: Cell;
  touched: boolean;
  growing: number;
  index(): number;
  stops(): number[];
  change(change: Partial<View>): void;
}

export type Growth = Stage<View, Own>;

export type Sides = Record<keyof Box, boolean>;
