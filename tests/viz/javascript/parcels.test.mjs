// What is named by its address: asked for once, at hand at once, asked for again where it isn't given; what a stage waits for.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";

import { MOST, atHand, parcel } from "../../../viz/stages/kernel/parcels.js";
import { arrive, endingOf, opened, unpack } from "../../../viz/stages/kernel/payload.js";
import { made } from "./made.mjs";
import { ended, packed } from "./packed.mjs";

/** @import { TestContext } from "node:test" */
/** @typedef {{ kept: Map<string, Uint8Array>, coming: Map<string, unknown>, base: string }} Shelf */
/** @typedef {{ status?: number, kind?: string, bytes?: Uint8Array, breaks?: boolean }} Answer */

const page = /** @type {{ convoscopeParcels?: Shelf, document: { baseURI: string }, fetch: unknown }} */ (/** @type {unknown} */ (globalThis));

/** What was asked for, in order. @type {{ url: string, visit: string }[]} */
let asked = [];
/** What the server says; it can take as long as it wants. @type {(url: string, time: number) => Answer | Promise<Answer>} */
let server = () => ({});

beforeEach(() => {
  asked = [];
  page.convoscopeParcels = { kept: new Map(), coming: new Map(), base: "" };
  page.document = { baseURI: "https://hall.test/feature_maps?layer=conv1#there" };
  page.fetch = async (/** @type {URL} */ url, /** @type {{ headers: Record<string, string> }} */ { headers }) => {
    asked.push({ url: String(url), visit: headers["x-visit"] });
    const { status = 200, kind = "application/octet-stream", bytes = Uint8Array.of(7), breaks = false } = await server(String(url), asked.length);
    if (status === 0) throw new TypeError("the line is dead");
    return {
      ok: status >= 200 && status < 300, status, headers: new Headers({ "content-type": kind }),
      arrayBuffer: async () => {
        if (breaks) throw new TypeError("the line broke");
        return bytes.slice().buffer;
      },
    };
  };
});

/** Everything that is under way goes on as far as it can without a clock. */
const goOn = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

/** A clock that stands until it is set on. @param {TestContext} context */
function clock(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  return async (/** @type {number} */ milliseconds) => {
    await goOn();
    context.mock.timers.tick(milliseconds);
    await goOn();
  };
}

const GONE = { status: 404, kind: "text/plain" };
const BUSY = { status: 503, kind: "text/plain" };
const PAGE = { status: 200, kind: "text/html; charset=utf-8" };

/** The bytes of a piece. @param {object} header @param {Record<string, number[]>} planes */
const piece = (header, planes = {}) => Uint8Array.from(packed(header, planes));

test("what has come is at hand, at once, and not asked for again", async () => {
  assert.equal(atHand("a"), undefined);
  const found = await parcel("a", "my visit");
  assert.deepEqual([...found], [7]);
  assert.equal(atHand("a"), found);
  assert.equal(await parcel("a", "my visit"), found);
  assert.deepEqual(asked, [{ url: "https://hall.test/payload/a", visit: "my visit" }]);
});

test("two who want the same wait for one answer", async () => {
  const all = [parcel("a", "v"), parcel("a", "v"), parcel("b", "v")];
  const [one, other, third] = await Promise.all(all);
  assert.equal(one, other);
  assert.notEqual(one, third);
  assert.deepEqual(asked.map(({ url }) => url.at(-1)), ["a", "b"]);
});

test("stages are modules of their own, with one shelf on the page", async () => {
  const again = await import(`../../../viz/stages/kernel/parcels.js?${Date.now()}`);
  assert.notEqual(again.parcel, parcel);
  const [one, other] = await Promise.all([parcel("a", "v"), again.parcel("a", "v")]);
  assert.equal(one, other);
  assert.equal(again.atHand("a"), one);
  assert.equal(asked.length, 1);
});

for (const [what, refused] of Object.entries({ gone: GONE, busy: BUSY, "a page": PAGE, "a dead line": { status: 0 }, "a broken line": { breaks: true } })) {
  test(`${what} is no parcel: it is asked for again, each time later, and that is told`, async (context) => {
    const tick = clock(context);
    server = (_, time) => (time <= 2 ? refused : {});
    page.document = { baseURI: "https://hall.test/" }; // with one way only
    /** @type {(Uint8Array | number)[]} */
    const told = [];
    parcel("a", "v", () => told.push(asked.length), [100, 500]).then((bytes) => told.push(bytes));
    await tick(99);
    assert.deepEqual([told, asked.length], [[1], 1]);
    await tick(1);
    assert.deepEqual([told, asked.length], [[1, 2], 2]);
    await tick(499);
    assert.equal(asked.length, 2);
    await tick(1);
    assert.deepEqual(told, [1, 2, Uint8Array.of(7)]);
  });
}

