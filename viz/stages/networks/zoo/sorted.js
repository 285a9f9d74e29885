// In which order lines stand. Pure.

/** @typedef {{ name: string, cells: string[], order: (string | number)[] }} Line */

/**
 * The lines by one of their columns, `by`, from low to high or (`falling`) from high to low; those that are alike stay as they
 * are. Without a column all stay as they are.
 *
 * @param {Line[]} lines @param {number | null} by @param {boolean} falling
 */
export function sorted(lines, by, falling) {
  if (by === null) return [...lines];
  const way = falling ? -1 : 1;
  return [...lines].sort((one, other) => way * compared(one.order[by], other.order[by]));
}

/** Numbers in names count as numbers: 18 before 101. @param {string | number} one @param {string | number} other */
const compared = (one, other) => (typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), undefined, { numeric: true }));
