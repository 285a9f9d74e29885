// What a payload names by its address instead of bringing it: fetched once, and then at hand for every stage of the page.

/** @typedef {{ found: Promise<Uint8Array>, tries: number }} Coming */
/** @typedef {{ kept: Map<string, Uint8Array>, coming: Map<string, Coming>, base: string }} Shelf */

export const MOST = 64 * 2 ** 20; // bytes at hand, of all stages together
const DELAYS = [150, 600, 2000, 5000]; // milliseconds before a parcel that wasn't given is asked for again
const KIND = "application/octet-stream"; // under an address that it doesn't know, a server answers with the page itself

/** All stages of a page have one shelf, although each is a module of its own. @returns {Shelf} */
function shelf() {
  const page = /** @type {{ convoscopeParcels?: Shelf }} */ (globalThis);
  page.convoscopeParcels ??= { kept: new Map(), coming: new Map(), base: "" };
  return page.convoscopeParcels;
}

/** The parcel of that key, if it is at hand. @param {string} key */
export function atHand(key) {
  const { kept } = shelf();
  const found = kept.get(key);
  if (found === undefined) return undefined;
  kept.delete(key); // what was used last goes last
  kept.set(key, found);
  return found;
}

/**
 * The parcel of that key, asked for if nobody has yet, and again after a while if it isn't given: `lost()` is told then.
 *
 * @param {string} key @param {string} visit @param {() => void} lost @param {number[]} delays
 * @returns {Promise<Uint8Array>}
 */
export function parcel(key, visit, lost = () => {}, delays = DELAYS) {
  const { kept, coming } = shelf();
  const found = atHand(key);
  if (found !== undefined) return Promise.resolve(found);
  const under = coming.get(key);
  if (under !== undefined) {
    // Who fetches ahead gives up sooner than who waits for it.
    return under.tries >= delays.length ? under.found : under.found.catch(() => parcel(key, visit, lost, delays));
  }
  const promise = insisted(key, visit, lost, delays)
    .then((bytes) => {
      kept.set(key, bytes);
      makeRoom(kept, bytes);
      return bytes;
    })
    .finally(() => coming.delete(key));
  coming.set(key, { found: promise, tries: delays.length });
  return promise;
}

/** @param {Map<string, Uint8Array>} kept @param {Uint8Array} newest */
function makeRoom(kept, newest) {
  let weight = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [key, bytes] of kept) {
    if (weight <= MOST) return;
    if (bytes === newest) continue;
    kept.delete(key);
    weight -= bytes.length;
  }
}

/** @param {string} key @param {string} visit @param {() => void} lost @param {number[]} delays */
async function insisted(key, visit, lost, delays) {
  for (const delay of [...delays, null]) {
    const found = await asked(key, visit);
    if (found !== null) return found;
    if (delay === null) break;
    lost();
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  throw new Error(`no parcel ${key}`);
}

/** @param {string} key @param {string} visit */
async function asked(key, visit) {
  const held = shelf();
  for (const base of held.base ? [held.base] : bases()) {
    try {
      const answer = await fetch(new URL(`payload/${key}`, base), { headers: { "x-visit": visit } });
      if (answer.ok && answer.headers.get("content-type")?.startsWith(KIND)) {
        held.base = base;
        return new Uint8Array(await answer.arrayBuffer());
      }
    } catch {
      // The server can't be reached just now, or the line broke meanwhile.
    }
  }
  return null;
}

/** Where the server's addresses may begin: a page is one below, but the first one may be named without its last stroke. */
function bases() {
  const { origin, pathname } = new URL(document.baseURI);
  const inside = `${origin}${pathname.replace(/[^/]*$/, "")}`;
  return pathname.endsWith("/") ? [inside] : [inside, `${origin}${pathname}/`];
}
