// The layers of a network in a row.

export interface Layer {
  name: string;
  kind: string;
  shape: number[];
  title: string;
  /** One that can't be chosen. */
  fixed?: boolean;
}

export interface Row {
  network: string;
  label: string;
  layers: Layer[];
  chosen: string | null;
}
