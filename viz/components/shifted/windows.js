// Which window of a pooling layer a cell belongs to, and which cell stands for a window. Spans are [start, stop) pairs.

/** The window on one axis whose middle is nearest to a cell; of two equally near the first. */
export function windowOf(spans, cell) {
  let best = 0;
  for (let index = 1; index * 2 < spans.length; index += 1) {
    if (Math.abs(middle(spans, index) - cell) < Math.abs(middle(spans, best) - cell)) best = index;
  }
  return best;
}

/** The cell in the middle of a window on one axis. */
export const cellOf = (spans, index) => Math.floor(middle(spans, index));

const middle = (spans, index) => (spans[index * 2] + spans[index * 2 + 1] - 1) / 2;

/** The cells a window holds, as a box to mark. */
export function boxOf(rowSpans, columnSpans, row, column) {
  const [top, bottom] = rowSpans.subarray(row * 2, row * 2 + 2);
  const [left, right] = columnSpans.subarray(column * 2, column * 2 + 2);
  return { top, left, rows: bottom - top, columns: right - left };
}

/** A map less another. */
export const minus = (one, other) => Float32Array.from(one, (value, index) => value - other[index]);
