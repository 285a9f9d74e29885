// Numbers of very different size as areas: a chain of squares, each a small piece of the one before, magnified. Pure.

/** @typedef {{ budget: number, shown: { index: number, side: number }[], ground: number }} Square */

export const STEP = 1000; // how much less area a square stands for than the one before it
const VISIBLE = 6; // pixels a side that the smallest number should have at the end of the chain

/**
 * The squares: { budget: the number its whole area stands for, shown: [{ index, side }] of numbers with a pixel at least,
 * ground: which number fills all of it }. `counts` fall.
 *
 * @param {number[]} counts @param {number} side @returns {Square[]}
 */
export function chain(counts, side) {
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  /** @type {Square[]} */
  const frames = [];
  for (let budget = most; ; budget /= STEP) {
    const shown = counts
      .map((count, index) => ({ index, side: side * Math.sqrt(count / budget) }))
      .filter((square) => square.side >= 1 && square.side <= side + 1e-9);
    frames.push({ budget, shown, ground: Math.max(0, counts.reduce((last, count, index) => (count > budget ? index : last), -1)) });
    if (side * Math.sqrt(least / budget) >= VISIBLE || budget <= 1) return frames;
  }
}
