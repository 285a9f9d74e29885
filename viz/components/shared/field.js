// Which pixels of the network's input a position of a map covers. The twin of `ReceptiveField.box`.

/** { top, left, bottom, right }, half-open, clipped to the picture; null where the extent is not known. */
export function boxOf(field, row, column, pictureRows, pictureColumns) {
  if (field === null || field.scope === "unknown") return null;
  if (field.scope === "whole image") return { top: 0, left: 0, bottom: pictureRows, right: pictureColumns };
  const span = (axis, position, limit) => {
    const start = position * field.stride[axis] - field.padding[axis];
    return [Math.max(0, start), Math.min(limit, start + field.size[axis])];
  };
  const [top, bottom] = span(0, row, pictureRows);
  const [left, right] = span(1, column, pictureColumns);
  return { top, left, bottom, right };
}
