// What the stages and what they share have to do with each other: the types that several files speak of.

// Numbers. ----------------------------------------------------------------------------------------------------------------

/** Any row of numbers that is only read. */
export type Numbers = ArrayLike<number> & Iterable<number>;
/** Bytes, codes or values, as they travel. */
export type Packed = Uint8Array | Uint16Array | Float32Array;
/** Two numbers: rows and columns, or lowest and highest. */
export type Pair = [number, number];
/** The ends of a scale. */
export type Limits = Pair;
/** Left, top, width and height. */
export type Box = [number, number, number, number];
/** A place of a map, [row, column]. */
export type Cell = Pair;

export interface Shape {
  rows: number;
  columns: number;
}

/** One map of numbers, row by row. */
export interface Plane extends Shape {
  values: Float32Array | Float64Array;
}

/** What a window of a layer is and how it goes over a map: each [rows, columns]. */
export interface Setting {
  kernel: Numbers;
  stride: Numbers;
  padding: Numbers;
  dilation: Numbers;
  mode?: string;
  ceil?: boolean;
  bias?: number;
  includePadding?: boolean;
}

// Payloads. ---------------------------------------------------------------------------------------------------------------

/** An array of a payload. */
export interface Packet<V extends Packed = Float32Array> {
  values: V;
  shape: number[];
}

/** The arrays of a payload by their names; one that didn't come is undefined. Which hold bytes or codes, a stage says. */
export interface Planes {
  [name: string]: Packet<any>;
}

/** Texts by their names. */
export type Words = Record<string, string>;

/** What Python packed, opened. */
export interface Payload {
  planes: Planes;
  serial?: number | string;
  words: Words;
  captions: Captions;
}

/** What is said of the picture that can be kept, and of the stage to those who can't see it. */
export interface Captions extends Record<string, any> {
  alt: string;
  file: string;
  title: string;
}

/** What stands at the end of a payload. */
export interface Ending {
  visit: string | null;
  hash: string | null;
  knows: number;
}

/** What was done on a stage, told, and shown. */
export interface Course {
  done: number;
  told: number;
  shown: number | null;
  visit: string | null;
  hash: string | null;
  aside: Timer;
  repeat: () => void;
}

export type Timer = number | ReturnType<typeof setTimeout>;

// Colours. ----------------------------------------------------------------------------------------------------------------

/** 256 colours that can be written at once, and those of cells off the scale. */
export interface Palette {
  colours: Uint32Array;
  clipped: number;
  nan: number;
  infinite: number;
}

export interface Palettes extends Record<string, Palette> {
  sequential: Palette;
  diverging: Palette;
}

/** The look of the page around a stage. */
export interface Theme {
  accent: string;
  text: string;
  paper: string;
  ground: string;
  line: string;
  font: string;
  ink: string;
  family: string;
}

// Elements. ---------------------------------------------------------------------------------------------------------------

type LastOf<S extends string> = S extends `${string} ${infer Rest}` ? LastOf<Rest> : S;
type NameOf<S extends string> = S extends `${infer Name}${"[" | "." | ":" | "#"}${string}` ? NameOf<Name> : S;
/** What a selector finds: "figure canvas" a canvas, "input[name=fine]" an input, ".save" any element. */
export type Found<S extends string> = NameOf<LastOf<S>> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[NameOf<LastOf<S>>] : HTMLElement;
/** Finds what is known to be there. */
export type Find = <S extends string>(selector: S) => Found<S>;

export type Ink = CanvasRenderingContext2D;

/** A part of a picture to keep: canvases drawn over each other, and what is said of them. */
export interface Figure {
  canvases: HTMLCanvasElement[];
  caption: string;
}

export interface Picture {
  file: string;
  title: string;
  figures: Figure[];
}

/** What is said of a stage: a text, or nodes. */
export type Said = string | (Node | string)[];

// Keys and pointers. ------------------------------------------------------------------------------------------------------

/** Where a key starts and leads to: a number in a row, or [row, column]. */
export type Place = number | Pair;

export interface Cells extends Shape {
  kind: "cells";
  corners?: boolean;
}

export type Lines =
  | { kind: "list"; count: number; page?: number; wraps?: boolean; rises?: boolean; flat?: boolean }
  | { kind: "tiles"; count: number; across: number };

export type Layout = Cells | Lines | ((key: string, at: any) => Place | null);

export interface KeyActs<P extends Place> {
  layout?(): Layout;
  at?(): P;
  go?(place: P): void;
  keys?: Record<string, (event: KeyboardEvent) => void>;
}

export interface PointerActs<T> {
  at(event: MouseEvent): T | null;
  look?(found: T | null, event: MouseEvent): void;
  choose?(found: T, event: MouseEvent): void;
  drop?(): void;
  drags?: boolean;
}

// Stages. -----------------------------------------------------------------------------------------------------------------

/** What a host calls a stage with. */
export interface Mounting<D = Uint8Array> {
  data: D;
  parentElement: HTMLElement;
  setTriggerValue(name: string, value: unknown): void;
}

export type Mount = (mounting: Mounting) => () => void;

export interface MountOptions {
  event?: string;
  leave?(stage: Stage): void;
  relays?: boolean;
}

/** What a stage gives `makeStage`; there it is said what each is for. A stage's own type may say more than `Stage`. */
export interface Definition extends MountOptions {
  root: string;
  narrow?: number;
  region?: string;
  draw(stage: Stage): void;
  mark?(stage: Stage): void;
  describe?(stage: Stage): Said | null;
  open?(stage: Stage): void;
  take?(stage: Stage, anew: boolean): void;
  told?(stage: Stage): Record<string, unknown> | null;
  picture?(stage: Stage): Picture;
  drawn?(stage: Stage): unknown;
}

/** A stage: its place, what came with the payload, and what it can do. */
export interface Stage extends Payload {
  root: HTMLElement;
  find: Find;
  view: any;
  hovered: any;
  received: number | string | null;
  visit: string | null;
  hash: string | null;
  palettes: Palettes;
  theme: Theme;
  playing: boolean;
  course: Course;
  timer: Timer;
  frame: number;
  watcher: ResizeObserver;
  redraw(): void;
  follow(): void;
  soon(): void;
  settle(change?: object): void;
  move(change: object, tells?: boolean): void;
  look(place: unknown): void;
  save(): void;
  tell(value: object): void;
  tellOf(name: string, value: object): void;
  tellSoon(rest?: number): void;
  later(make: () => object | null, rest?: number): void;
  busy(): void;
  idle(): void;
}
