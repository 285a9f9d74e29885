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
