// A network as it is trained so far, taken out of the training: to the visit's own networks, or as a file.

import { handFile } from "../../kernel/snapshot.js";
import { safetensors, single } from "../safetensors.js";
import { convolutionsOf, hiddenOf } from "./network.js";
import { classNames } from "./words.js";

/** @import { Shaped } from "../npz.js" */
/** @import { Session } from "./session_types.d.ts" */
/** @import { Taken, Training, View } from "./types.d.ts" */

const WHITE = 255;
const PIECE = 0x8000; // bytes that are spelled at once

/** The network of a session, with the held-out picture that is looked at. @param {Session} session @param {Taken["purpose"]} purpose @returns {Taken} */
export function taken({ begun, run, picture }, purpose) {
  const { network, heldOut } = run;
  const size = heldOut.pictures.length / heldOut.labels.length;
  const pixels = Uint8Array.from(heldOut.pictures.subarray(picture * size, (picture + 1) * size), (value) => Math.round(WHITE * value));
  return { begun, purpose, tensors: tensorsOf(network), input: network.spec.input, update: run.update, pixels };
}

/** All that a network consists of, by PyTorch's names and in the order of its state. @param {Session["run"]["network"]} network @returns {Record<string, Shaped>} */
function tensorsOf({ layers }) {
  const all = layers.flatMap(({ parameters, running }) => [...parameters, ...running]);
  return Object.fromEntries(all.map(({ name, shape, values }) => [name, { shape, values: Float32Array.from(values) }]));
}

/** What Python is told, beside the view. @param {Training} stage @param {Taken} of */
export function handed({ words, view }, { tensors, input, pixels }) {
  const [weights, pictured] = [single(tensors), pixels].map(spelled);
  return { weights, channels: input[0], classes: classNames(words, view), pixels: pictured };
}

/** Gives the visitor the file. @param {Training} stage @param {Taken} of */
export function handNetwork({ root, words, view }, { tensors, input, update }) {
  handFile(root, `${words.network_file}.safetensors`, fileOf(view, classNames(words, view), { tensors, input, update }));
}

/** The file, which says what it is. @param {View} view @param {readonly string[]} classes @param {Pick<Taken, "tensors" | "input" | "update">} of */
export function fileOf({ convolutions, hidden, activation }, classes, { tensors, input: [channels, side], update }) {
  const architecture = { side, channels, convolutions: convolutionsOf(convolutions), hidden: hiddenOf(hidden), activation };
  return safetensors(tensors, { architecture: JSON.stringify(architecture), classes: JSON.stringify(classes), updates: String(update) });
}

/** Bytes as text. @param {Uint8Array} bytes */
function spelled(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
