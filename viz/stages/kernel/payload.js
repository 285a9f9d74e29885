// Opens what Python packed: a length, a JSON header, and raw planes behind it. The twin of viz/stages/kernel/payload.py.

import { atHand, parcel } from "./parcels.js";

/** @typedef {"" | "fetching" | "lost" | "failed"} Waiting */

/** @type {Record<string, any>} */
const ARRAYS = { uint8: Uint8Array, uint16: Uint16Array, float32: Float32Array };

/**
 * The header of a payload (Uint8Array), with `planes`: name to { values: typed array, shape }. Plain values have none.
 *
 * @param {Uint8Array | Record<string, any>} payload
 * @returns {{ planes: Record<string, import("./types.d.ts").Packed>, [name: string]: any }}
 */
export function unpack(payload) {
  if (!(payload instanceof Uint8Array)) return { planes: {}, ...payload };
  // A copy, because typed arrays must start at multiples of their size and a Uint8Array may start anywhere.
  const bytes = payload.slice();
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const start = Math.ceil((4 + length) / 8) * 8;
  /** @type {Record<string, import("./types.d.ts").Packed>} */
  const planes = {};
  for (const [name, { type, shape, offset }] of Object.entries(/** @type {Record<string, any>} */ (header.planes))) {
    const count = shape.reduce((/** @type {number} */ product, /** @type {number} */ size) => product * size, 1);
    planes[name] = { values: new ARRAYS[type](bytes.buffer, start + offset, count), shape };
  }
  return { ...header, planes };
}

/** The pieces of payloads that came by address, since they were at hand. @type {WeakMap<Uint8Array, Map<string, Uint8Array>>} */
const pieces = new WeakMap();

/**
 * What a host has put behind a payload: { visit, knows, hash, words } and the palettes as planes, packed like a payload, and then
 * how many bytes long that is. Plain values come without: they answer nothing, and nobody paints them.
 *
 * @param {Uint8Array | Record<string, any>} data @returns {import("./types.d.ts").Ending}
 */
export function endingOf(data) {
  if (!(data instanceof Uint8Array)) return { visit: "", knows: 0, hash: JSON.stringify(data), planes: {} };
  return /** @type {any} */ (whole(unpack(behind(data)), data));
}

/** @param {Uint8Array} data */
function behind(data) {
  const length = new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0, true);
  return data.subarray(data.length - 4 - length, data.length - 4);
}

/**
 * The header of a payload as a host sent it, with the palettes among its planes.
 *
 * @param {Uint8Array | Record<string, any>} data @returns {ReturnType<typeof unpack>}
 */
export function opened(data) {
  if (!(data instanceof Uint8Array)) return unpack(data);
  const found = whole(unpack(data), data);
  return { ...found, planes: { ...found.planes, ...endingOf(data).planes } };
}

/** What was unpacked, with the pieces that it names. @param {ReturnType<typeof unpack>} found @param {Uint8Array} data */
function whole({ parcels: keys = [], ...found }, data) {
  const named = keys.map((/** @type {string} */ key) => unpack(/** @type {Uint8Array} */ (pieces.get(data)?.get(key))));
  const planes = Object.assign({}, ...named.map((/** @type {ReturnType<typeof unpack>} */ piece) => piece.planes), found.planes);
  return Object.assign({}, ...named, found, { planes });
}

/**
 * Has `show` called, with their keys, once all pieces of a payload are at hand: at once if they are, else when they have come, unless `holder`,
 * whatever stands for the place, has been given another payload meanwhile. `waits(state)` is told of it: "fetching" when
 * pieces are on their way, "lost" when one isn't given at first, "failed", with words for it, when it isn't at all, and "" at last.
 *
 * @param {{ awaited?: unknown }} holder @param {Uint8Array | Record<string, any>} data @param {(keys: string[]) => void} show
 * @param {(state: Waiting, words: string) => void} waits
 */
export function arrive(holder, data, show, waits = () => {}) {
  holder.awaited = data;
  if (!(data instanceof Uint8Array)) return show([]);
  const ending = unpack(behind(data));
  /** @type {string[]} */
  const keys = [...(unpack(data).parcels ?? []), ...(ending.parcels ?? [])];
  const missing = keys.filter((key) => atHand(key) === undefined);
  const ready = (/** @type {(Uint8Array | undefined)[]} */ found) => {
    if (holder.awaited !== data) return;
    pieces.set(data, new Map(keys.map((key, at) => [key, /** @type {Uint8Array} */ (found[at])])));
    waits("", "");
    show(keys);
  };
  if (missing.length === 0) return ready(keys.map(atHand));
  waits("fetching", "");
  const lost = () => holder.awaited === data && waits("lost", "");
  Promise.all(keys.map((key) => parcel(key, ending.visit, lost))).then(ready, () => holder.awaited === data && waits("failed", ending.missing ?? ending.words?.missing ?? ""));
}
