// A picture to be changed by hand, and what the network says to it.

import type { Cell, Kernel } from "../../kernel/types.d.ts";

/** A rectangle of whole pixels. */
export interface Cover {
  top: number;
  left: number;
  rows: number;
  columns: number;
}

/** What is done to the picture. */
export interface Edit {
  mirrored: boolean;
  upended: boolean;
  right: number;
  down: number;
  edge: string;
  blur: number;
  grey: number;
  brightness: number;
  contrast: number;
  cover: Cover | null;
  fill: string;
}

export type Change = Partial<Edit>;

/** What of an edit a drag or a key changes. */
export type Placed = Pick<Edit, "right" | "down" | "cover">;

/** What of the stage decides how. */
export type Ground = Pick<Probe, "tool" | "size"> & { limits: Pick<Probe["limits"], "right" | "down"> };

export type Slider = "blur" | "grey" | "brightness" | "contrast";
export type Tool = "move" | "cover";
export type Pixels = Uint8Array;

/** A class, its probability before and after the edit, and both in words. */
export interface Row {
  name: string;
  before: number;
  after: number;
  before_text: string;
  after_text: string;
  change_text: string;
  numbers_text: string;
}

/** An edit that was settled on. */
export interface Step {
  number: number;
  edit: Edit;
}

/** What a drag began with. */
export interface Held {
  pixel: Cell;
  edit: Edit;
  carries: boolean;
  moved?: boolean;
}

/** What can be asked of the stage. */
export interface Acts {
  change(fields: Change, later?: boolean): void;
  preview(fields: Change): void;
  point(pixel: Cell | null): void;
  tool(name: Tool): void;
  flip(name: "mirrored" | "upended"): void;
  uncover(): void;
  reset(): void;
  step(by: number): void;
  save(): void;
}

export interface Probe extends Kernel<never> {
  size: Cell;
  edit: Edit;
  /** What was told last, and what the answers on stage are to. */
  asked: Edit;
  answered: Edit;
  tool: Tool;
  order: string;
  pointed: Cell | null;
  again: ReturnType<typeof setTimeout> | number;
  base: { key: string; pixels: Pixels; under: Record<string, Pixels> } | null;
  shown: Pixels;
  text: string;
  checksum: number;
  rows: Row[];
  history: Step[];
  at: number;
  limits: Record<Slider | "right" | "down", Cell>;
  edges: string[];
  fills: string[];
  kernels: Record<number, number[]>;
  cover_kernel: number[];
  about: Record<string, string>;
  act: Acts;
  said(name: string, value: number): string;
}

