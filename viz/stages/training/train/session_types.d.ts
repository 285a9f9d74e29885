// A training that is told what to do, in types: what it needs of its surroundings, and what it keeps.

import type { Parameter } from "../engine/types.d.ts";
import type { Moment, Run, Settings } from "../run.js";
import type { Held, Kept, State, Taken, Verdict } from "./types.d.ts";

export type { Order } from "./types.d.ts";

/** What a session needs of its surroundings. */
export interface Host {
  post(told: State | Kept | Taken): void;
  /** Milliseconds. */
  now(): number;
  later(act: () => void): unknown;
}

/** Held-out pictures being judged, some at a time. */
export interface Judging {
  update: number;
  at: number;
  loss: number;
  confusion: Uint32Array;
  outputs: Float32Array;
}

export interface Session {
  host: Host;
  run: Run;
  settings: Settings;
  side: number;
  begun: number;
  running: boolean;
  until: number;
  picture: number;
  losses: number[];
  accuracies: number[];
  held: Held[];
  /** Which pictures the first updates took. */
  batches: Uint32Array[];
  verdict: Verdict | null;
  gradients: Parameter[] | null;
  /** How many losses the page has. */
  told: number;
  toldAt: number;
  latest: Moment;
  judging: Judging | null;
  /** What judging has taken so far, and what it took the last time, in milliseconds; and when that ended. */
  spent: number;
  cost: number;
  judgedAt: number;
  waiting: boolean;
  heard: boolean;
}
