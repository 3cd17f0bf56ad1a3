// Makes dist/: the script, the names in four scripts and the word lists, each with a copy that is made small. Prints the sizes;
// test/sizes.test.js holds them.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { minify } from "terser";
import { build } from "vite";
import { packs, wordLists } from "./rules.js";

const dist = resolve(import.meta.dirname, "../dist");
/** A module and all that it imports, as one. What vite makes small, Terser makes smaller: functions that are no objects become
    arrows. */
async function bundled(entry) {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: false,
      rollupOptions: { input: resolve(import.meta.dirname, "../src", entry), preserveEntrySignatures: "strict", output: { format: "es" } },
    },
  });
  const { code } = await minify(made.output[0].code, { module: true, ecma: 2022, compress: { passes: 3, unsafe_arrows: true, keep_fargs: false } });
  return code;
}

const files = { "guard.js": await bundled("index.js") };
for (const [name, text] of Object.entries({ ...packs(), ...wordLists() })) files[`${name}.txt`] = text;

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const [name, text] of Object.entries(files)) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) };
  const small = brotliCompressSync(text, { params });
  writeFileSync(join(dist, name), text);
  writeFileSync(join(dist, `${name}.br`), small);
  console.log(`${name.padEnd(34)}${String(Buffer.byteLength(text)).padStart(8)} B${String(small.length).padStart(8)} B brotli`);
}
