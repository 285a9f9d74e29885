// @ts-nocheck
// How a stage is mounted: opened once in its place, given every payload, and left without a trace.
//
// A visitor goes on while an answer is on its way. So what is done on a stage is counted, every event carries the count,
// and Python sends back with each payload the count of the event it knew of. A payload that knows of less than has been
// done here is an older view than the one on screen: it is put aside, for a newer one is bound to follow.

export const SETTLE = 250; // milliseconds of rest before what a visitor has done is told to Python
const PATIENCE = 8000; // milliseconds after which an answer counts as lost

/**
 * The function that mounts a component. `open(parentElement)` makes the stage, { watcher: a ResizeObserver, timer: what
 * still wants to be told, … }; `receive(stage, data)` takes a payload; `leave(stage)` ends what else is still to come.
 * `stage.tell(value)` tells Python an event, `stage.tellOf(event, value)` one of another name, and
 * `stage.later(() => value)` one after a while of rest; `stage.busy()` counts what is told later in another way, and
 * `stage.idle()` takes that back where nothing is left to tell.
 */
export function mountStage(open, receive, { event = "settled", leave = () => {} } = {}) {
  const stages = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const stage = stages.get(parentElement) ?? counting(open(parentElement));
    stages.set(parentElement, stage);
    const { course } = stage;
    stage.tellOf = (name, value) => {
      stage.busy();
      Object.assign(course, { told: course.done, repeat: () => stage.tellOf(name, value) });
      setTriggerValue(name, { ...value, heard: { done: course.done, shown: course.shown } });
    };
    stage.tell = (value) => stage.tellOf(event, value);
    stage.later = (make) => {
      stage.busy();
      stage.timer = setTimeout(() => stage.tell(make()), SETTLE);
    };
    accept(course, endingOf(data), () => receive(stage, data));
    return () => {
      clearTimeout(stage.timer);
      clearTimeout(course.aside);
      leave(stage);
      stage.watcher.disconnect();
      stages.delete(parentElement);
    };
  };
}

/** A stage that counts what is `done` on it and was `told`. `shown`: what the payload on screen knew of. */
function counting(stage) {
  const course = { done: 0, told: 0, shown: null, visit: null, hash: null, aside: 0, repeat: () => {} };
  const busy = () => {
    clearTimeout(stage.timer);
    course.done += 1;
  };
  const idle = () => {
    course.done = course.told;
  };
  return Object.assign(stage, { course, busy, idle });
}

/** Has a payload shown, unless it is older than what was done there. */
function accept(course, ending, receive) {
  clearTimeout(course.aside);
  const show = () => {
    Object.assign(course, afterShowing(course, ending));
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

/** Whether a payload is another one than on screen and knows of less than was done. Another visit has its own counts. */
export const isOlder = ({ shown, visit, hash, done }, ending) =>
  shown !== null && ending.visit === visit && ending.hash !== hash && ending.knows < done;

/** The counts of a stage once it shows a payload. */
export function afterShowing({ visit, done, told }, { knows, ...ending }) {
  const same = ending.visit === visit;
  return { ...ending, shown: knows, done: same ? Math.max(done, knows) : knows, told: same ? Math.max(told, knows) : knows };
}

/** What stands at the end of a payload: { visit, knows, hash }, and behind it how many bytes long that is. */
export function endingOf(data) {
  const length = new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0, true);
  return JSON.parse(new TextDecoder().decode(data.subarray(data.length - 4 - length, data.length - 4)));
}
