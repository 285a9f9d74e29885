// The colours and the type of the page around a stage, light or dark, as the application says them.

/** @import { Theme } from "./types.d.ts" */

const NAMES = {
  accent: "primary-color", text: "text-color", paper: "background-color",
  ground: "secondary-background-color", line: "border-color", font: "font",
};

// The same where the visitor's own few colours replace all others: a canvas is not repainted by the browser.
const FORCED = { accent: "Highlight", text: "CanvasText", paper: "Canvas", ground: "Canvas", line: "GrayText" };

/** What the page around an element looks like now. @param {Element} element @returns {Theme} */
export function themeOf(element) {
  const style = getComputedStyle(element);
  const forced = window.matchMedia("(forced-colors: active)").matches ? FORCED : {};
  const found = Object.entries(NAMES).map(([name, named]) => [name, style.getPropertyValue(`--st-${named}`).trim()]);
  return { ...Object.fromEntries(found), ...forced, ink: style.color, family: style.fontFamily };
}

/** The colours of a page that is white, for pictures to keep. */
export const WHITE = { text: "#16171d", ink: "#16171d", paper: "#ffffff", ground: "#f4f4f7", line: "#d9d9e2" };

/** Whether the visitor has asked for less motion: then a press is a step, and nothing plays. */
export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
