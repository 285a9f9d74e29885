// Every feature map of a layer, one of them enlarged.

import type { Palettes, Stage, Tiles, Values } from "../../kernel/types.d.ts";

/** One value of one map. */
export interface Unit {
  channel: number;
  row: number;
  column: number;
}

export interface View extends Unit {
  order: string;
  scope: string;
  range: string;
  /** Whether maps without a value above zero are left out. */
  live: boolean;
}

export interface Layer {
  name: string;
  alt: string;
  labels: string[] | null;
  shape: [number, number, number];
}

/** Which pixels each unit sees, or why that isn't known. */
export interface Field {
  rows?: [Values, Values];
  columns?: [Values, Values];
  reason?: string;
}

/** What is prepared once a payload; `sheet`: all maps, painted on the scales that `key` names, `off` cells off them. */
export interface Paint {
  palettes: Palettes;
  pictures: HTMLCanvasElement[];
  low: number;
  high: number;
  sheet: HTMLCanvasElement;
  key: string | null;
  off: number;
}

interface Own {
  layer: Layer;
  pictures: { key: string; label: string }[];
  field: Field | null;
  /** The unit that is looked at first. */
  start: Unit;
  paint: Paint;
  /** Channels as they stand in the sheet. */
  order: number[];
  layout: Tiles;
  sheetWidth: number;
  /** The longer side of a figure. */
  figure: number;
  reporting: ReturnType<typeof setTimeout>;
  patience(): void;
  point(unit: Unit | null): void;
  choose(unit: Partial<Unit>): void;
}

export type Maps = Stage<View, Own>;
