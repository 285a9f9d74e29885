// What the engine works on, in types: a network as it is asked for, and as it is built.

/** Numbers of a network: in single precision, or in double where its spec asks for it. */
export type Numbers = Float32Array | Float64Array;

/** One number for both axes, or [rows, columns]. */
export type Both = number | number[];

/** A layer as it is asked for. Left out, a stride is 1 (pooling: the size), a padding 0, and a bias there. */
export type LayerSpec =
  | { kind: "conv"; kernels: number; size: Both; stride?: Both; padding?: Both; bias?: boolean }
  | { kind: "max_pool" | "average_pool"; size: Both; stride?: Both; padding?: Both }
  | { kind: "batch_norm" | "relu" | "sigmoid" | "flatten" }
  | { kind: "linear"; units: number; bias?: boolean };

export type Kind = LayerSpec["kind"];

/** A network as it is asked for. `input`: [channels, rows, columns] of one picture. */
export interface Spec {
  input: number[];
  layers: LayerSpec[];
  precision?: "single" | "double";
}

/** A weight, a bias, a gradient of one, or running statistics: `values` row by row in `shape`. */
export interface Parameter {
  name: string;
  shape: number[];
  values: Numbers;
}

/** Where the windows of a layer lie: each [rows, columns]. */
export interface Windows {
  size: number[];
  stride: number[];
  padding: number[];
}

/** What a layer needs for its own use; it stays in place from one update to the next. */
export interface Scratch {
  /** Where the windows lie: as `runs` in windows.js gives those of a convolution, and `boxes` in pooling.js those of pooling. */
  table: Int32Array;
  /** The windows of one picture, a position a row; and what goes back to them. */
  windows: Float64Array;
  spread: Numbers;
  /** Which value each window of max pooling copied. */
  winners: Int32Array;
  /** Per channel of batch norm: μ and 1/√(σ² + ε) of the last pass forward. */
  means: Float64Array;
  scales: Float64Array;
}

/** A layer that is built. `input`, `output`: the shape of one picture's values before and behind it. */
export interface Layer {
  kind: Kind;
  name: string;
  input: number[];
  output: number[];
  parameters: Parameter[];
  running: Parameter[];
  placed: Windows;
  scratch: Scratch;
}

/** One pass forward through a layer: `x` [count, ...input] gives `y` [count, ...output]. */
export interface Pass {
  x: Numbers;
  y: Numbers;
  count: number;
  training: boolean;
}

/** One pass backward: from `dy` = ∂L/∂y to `dx` = ∂L/∂x, which is null where nobody asks for it. */
export interface Back extends Pass {
  dy: Numbers;
  dx: Numbers | null;
}

/** What makes numbers, in the network's precision, and draws them. */
export interface Making {
  zeros(length: number): Numbers;
  random: Random;
}

/** What a kind of layer adds to what all have. */
export interface Made extends Partial<Pick<Layer, "parameters" | "running" | "placed">> {
  output: number[];
  scratch?: Partial<Scratch>;
}

/** One kind of layer. `backward` adds to `gradients`, which are like the layer's parameters. */
export interface Operation {
  make(asked: Asked, input: number[], making: Making): Made;
  forward(layer: Layer, pass: Pass): void;
  backward(layer: Layer, back: Back, gradients: Parameter[]): void;
}

/** The fields of a layer's spec, as somebody wrote them, and where they stand. */
export interface Asked {
  field: string;
  name: string;
  given: Record<string, unknown>;
}

/** Numbers that look like chance, and are the same for the same seed. */
export interface Random {
  /** Four whole numbers; set again, they take a run up where it was. */
  state: Int32Array;
  next(): number;
  uniform(): number;
  between(low: number, high: number): number;
  below(bound: number): number;
  normal(): number;
  shuffle<T extends { length: number; [index: number]: unknown }>(items: T): T;
}

export type LossName = "cross_entropy" | "squared_error";

export interface Loss {
  /** The mean loss of a batch; into `dy` goes ∂L/∂outputs. */
  (outputs: Numbers, labels: ArrayLike<number>, classes: number, dy: Numbers): number;
}

export type OptimizerName = "sgd" | "momentum" | "adam";

export interface UpdateOptions {
  optimizer?: OptimizerName;
  rate: number;
  /** How much of the last step goes on ("momentum" alone): 0.9 unless said otherwise. */
  momentum?: number;
  /** PyTorch's weight_decay: this much of each weight is added to its gradient. */
  decay?: number;
}

/** What an optimizer remembers from one update to the next. */
export interface Memory {
  optimizer: OptimizerName;
  updates: number;
  first: Numbers[];
  second: Numbers[];
  /** β₁ and β₂ to the power of the updates so far. */
  powers: [number, number];
}

/** What a network works in; it grows with the largest batch. */
export interface Buffers {
  capacity: number;
  values: Numbers[];
  deltas: Numbers[];
}

export interface Network {
  spec: Spec;
  layers: Layer[];
  /** In the order and shapes of PyTorch's `parameters()` of an `nn.Sequential`. */
  parameters: Parameter[];
  /** Running means and variances of batch norm, as PyTorch's `buffers()`. */
  running: Parameter[];
  memory: Memory | null;
  buffers: Buffers;
}

/** What stands behind a layer: `shape` with the pictures first. */
export interface LayerValues {
  name: string;
  kind: Kind;
  shape: number[];
  values: Numbers;
}

export interface Learnt {
  loss: number;
  outputs: Numbers;
  gradients: Parameter[];
  /** Where asked for: what stands behind each layer; δ, which is ∂L/∂ of it; and ∂L/∂pictures. */
  values?: LayerValues[];
  deltas?: LayerValues[];
  pictureDeltas?: Numbers;
}
