// The training's own thread: relays between the page and the session, and gives it a clock.

import { makeSession } from "./session.js";

const session = makeSession({
  post: (state) => postMessage(state),
  now: () => performance.now(),
  later: (act) => setTimeout(act, 0),
});

addEventListener("message", ({ data }) => session.take(data));
