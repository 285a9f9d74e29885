// Where one stands in a row of pictures after one has gone. Pure.

/** The place in focus when the picture at `index` of `count` has gone: the next one, or the last. @param {number} index @param {number} count */
export const after = (index, count) => Math.max(0, Math.min(index, count - 2));
