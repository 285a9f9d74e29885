// The cell in a sentence, and the sums by which the parts give the logit: for, against and bias; and part by part.

import { foldedTerms } from "../../kernel/folded.js";
import { say } from "../../kernel/scale.js";
import { made, put } from "../../kernel/text.js";
import { addUp, bracketed, partial, roundedTo } from "../../kernel/written.js";
import { headOf, rowOf, totalCell } from "./channels.js";
import { sides } from "./parts.js";
import { boxAt } from "./planes.js";

/** @import { Values } from "../../kernel/types.d.ts" */
/** @import { Where } from "./types.d.ts" */

/** The parts of the cell in all maps, and what it sees. @param {Where} stage */
export function describe(stage) {
  const { words, here, shape, parts, names } = stage;
  const at = here.row * shape.columns + here.column;
  const [one, other, difference] = parts.map((values) => say(values[at], 0));
  const said = put(words.readout, { ...here, one, other, difference, one_name: names[0], other_name: names[1] });
  const box = boxAt(stage, here);
  const seen = box === null ? "" : put(words.sees, { high: box.bottom - box.top, wide: box.right - box.left });
  return `${said} ${seen}`;
}

/**
 * Both tables of sums: a row for each class and one for the difference, and the chosen map part by part.
 *
 * @param {Where} stage
 */
export function writeSums(stage) {
  const { find, words, parts, planesShown, form } = stage;
  const bias = form === "classes" ? [0, 0, 0] : [...stage.bias, stage.bias[0] - stage.bias[1]];
  find(".sums h2").textContent = words.sums;
  const heads = ["", words.speaks_for, words.speaks_against, ...(form === "classes" ? [] : [words.bias]), words.total];
  const body = document.createElement("tbody");
  body.append(...parts.map((values, at) => sumRow(stage, planesShown[at].label, values, form === "classes" ? null : bias[at])));
  find(".sums table").replaceChildren(headOf(heads), body);
  writeAll(stage, parts[stage.shown], bias[stage.shown]);
}

/** @param {Where} stage @param {string} label @param {Values} values @param {number | null} bias */
function sumRow({ words }, label, values, bias) {
  const { positive, negative, above, below } = sides(values);
  const written = addUp([positive, negative, ...(bias === null ? [] : [bias])], positive + negative + (bias ?? 0));
  const { pieces } = written;
  /** @param {string} text @param {number} count */
  const counted = (text, count) => {
    const cell = made("td", text);
    cell.append(made("small", put(words.cells, { count })));
    return cell;
  };
  const name = made("th", label);
  name.setAttribute("title", label);
  /** @param {string} text */
  const signed = (text) => (text.startsWith("−") ? text : `+ ${text}`);
  const rest = bias === null ? [] : [made("td", signed(pieces[2]))];
  return rowOf([name, counted(pieces[0], above), counted(signed(pieces[1]), below), ...rest, totalCell("= ", written)]);
}

/** Every part, largest first, and the bias. @param {Where} stage @param {Values} values @param {number} bias */
function writeAll({ find, words, unfolded, act, planesShown, shown }, values, bias) {
  const ordered = Float64Array.from(values).sort((one, other) => Math.abs(other) - Math.abs(one));
  const written = addUp([...ordered, ...(bias === 0 ? [] : [bias])], ordered.reduce((sum, part) => sum + part, bias));
  const count = ordered.length;
  const texts = written.pieces.slice(0, count).map(bracketed);
  /** @param {number} start @param {number} end */
  const rest = (start, end) => put(words.more, { count: end - start, sum: partial(written, start, end) });
  const { terms, after } = foldedTerms(texts, { unfolded, unfold: act.unfold, rest, fold: words.fold });
  /** @type {(string | Node)[]} */
  const nodes = [...terms];
  if (bias !== 0) nodes.push(" + ", made("span", put(words.bias_term, { bias: bracketed(written.pieces[count]) })));
  nodes.push(" = ", made("b", written.sum), made("small", roundedTo(written)), ...after);
  find(".sum").replaceChildren(put(words.all, { label: planesShown[shown].label }), " ", ...nodes);
}
