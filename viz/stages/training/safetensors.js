// Tensors as one file that safetensors opens: eight bytes with the length of a head in JSON, the head, the values one after the other.

/** @import { Shaped } from "./npz.js" */

const BLOCK = 8; // bytes, of which what comes before the values is a multiple

/** The file, in single precision. @param {Record<string, Shaped>} tensors @param {Record<string, string>} metadata @returns {Uint8Array<ArrayBuffer>} */
export function safetensors(tensors, metadata) {
  let end = 0;
  const places = Object.entries(tensors).map(([name, { shape, values }]) => {
    const begin = end;
    end += 4 * values.length;
    return [name, { dtype: "F32", shape, data_offsets: [begin, end] }];
  });
  const said = new TextEncoder().encode(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(places) }));
  const length = Math.ceil(said.length / BLOCK) * BLOCK;
  const file = new Uint8Array(8 + length + end).fill(32, 8, 8 + length); // blanks behind the JSON
  new DataView(file.buffer).setUint32(0, length, true);
  file.set(said, 8);
  file.set(single(tensors), 8 + length);
  return file;
}

/** All values one after the other, four bytes each, the lowest first. @param {Record<string, Shaped>} tensors */
export function single(tensors) {
  const all = Object.values(tensors);
  const bytes = new Uint8Array(4 * all.reduce((sum, { values }) => sum + values.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { values } of all) {
    for (let index = 0; index < values.length; index += 1, at += 4) view.setFloat32(at, values[index], true);
  }
  return bytes;
}
