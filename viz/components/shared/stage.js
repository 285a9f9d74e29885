// How a stage is mounted: opened once in its place, given every payload, and left without a trace.

/**
 * The function that mounts a component. `open(parentElement)` makes the stage, { watcher: a ResizeObserver, timer: what
 * still wants to be told, … }; `receive(stage, data)` takes a payload; `stage.tell(value)` tells Python an event, and
 * `stage.tellOf(event, value)` one of another name; `leave(stage)` ends what else is still to come.
 */
export function mountStage(open, receive, { event = "settled", leave = () => {} } = {}) {
  const stages = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const stage = stages.get(parentElement) ?? open(parentElement);
    stages.set(parentElement, stage);
    stage.tellOf = setTriggerValue;
    stage.tell = (value) => setTriggerValue(event, value);
    receive(stage, data);
    return () => {
      clearTimeout(stage.timer);
      leave(stage);
      stage.watcher.disconnect();
      stages.delete(parentElement);
    };
  };
}
