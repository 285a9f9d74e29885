// Makes of every stage the one module that a browser is given, in viz/stages/built; the Makefile's `scripts` runs it. With
// `--check` it writes nothing, and ends with an error where what stands there is not what the sources give.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";

const ROOT = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);
const BUILT = join(ROOT, "built");
const SOURCES = join(BUILT, "sources.json");

/** @param {string} path */
const named = (path) => relative(ROOT, path).split(sep).join("/");

/** The scripts below `viz/stages`, but for this one and what it makes. */
async function scripts() {
  const found = await readdir(ROOT, { recursive: true });
  return found.filter((path) => path.endsWith(".js") && !path.startsWith("built")).map((path) => join(ROOT, path)).sort();
}

/** What workers and stages have in common. */
const SMALL = /** @type {const} */ ({
  bundle: true,
  write: false,
  target: "es2022",
  charset: "utf8",
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  legalComments: "none",
});

/**
 * A script with a thread of its own travels within its stage's module, as text: `import text from "./worker.js?worker"`.
 *
 * @type {import("esbuild").Plugin}
 */
const WORKERS = {
  name: "workers",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace("?worker", "")), namespace: "worker" }));
    onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const { outputFiles } = await build({ ...SMALL, entryPoints: [path], format: "iife", minifyIdentifiers: true });
      return { contents: outputFiles[0].text, loader: "text" };
    });
  },
};

/**
 * Every stage as one module. Names are kept, so that what a browser says of an error can be read; lines are broken, so that
 * changes can be.
 *
 * @param {string[]} stages @returns {Promise<Map<string, string>>}
 */
async function modules(stages) {
  const { outputFiles } = await build({
    entryPoints: stages,
    outbase: ROOT,
    outdir: BUILT,
    ...SMALL,
    format: "esm",
    plugins: [WORKERS],
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/.stage\.js$/, ".js"), text]));
}

/** By which Python tells that a source has changed since: of each file the beginning of its SHA-256. @param {string[]} paths */
async function digests(paths) {
  const found = paths.map(async (path) => [named(path), createHash("sha256").update(await readFile(path)).digest("hex").slice(0, 16)]);
  return `${JSON.stringify(Object.fromEntries(await Promise.all(found)), null, 1)}\n`;
}

/** What is made, by its path. */
async function made() {
  const sources = await scripts();
  const files = await modules(sources.filter((path) => path.endsWith(`${sep}stage.js`) && !path.includes(`${sep}kernel${sep}`)));
  return files.set(SOURCES, await digests(sources));
}

/** @param {Map<string, string>} files */
async function write(files) {
  await rm(BUILT, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The files that are missing, stale, or made from nothing any more. @param {Map<string, string>} files */
async function differing(files) {
  const there = (await readdir(BUILT, { recursive: true })).filter((path) => /\.js(on)?$/.test(path)).map((path) => join(BUILT, path));
  const changed = await Promise.all([...files].map(async ([path, text]) => ((await readFile(path, "utf8").catch(() => "")) === text ? [] : [path])));
  return [...changed.flat(), ...there.filter((path) => !files.has(path))].map(named);
}

const files = await made();
if (process.argv.includes("--check")) {
  const stale = await differing(files);
  if (stale.length > 0) {
    console.error(`Not what the sources give; \`make scripts\` makes them anew: ${stale.join(", ")}`);
    process.exitCode = 1;
  }
} else await write(files);
