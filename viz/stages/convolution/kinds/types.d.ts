// A board in types: its volumes by name (inputs, weights, outputs, counts), how they are arranged, what is in question.

import type { Lists, Stage } from "../../kernel/types.d.ts";
import type { KindsView } from "../../kernel/views.d.ts";

/** A cell of a volume by its index. */
export interface Subject {
  volume: string;
  index: number;
}

/** How maps lie in a grid. */
export interface Grid {
  rows: number;
  columns: number;
  places: number[][];
  down: number;
  across: number;
}

/** A volume as it is drawn: as maps in a grid, or as bars of `slot` pixels. */
export interface Arranged extends Grid {
  cell: number;
  width: number;
  height: number;
  corner(map: number): number[];
  slot: number;
  offset: number;
}

export interface OnBoard {
  look: "maps" | "strips";
  stamps: boolean;
  fractions: boolean;
  padding: number;
  denominators: [number, number];
  shapes: Record<string, number[]>;
  scales: Record<string, [number, number]>;
  places: number[][];
  labels: Record<string, (string | number)[]>;
  figures: Record<string, HTMLElement>;
  arranged: Record<string, Arranged>;
  cells: Uint16Array;
  held: Subject | null;
  played: number | null;
  unfolded: boolean;
  at?: number;
  act: Record<string, () => void>;
}

export type Board = Stage<KindsView, OnBoard>;

/** What the arithmetic of a board needs of it. */
export type Sums = Pick<Board, "stamps" | "cells" | "denominators"> & { planes: Lists };
