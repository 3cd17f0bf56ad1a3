// What comes over the line: the loader with every page, the panel with the first talk.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const dist = resolve(import.meta.dirname, "../dist");
const size = (name) => statSync(join(dist, `${name}.br`)).size;

test("the loader has at most 5 KB", () => assert.ok(size("loader.js") <= 5120, `${size("loader.js")} bytes`));
test("the panel has at most 35 KB", () => {
  const all = size("panel.js") + size("panel.css");
  assert.ok(all <= 35_840, `${all} bytes`);
});
