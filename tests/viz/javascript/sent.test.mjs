// Which file of this tab a key of the server's stands for.
import assert from "node:assert/strict";
import test from "node:test";

import { fileOf } from "../../../viz/stages/frame/sent/stage.js";

/** @param {string[]} names */
const named = (...names) => names.map((name) => ({ name }));
/** @param {{ name: string } | undefined} file */
const held = (file) => ({ kind: "picture", called: file?.name, file: /** @type {{ name: string }} */ (file) });

test("a file is found by the name that the server was told", () => {
  const sent = named("one.png", "two.png");
  assert.equal(fileOf("upload 1", { "upload 1": "two.png" }, sent, new Map()), sent[1]);
  assert.equal(fileOf("upload 1", { "upload 1": "three.png" }, sent, new Map()), undefined);
});

test("two files of one name are two pictures", () => {
  const sent = named("image.jpg", "other.jpg", "image.jpg");
  const own = { "upload 1": "image.jpg", "upload 2": "other.jpg", "upload 3": "image.jpg" };
  const kept = new Map();
  for (const key of Object.keys(own)) kept.set(key, held(fileOf(key, own, sent, kept)));
  assert.deepEqual([...kept.values()].map(({ file }) => sent.indexOf(file)), [0, 1, 2]);
});

test("a file that is sent again stands for its new key, whatever the old one was", () => {
  const [file] = named("image.jpg");
  const kept = new Map([["upload 3", held(file)], ["upload 1", held(file)]]);
  assert.equal(fileOf("upload 1", { "upload 1": "image.jpg" }, [file], kept), file);
});
