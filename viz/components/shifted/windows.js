// Which window of a pooling layer a cell belongs to, and which cell stands for a window. Spans are [start, stop) pairs.

/** The window on one axis whose middle is nearest to a cell; of two equally near the first. */
export function windowOf(spans, cell) {
  let best = 0;
  for (let index = 1; index * 2 < spans.length; index += 1) {
    if (Math.abs(middle(spans, index) - cell) < Math.abs(middle(spans, best) - cell)) best = index;
  }
  return best;
}

/** The cell that stands for a window on one axis: the one nearest to its middle that belongs to it and to no other. */
export function cellOf(spans, index) {
  const nearest = Math.floor(middle(spans, index));
  // Windows that overlap and are cut at the border have their middles close together.
  for (let away = 0; away < spans[index * 2 + 1] - spans[index * 2]; away += 1) {
    for (const cell of [nearest - away, nearest + away]) if (windowOf(spans, cell) === index) return cell;
  }
  return nearest;
}

const middle = (spans, index) => (spans[index * 2] + spans[index * 2 + 1] - 1) / 2;

/** The cells a window holds, as a box to mark. */
export function boxOf(rowSpans, columnSpans, row, column) {
  const [top, bottom] = rowSpans.subarray(row * 2, row * 2 + 2);
  const [left, right] = columnSpans.subarray(column * 2, column * 2 + 2);
  return { top, left, rows: bottom - top, columns: right - left };
}

/** A map less another. */
export const minus = (one, other) => Float32Array.from(one, (value, index) => value - other[index]);
