// What the engine refuses: an error that names the field, the value, and what it may be.

/** @import { Asked, Numbers } from "./types.d.ts" */

/** Something that cannot be built or computed. A page that says it in its own words has the three parts. */
export class Refused extends RangeError {
  /** @param {string} field @param {unknown} value @param {string} bound */
  constructor(field, value, bound) {
    super(`${field} is ${shown(value)}; it must be ${bound}`);
    this.name = "Refused";
    this.field = field;
    this.value = value;
    this.bound = bound;
  }
}

/** A value, shortened. @param {unknown} value */
function shown(value) {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * The value, if it is a whole number within these bounds.
 *
 * @param {string} field @param {unknown} value @param {number} low @param {number} high
 */
export function whole(field, value, low, high) {
  if (typeof value === "number" && Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Refused(field, value, `a whole number from ${low} to ${high}`);
}

/**
 * The value, if it is a finite number within these bounds.
 *
 * @param {string} field @param {unknown} value @param {number} low @param {number} high
 */
export function finite(field, value, low, high = Infinity) {
  if (typeof value === "number" && Number.isFinite(value) && value >= low && value <= high) return value;
  throw new Refused(field, value, `a finite number ${high === Infinity ? `of at least ${low}` : `from ${low} to ${high}`}`);
}

/**
 * The value, if it is one of these.
 *
 * @template {string} T @param {string} field @param {unknown} value @param {readonly T[]} known
 */
export function oneOf(field, value, known) {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new Refused(field, value, `one of ${known.join(" | ")}`);
}

/**
 * [rows, columns] of a field that holds both, or one number for both.
 *
 * @param {Asked} asked @param {string} name @param {number | number[] | undefined} otherwise @param {number} low @param {number} high
 */
export function both({ field, given }, name, otherwise, low, high) {
  const value = given[name] ?? otherwise;
  if (!Array.isArray(value)) return new Array(2).fill(whole(`${field}.${name}`, value, low, high));
  if (value.length !== 2) throw new Refused(`${field}.${name}`, value, "a whole number, or [rows, columns]");
  return value.map((each) => whole(`${field}.${name}`, each, low, high));
}

/** No layer needs more numbers than these at once: 64 MB of them in single precision. */
const MOST = 16777216;

/**
 * Refuses what would take more numbers than a browser has room for, before room is asked for.
 *
 * @param {string} field that makes them so many @param {unknown} value @param {number} count
 */
export function roomy(field, value, count) {
  if (count > MOST) throw new Refused(field, value, `smaller: it would take ${count} numbers, more than ${MOST}`);
}

/** Whether a layer is to have a bias. @param {Asked} asked */
export function withBias({ field, given: { bias = true } }) {
  if (typeof bias !== "boolean") throw new Refused(`${field}.bias`, bias, "true or false");
  return bias;
}

/**
 * A layer's spec has no fields but these: one that is spelt wrong is not passed over.
 *
 * @param {Asked} asked @param {string[]} known
 */
export function onlyFields({ field, given }, known) {
  const strange = Object.keys(given).find((name) => name !== "kind" && !known.includes(name));
  if (strange) throw new Refused(`${field}.${strange}`, given[strange], `left out: a ${given.kind} has ${known.join(" | ") || "no settings"}`);
}

/**
 * [channels, rows, columns] before a layer that needs maps.
 *
 * @param {Asked} asked @param {number[]} input
 */
export function maps({ field, given }, input) {
  if (input.length === 3) return input;
  throw new Refused(field, given.kind, `before the layer that flattens: it needs maps, and is given ${input.join("×")} numbers`);
}

/**
 * [numbers] before a layer that needs them in a row.
 *
 * @param {Asked} asked @param {number[]} input
 */
export function row({ field, given }, input) {
  if (input.length === 1) return input;
  throw new Refused(field, given.kind, `behind a layer that flattens: it needs numbers in a row, and is given maps of ${input.join("×")}`);
}

/**
 * Copies so many finite numbers to where the engine works on them.
 *
 * @param {Numbers} buffer @param {string} field @param {ArrayLike<number>} values @param {number} count
 */
export function into(buffer, field, values, count) {
  if (values.length !== count) throw new Refused(`${field}.length`, values.length, String(count));
  for (let at = 0; at < count; at += 1) {
    buffer[at] = values[at];
    // What is not a number, or infinite, isn't equal to itself less itself.
    if (buffer[at] - buffer[at] !== 0) throw new Refused(`${field}[${at}]`, values[at], "a finite number");
  }
}
