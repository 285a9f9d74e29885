// A unit and what it sees, in types.

import type { Cell, Stage, Values } from "../../kernel/types.d.ts";
import type { PointView } from "../../kernel/views.d.ts";

/** What is known of the fields of a layer's units. */
export interface Field {
  scope: "exact" | "whole image" | "unknown";
  reason: string | null;
  size: Cell;
  stride: Cell;
  padding: Cell;
  spatial_size: Cell | null;
}

export type View = PointView;

export interface Own {
  layer: string;
  field: Field;
  about: { picture: string; file: string };
  low: number;
  high: number;
  rough: number;
  known: boolean;
  spans: { rows: [Values, Values]; columns: [Values, Values] };
  pointed: Cell | null;
  mix: number;
  pixel: number;
  cell: number;
}

export type Point = Stage<View, Own>;
