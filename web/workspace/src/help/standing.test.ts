import { expect, test } from "vitest";
import type { Article, ArticleText } from "@dengta/api";
import { isSecond, marks, originalOf, titleOf } from "./standing";

const text = (language: string, more: Partial<ArticleText> = {}): ArticleText => ({
  language, title: `title ${language}`, version: 1, published_at: "", reviewed_at: null, reviewer: null, due_at: null, due: false, translates: null, outdated: false, draft: null, ...more,
});
const article = (...texts: ArticleText[]): Article => ({
  id: "", key: "", slug: "slug", section: "", place: 1, policy: false, related: [], archived_at: null, texts, votes: { helpful: 0, unhelpful: 0, solved: 0 },
});
const of = (language: string) => ({ translates: { language, number: 1 } });

test("what is told of a text", () => {
  const draft = { state: "review" as const, updated_at: "", author: null, publish_at: null };
  expect(marks(undefined)).toEqual(["missing"]);
  expect(marks(text("en"))).toEqual(["published"]);
  expect(marks(text("en", { version: null }))).toEqual(["withdrawn"]);
  expect(marks(text("en", { draft, due: true }))).toEqual(["published", "review", "due"]);
  expect(marks(text("en", { version: null, draft: { ...draft, state: "approved", publish_at: "2026-01-01T00:00:00Z" } }))).toEqual(["scheduled"]);
});

test("the original is what a version says, what most are translated from, or what translates nothing", () => {
  const all = article(text("zh-CN"), text("en"), text("ko", of("en")), text("ja", of("en")));
  expect(originalOf(all, "ko")).toBe("en");
  expect(originalOf(all, "zh-TW")).toBe("en");
  expect(originalOf(article(text("zh-CN")), "zh-CN")).toBeNull();
  expect(originalOf(article(text("en", { version: null })), "ko")).toBeNull();
});

test("a title is found in any language", () => {
  expect(titleOf(article(text("ja")), "en")).toBe("title ja");
  expect(titleOf(article(), "en")).toBe("slug");
});

test("a second person has not written", () => {
  expect(isSecond("a", ["b"])).toBe(true);
  expect(isSecond("a", ["b", "a"])).toBe(false);
  expect(isSecond(undefined, [])).toBe(false);
});
