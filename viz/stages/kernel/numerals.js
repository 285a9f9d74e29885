// Numbers, lists and plurals as the visitor's language writes them. The host says how, behind every payload; until it does,
// and where it does not, they are English. The twin of pages/text/numerals.py.
//
// Digits are decided where a number is told. What is drawn or said of it goes through here: `marked` for what is written
// already, with a point and maybe a minus. Minus is − in every language.

/** @import { Marks } from "./types.d.ts" */

/** @type {Marks} */
export const ENGLISH = { language: "en", decimal: ".", group: ",", list: ", " };

let marks = ENGLISH; // a page has one language, and so has every stage on it

/** From now on numbers are written so. @param {Marks} [given] */
export function markWith(given = ENGLISH) {
  marks = given;
}

/** A number that is written with a point, and groups with commas, in the language's marks. @param {string} text */
export const marked = (text) =>
  text.replace(/[.,-]/g, (mark) => (mark === "." ? marks.decimal : mark === "," ? marks.group : "−"));

/** What was marked, as programs read it. @param {string} text */
export const plain = (text) => text.replaceAll(marks.group, "").replace(marks.decimal, ".").replaceAll("−", "-");

/** A whole number in groups of three. @param {number | bigint} number */
export const whole = (number) => marked(number.toString().replace(/\B(?=(\d{3})+$)/g, ","));

/** A number with so many places behind the mark; nothing has no sign. @param {number} number @param {number} places */
export function decimal(number, places) {
  const text = number.toFixed(places);
  return marked(Number(text) === 0 ? text.replace("-", "") : text);
}

/** A number in as many digits as it has. @param {number} number */
export const simple = (number) => marked(String(number));

/** The items in a row. @param {(string | number)[]} items */
export function listed(items) {
  const texts = items.map(String);
  return texts.join(marks.decimal === "," && texts.some((text) => text.includes(",")) ? "; " : marks.list);
}

/**
 * The text of that name for so many things: the language's plural form of it, of a stage's words.
 *
 * @param {Record<string, string>} words @param {string} name @param {number} count
 */
export const counted = (words, name, count) =>
  words[`${name}.${new Intl.PluralRules(marks.language).select(count)}`] ?? words[`${name}.other`];
