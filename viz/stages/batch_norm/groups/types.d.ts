// The block of a batch with the group that shares one mean.

import type { Cell, Lists, Palettes, Scale, Stage, Tiles, Values } from "../../kernel/types.d.ts";

export interface View {
  over: string;
  groups: number;
  item: number;
  row: number;
  column: number;
}

/** What Python says of a way of grouping; of group norm once for every number of groups. */
export interface Kind {
  over: string;
  groups: number;
  centred: boolean;
  count: number;
  short: string;
  counted: string;
  axes_first: string;
  axes_last: string;
}

export interface Angles {
  yaw: number;
  pitch: number;
}

/** A map in space: where its first cell's corner is seen, and the ways along its columns and its rows. */
export interface Plate {
  item: number;
  channel: number;
  corner: Cell;
  right: Cell;
  down: Cell;
}

export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Look {
  text: string;
  accent: string;
  font: string;
}

/** What is worked out of a payload and of what was done here. */
interface Own {
  shape: [number, number, number, number];
  channel: number;
  divisors: number[];
  limits: Scale;
  kinds: Kind[];
  maps: Values;
  scale: Scale;
  sources: HTMLCanvasElement[];
  angles: Angles;
  plates: Plate[];
  layout: Tiles;
  palettes: Palettes;
}

export type Groups = Stage<View, Own>;

/** Where the means and deviations of a channel's groups are looked up. */
export type Moments = Pick<Groups, "divisors" | "shape"> & { planes: Lists };

/** What is written at the axis of the bars. */
export interface Axis {
  x(value: number): number;
  mean: number;
  limits: Scale;
  height: number;
  centred: boolean;
}
