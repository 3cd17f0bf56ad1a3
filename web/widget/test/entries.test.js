import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntries } from "../src/core/entries.js";

const some = (...numbers) => numbers.map((number) => ({ number }));
const numbers = (entries) => entries.all().map(({ number }) => number);

test("entries stand by number, each once, whichever way they came", () => {
  const entries = createEntries();
  entries.page(some(1, 2, 3), 0);
  assert.deepEqual(entries.live(some(3, 5, 4)).map(({ number }) => number), [5, 4]);
  assert.deepEqual(numbers(entries), [1, 2, 3, 4, 5]);
});

test("a missing number is asked for once; one that visitors do not see is known then", () => {
  const entries = createEntries();
  entries.page(some(1, 2), 0);
  assert.equal(entries.gapBefore(some(3)), false);
  assert.equal(entries.gapBefore(some(5)), true);
  entries.add(some(5));
  assert.equal(entries.complete(), 2);
  entries.page(some(5), 2);
  assert.equal(entries.complete(), 5);
  assert.equal(entries.gapBefore(some(6)), false);
});

test("what is loaded further back closes no gap at the end", () => {
  const entries = createEntries();
  entries.page(some(61, 62), 60);
  entries.add(some(70));
  entries.page(some(5, 59), 0);
  assert.equal(entries.complete(), 62);
  assert.equal(entries.from(), 0);
  assert.deepEqual(numbers(entries), [5, 59, 61, 62, 70]);
});

test("an empty page moves the beginning, too", () => {
  const entries = createEntries();
  entries.page(some(100), 90);
  entries.page([], 30);
  assert.equal(entries.from(), 30);
});

test("what is no entry is left out", () => {
  const entries = createEntries();
  assert.deepEqual(entries.live([null, {}, { number: "1" }].filter(Boolean)), []);
});
