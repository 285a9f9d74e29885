// The layers from the last maps to the answer, in a row; pointing at one explains it.

/** @import { Answer } from "./types.d.ts" */

/** Makes the row anew. @param {Answer} stage */
export function buildChain({ find, steps, act }) {
  find(".chain").replaceChildren(
    ...steps.map((step) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.classList.toggle("differs", step.differs);
      button.append(
        Object.assign(document.createElement("b"), { textContent: step.name }),
        Object.assign(document.createElement("small"), { textContent: step.made }),
      );
      button.setAttribute("title", step.does);
      button.onpointerenter = button.onfocus = button.onclick = () => act.explain(step);
      button.onpointerleave = button.onblur = () => act.explain(null);
      item.append(button);
      return item;
    }),
  );
}