test("what is never given ends in an error, and the next who wants it asks anew", async (context) => {
  const tick = clock(context);
  server = () => GONE;
  page.document = { baseURI: "https://hall.test/" };
  let lost = 0;
  const refused = assert.rejects(parcel("a", "v", () => { lost += 1; }, [100, 500]), /no parcel a/);
  for (const pause of [100, 500]) await tick(pause);
  await refused;
  assert.deepEqual([asked.length, lost, atHand("a")], [3, 2, undefined]);
  server = () => ({});
  assert.deepEqual([...(await parcel("a", "v"))], [7]);
});

test("who waits for a parcel asks on where somebody who fetched it ahead gives up", async (context) => {
  const tick = clock(context);
  server = (_, time) => (time <= 2 ? BUSY : {});
  page.document = { baseURI: "https://hall.test/" };
  let lost = 0;
  const ahead = assert.rejects(parcel("a", "v", undefined, []));
  const wanted = parcel("a", "v", () => { lost += 1; }, [100]);
  await tick(0);
  await ahead;
  assert.deepEqual([asked.length, lost], [2, 1]);
  await tick(100);
  assert.deepEqual([...(await wanted)], [7]);
  assert.equal(asked.length, 3);
});

for (const [address, root] of /** @type {[string, string][]} */ ([
  ["https://hall.test/", "https://hall.test/"],
  ["https://hall.test/feature_maps", "https://hall.test/"],
  ["https://hall.test/base/", "https://hall.test/base/"],
  ["https://hall.test/base/feature_maps?k=1/2#a/b", "https://hall.test/base/"],
  ["https://hall.test/a/b/feature_maps", "https://hall.test/a/b/"],
  ["https://hall.test/base", "https://hall.test/base/"],
  ["https://hall.test/a/base", "https://hall.test/a/base/"],
])) {
  test(`of the page ${address}, parcels are found under ${root}`, async () => {
    page.document = { baseURI: address };
    server = (url) => (url === `${root}payload/a` || url === `${root}payload/b` ? {} : PAGE);
    await parcel("a", "v");
    assert.ok(asked.length <= 2);
    asked = [];
    await parcel("b", "v");
    assert.deepEqual(asked.map(({ url }) => url), [`${root}payload/b`], "once it is known it is used");
  });
}

test("room is made for the newest, and what was used last stays", async () => {
  const third = Math.floor(MOST / 3);
  server = (url) => ({ bytes: new Uint8Array(url.endsWith("large") ? MOST + 1 : third) });
  for (const key of ["a", "b", "c"]) await parcel(key, "v");
  atHand("a");
  await parcel("d", "v");
  const { kept } = /** @type {Shelf} */ (page.convoscopeParcels);
  assert.deepEqual([...kept.keys()], ["c", "a", "d"]);
  assert.ok([...kept.values()].reduce((sum, { length }) => sum + length, 0) <= MOST);
  await parcel("large", "v");
  assert.deepEqual([...kept.keys()], ["large"], "one that is larger than all stays while it is the newest");
  await parcel("e", "v");
  assert.deepEqual([...kept.keys()], ["e"]);
});

/** A place for payloads that notes what happens to it. */
function place() {
  /** @type {any[]} */
  const seen = [];
  const holder = /** @type {{ awaited?: unknown }} */ ({});
  const give = (/** @type {any} */ data, name = "shown") =>
    arrive(holder, data, (keys) => seen.push([name, ...keys]), (state, words) => seen.push(words ? `${state}: ${words}` : state));
  return { holder, seen, give };
}

/** A payload that names pieces, and an ending that may name some. @param {object} header @param {object} said */
const named = (header, said = {}) => ended(packed(header), made({ visit: "v", knows: 0, hash: "1", ...said }));

test("what names no piece, or is no payload, is shown at once", () => {
  const { seen, give } = place();
  give({ to: null }, "plain");
  give(named({ note: 1 }), "whole");
  assert.deepEqual(seen.filter((each) => each !== ""), [["plain"], ["whole"]]);
  assert.deepEqual(asked, []);
});

test("what is at hand is shown in the same breath; what isn't, when all of it has come", async () => {
  const { seen, give } = place();
  const data = named({ parcels: ["a", "b"] }, { parcels: ["words"] });
  give(data);
  assert.deepEqual(seen, ["fetching"]);
  await goOn();
  assert.deepEqual(seen, ["fetching", "", ["shown", "a", "b", "words"]]);
  assert.deepEqual(asked.map(({ url, visit }) => [url.split("/").at(-1), visit]), [["a", "v"], ["b", "v"], ["words", "v"]]);
  give(data.slice(), "again");
  assert.deepEqual(seen.slice(3), ["", ["again", "a", "b", "words"]]);
});

