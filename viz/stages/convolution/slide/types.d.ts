// A window that slides over a plane, in types.

import type { Plane, Setting, Stage } from "../../kernel/types.d.ts";
import type { ConvolutionView, PoolingView } from "../../kernel/views.d.ts";

export type View = ConvolutionView & PoolingView;

/** What follows from a view; without an output where `problem` says why there is none. */
export interface Found {
  image: Plane;
  kernel: any;
  sliding: any;
  setting: Setting & { kernel: number[] };
  problem: { argument: string; axis: number; [about: string]: any } | null;
  output: Plane & { winners?: Int32Array | null };
  other: Plane | null;
  unread: number[][];
}

/** What the window holds: its values, and of a kernel its products with the sum as written, of a pooling what it takes. */
export type Held = any;

export interface Own {
  operation: "convolution" | "pooling";
  limits: Record<string, number>;
  matrices: Record<string, number[][]>;
  kernel_names: Record<string, number[][]>;
  about: { alt: string; picture: string; file: string };
  found: Found;
  held: Held;
  tap: number | null;
  filled: number | null;
  speed: number;
  painting: boolean;
  dragging: boolean;
  brush: number;
  editing: string;
  unfolded: boolean;
  greys: import("../../kernel/types.d.ts").Palette;
  inputCell: number;
  productCell: number;
  outputCell: number;
  builtFor?: string;
  changed(change: Partial<View>): void;
  choose(change: Partial<View>, keepFilled?: boolean): void;
  showPlayer(): void;
  refuse(words: string, input?: HTMLElement): void;
  fold(): void;
  setPainting(on: boolean): void;
}

export type Slide = Stage<View, Own>;

/** What planes and kernels are worked out from. */
export type Given = Pick<Slide, "operation" | "limits" | "matrices" | "kernel_names" | "planes">;

/** A control that can be set to a view. */
export type Control = HTMLElement & { show?(view: View): void };
