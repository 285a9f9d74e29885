// @ts-nocheck
// Opens what Python packed: a length, a JSON header, and raw planes behind it. The twin of viz/stages/kernel/payload.py.

const ARRAYS = { uint8: Uint8Array, uint16: Uint16Array, float32: Float32Array };

/** The header of a payload (Uint8Array), with `planes`: name to { values: typed array, shape }. */
export function unpack(payload) {
  // A copy, because typed arrays must start at multiples of their size and a Uint8Array may start anywhere.
  const bytes = payload.slice();
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const start = Math.ceil((4 + length) / 8) * 8;
  const planes = {};
  for (const [name, { type, shape, offset }] of Object.entries(header.planes)) {
    const count = shape.reduce((product, size) => product * size, 1);
    planes[name] = { values: new ARRAYS[type](bytes.buffer, start + offset, count), shape };
  }
  return { ...header, planes };
}
