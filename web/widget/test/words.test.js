// The sentences: the same in every language, each used, none missing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { LANGUAGES, loaderWords, sentences } from "../build/words.js";

const src = resolve(import.meta.dirname, "../src");
const code = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(src, name), "utf8")).join("\n");
const english = sentences("en");
const variables = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("each language has every sentence, with the same variables", () => {
  assert.ok(Object.keys(english).length > 100);
  for (const language of LANGUAGES) {
    const there = sentences(language);
    assert.deepEqual(Object.keys(there), Object.keys(english), language);
    for (const [id, text] of Object.entries(there)) {
      assert.deepEqual(variables(text), variables(english[id]), `${language} ${id}`);
      assert.doesNotMatch(text, /\$|->/, `${language} ${id} has a selector`);
    }
  }
});

test("every sentence is used, and every one that is used exists", () => {
  const used = new Set([...code.matchAll(/\b(?:t|words|say)\("([\w-]+)"/g)].map(([, id]) => id));
  for (const id of used) assert.ok(`widget-${id}` in english, `${id} is not written`);
  const made = /^widget-(bubble|rate|secret)-/;
  const all = new Set([...code.matchAll(/"([\w-]+)"/g)].map(([, word]) => word));
  const idle = Object.keys(english).filter((id) => !made.test(id) && !all.has(id.slice("widget-".length)));
  assert.deepEqual(idle, []);
});

test("the loader has its four words in five languages", () => {
  for (const [language, words] of Object.entries(loaderWords())) {
    for (const word of ["open", "close", "unread", "frame"]) assert.ok(words[word], `${language} ${word}`);
  }
});
