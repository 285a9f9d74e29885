// @ts-nocheck
// The edits of a picture that were settled on, and what the network said to each: pressing one leads back to it.

import { writeHistory } from "./history.js";

export default function mountHistory({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".history");
  root.querySelector("h4").textContent = data.words.history;
  writeHistory(root.querySelector("ol"), data.steps, data.at, (at) => setTriggerValue("settled", { at }));
  root.dataset.drawn = data.at;
}
