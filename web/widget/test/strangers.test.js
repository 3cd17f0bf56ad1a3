// What strangers send: the page around the panel, and HTML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { attributeStays, fate, safeHref } from "../src/core/allowed.js";
import { limiter, pageFrom, parse } from "../src/core/host-protocol.js";
import { languageOf, settingsFrom } from "../src/loader/settings.js";

const languages = ["en", "ko"];

test("the page around can open, close, and say language, theme and who is signed in", () => {
  assert.deepEqual(parse({ type: "open", more: 1 }, languages), { type: "open" });
  assert.deepEqual(parse({ type: "language", value: "ko" }, languages), { type: "language", value: "ko" });
  assert.deepEqual(parse({ type: "identify", value: "" }, languages), { type: "identify", value: "" });
  assert.deepEqual(parse({ type: "theme", value: "auto" }, languages), { type: "theme", value: "auto" });
});

test("and nothing else", () => {
  const wrong = [
    null, undefined, 1, "open", [], ["open"], {}, { type: "send", value: "hi" }, { type: "__proto__", value: "x" }, { type: "language", value: "xx" },
    { type: "theme", value: "url(x)" }, { type: "identify", value: { toString: () => "x" } }, { type: "identify", value: "x".repeat(8193) }, { type: ["open"] },
  ];
  for (const each of wrong) assert.equal(parse(each, languages), null, JSON.stringify(each));
});

test("twenty a second", () => {
  let now = 5000;
  const passes = limiter(20, () => now);
  assert.equal(Array.from({ length: 30 }, passes).filter(Boolean).length, 20);
  now += 1000;
  assert.equal(passes(), true);
});

test("of the page around its address without the query, and a short title", () => {
  assert.deepEqual(pageFrom(`#${new URLSearchParams({ page: "https://x.example/a?token=1#b", title: "T".repeat(300) })}`), { url: "https://x.example/a", title: "T".repeat(200) });
  for (const page of ["javascript:alert(1)", "data:text/html,x", "x", ""]) assert.equal(pageFrom(`#${new URLSearchParams({ page })}`), null);
});

test("what HTML may be made of", () => {
  assert.deepEqual(["p", "A", "script", "IFRAME", "img", "svg", "form", "x-y"].map(fate), ["keep", "keep", "drop", "drop", "unwrap", "drop", "unwrap", "unwrap"]);
  for (const name of ["onclick", "style", "class", "id", "target", "srcdoc"]) assert.equal(attributeStays("a", name, "x"), false, name);
  assert.equal(attributeStays("a", "href", "https://x.example"), true);
  assert.equal(attributeStays("p", "href", "https://x.example"), false);
});

test("where links may lead", () => {
  for (const href of ["https://x.example/a", "http://x.example", "mailto:a@b.example", "/en/official", "#a", "?q=1"]) assert.equal(safeHref(href), href);
  for (const href of ["javascript:alert(1)", " JaVaScript:x", "java\nscript:x", "data:text/html,x", "//x.example", "/\\x.example", "vbscript:x", "", null]) assert.equal(safeHref(href), null, String(href));
});

test("what a host's page says about the bubble is read leniently", () => {
  assert.deepEqual(
    settingsFrom({ language: "zh-Hant-HK", position: "left", theme: "pink", hidden: "", offsetX: "8", offsetY: "much" }),
    { language: "zh-TW", position: "left", theme: "auto", hidden: true, offsetX: 8, offsetY: 20, zIndex: 9000 },
  );
  assert.deepEqual([languageOf("zh"), languageOf("zh_CN"), languageOf("ja-JP"), languageOf("fr", "ko-KR"), languageOf(), languageOf("korean")], ["zh-CN", "zh-CN", "ja", "ko", "en", "en"]);
});
