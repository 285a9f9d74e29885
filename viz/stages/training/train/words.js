// What is said of a training: how far it has come, how well it does, what was changed, and that it broke down.

import { decimal, simple, whole } from "../../kernel/numerals.js";
import { neat } from "../../kernel/scale.js";
import { put } from "../../kernel/text.js";
import { SOURCES } from "./sources.js";

/** @import { Training, View } from "./types.d.ts" */

const HUGE = 10; // from this rate on it is said that nothing good can come of it

/** What the classes are called. @param {Record<string, string>} words @param {Pick<View, "source">} view */
export const classNames = (words, { source }) => SOURCES[source].classes.map((name) => words[`class_${name}`]);

/** A share of 1. @param {Record<string, string>} words @param {number} share */
export const percent = (words, share) => put(words.percent, { number: decimal(100 * share, 1) });

/** How far it is. @param {Training} stage */
export function standing({ now, words, curves, view }) {
  if (now === null) return words.preparing;
  const about = { update: whole(now.update), epochs: decimal(now.update / now.epoch, 1), tip: whole(now.tip) };
  const back = now.update < now.tip ? put(words.looking_back, about) : "";
  const loss = curves.losses[now.update - 1];
  const batch = loss === undefined ? "" : put(words.batch_loss, { loss: neat(loss, 0), size: whole(view.batch) });
  return [put(words.standing, about), batch, back].filter(Boolean).join(" ");
}

/** How it does on held-out pictures. @param {Training} stage */
export function doing({ now, words }) {
  if (!now?.verdict) return "";
  const { update, loss, accuracy, confusion } = now.verdict;
  const count = confusion.reduce((sum, many) => sum + many, 0);
  if (!Number.isFinite(loss)) return put(words.overflow, { update: whole(update) });
  return put(words.doing, { update: whole(update), loss: neat(loss, 0), accuracy: percent(words, accuracy), count: whole(count) });
}

/** What the network takes the chosen picture for. @param {Training} stage */
export function seen({ now, words, view }) {
  if (now === null) return "";
  const names = classNames(words, view);
  const { picture, label, said, share } = now.chosen;
  if (!Number.isFinite(share)) return "";
  return put(words[label === said ? "seen_right" : "seen_wrong"], { number: picture, label: names[label], said: names[said], share: percent(words, share) });
}

/** That the loss is no number any more. @param {Training} stage */
export const ending = ({ now, words }) => (now?.ended == null ? "" : put(words.ended, { next: whole(now.ended + 1), update: whole(now.ended) }));

/** That a rate makes no sense. @param {Training} stage */
export function senseless({ view, words }) {
  if (view.rate === 0) return words.rate_nothing;
  return view.rate >= HUGE ? put(words.rate_huge, { rate: Number.isInteger(view.rate) ? whole(view.rate) : simple(view.rate) }) : "";
}
