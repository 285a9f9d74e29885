// What the scripts of the stages share, in types: a stage and what it gives the kernel, planes, pictures, places.

/** Numbers in a row, as a payload brings them or a script works them out. */
export interface Values extends ArrayLike<number>, Iterable<number> {
  [index: number]: number;
  subarray(start?: number, end?: number): Values;
  slice(start?: number, end?: number): Values;
  map(make: (value: number, index: number) => number): Values;
  filter(keep: (value: number, index: number) => unknown): Values;
  forEach(act: (value: number, index: number) => void): void;
  reduce<T>(make: (before: T, value: number, index: number) => T, start: T): T;
  some(holds: (value: number, index: number) => unknown): boolean;
  every(holds: (value: number, index: number) => unknown): boolean;
  indexOf(value: number): number;
}

/** How many rows and columns a map has. */
export interface Shape {
  rows: number;
  columns: number;
}

/** A map: its values row by row. */
export interface Plane extends Shape {
  values: Values;
}

/** Numbers of a payload with the size of each axis. */
export interface Packed {
  values: Values;
  shape: number[];
}

/** Planes of which no more than the values is asked for. */
export type Lists = Record<string, Pick<Packed, "values">>;

/** A map that is only read. */
export type Readable = Shape & { values: ArrayLike<number> };

/** [row, column] of a map, from 0. */
export type Cell = [number, number];

/** The lowest and the highest value that a palette has a colour for. */
export type Scale = [number, number];

/** Pixels [top, bottom) × [left, right). */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Cells to be marked, and how thick their frame is. */
export interface Marked extends Shape {
  top: number;
  left: number;
  thick?: number;
}

/** 256 colours as 32 bits, and those of the cells that have no place among them. */
export interface Palette {
  colours: Uint32Array;
  clipped: number;
  nan: number;
  infinite: number;
}

export type Palettes = Record<"sequential" | "diverging", Palette>;

/** A map on the page with its name, its marks and its value. `stop`: the tabulator key stops there. */
export interface Panel extends Plane {
  key: string;
  label: string;
  /** The heading that it stands under: by itself "normalised" doesn't say how. */
  title?: string;
  note?: string;
  stop?: boolean;
  figure: HTMLElement;
  canvas: HTMLCanvasElement;
  marks: HTMLCanvasElement;
  read: HTMLElement;
  size: [number, number];
}

/** What a panel is made from. */
export type PanelLike = Omit<Panel, "values" | "figure" | "canvas" | "marks" | "read" | "size"> & { values?: Values };

/** What panels do when they are pointed at. `at`: where the keys of a panel start from. */
export interface PanelActs {
  point(key: string, row: number, column: number, chosen: boolean): void;
  at?(key: string): Cell;
  rest?(key: string): void;
}

/** The layer's settings, each [rows, columns]. */
export interface Setting {
  kernel: Cell | number[];
  stride: Cell | number[];
  padding: Cell | number[];
  dilation: Cell | number[];
  mode?: string;
  ceil?: boolean;
  bias?: number;
  pooling?: boolean;
  includePadding?: boolean;
}

/** A picture to keep: its figures, canvases drawn over each other, under a title. */
export interface Picture {
  file: string;
  title: string;
  figures: Figure[];
}

export interface Figure {
  canvases: HTMLCanvasElement[];
  caption: string;
}

/** What a stage says: a text, or nodes. */
export type Said = string | (string | Node)[];

/** Colours and type of the page around a stage. `ink`, `family`: as the stage itself writes. */
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

/** Numbers of a stage as a table. The first of `columns` heads the heads of the rows, which are the first of each row. */
export interface Table {
  caption: string;
  /** Which part of the whole it is. */
  note?: string;
  columns: string[];
  rows: string[][];
  /** Row and column of what is in question; column −1 for the whole row. */
  at?: Cell;
}

/** A stage's tables on the page. */
export interface Tables {
  button: HTMLButtonElement;
  box: HTMLElement;
  read(): Table[];
  words: Record<string, string>;
  timer: ReturnType<typeof setTimeout> | number;
}

/** What is said aloud of a stage: at this moment, and the last time. */
export interface Aloud {
  root: HTMLElement;
  live: HTMLElement;
  description: HTMLElement;
  busy(): unknown;
  now: string[];
  said: string[] | null;
  timer: ReturnType<typeof setTimeout> | number;
}

/** What has been done on a stage, and what is known of it elsewhere. */
export interface Course {
  done: number;
  told: number;
  shown: number | null;
  visit: string | null;
  hash: string | null;
  words?: Record<string, string>;
  aside: ReturnType<typeof setTimeout> | number;
  repeat(): void;
}

/** What a host has put behind a payload. `planes`: the palettes. */
export interface Ending {
  visit: string;
  knows: number;
  hash: string;
  words?: Record<string, string>;
  marks?: Marks;
  planes: Record<string, Packed>;
}

