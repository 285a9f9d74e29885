// Opens what Python packed: a length, a JSON header, and raw planes behind it. The twin of viz/stages/kernel/payload.py.

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

/**
 * What a host has put behind a payload: { visit, knows, hash, words } and the palettes as planes, packed like a payload, and then
 * how many bytes long that is. Plain values come without: they answer nothing, and nobody paints them.
 *
 * @param {Uint8Array | Record<string, any>} data @returns {import("./types.d.ts").Ending}
 */
export function endingOf(data) {
  if (!(data instanceof Uint8Array)) return { visit: "", knows: 0, hash: JSON.stringify(data), planes: {} };
  const length = new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0, true);
  return /** @type {any} */ (unpack(data.subarray(data.length - 4 - length, data.length - 4)));
}

/**
 * The header of a payload as a host sent it, with the palettes among its planes.
 *
 * @param {Uint8Array | Record<string, any>} data @returns {ReturnType<typeof unpack>}
 */
export function opened(data) {
  const found = unpack(data);
  return { ...found, planes: { ...found.planes, ...endingOf(data).planes } };
}
