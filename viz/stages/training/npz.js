// Arrays as one file that NumPy opens: an NPZ is a ZIP, here without compression, of NPY files.

/** @typedef {Float32Array | Float64Array | Int32Array | Uint8Array} Row */
/** @typedef {{ shape: number[], values: Row }} Shaped */

const KINDS = /** @type {[Function, string][]} */ ([[Float32Array, "<f4"], [Float64Array, "<f8"], [Int32Array, "<i4"], [Uint8Array, "|u1"]]);
const BLOCK = 64; // bytes, of which the head of an NPY is a multiple
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const DAY = 0x21; // the first of January 1980, when ZIP's time begins

/** The file. @param {Record<string, Shaped>} arrays @returns {Uint8Array<ArrayBuffer>} */
export function npz(arrays) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const heads = [];
  let at = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const [title, body] = [new TextEncoder().encode(`${name}.npy`), npy(array)];
    const about = entry(body, title.length);
    const local = joined([numbers([[4, LOCAL]]), about, numbers([[2, 0]]), title, body]);
    heads.push(joined([numbers([[4, CENTRAL], [2, 20]]), about, numbers([[2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), title]));
    parts.push(local);
    at += local.length;
  }
  const directory = joined(heads);
  return joined([...parts, directory, numbers([[4, END], [2, 0], [2, 0], [2, heads.length], [2, heads.length], [4, directory.length], [4, at], [2, 0]])]);
}

/** What both heads of a file say: version, no flags, no compression, when, checksum, both sizes, how long the name is. @param {Uint8Array} body @param {number} named */
const entry = (body, named) => numbers([[2, 20], [2, 0], [2, 0], [2, 0], [2, DAY], [4, checksum(body)], [4, body.length], [4, body.length], [2, named]]);

/** An array as an NPY. @param {Shaped} array */
function npy({ shape, values }) {
  const kind = KINDS.find(([Kind]) => values instanceof Kind)?.[1];
  const said = `{'descr': '${kind}', 'fortran_order': False, 'shape': (${shape.map((size) => `${size},`).join(" ")}), }`;
  const padded = Math.ceil((said.length + 11) / BLOCK) * BLOCK - 10;
  const head = new TextEncoder().encode(`${said.padEnd(padded - 1)}\n`);
  return joined([Uint8Array.of(0x93, 78, 85, 77, 80, 89, 1, 0), numbers([[2, head.length]]), head, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]);
}

/** Whole numbers, the lowest byte first: [bytes, number] each. @param {[number, number][]} all */
const numbers = (all) => Uint8Array.from(all.flatMap(([bytes, number]) => Array.from({ length: bytes }, (_, byte) => (number >>> (8 * byte)) & 255)));

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** ZIP's checksum, CRC-32. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
