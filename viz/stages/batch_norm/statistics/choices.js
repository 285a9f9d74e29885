// A row of buttons of which one is chosen: by mouse, touch, or the arrow keys.

import { bindKeys } from "../../kernel/keys.js";
import { made } from "../../kernel/text.js";

/**
 * Makes the buttons of `options`, their words being `NAME_OPTION`; `choose` is told the option.
 *
 * @template {string} O
 * @param {HTMLElement} holder @param {Record<string, string>} words @param {string} name @param {O[]} options
 * @param {(option: O) => void} choose
 */
export function makeChoices(holder, words, name, options, choose) {
  const buttons = options.map((option) => {
    const button = made("button", words[`${name}_${option}`]);
    button.type = "button";
    button.dataset.option = option;
    button.setAttribute("role", "radio");
    button.onclick = () => choose(option);
    return button;
  });
  holder.replaceChildren(...buttons);
  bindKeys(holder, {
    layout: () => ({ kind: "list", count: options.length, wraps: true }),
    at: () => buttons.findIndex((button) => button.matches(":focus")),
    go: (at) => {
      buttons[at].focus();
      choose(options[at]);
    },
  });
}

/** Marks the chosen option. @param {HTMLElement} holder @param {string} chosen */
export function markChoices(holder, chosen) {
  for (const button of holder.querySelectorAll("button")) {
    const on = button.dataset.option === chosen;
    button.setAttribute("aria-checked", String(on));
    button.tabIndex = on ? 0 : -1;
  }
}
