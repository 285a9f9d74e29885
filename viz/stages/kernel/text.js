// @ts-nocheck
// Words that come with a payload, with what they speak of put in; and elements that hold them.

/** A text with its {names} in braces replaced; a name without a value stays. */
export const put = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** An element with a text. */
export const made = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
