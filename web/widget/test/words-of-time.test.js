import assert from "node:assert/strict";
import { test } from "node:test";
import { sentences } from "../build/words.js";
import { createTexts, fill } from "../src/core/texts.js";
import { timeline, unread } from "../src/core/timeline.js";
import { rangeOf, waitWords } from "../src/core/wait.js";

const texts = (language) => createTexts({ language, texts: sentences(language) });
const told = (language, queue) => Object.values(waitWords(queue, texts(language))).join(" · ");

test("variables are filled in, and only those that are there", () => {
  assert.equal(fill("{a} and \u2068{b}\u2069 and {c}", { a: 1, b: "{a}" }), "1 and {a} and {c}");
});

test("the wait is a range in words", () => {
  assert.equal(told("en", { place: 3, low: 120, likely: 200, high: 300 }), "You are number 3 in line · About 2–5 minutes");
  assert.equal(told("zh-CN", { place: 1, low: 120, likely: 200, high: 300 }), "下一位就是您 · 预计等待 2-5分钟");
  assert.equal(told("en", { place: 2, low: null, likely: null, high: null }), "You are number 2 in line · We cannot tell yet how long it takes");
  assert.equal(told("en", { place: 2, low: 5, likely: 20, high: 40 }), "You are number 2 in line · Less than a minute");
  assert.match(told("ja", { place: 2, low: null, likely: 240, high: null }), /4 分/);
});

test("ranges round outwards, hours from an hour and a half on", () => {
  assert.deepEqual(rangeOf(40, 300), { from: 1, to: 5, unit: "minute" });
  assert.deepEqual(rangeOf(5400, 9000), { from: 1, to: 3, unit: "hour" });
  assert.deepEqual(rangeOf(300, 60), { from: 5, to: 5, unit: "minute" });
});

const dayOf = (at) => at.slice(0, 10);
const message = (number, from, more = {}) => ({ number, from, kind: "message", at: `2026-01-01T10:0${number}:00Z`, author: null, key: null, ...more });
const kinds = (items) => items.map(({ kind, key }) => (kind === "message" ? key : kind)).join(" ");

test("days, what is new, and messages in order; one's own keeps its place when its entry comes", () => {
  const entries = [message(1, "customer", { key: "k1" }), message(2, "agent"), message(3, "agent")];
  const line = { entries, outgoing: [], divider: 1, seen: 1, dayOf };
  const items = timeline(line);
  assert.equal(kinds(items), "day own:k1 new entry:2 entry:3");
  assert.equal(items[1].state, "read");
  assert.equal(items[4].joined, true);
  const waiting = timeline({ ...line, divider: null, outgoing: [{ id: "k1", at: "2026-01-01T10:04:00Z", state: "sending" }, { id: "k2", at: "2026-01-01T10:05:00Z", state: "sending" }], waits: () => true });
  assert.equal(kinds(waiting), "day own:k1 entry:2 entry:3 own:k2");
  assert.equal(waiting.at(-1).state, "waiting");
});

test("only messages of others are unread", () => {
  assert.deepEqual(unread([message(1, "agent"), message(2, "customer"), message(3, "desk", { kind: "assigned" }), message(4, "assistant")], 1).map(({ number }) => number), [4]);
});
