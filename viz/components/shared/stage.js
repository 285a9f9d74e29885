// How a stage is mounted: opened once in its place, given every payload, and left without a trace.

/**
 * The function that mounts a component. `open(parentElement)` makes the stage, { watcher: a ResizeObserver, timer: what
 * still wants to be told, … }; `receive(stage, data)` takes a payload; `stage.tell(view)` tells Python what is settled.
 */
export function mountStage(open, receive) {
  const stages = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const stage = stages.get(parentElement) ?? open(parentElement);
    stages.set(parentElement, stage);
    stage.tell = (view) => setTriggerValue("settled", view);
    receive(stage, data);
    return () => {
      clearTimeout(stage.timer);
      stage.watcher.disconnect();
      stages.delete(parentElement);
    };
  };
}
