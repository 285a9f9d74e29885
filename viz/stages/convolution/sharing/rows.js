// @ts-nocheck
// The maps of the stage in three rows: the picture, what a convolution makes of it, what a fully connected layer does.

/** The rows: { key, title, names of the planes that share its scale, panels }; `old` ones are before the movement. */
export function rowsOf({ words, planes }) {
  const [, rows, columns] = planes.picture.shape;
  const panel = (key, label, more) => ({ key, label: words[label], rows, columns, stop: false, ...more });
  const answers = (key) => ({
    key,
    title: words[key],
    names: [key, `${key}_difference`],
    panels: [
      panel(`${key} before`, "before", { old: true }),
      panel(key, "after", { stop: true }),
      panel(`${key}_difference`, "difference"),
    ],
  });
  const picture = {
    key: "picture",
    title: words.picture,
    names: ["picture"],
    panels: [panel("picture before", "before", { old: true }), panel("picture", "after", { stop: true })],
  };
  return [picture, answers("convolved"), answers("connected")];
}

/** The values of a panel after a movement; those of an old one before it. */
export function planesOf({ planes }, key, pixels) {
  const [name, before] = key.split(" ");
  const { values, shape } = planes[name];
  const size = shape[1] * shape[2];
  const at = before === undefined ? pixels : 0;
  return values.subarray(at * size, (at + 1) * size);
}
