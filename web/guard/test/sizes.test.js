// What comes over the line: the script in one piece, each list by itself.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const dist = resolve(import.meta.dirname, "../dist");
const small = readdirSync(dist).filter((name) => name.endsWith(".br")).map((name) => [name, statSync(join(dist, name)).size]);

test("the script has at most 12 KB, a list at most 8", () => {
  const script = small.filter(([name]) => name.endsWith(".js.br"));
  assert.deepEqual(script.map(([name]) => name), ["guard.js.br"]);
  assert.ok(script[0][1] <= 12 * 1024, `${script[0][1]} bytes`);
  const lists = small.filter(([name]) => name.endsWith(".txt.br"));
  assert.ok(lists.length > 20);
  assert.deepEqual(lists.filter(([, size]) => size > 8 * 1024), []);
});
