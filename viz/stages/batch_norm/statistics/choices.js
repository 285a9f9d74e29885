// @ts-nocheck
// A row of buttons of which one is chosen: by mouse, touch, or the arrow keys.

/** Makes the buttons of `options`, their words being `NAME_OPTION`; `choose` is told the option. */
export function makeChoices(holder, words, name, options, choose) {
  holder.setAttribute("aria-label", words[name]);
  holder.replaceChildren(
    ...options.map((option) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.option = option;
      button.setAttribute("role", "radio");
      button.textContent = words[`${name}_${option}`];
      button.onclick = () => choose(option);
      return button;
    }),
  );
  holder.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = [...holder.children].indexOf(event.target);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = (at + step + options.length) % options.length;
    holder.children[next].focus();
    choose(options[next]);
  };
}

/** Marks the chosen option. */
export function markChoices(holder, chosen) {
  for (const button of holder.children) {
    const on = button.dataset.option === chosen;
    button.setAttribute("aria-checked", String(on));
    button.tabIndex = on ? 0 : -1;
  }
}
