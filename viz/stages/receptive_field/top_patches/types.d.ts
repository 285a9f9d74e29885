// The strongest patches of a channel, in types.

import type { Box, Stage } from "../../kernel/types.d.ts";
import type { TopPatchesView } from "../../kernel/views.d.ts";

/** A piece of a picture: what the unit at a place sees, and its value there. `source`: of which picture. */
export interface Patch {
  rank: number;
  value: number;
  row: number;
  column: number;
  source: number;
  box: Box;
}

export interface Actions {
  channel(number: number): void;
  step(by: number): void;
  count(count: TopPatchesView["count"]): void;
  save(): void;
}

export interface Own {
  channels: number;
  counts: TopPatchesView["count"][];
  several: boolean;
  pictures: { key: string; label: string }[];
  canvases: HTMLCanvasElement[];
  list: Patch[];
  tiles: { across: number; side: number };
  marked: number;
  confirmed: number | null;
  byTouch: boolean;
}

export type Patches = Stage<TopPatchesView, Own>;
