// Packs what stages are sent, as Python does.

/** @param {number} value */
const four = (value) => new Uint8Array(Uint32Array.of(value).buffer);

/**
 * A header and planes of bytes, as `viz/stages/kernel/payload.py` packs them.
 *
 * @param {object} header @param {Record<string, number[]>} planes @returns {number[]}
 */
export function packed(header, planes = {}) {
  /** @type {Record<string, object>} */
  const described = {};
  /** @type {number[]} */
  const raw = [];
  for (const [name, values] of Object.entries(planes)) {
    described[name] = { type: "uint8", shape: [values.length], offset: raw.length };
    raw.push(...values, ...new Uint8Array(-values.length & 7));
  }
  const text = new TextEncoder().encode(JSON.stringify({ ...header, planes: described }));
  return [...four(text.length), ...text, ...new Uint8Array(-(4 + text.length) & 7), ...raw];
}

/**
 * A payload with what a host puts behind it (`viz/hosts/streamlit/mount.py`).
 *
 * @param {number[]} bytes @param {{ visit: string, knows: number, hash: string, words?: Record<string, string>, parcels?: string[] }} said @param {Record<string, number[]>} palettes
 */
export function ended(bytes, said, palettes = {}) {
  const ending = packed(said, palettes);
  return Uint8Array.from([...bytes, ...ending, ...four(ending.length)]);
}
