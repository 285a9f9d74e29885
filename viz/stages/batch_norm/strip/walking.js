// @ts-nocheck
// Where keys lead in a row of pictures, and where one stands after a picture has gone. Pure.

/** The picture that a key leads to from `index`; null for a key that leads nowhere. */
export function reached(key, index, count) {
  const to = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** The place that is in focus when the picture at `index` of `count` has gone: the next one, or the last. */
export const after = (index, count) => Math.max(0, Math.min(index, count - 2));