/** How a language writes numbers, and what stands between the items of a list. */
export interface Marks {
  language: string;
  decimal: string;
  group: string;
  list: string;
}

/** What a host gives the module of a stage. */
export interface Mounting<Data = Uint8Array | Record<string, any>> {
  data: Data;
  parentElement: HTMLElement;
  setTriggerValue(name: string, value: any): void;
}

export type Mount = (mounting: Mounting) => () => void;

export interface MountOptions {
  event?: string;
  relays?: boolean;
  leave?(stage: any): void;
}

/** What every stage has of the kernel. */
export interface Kernel<View> {
  root: HTMLElement;
  find<E extends HTMLElement = any>(selector: string): E;
  view: View;
  hovered: any;
  serial: number;
  received: number | null;
  /** The payload that is shown as soon as all its pieces are here; and the timer of one that is of something older. */
  awaited?: unknown;
  late?: ReturnType<typeof setTimeout>;
  /** The keys of what may be chosen next, by kind and name; what is being waited for, and the view if it is shown ahead. */
  ahead?: Record<string, Record<string, string>>;
  expected?: { key: string; view: string | null; until: number } | null;
  lull?: ReturnType<typeof setTimeout>;
  unforesee?(): void;
  moved(): void;
  hash: string | null;
  visit: string | null;
  course: Course;
  words: Record<string, string>;
  /** The words that all stages share. */
  shared: Record<string, string>;
  aloud: Aloud;
  tables: Tables | null;
  captions: Record<string, any>;
  planes: Record<string, Packed>;
  palettes: Palettes;
  theme: Theme;
  /** The units from the stage's upper edge to the lower one of the window, before anybody scrolls. */
  room: number;
  playing: boolean;
  /** There where the stage plays something. */
  player: import("./player.js").Player;
  timer: any;
  frame: number;
  watcher: Pick<ResizeObserver, "observe" | "disconnect">;
  redraw(): void;
  follow(): void;
  soon(): void;
  settle(change?: Partial<View>): void;
  move(change: Partial<View>, tells?: boolean): void;
  hover(place: any): void;
  save(): void;
  tell(value: any): void;
  tellOf(event: string, value: any): void;
  tellSoon(rest?: number): void;
  later(make: () => any, rest?: number): void;
  busy(): void;
  idle(): void;
}

/** A stage: what the kernel gives it, what its payload brings, and what is its own. */
export type Stage<View = any, Own = { [name: string]: any }> = Kernel<View> & Own;

/** What a stage gives the kernel. */
export interface Definition<S extends Kernel<any> = Stage> {
  root: string;
  narrow?: number;
  region?: string;
  event?: string;
  relays?: boolean;
  open?(stage: S): void;
  take?(stage: S, anew: boolean): void;
  plays?(stage: S): import("./player.js").Play;
  draw(stage: S): void;
  mark?(stage: S): void;
  describe?(stage: S): Said | null;
  aloud?(stage: S): string | string[];
  table?(stage: S): Table[];
  told?(stage: S): any;
  drawn?(stage: S): string | number;
  foresees?(stage: S, kind: string, before: { view: any; start: any }): object;
  picture?(stage: S): Picture;
  onWhite?: boolean;
  leave?(stage: S): void;
}

/** Where somebody is among places: the number of one in a row, or a cell. */
export type Place = number | Cell;

export interface Cells extends Shape {
  kind: "cells";
  corners?: boolean;
}

export type Lines =
  | { kind: "list"; count: number; page?: number; wraps?: boolean; rises?: boolean; flat?: boolean }
  | { kind: "tiles"; count: number; across: number };

/** How places lie; see `next` in keys.js. */
export type Layout = Cells | Lines | ((key: string, at: any) => any);

export interface KeyActs<P extends Place = Place> {
  layout?(): Layout;
  at?(): P;
  go?(place: P): void;
  keys?: Record<string, (event: KeyboardEvent) => void>;
}

export interface PointerActs<T> {
  at(event: MouseEvent): T | null;
  look?(found: T | null, event: PointerEvent): void;
  choose?(found: T, event: MouseEvent): void;
  drags?: boolean;
  grab?(event: PointerEvent): boolean;
  drop?(): void;
}

/** What happens to what is held; see grip.js. */
export interface Grip {
  take(event: PointerEvent): unknown;
  pull(event: PointerEvent): void;
  release?(event: PointerEvent, kept: boolean): void;
  pass?(event: PointerEvent): void;
}

/** How tiles lie in lines; see `layOut` in tiles.js. */
export interface Tiles {
  across: number;
  down: number;
  width: number;
  height: number;
  totalHeight: number;
}

/** A sum written out; see `writeSum` in written.js. */
export interface Written {
  terms: { value: string; weight: string; product: string }[];
  bias: string | null;
  sum: string;
  rounded: string | null;
}
