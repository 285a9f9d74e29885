// Words that come with a payload, with what they speak of put in; and elements that hold them.

/**
 * A text with its {names} in braces replaced; a name without a value stays.
 *
 * @param {string} text @param {Record<string, any>} values @returns {string}
 */
export const put = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** What lies in an element, by a selector that is known to find something. @param {ParentNode} element @param {string} selector @returns {any} */
export const part = (element, selector) => element.querySelector(selector);

/**
 * An element with a text.
 *
 * @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {string | number} textContent
 * @returns {HTMLElementTagNameMap[K]}
 */
export const made = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
