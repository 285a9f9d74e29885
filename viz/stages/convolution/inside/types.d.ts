// A channel taken apart, in types.

import type { Cell, Palettes, Panel, Plane, Scale, Setting, Stage } from "../../kernel/types.d.ts";
import type { InsideView } from "../../kernel/views.d.ts";

/** What one input channel adds. One part may stand for all channels that were not sent: it has only its map, all else is null. */
export interface Part {
  number: number | null;
  input: any;
  kernel: any;
  map: Plane;
}

export type Kind = "inputs" | "kernels" | "parts";

/** What is pointed at: a position of the map, a part, or a cell of one of its planes. */
export interface Pointed {
  part?: number;
  row?: number;
  column?: number;
  kind?: Kind | null;
  cell?: Cell | null;
  panel?: string;
}

export interface Unit extends Pointed {
  part: number;
  row: number;
  column: number;
}

export type View = InsideView;

export interface Actions {
  play(): void;
  step(by: number): void;
  show(count: number): void;
  order(order: View["order"]): void;
  save(): void;
}

export interface Paint {
  palettes: Palettes;
  chain: Plane[];
  shelf: Map<string, HTMLCanvasElement>;
  scales: Record<Kind | "after", Scale>;
}

export interface List {
  name: number;
  tile: number;
  sign: number;
  row: number;
  width: number;
  height: number;
  left: Record<Kind | "bar", number>;
  barWidth: number;
}

export interface Own {
  layer: string;
  channel: number;
  title: string;
  file: string;
  bias: number;
  setting: Setting;
  numbers: number[];
  others: number;
  names: string[] | null;
  chain: { layer: string; kind: string }[];
  parts: Part[];
  sizes: number[];
  order: number[];
  here: number[];
  reach: number;
  sum: Plane;
  sumScale: Scale;
  paint: Paint;
  list: List;
  panels: (Panel & { scale: Scale; note: string })[];
  unfolded: Record<string, boolean>;
  rewrite(): void;
}

export type Inside = Stage<View, Own>;

/** A part with its products at one position. */
export interface Spelled {
  values: number[];
  products: number[];
  total: number;
}
