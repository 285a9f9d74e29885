// The files that were sent from this tab, kept in its memory and nowhere else: what a server forgets can be sent again.
// And the first word to a server that is back: it learns of this visit before anything is clicked.

import { part } from "../../kernel/text.js";

/** @import { Mounting } from "../../kernel/types.d.ts" */
/** @typedef {{ kind: string, called: string, file: File }} Kept */
/** @typedef {{ keys: string[], ended: string, again: string }} Lost */

/** @type {Record<string, string>} */
const UPLOADERS = { picture: ".st-key-upload", batch: ".st-key-batch-upload", network: "[class*='st-key-own-file-']" };
/** @type {Record<string, string>} */
const DOORS = { batch: ".st-key-batch-change button" };
const PATIENCE = 20_000; // milliseconds until a page has its uploader

/** @type {Map<string, Kept>} */
const files = new Map(); // by what a server calls them: "upload 1"
/** @type {Map<string, File[]>} */
const fresh = new Map(); // by kind: the files that were sent last
/** @type {Set<string>} */
let known = new Set();
let listening = false;
/** @type {MutationObserver | null} */
let connection = null;

/** @param {Mounting<{ own: Record<string, string>, lost: Lost | null }>} mounting */
export default function mountSent({ data, parentElement, setTriggerValue }) {
  if (!listening) listen();
  name(data.own);
  greet(setTriggerValue);
  show(parentElement, data);
}

function listen() {
  listening = true;
  /** @param {EventTarget | null} target @param {FileList | null | undefined} sent */
  const note = (target, sent) => {
    const kind = Object.keys(UPLOADERS).find((each) => target instanceof Element && target.closest(UPLOADERS[each]));
    if (kind && sent?.length) fresh.set(kind, [...sent]);
  };
  document.addEventListener("change", ({ target }) => note(target, /** @type {HTMLInputElement} */ (target).files), true);
  document.addEventListener("drop", ({ target, dataTransfer }) => note(target, dataTransfer?.files), true);
}

// The server calls files by numbers, in the order in which they come; those that it refuses get none.
/** @param {Record<string, string>} own */
function name(own) {
  const added = Object.keys(own).filter((key) => !known.has(key) || own[key] !== files.get(key)?.called);
  known = new Set(Object.keys(own));
  for (const key of added) {
    for (const kind of key.startsWith("own") ? ["network"] : ["picture", "batch"]) {
      const sent = fresh.get(kind) ?? [];
      const file = fileOf(key, own, sent, files) ?? (sent.length === 1 && kind === "network" ? sent[0] : null);
      if (file) files.set(key, { kind, called: own[key], file });
    }
  }
}

// Of the files that were sent, the one that a key stands for: of several with one name, the next.
/** @template {{ name: string }} F @param {string} key @param {Record<string, string>} own @param {F[]} sent @param {Map<string, { file: F }>} kept */
export function fileOf(key, own, sent, kept) {
  const taken = new Set(Object.keys(own).map((other) => (other === key ? null : kept.get(other)?.file)));
  return sent.find((each) => each.name === own[key] && !taken.has(each));
}

// A connection that comes back may lead to a server that knows nothing of this visit.
/** @param {Mounting["setTriggerValue"]} setTriggerValue */
function greet(setTriggerValue) {
  connection?.disconnect();
  const app = /** @type {HTMLElement} */ (document.querySelector("[data-testid=stApp]"));
  let before = app.dataset.testConnectionState;
  connection = new MutationObserver(() => {
    const now = app.dataset.testConnectionState;
    if (now === "CONNECTED" && before !== now) setTriggerValue("returned", String(Date.now()));
    before = now;
  });
  connection.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}

/** @param {HTMLElement} parentElement @param {{ lost: Lost | null }} data */
function show(parentElement, { lost }) {
  const box = part(parentElement, ".sent");
  const held = (lost?.keys ?? []).flatMap((key) => files.get(key.split("/")[0]) ?? []);
  box.hidden = held.length === 0;
  box.getRootNode().host?.closest(".stElementContainer")?.style.setProperty("display", box.hidden ? "none" : "");
  if (lost === null || box.hidden) return;
  part(box, "p").textContent = lost.ended;
  const button = part(box, "button");
  button.hidden = false;
  button.textContent = lost.again;
  button.onclick = () => send(held);
}

/** @param {Kept[]} held */
async function send(held) {
  const { kind } = held[0];
  const input = await uploader(kind);
  if (!input) return;
  const again = new DataTransfer();
  for (const { file } of input.multiple ? held : held.slice(0, 1)) again.items.add(file);
  input.files = again.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {string} kind @returns {Promise<HTMLInputElement | null>} */
async function uploader(kind) {
  /** @returns {HTMLInputElement | null} */
  const find = () => document.querySelector(`${UPLOADERS[kind]} input[type=file]`);
  if (kind === "network" && !find()) {
    const place = new URL("networks?part=own", location.href);
    history.pushState({}, "", place.pathname + place.search);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }
  if (!find() && DOORS[kind]) part(document, DOORS[kind])?.click();
  for (const end = Date.now() + PATIENCE; !find() && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return find();
}
