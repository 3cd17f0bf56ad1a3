// What the page relies on: a mark is no secret, long texts are bounded, lists are asked for only when a text looks like one.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { learn, scan, wanted } from "../dist/guard.js";

const dist = resolve(import.meta.dirname, "../dist");
const repository = resolve(import.meta.dirname, "../../..");
for (const name of readdirSync(dist).filter((name) => name.endsWith(".txt"))) learn(name.slice(0, -4), readFileSync(join(dist, name), "utf8"));
const lines = (path) => readFileSync(join(repository, path), "utf8").trim().split("\n");
const vectors = lines("crates/guard/vectors/secrets.jsonl").map((line) => JSON.parse(line));

function marks(language) {
  const sentences = new Map(lines(`locales/${language}/secrets.ftl`).map((line) => line.split(" = ")));
  return (type) => sentences.get("guard-mark").replace("{ $kind }", sentences.get(`secret-kind-${type.replaceAll("_", "-")}`));
}

for (const language of ["en", "ja", "ko", "zh-CN", "zh-TW"]) {
  test(`what was taken out is not found again (${language})`, () => {
    const mark = marks(language);
    const again = [];
    // Beside a pair of names the first value is the only one that is left.
    for (const { text } of vectors.filter(({ text }) => !text.startsWith("id/pw"))) {
      const letters = [...text];
      for (const { start, end, type } of scan(text).reverse()) letters.splice(start, end - start, mark(type));
      if (scan(letters.join("")).length) again.push(letters.join(""));
    }
    assert.deepEqual(again, []);
  });
}

test("only the first 20,000 letters are looked at", () => {
  const secret = "password: hunter22";
  assert.equal(scan(`${"a ".repeat(9_900)}${secret}`).length, 1);
  assert.equal(scan(`${"a ".repeat(10_000)}${secret}`).length, 0);
});

test("places are those of code points, of what was typed", () => {
  const text = "😀 ｐａｓｓｗｏｒｄ：ｈｕｎｔｅｒ２２ 😀";
  assert.deepEqual(scan(text).map(({ start, end }) => [...text].slice(start, end).join("")), ["ｈｕｎｔｅｒ２２"]);
});

test("text that is no list of words asks for none", () => {
  // Every list is there: what is wanted beyond that would be a name that no file has.
  for (const { text } of vectors) assert.deepEqual(wanted(text), []);
});

test("a token is found behind what only begins as one", () => {
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl";
  for (const head of ["", "eyJub3RoaW5n=", "eyJub3RoaW5n.", "bearer-"]) {
    const text = `cookie ${head}${token}`;
    assert.deepEqual(scan(text).map(({ start, end, type }) => [text.slice(start, end), type]), [[token, "access_token"]], text);
  }
});
