// What has been done on a stage and what a payload knows of it: nobody is shown an older view than the one on screen.
//
// A visitor goes on while an answer is on its way. So what is done on a stage is counted, every event carries the count,
// and Python sends back with each payload the count of the event it knew of. A payload that knows of less than has been
// done here is an older view than the one on screen: it is put aside, for a newer one is bound to follow.

import { markWith } from "./numerals.js";

/** @import { Course, Ending } from "./types.d.ts" */
/** @typedef {Pick<Ending, "visit" | "knows" | "hash" | "words">} Knowledge */

const PATIENCE = 8000; // milliseconds after which an answer counts as lost

/** The counts of a stage on which nothing was done. `shown`: what the payload on screen knew of. @returns {Course} */
export const beginning = () => ({ done: 0, told: 0, shown: null, visit: null, hash: null, aside: 0, repeat: () => {} });

/** Has a payload shown, unless it is older than what was done there. @param {Course} course @param {Ending} ending @param {() => void} receive */
export function accept(course, ending, receive) {
  clearTimeout(course.aside);
  const show = () => {
    Object.assign(course, afterShowing(course, ending));
    markWith(ending.marks);
    receive();
  };
  if (!isOlder(course, ending)) {
    show();
    return;
  }
  // A run that begins just then can swallow an event: it is told once more before the older view is shown after all.
  course.aside = setTimeout(() => {
    course.repeat();
    course.aside = setTimeout(show, PATIENCE);
  }, PATIENCE);
}

/**
 * Whether a payload is another one than on screen and knows of less than was done. Another visit has its own counts.
 *
 * @param {Pick<Course, "shown" | "visit" | "hash" | "done">} course @param {Knowledge} ending
 */
export const isOlder = ({ shown, visit, hash, done }, ending) =>
  shown !== null && ending.visit === visit && ending.hash !== hash && ending.knows < done;

/** The counts of a stage once it shows a payload. @param {Pick<Course, "visit" | "done" | "told">} course @param {Knowledge} ending */
export function afterShowing({ visit, done, told }, { knows, visit: theirs, hash, words }) {
  const same = theirs === visit;
  return { visit: theirs, hash, words, shown: knows, done: same ? Math.max(done, knows) : knows, told: same ? Math.max(told, knows) : knows };
}
