// The probabilities before and after an edit: a bar for what is now, a mark for what was, and the numbers of both.

/** @import { Row } from "./types.d.ts" */

/**
 * The rows in the order asked for: by the probability "before" or "after", or by how much it has "change"d.
 *
 * @template {Pick<Row, "before" | "after">} Each
 * @param {Each[]} rows @param {string} order
 */
export function sorted(rows, order) {
  /** @type {Record<string, (row: Each) => number>} */
  const ways = {
    before: ({ before }) => before,
    after: ({ after }) => after,
    change: ({ before, after }) => Math.abs(after - before),
  };
  const worth = ways[order];
  return [...rows].sort((one, other) => worth(other) - worth(one));
}

/** @param {number} share */
const percent = (share) => `${100 * share}%`;

/** @param {keyof HTMLElementTagNameMap} kind @param {string} className @param {string} [text] */
function element(kind, className, text = "") {
  return Object.assign(document.createElement(kind), { className, textContent: text });
}

/**
 * Writes the rows into `holder`; `say` are the words of a row.
 *
 * @param {HTMLElement} holder @param {Row[]} rows @param {(values: Record<string, string>) => string} say
 */
export function writeRows(holder, rows, say) {
  const best = Math.max(...rows.map(({ after }) => after));
  holder.replaceChildren(...rows.map((row) => rowOf(row, row.after === best, say)));
}

/**
 * @param {Row} row
 * @param {boolean} won @param {(values: Record<string, string>) => string} say
 */
function rowOf({ name, before, after, before_text, after_text, change_text, numbers_text }, won, say) {
  const row = element("div", won ? "row won" : "row");
  row.setAttribute("role", "listitem");
  row.setAttribute("aria-label", say({ name, before: before_text, after: after_text, change: change_text }));
  const said = element("div", "said");
  const numbers = element("span", "numbers", numbers_text);
  said.append(element("span", "name", name), numbers, element("span", "change", change_text));
  const track = element("div", "track");
  const [now, was, rest] = ["after", "before", "rest"].map((className) => element("i", className));
  now.style.width = percent(after);
  was.style.width = percent(before);
  rest.style.left = percent(Math.min(before, after));
  rest.style.width = percent(Math.max(0, before - after));
  track.append(now, rest, was);
  row.append(said, track);
  return row;
}
