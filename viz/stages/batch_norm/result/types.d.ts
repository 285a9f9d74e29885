// A map in several forms, with what γ and β are set to.

import type { Panel, PanelLike, Scale, Stage, Values } from "../../kernel/types.d.ts";

export interface Setting {
  gamma: number;
  beta: number;
}

export interface View extends Setting {
  row: number;
  column: number;
}

/** What γ and β bring the identity back with, and what the layer itself has of them. */
export interface Affine {
  sigma: number;
  mu: number;
  own: Setting | null;
}

/** How far a panel's plane is taken: as it came, after γ and β, or after ReLU too. */
export type Step = "plain" | "scaled" | "rectified";

interface Described extends PanelLike {
  plane: string;
  step: Step;
  colour: boolean;
  title: string;
}

export interface Row {
  title: string;
  panels: Described[];
}

export type Form = Described & Panel & { values: Values };

export type Result = Stage<View, { rows: Row[]; panels: Form[]; affine: Affine | null; uncovered: boolean; scale: Scale }>;
