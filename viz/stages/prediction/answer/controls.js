// @ts-nocheck
// The controls of the stage: finding a class, the class taken for true, the temperature, and the picture to keep.

/** Makes the controls once per payload. */
export function buildControls(stage) {
  const bar = stage.find(".controls");
  bar.setAttribute("aria-label", stage.words.controls);
  search(stage);
  const ofClasses = stage.ending === "none" ? [] : [...temperature(stage), truth(stage)];
  bar.replaceChildren(...ofClasses, button(stage.words.save_png, stage.act.save, "save_png"));
}

function labelled(words, ...controls) {
  const label = document.createElement("label");
  label.append(words, ...controls);
  return label;
}

function button(words, act, name) {
  const made = Object.assign(document.createElement("button"), { type: "button", name, textContent: words });
  made.onclick = act;
  return made;
}

function search({ words, act, find }) {
  const input = find("input[name=search]");
  input.placeholder = words.search;
  input.setAttribute("aria-label", words.search);
  input.oninput = () => act.find(input.value);
  input.onkeydown = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    find(".classes .row")?.click();
  };
}

function temperature({ words, act, temperatures }) {
  const slider = Object.assign(document.createElement("input"), { type: "range", name: "temperature", min: 0, max: temperatures.length - 1, step: 1 });
  slider.oninput = () => act.change({ temperature: temperatures[Number(slider.value)] });
  const own = button(words.own_temperature, () => act.change({ temperature: 1 }), "own_temperature");
  return [labelled(words.temperature, slider, document.createElement("output")), own];
}

function truth({ words, act, labels }) {
  const select = Object.assign(document.createElement("select"), { name: "true" });
  const sorted = Array.from(labels.keys()).sort((one, other) => labels[one].localeCompare(labels[other]) || one - other);
  for (const label of sorted) select.add(new Option(labels[label], label));
  select.onchange = () => act.change({ truth: Number(select.value) });
  return labelled(words.truth, select);
}

/** Sets the controls to the view that is shown. */
export function showControls({ find, view, temperatures, words, ending }) {
  if (ending === "none") return;
  const slider = find("input[name=temperature]");
  slider.value = temperatures.indexOf(view.temperature);
  find(".controls output").textContent = view.temperature;
  slider.setAttribute("aria-valuetext", `${words.temperature} ${view.temperature}`);
  find("button[name=own_temperature]").setAttribute("aria-pressed", String(view.temperature === 1));
  find("select[name=true]").value = view.truth;
}
