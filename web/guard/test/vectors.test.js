// The vectors that the script shares with crates/guard, and what the script leaves to the server.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { learn, scan, wanted } from "../dist/guard.js";

const dist = resolve(import.meta.dirname, "../dist");
const VECTORS = resolve(import.meta.dirname, "../../../crates/guard/vectors/secrets.jsonl");
const vectors = readFileSync(VECTORS, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const differences = JSON.parse(readFileSync(join(import.meta.dirname, "differences.json"), "utf8"));
const fetched = new Set();

/** As the page does it: what a text wants is fetched, then it is looked at. */
function looked(text) {
  for (let names = wanted(text); names.length; names = wanted(text)) {
    for (const name of names) {
      learn(name, readFileSync(join(dist, `${name}.txt`), "utf8"));
      fetched.add(name);
    }
  }
  return scan(text);
}

test("the same findings as the server's", () => {
  const wrong = [];
  for (const { text, spans } of vectors) {
    const listed = differences.find((each) => each.text === text);
    const expected = listed ? listed.spans : spans;
    const found = looked(text);
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push({ text, expected: JSON.stringify(expected), found: JSON.stringify(found) });
  }
  assert.deepEqual(wrong, []);
  assert.ok(vectors.length >= 150);
});

test("a listed difference is one, has a reason, and still warns of nothing less than the place", () => {
  for (const { text, spans, why } of differences) {
    const vector = vectors.find((each) => each.text === text);
    assert.ok(vector && why, text);
    assert.notDeepEqual(spans, vector.spans, text);
  }
});
