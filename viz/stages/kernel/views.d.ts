// Made by `python -m viz.stages.kernel.view_types` from the views that the stages declare in Python.

/** The class whose sum is on stage, the one taken for true, and the temperature of the softmax. */
export interface AnswerView {
  label: number;
  truth: number;
  temperature: number;
}

/** What a visitor has settled on. `step`: how many layers are on stage; `zoom`: whether their field fills it. */
export interface BuildView {
  stack: string;
  size: number;
  step: number;
  zoom: boolean;
}

/** A place of a map, counted from 0 at the top left. */
export interface CellView {
  row: number;
  column: number;
}

/** One kernel over one plane. `convolve`: the kernel is turned by 180° first, as mathematics has it. */
export interface ConvolutionView {
  source: "picture" | "cells" | "count_3x3" | "count_4x4" | "count_5x5" | "count_8x8" | "dark_bar" | "dark_bar_turned" | "curves" | "curves_and_patch";
  size: number;
  colour: "grey" | "red" | "green" | "blue";
  cells: string;
  row: number;
  column: number;
  kernel: "identity" | "sharpen" | "outline" | "gaussian blur" | "box blur" | "emboss" | "sobel top" | "sobel bottom" | "sobel left" | "sobel right" | "difference" | "counting" | "curve" | "curve zero-sum" | "network" | "typed";
  number: number;
  weights: string;
  stride: string;
  padding: string;
  dilation: string;
  mode: "zeros" | "reflect" | "replicate" | "circular";
  bias: number;
  convolve: boolean;
}

/** What is on stage. `beside`: what the bars show; `layer`: whose feature maps are shown. */
export interface EdgesView {
  moment: number;
  scale: "shared" | "own";
  curve: "loss" | "accuracy";
  beside: "gradients" | "mean" | "variance";
  layer: "first" | "middle" | "last";
}

/** The unit a visitor wants to look at more closely: the picture by its key, and the place in the layer's maps. */
export interface Gone {
  picture: string;
  row: number;
  column: number;
}

/** What a visitor has settled on: the way of grouping, and one value of the chosen channel. */
export interface GroupsView {
  over: "channel" | "location" | "layer" | "rms" | "instance" | "group";
  groups: number;
  item: number;
  row: number;
  column: number;
}

/** Where a visitor stands: at a layer, over a pixel (row, column); `every`: no layer is skipped. */
export interface GrowthView {
  layer: string;
  row: number;
  column: number;
  every: boolean;
}

/** What a visitor has settled on: the position, the input channel whose products are written out, the order of the parts, and how many of them are added up. */
export interface InsideView {
  row: number;
  column: number;
  input_channel: number;
  order: "channel" | "contribution" | "size";
  added: number;
}

/** The output cell a visitor has settled on. */
export interface KindsView {
  map: number;
  row: number;
  column: number;
}

/** What a visitor has settled on: the unit looked at, and how the maps are ordered and coloured. */
export interface MapsView {
  channel: number;
  row: number;
  column: number;
  order: "index" | "strongest" | "mean" | "spread" | "zeros";
  scope: "layer" | "map";
  range: "auto" | "symmetric" | "zero";
  live: boolean;
}

/** Which groups are unfolded: their keys between commas, or "all". `at`: the layer brought into view and traced. */
export interface OverviewView {
  open: string;
  at: string;
}

/** The unit that is chosen, and over what its effective field is taken: this picture, or many. */
export interface PointView {
  channel: number;
  row: number;
  column: number;
  over: "picture" | "average";
}

/** One pooling window over one plane. `stride` "window": as far as the window is large, PyTorch's default. */
export interface PoolingView {
  source: "picture" | "cells" | "count_3x3" | "count_4x4" | "count_5x5" | "count_8x8" | "dark_bar" | "dark_bar_turned" | "curves" | "curves_and_patch";
  size: number;
  colour: "grey" | "red" | "green" | "blue";
  cells: string;
  row: number;
  column: number;
  pool: "max" | "average";
  window: string;
  stride: string;
  padding: string;
  ceil: boolean;
  include: boolean;
}

/** The edit on stage, as a text; what it says depends on the picture's size. */
export interface ProbeView {
  edit: string;
}

/** What a visitor has settled on. `first`, `second`: the weights to start from; `updates`: how many are shown. */
export interface RateView {
  rate: string;
  momentum: number;
  first: number;
  second: number;
  updates: number;
  predicted: "" | "settles" | "swings" | "diverges";
}

/** What a visitor has settled on. `seed`: of pictures and weights; `favourite`: the rate said to end lowest. */
export interface RatesView {
  seed: number;
  favourite: "" | "0.01" | "0.03" | "0.1" | "0.3" | "1";
}

/** The cell looked at, and γ and β, on a stage where they can be set; on others a `CellView` says all. */
export interface ResultView {
  row: number;
  column: number;
  gamma: number;
  beta: number;
}

/** By how many pixels the picture is moved, and the cell looked at. */
export interface SharingView {
  pixels: number;
  row: number;
  column: number;
}

/** What the window slides over: the picture at a size and in a colour, a matrix by name, or typed `cells`. */
export interface SlideView {
  source: "picture" | "cells" | "count_3x3" | "count_4x4" | "count_5x5" | "count_8x8" | "dark_bar" | "dark_bar_turned" | "curves" | "curves_and_patch";
  size: number;
  colour: "grey" | "red" | "green" | "blue";
  cells: string;
  row: number;
  column: number;
}

/** What a visitor has settled on: the unit, which statistic the small maps show, and how far the scale reaches. */
export interface StatisticsView {
  channel: number;
  row: number;
  column: number;
  grid: "means" | "deviations";
  scope: "layer" | "map";
}

/** What a visitor has settled on: the channel, and how many patches are shown. */
export interface TopPatchesView {
  channel: number;
  count: 6 | 9 | 12;
}

/** A training. `source` to `noise`: of the data; `convolutions`, `hidden`: as an address writes them. */
export interface TrainView {
  source: "shapes";
  side: 16 | 28;
  count: number;
  noise: number;
  seed: number;
  convolutions: string;
  hidden: string;
  activation: "relu" | "sigmoid";
  optimizer: "sgd" | "momentum" | "adam";
  rate: number;
  batch: number;
  decay: number;
  updates: number;
}

/** The cell of the large maps a visitor has settled on, and whether the maps show values or errors. */
export interface UnpoolingView {
  row: number;
  column: number;
  look: "values" | "errors";
}

/** What is on stage. `updates`: how many are done before this one; `row`, `column`: of the kernel, in question. */
export interface UpdateView {
  source: "zero" | "one" | "seven" | "cross" | "square" | "stripe" | "own";
  label: number;
  loss: "cross_entropy" | "squared_error";
  pool: "max" | "average";
  rate: number;
  seed: number;
  updates: number;
  step: number;
  kernel: number;
  row: number;
  column: number;
}
