// @ts-nocheck
// The cells of a row in a list: made once, then only written to.

/** The children of a row, one for each class name. */
export function parts(row, classes) {
  if (row.childElementCount !== classes.length) {
    row.replaceChildren(...classes.map((className) => Object.assign(document.createElement("div"), { className })));
  }
  return [...row.children];
}

const [NEGATIVE, POSITIVE] = [40, 215]; // places in the diverging palette, clearly on one side

/** The colour of a positive or negative amount. */
export function colourOf({ diverging }, value) {
  const at = (value < 0 ? NEGATIVE : POSITIVE) * 3;
  return `rgb(${diverging.values.subarray(at, at + 3).join(" ")})`;
}

/** A bar from zero to `value`, where the ends are ±`reach`, or 0 and `reach` where nothing is negative. */
export function barOf(value, reach, signed) {
  const share = reach > 0 ? (Math.abs(value) / reach) * (signed ? 50 : 100) : 0;
  const zero = signed ? 50 : 0;
  return { zero, left: value < 0 ? zero - share : zero, width: share };
}
