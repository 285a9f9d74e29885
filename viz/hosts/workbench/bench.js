// Mounts stages as Streamlit's components of the second kind are: each in a shadow root of its own, its script as a module,
// its theme as custom properties around it. What a stage tells is kept in `window.told`, in order.
//
// The address says what to mount: `stage=TOPIC/PART&payload=FILE`, as often as wanted, and `theme=dark`. Without a stage, it
// lists what there is.

/**
 * @typedef {{ around: Element, parentElement: ShadowRoot, script: { default: (component: object) => unknown }, leave: unknown }} Place
 * @typedef {{ stage: string, event: string, value: unknown, kind: string }} Told
 */

/** @type {Map<string, Place>} */
const mounted = new Map();
/** @type {Told[]} */
const told = [];
Object.assign(window, { told });

/** Mounts a stage, or gives one that stands there already another payload. @param {string} name @param {unknown} data */
async function mount(name, data) {
  const place = mounted.get(name) ?? (await placeFor(name));
  mounted.set(name, place);
  /** @type {(kind: string) => (event: string, value: unknown) => void} */
  const tell = (kind) => (event, value) => told.push({ stage: name, event, value: structuredClone(value), kind });
  const { parentElement } = place;
  const component = { name, key: name, data, parentElement, setTriggerValue: tell("trigger"), setStateValue: tell("state") };
  place.leave = await place.script.default(component);
}

/** Takes a stage away, as leaving a page does. @param {string} name */
function leave(name) {
  const place = mounted.get(name);
  mounted.delete(name);
  if (typeof place?.leave === "function") place.leave();
  place?.around.remove();
}

/** @param {string} name @returns {Promise<Place>} */
async function placeFor(name) {
  const { html, css, js } = await (await fetch(`/assets/${name}`)).json();
  const around = there("main").appendChild(element("stage-of-bench"));
  const host = around.appendChild(element("themed")).appendChild(element("stage-of-bench"));
  const parentElement = host.attachShadow({ mode: "open" });
  const content = parentElement.appendChild(document.createElement("div"));
  content.append(Object.assign(document.createElement("style"), { textContent: css.trim() }));
  content.append(document.createRange().createContextualFragment(html.trim()));
  const script = URL.createObjectURL(new Blob([`${js}\n//# sourceURL=${name}.js`], { type: "text/javascript" }));
  return { around, parentElement, script: await import(script), leave: null };
}

/** @param {string} selector */
const there = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** @param {string} className */
const element = (className) => Object.assign(document.createElement("div"), { className });

/** What a payload's file holds: bytes as they are, or an object. @param {string} file */
async function payload(file) {
  const answer = await fetch(`/payloads/${file}`);
  if (!answer.ok) throw new Error(`There is no payload ${file}.`);
  return file.endsWith(".json") ? answer.json() : new Uint8Array(await answer.arrayBuffer());
}

/** The colours and type of the application's settings, light or dark as asked, or as the machine is. @param {string | null} asked */
async function dress(asked) {
  const themes = await (await fetch("/themes")).json();
  const dark = asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(themes[dark ? "dark" : "light"])) style.setProperty(`--st-${name}`, value);
  style.colorScheme = dark ? "dark" : "light";
}

/** Every stage with its payloads, for whoever wants to look at them. @param {HTMLElement} nav */
async function list(nav) {
  const stages = await (await fetch("/stages")).json();
  for (const [name, files] of Object.entries(stages)) {
    nav.append(Object.assign(document.createElement("h2"), { textContent: name }));
    if (files.length === 0) nav.append("no payload recorded");
    for (const file of files) {
      for (const theme of ["light", "dark"]) {
        const href = `/?${new URLSearchParams({ stage: name, payload: file, theme })}`;
        nav.append(Object.assign(document.createElement("a"), { href, textContent: `${file.split("/").at(-1)}, ${theme}` }));
      }
    }
  }
}

/** Gives a stage what a file holds. @param {string} name @param {string} file */
const send = async (name, file) => mount(name, await payload(file));

Object.assign(window, { bench: { mount, leave, send } });
const asked = new URLSearchParams(location.search);
await dress(asked.get("theme"));
if (!asked.has("stage")) await list(there("nav"));
const files = asked.getAll("payload");
for (const [index, name] of asked.getAll("stage").entries()) await send(name, files[index]);
document.documentElement.dataset.mounted = "all";

export {};
