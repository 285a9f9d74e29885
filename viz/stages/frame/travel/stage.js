// Goes to another page of the application, as if its address had been chosen from the browser's history: one step.

/** @import { Mounting } from "../../kernel/types.d.ts" */

/** @type {{ parentElement: HTMLElement, to: string | null } | null} */
let last = null;

/** @param {Mounting<{ to: string | null }>} mounting */
export default function mountTravel({ data, parentElement }) {
  const { to } = data;
  if (to !== null && !(parentElement === last?.parentElement && to === last.to)) {
    const address = new URL(to, location.href);
    history.pushState({}, "", address.pathname + address.search);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }
  last = { parentElement, to };
}