test("a payload in pieces opens to the same as one that brought them along", async () => {
  const planes = { maps: [1, 2, 3], picture: [9] };
  const [one, two] = [piece({ layer: "conv", start: 1 }, { maps: planes.maps }), piece({ words: { a: "A" } }, { picture: planes.picture })];
  const shared = piece({ words: { as_table: "As a table" }, marks: { decimal: "," } }, { sequential: [4, 5, 6] });
  server = (url) => ({ bytes: { a: one, b: two, s: shared }[/** @type {"a" | "b" | "s"} */ (url.at(-1))] });
  const data = ended(packed({ view: { row: 1 }, serial: 3, start: 2, parcels: ["a", "b"] }, { own: [8] }), { visit: "v", knows: 4, hash: "f", parcels: ["s"] });
  await new Promise((resolve) => arrive({}, data, resolve));
  const { planes: found, ...header } = opened(data);
  assert.deepEqual(header, { layer: "conv", words: { a: "A" }, start: 2, view: { row: 1 }, serial: 3 }, "what is sent now counts above what is kept");
  const values = Object.fromEntries(Object.entries(found).map(([name, plane]) => [name, [...plane.values]]));
  assert.deepEqual(values, { ...planes, own: [8], sequential: [4, 5, 6] });
  const { planes: palettes, ...ending } = endingOf(data);
  assert.deepEqual(ending, { visit: "v", knows: 4, hash: "f", words: { as_table: "As a table" }, marks: { decimal: "," } });
  assert.deepEqual([...palettes.sequential.values], [4, 5, 6]);
  assert.deepEqual([...unpack(one).planes.maps.values], planes.maps, "the piece itself stays as it is, for others");
});

test("what was shown stays open though its pieces are no longer at hand", async () => {
  server = () => ({ bytes: piece({ layer: "conv" }) });
  const data = named({ parcels: ["a"] });
  await new Promise((resolve) => arrive({}, data, resolve));
  page.convoscopeParcels?.kept.clear();
  assert.equal(opened(data).layer, "conv");
});

test("a newer payload overtakes one that is still on its way", async () => {
  const { seen, give } = place();
  /** @type {(answer: Answer) => void} */
  let answer = () => {};
  server = (url) => (url.endsWith("slow") ? new Promise((resolve) => { answer = resolve; }) : {});
  give(named({ parcels: ["slow"] }), "old");
  give(named({ note: 1 }), "new");
  assert.deepEqual(seen, ["fetching", "", ["new"]]);
  await goOn();
  answer({});
  await goOn();
  assert.deepEqual(seen.slice(3), [], "nothing is said or shown of the old one");
  give(named({ parcels: ["slow"] }), "old again");
  assert.deepEqual(seen.at(-1), ["old again", "slow"], "what has come late is at hand all the same");
});

test("of two on their way the newer one is shown, whichever comes first", async () => {
  for (const order of [["one", "two"], ["two", "one"]]) {
    const { seen, give } = place();
    /** @type {Record<string, (answer: Answer) => void>} */
    const answers = {};
    page.convoscopeParcels?.kept.clear();
    server = (url) => new Promise((resolve) => { answers[url.slice(url.lastIndexOf("/") + 1)] = resolve; });
    give(named({ parcels: ["one"] }), "old");
    give(named({ parcels: ["two"] }), "new");
    await goOn();
    for (const key of order) {
      answers[key]({});
      await goOn();
    }
    assert.deepEqual(seen, ["fetching", "fetching", "", ["new", "two"]], order.join());
  }
});

test("a place that is left shows and says nothing more", async (context) => {
  const tick = clock(context);
  const { holder, seen, give } = place();
  server = () => GONE;
  give(named({ parcels: ["a"] }));
  await goOn();
  assert.deepEqual(seen, ["fetching", "lost"]);
  holder.awaited = null;
  for (let time = 0; time < 6; time += 1) await tick(10_000);
  assert.deepEqual(seen, ["fetching", "lost"]);
});

test("a piece that is never given is told as lost, and at last in words", async (context) => {
  const tick = clock(context);
  const { seen, give } = place();
  server = () => GONE;
  give(named({ parcels: ["a"] }, { missing: "It couldn't be fetched." }));
  for (let time = 0; time < 6; time += 1) await tick(10_000);
  assert.deepEqual([seen[0], new Set(seen.slice(1, -1)), seen.at(-1)], ["fetching", new Set(["lost"]), "failed: It couldn't be fetched."]);
  server = () => ({});
  give(named({ parcels: ["a"] }), "offered anew");
  await goOn();
  assert.deepEqual(seen.slice(-2), ["", ["offered anew", "a"]]);
});

test("a payload that comes once more, its piece offered again, is shown when that has come", async (context) => {
  const tick = clock(context);
  const { seen, give } = place();
  server = (_, time) => (time <= 2 ? GONE : {});
  give(named({ parcels: ["a"] }), "first");
  await goOn();
  give(named({ parcels: ["a"] }), "again");
  await tick(200);
  assert.deepEqual(seen.filter((each) => Array.isArray(each)), [["again", "a"]]);
});
