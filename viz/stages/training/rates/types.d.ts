// A small network trained at several rates at once, in types.

import type { Stage } from "../../kernel/types.d.ts";
import type { RatesView } from "../../kernel/views.d.ts";
import type { Network } from "../engine/types.d.ts";

/** One of the networks. `losses`: of its batches so far; `ended`: after which update the loss was no number any more. */
export interface Runner {
  rate: string;
  network: Network;
  losses: number[];
  ended: number | null;
}

/** All of them, on the same pictures. */
export interface Race {
  pictures: Float32Array;
  labels: Uint8Array;
  runners: Runner[];
}

export type View = RatesView;

export interface Own {
  alt: string;
  rates: string[];
  bounds: { updates: number; seeds: number };
  /** Made when it is first needed. */
  race: Race | null;
}

export type Rates = Stage<View, Own>;
