import { expect, test } from "vitest";
import { bestLanguage } from "./languages";

test.each([
  [["zh-Hant-HK", "en"], "zh-TW"],
  [["zh"], "zh-CN"],
  [["fr", "ko-KR"], "ko"],
  [["EN-gb"], "en"],
  [["fr"], "en"],
  [[], "en"],
])("%j is served in %s", (wishes, language) => {
  expect(bestLanguage(wishes)).toBe(language);
});
