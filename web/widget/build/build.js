// Makes dist/: the loader that stands on every page, and the panel's script and style, each with a copy that is made small.
// Prints the sizes; test/sizes.test.js holds them.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { transform } from "lightningcss";
import { minify } from "terser";
import { build } from "vite";
import { loaderWords } from "./words.js";

const src = resolve(import.meta.dirname, "../src");
const dist = resolve(import.meta.dirname, "../dist");

/** The loader's words come from the same files as the server's sentences. */
const words = {
  name: "dengta-words",
  resolveId: (id) => (id === "virtual:words" ? id : null),
  load: (id) => (id === "virtual:words" ? `export default ${JSON.stringify(loaderWords())}` : null),
};

async function bundled(entry, format) {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [words],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: false,
      rollupOptions: { input: join(src, entry), output: { format } },
    },
  });
  const module = format === "es";
  const { code } = await minify(made.output[0].code, { module, toplevel: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } });
  return code;
}

/** The tokens that all pages share, in a layer, so that the brand's own colours (theme.css) win wherever they stand; then the sheets
    in the order of their names. */
function style() {
  const tokens = `@layer tokens {${readFileSync(resolve(src, "../../tokens.css"), "utf8")}}`;
  const sheets = [tokens, ...readdirSync(join(src, "css")).sort().map((name) => readFileSync(join(src, "css", name), "utf8"))];
  // What is not older than the year 2022.
  const targets = { chrome: 105 << 16, firefox: 110 << 16, safari: (15 << 16) | (4 << 8) };
  return transform({ filename: "panel.css", code: Buffer.from(sheets.join("\n")), minify: true, targets }).code.toString();
}

const files = {
  "loader.js": await bundled("loader/index.js", "iife"),
  "panel.js": await bundled("panel.js", "es"),
  "panel.css": style(),
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const [name, text] of Object.entries(files)) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) };
  const small = brotliCompressSync(text, { params });
  writeFileSync(join(dist, name), text);
  writeFileSync(join(dist, `${name}.br`), small);
  console.log(`${name.padEnd(34)}${String(Buffer.byteLength(text)).padStart(8)} B${String(small.length).padStart(8)} B brotli`);
}
