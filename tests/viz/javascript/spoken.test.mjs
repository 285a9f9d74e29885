import assert from "node:assert/strict";
import test from "node:test";

import { speak, write } from "../../../viz/stages/kernel/spoken.js";

/** An element as far as words go. @param {Record<string, string>} dataset @param {any[]} below @returns {any} */
const element = (dataset, below = []) => ({
  dataset, attributes: /** @type {Record<string, string>} */ ({}), textContent: "as it was", childElementCount: 0,
  setAttribute(/** @type {string} */ name, /** @type {string} */ value) { this.attributes[name] = value; },
  getAttribute(/** @type {string} */ name) { return this.attributes[name] ?? null; },
  querySelectorAll: () => below, querySelector: () => null,
});

const payload = { words: { save_png: "Save the picture" }, captions: { alt: "Six maps", before: "Before" } };

test("an element is given the words it asks for, and the name it is known by", () => {
  const [button, head] = [element({ say: "save_png" }), element({ say: "captions.before" })];
  const root = element({ label: "captions.alt" }, [button, head]);
  speak(root, payload);
  assert.deepEqual([button.textContent, head.textContent], ["Save the picture", "Before"]);
  assert.deepEqual([root.attributes, root.textContent], [{ "aria-label": "Six maps" }, "as it was"]);
});

test("a word that a payload doesn't bring leaves nothing of the one before", () => {
  const root = element({ say: "scope" });
  speak(root, payload);
  assert.equal(root.textContent, "");
});

test("what is said already isn't said again", () => {
  let times = 0;
  const place = { childElementCount: 0, said: "row 1", get textContent() { return this.said; }, set textContent(text) { this.said = text; times += 1; } };
  for (const text of ["row 1", "row 2", "row 2"]) write(/** @type {any} */ (place), text);
  assert.deepEqual([place.said, times], ["row 2", 1]);
});
