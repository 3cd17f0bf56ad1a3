import { expect, test } from "vitest";
import { changed, familyOf, groupsOf, isWhole, opposite, read } from "./words";

const LINES = { "zh-CN": "# 我们的\n冲田, 充值", "zh-TW": "提領，提現", en: "perp, perpetual" };

test("both kinds of Chinese are one list, each line where it stands", () => {
  expect(groupsOf(LINES, familyOf("zh-TW")).map(({ language, line }) => [language, line])).toEqual([["zh-CN", "# 我们的"], ["zh-CN", "冲田, 充值"], ["zh-TW", "提領，提現"]]);
  expect(groupsOf(LINES, familyOf("ko"))).toEqual([]);
});

test("lines are added, changed, taken out and put back where they stood", () => {
  const added = changed(LINES, { language: "ko", was: null, now: "코인, 가상자산" });
  expect(added.ko).toBe("코인, 가상자산");
  expect(changed(added, opposite({ language: "ko", was: null, now: "코인, 가상자산" }))).toEqual(LINES);
  const out = { language: "zh-CN", was: "# 我们的", now: null, at: 0 } as const;
  expect(changed(LINES, out)["zh-CN"]).toBe("冲田, 充值");
  expect(changed(changed(LINES, out), opposite(out))).toEqual(LINES);
  expect(changed(LINES, { language: "en", was: "perp, perpetual", now: "perp, perpetual, swap" }).en).toBe("perp, perpetual, swap");
});

test("what somebody else took out is added again, and nothing stands there twice", () => {
  expect(changed({}, { language: "en", was: "a, b", now: "a, b, c" })).toEqual({ en: "a, b, c" });
  expect(changed({ en: "a, b" }, { language: "en", was: null, now: "a, b" })).toEqual({ en: "a, b" });
});

test("every kind of line is read", () => {
  expect(read("deposit, top up，add funds")).toEqual({ kind: "same", weight: null, words: ["deposit", "top up", "add funds"], found: [] });
  expect(read("0.6: lost, stolen")).toEqual({ kind: "same", weight: "0.6", words: ["lost", "stolen"], found: [] });
  expect(read("scam, fraud > security")).toEqual({ kind: "leads", weight: null, words: ["scam", "fraud"], found: ["security"] });
  expect(read("~ how can I, please").kind).toBe("little");
  expect(read("# why").words).toEqual(["why"]);
  expect(["deposit", "deposit,", "a >", "~", ""].some(isWhole)).toBe(false);
  expect(["a, b", "a > b", "~ a", "# a"].every(isWhole)).toBe(true);
});
