// A training that is told what to do, and works in slices so that it hears what it is told: with a clock from outside, without a DOM.
//
// Held-out pictures are judged at most a tenth of the time, and whenever the training rests; no update is made meanwhile.

import { goTo, startRun, step } from "../run.js";
import { judgeOn, judging } from "./judging.js";
import { kept, noteBatch } from "./keeping.js";
import { chosen, featuresOf, mapsOf } from "./looks.js";
import { SOURCES } from "./sources.js";
import { taken } from "./taking.js";

/** @import { Moment, Settings } from "../run.js" */
/** @import { Host, Order, Session } from "./session_types.d.ts" */

const SLICE = 30; // milliseconds without hearing
const REST = 50; // milliseconds between two states that are told
const SELDOM = 9; // times what judging took pass before it is done again
const MOST = 100_000; // updates: what is kept of a training must end somewhere

/** @param {Host} host */
export function makeSession(host) {
  const session = /** @type {Session} */ ({ host, begun: 0, waiting: false, toldAt: -Infinity });
  /** @param {Order} order */
  const take = (order) => {
    if (order.kind === "begin") begin(session, order);
    else if (session.begun === 0) return;
    else if (order.kind === "settings") session.settings = order.settings;
    else if (order.kind === "go") go(session, order.until);
    else if (order.kind === "pause") rest(session);
    else if (order.kind === "keep") session.host.post({ begun: session.begun, arrays: kept(session, momentsOf(session)) });
    else if (order.kind === "take") session.host.post(taken(session, order.purpose));
    else if (order.kind === "look") session.picture = order.picture;
    else scrub(session, order.moment);
    session.heard = true;
    wake(session);
  };
  return { take };
}

/** @param {Session} session @param {Extract<Order, { kind: "begin" }>} order */
function begin(session, { spec, data, settings }) {
  const { training, heldOut } = SOURCES[data.source].make(data, data.heldOut);
  const run = startRun({ spec, seed: data.seed, training, heldOut });
  const none = { losses: [], accuracies: [], held: [], batches: [], verdict: null, gradients: null, told: 0, latest: run.last };
  Object.assign(session, { run, settings, side: data.side, running: false, until: MOST, picture: 0, ...none, cost: 0, judgedAt: 0 });
  session.begun += 1;
  session.judging = judging(run);
}

/** Goes on, from what is looked at: what came after it is forgotten. @param {Session} session @param {number} [until] */
function go(session, until = MOST) {
  const { run, latest } = session;
  if (run.ended !== null) goTo(run, run.last);
  if (run.update < latest.update) forget(session);
  Object.assign(session, { running: run.update < Math.min(MOST, until), until: Math.min(MOST, until) });
}

/** @param {Session} session */
function forget(session) {
  const { run } = session;
  run.history = run.history.filter(({ update }) => update <= run.update);
  session.held = session.held.filter(({ update }) => update <= run.update);
  session.losses.length = session.accuracies.length = run.update;
  session.batches.length = Math.min(session.batches.length, run.update);
  session.told = Math.min(session.told, run.update);
  session.latest = run.last;
}

/** @param {Session} session */
function rest(session) {
  session.running = false;
  const { judging: now, verdict, run } = session;
  if (now === null && verdict?.update !== run.update) session.judging = judging(run);
}

/** The moments that can be gone back to, the newest last. @param {Session} session @returns {Moment[]} */
const momentsOf = ({ run, latest }) => (run.history.includes(latest) ? run.history : [...run.history, latest]);

/** Shows a moment of the history. @param {Session} session @param {number} moment */
function scrub(session, moment) {
  const all = momentsOf(session);
  goTo(session.run, all[Math.max(0, Math.min(all.length - 1, moment))]);
  Object.assign(session, { running: false, gradients: null, judging: judging(session.run) });
}

/** @param {Session} session */
function wake(session) {
  if (session.waiting) return;
  session.waiting = true;
  session.host.later(() => slice(session));
}

/** @param {Session} session */
function slice(session) {
  const { host } = session;
  session.waiting = false;
  const began = host.now();
  do {
    if (session.judging !== null) judgeMore(session);
    else if (session.running) forward(session);
    else break;
  } while (host.now() - began < SLICE);
  const busy = session.judging !== null || session.running;
  if (!busy || session.heard || host.now() - session.toldAt >= REST) tell(session);
  if (busy) wake(session);
}

/** @param {Session} session */
function judgeMore(session) {
  const { host, run } = session;
  const began = host.now();
  const verdict = judgeOn(/** @type {NonNullable<Session["judging"]>} */ (session.judging), run);
  session.spent = (session.spent ?? 0) + host.now() - began;
  if (verdict === null) return;
  Object.assign(session, { verdict, judging: null, cost: session.spent, spent: 0, judgedAt: host.now() });
  const { update, loss, accuracy } = verdict;
  if (update > (session.held.at(-1)?.update ?? -1)) session.held.push({ update, loss, accuracy });
}

/** An update, or the beginning of judging where it is time for that. @param {Session} session */
function forward(session) {
  const { run, host, settings } = session;
  if (run.update > (session.verdict?.update ?? -1) && host.now() - session.judgedAt >= SELDOM * session.cost) {
    session.judging = judging(run);
    return;
  }
  const before = run.at;
  const done = step(run, settings);
  if (done !== null) {
    noteBatch(session, before);
    session.losses.push(done.loss);
    session.accuracies.push(done.accuracy);
    Object.assign(session, { gradients: done.gradients, latest: run.last });
  }
  if (done === null || run.update >= session.until) rest(session);
}

/** @param {Session} session */
function tell(session) {
  const { host, run, told, losses, accuracies, held, verdict, gradients, picture, side, running, settings } = session;
  Object.assign(session, { toldAt: host.now(), told: losses.length, heard: false });
  host.post({
    ...{ begun: session.begun, running, update: run.update, until: session.until, ended: run.ended, side, held, verdict },
    epoch: Math.ceil(run.training.labels.length / settings.batch),
    tip: session.latest.update,
    moments: momentsOf(session).map(({ update }) => update),
    ...{ from: told, losses: Float64Array.from(losses.slice(told)), accuracies: Float64Array.from(accuracies.slice(told)) },
    kernels: mapsOf(run.network.parameters[0], side),
    gradients: gradients && mapsOf(gradients[0], side),
    ...{ features: featuresOf(run, picture), chosen: chosen(run, picture), settled: !running && session.judging === null },
  });
}
