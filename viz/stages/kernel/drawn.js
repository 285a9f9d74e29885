// The events by which the parts of a page know of each other: something new was chosen, something new is on screen.

export const CHOSEN = "convoscope:chosen";
export const DRAWN = "convoscope:drawn";
