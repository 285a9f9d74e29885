// The kinds of layers there are. One more is a file with its forward and its backward, a line here, and one in types.d.ts.

import { relu, sigmoid } from "./activation.js";
import { batchNorm } from "./batch_norm.js";
import { convolution } from "./convolution.js";
import { flatten } from "./flatten.js";
import { linear } from "./linear.js";
import { averagePool, maxPool } from "./pooling.js";

/** @import { Kind, Operation } from "./types.d.ts" */

/** @type {Record<Kind, Operation>} */
export const OPERATIONS = {
  conv: convolution,
  batch_norm: batchNorm,
  relu,
  sigmoid,
  max_pool: maxPool,
  average_pool: averagePool,
  flatten,
  linear,
};
