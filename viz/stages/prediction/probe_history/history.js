// @ts-nocheck
// The edits that were settled on, as rows that lead back to them.

/**
 * Writes the rows { text, answer }, the last one below; `go` is called with the number of the one that is pressed.
 *
 * @param {HTMLElement} holder @param {number} rows @param {number} at @param {number} go
 */
export function writeHistory(holder, rows, at, go) {
  holder.replaceChildren(
    ...rows.map(({ number, text, answer }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-current", String(number === at));
      for (const [name, words] of [["what", `${number + 1}  ${text}`], ["answer", answer]]) {
        button.append(Object.assign(document.createElement("span"), { className: name, textContent: words }));
      }
      button.onclick = () => go(number);
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}
