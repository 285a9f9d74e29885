// The maps of the stage in three rows: the picture, what a convolution makes of it, what a fully connected layer does.

/** @import { Packed, Panel, Scale } from "../../kernel/types.d.ts" */
/** @typedef {{ words: Record<string, string>, planes: Record<string, Packed> }} Brought */
/**
 * The planes `names` share a scale; `old` maps are before the movement.
 *
 * @typedef {{ key: string, title: string, names: string[], panels: (Panel & { old?: boolean })[], holder: HTMLElement, scale: Scale }} Row
 */

/** The rows: { key, title, names of the planes that share its scale, panels }. @param {Brought} brought @returns {Row[]} */
export function rowsOf({ words, planes }) {
  const [, rows, columns] = planes.picture.shape;
  /** @param {string} key @param {string} label @param {object} more */
  const panel = (key, label, more) => ({ key, title: words[key.split(/[ _]/)[0]], label: words[label], rows, columns, stop: false, ...more });
  /** @param {string} key */
  const answers = (key) => ({
    key,
    title: words[key],
    names: [key, `${key}_difference`],
    panels: [
      panel(`${key} before`, "before", { old: true }),
      panel(key, "after", { stop: true }),
      panel(`${key}_difference`, "difference", {}),
    ],
  });
  const picture = {
    key: "picture",
    title: words.picture,
    names: ["picture"],
    panels: [panel("picture before", "before", { old: true }), panel("picture", "after", { stop: true })],
  };
  return /** @type {any[]} */ ([picture, answers("convolved"), answers("connected")]);
}

/** The values of a panel after a movement; those of an old one before it. @param {Pick<Brought, "planes">} brought @param {string} key @param {number} pixels */
export function planesOf({ planes }, key, pixels) {
  const [name, before] = key.split(" ");
  const { values, shape } = planes[name];
  const size = shape[1] * shape[2];
  const at = before === undefined ? pixels : 0;
  return values.subarray(at * size, (at + 1) * size);
}
