// The events by which the parts of a page know of each other: something new was chosen or is pointed at, which its `detail`
// says as { kind, value } where others may care; something new is on screen.

export const CHOSEN = "convoscope:chosen";
export const POINTED = "convoscope:pointed";
export const DRAWN = "convoscope:drawn";
export const MOVED = "convoscope:moved"; // something has come that others may have to make room for

/** @param {string} event @param {string} kind @param {string | undefined} value */
export const announce = (event, kind, value) => window.dispatchEvent(new CustomEvent(event, { detail: { kind, value } }));
