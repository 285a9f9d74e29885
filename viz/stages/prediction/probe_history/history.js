// The edits that were settled on, as rows that lead back to them.

import { made } from "../../kernel/text.js";

/** @typedef {{ number: number, text: string, answer: string }} Row */

/**
 * Writes the rows { text, answer }, the last one below; `go` is called with the number of the one that is pressed.
 *
 * @param {HTMLElement} holder @param {Row[]} rows @param {number} at @param {(number: number) => void} go
 */
export function writeHistory(holder, rows, at, go) {
  holder.replaceChildren(
    ...rows.map(({ number, text, answer }) => {
      const button = made("button", "");
      button.type = "button";
      button.setAttribute("aria-current", String(number === at));
      for (const [className, words] of [["what", `${number + 1}  ${text}`], ["answer", answer]]) {
        button.append(Object.assign(made("span", words), { className }));
      }
      button.onclick = () => go(number);
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}
