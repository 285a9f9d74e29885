// The edits of a picture that were settled on, and what the network said to each: pressing one leads back to it. It is a
// list of buttons without a drawing or a view, so it does without the life of a stage.

import { part } from "../../kernel/text.js";
import { writeHistory } from "./history.js";

/** @import { Mounting } from "../../kernel/types.d.ts" */
/** @import { Row } from "./history.js" */

/** @param {Mounting<{ words: Record<string, string>, steps: Row[], at: number }>} mounting */
export default function mountHistory({ data, parentElement, setTriggerValue }) {
  const root = part(parentElement, ".history");
  part(root, "h2").textContent = data.words.history;
  writeHistory(part(root, "ol"), data.steps, data.at, (at) => setTriggerValue("settled", { at }));
  root.dataset.drawn = data.at;
}
