// What tests hand to functions: wholes of which a part is made up, and answers that are there.

/** @import { Values } from "../../../viz/stages/kernel/types.d.ts" */

/**
 * As much of T as somebody cares to give, at every depth; lists of numbers may be plain ones.
 *
 * @template T
 * @typedef {T extends (...given: any[]) => any ? T : T extends Values ? ArrayLike<number>
 *   : T extends object ? { [Key in keyof T]?: Part<T[Key]> } : T} Part
 */

/**
 * A T of which only this part is there: what a function under test asks for.
 *
 * @template T
 * @param {Part<NoInfer<T>>} part @returns {T}
 */
export const made = (part) => /** @type {any} */ (part);

/**
 * What may be missing, and here must not be.
 *
 * @template T
 * @param {T} found @returns {NonNullable<T>}
 */
export function there(found) {
  if (found === null || found === undefined) throw new TypeError("nothing is there");
  return found;
}
