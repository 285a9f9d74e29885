// From the last maps to the answer.

import type { Scale, Stage, Values } from "../../kernel/types.d.ts";

/** What of the visitor's is told: the class in view, the one taken for true, the softmax's temperature. */
export interface View {
  label: number;
  truth: number;
  temperature: number;
}

/** How the network's head comes to a logit, and how from logits to probabilities. */
export type Form = "average" | "places" | "classes" | "features";
export type Ending = "softmax" | "sigmoid" | "none";

/** A layer of the head in words. */
export interface Step {
  name: string;
  made: string;
  does: string;
  differs: boolean;
}

/** What adds up to a class's logit; `order` by size of the products. */
export interface Sum {
  values: Values;
  weights: Values;
  products: Values;
  bias: number;
  total: number;
  order: number[];
}

/** Probabilities as natural logarithms; each is e^shifted ÷ under(label). */
export interface Softmax {
  logs: Values;
  shifted: Values;
  under(label: number): number;
}

/** A list of which only the rows in sight exist. */
export interface List {
  show(count: number): void;
  reveal(place: number): void;
  rewind(): void;
}

/** What a list is told, and asks for. */
export interface ListActs {
  fill(row: HTMLElement, place: number): void;
  chosen(): number;
  choose(place: number): void;
  hover(place: number | null): void;
}

/** A row of a picture to keep. */
export interface Bar {
  name: string;
  number: string;
  zero: number;
  left: number;
  width: number;
  colour: string;
}

export interface Acts {
  chooseClass(label: number): void;
  chooseTerm(term: number): void;
  hoverTerm(term: number | null): void;
  hoverClass(label: number | null): void;
  explain(step: Step | null): void;
  change(view: Partial<View>): void;
  find(search: string): void;
  unfold(): void;
}

interface Own {
  form: Form;
  places: [number, number];
  labels: string[];
  steps: Step[];
  ending: Ending;
  shown: number[];
  temperatures: number[];
  /** What is pointed at, or chosen in this browser alone. */
  term: number | null;
  hoveredTerm: number | null;
  hoveredClass: number | null;
  step: Step | null;
  search: string;
  unfolded: boolean;
  /** How many payloads have come, so that what is drawn of one is known from what is of another. */
  payloads: number;
  /** Whether the chosen class is yet to be brought into sight. */
  fresh: boolean;
  /** Worked out once a payload. */
  pictures: Map<number, HTMLCanvasElement>;
  sums: Map<number, Sum>;
  mapScale: Scale;
  byLogit: number[];
  rank: Map<number, number>;
  /** Worked out once a view. */
  softmax: Softmax;
  sum: Sum | null;
  reach: number;
  signed: boolean;
  found: number[];
  spelled: { label: number; sum: Sum | null };
  shownTerm: number;
  writtenSum: string | null;
  terms: List;
  classes: List;
  act: Acts;
}

export type Answer = Stage<View, Own>;

/** Where a term stands, as far as the form of the head has it. */
export interface TermPlace {
  channel?: number;
  feature?: number;
  row?: number;
  column?: number;
}
