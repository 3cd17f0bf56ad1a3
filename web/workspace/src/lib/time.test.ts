import { expect, test } from "vitest";
import { duration, evidenceTime } from "./time";

const MINUTE = 60_000;

test.each([
  [0, "en", "1m"],
  [8 * MINUTE, "en", "8m"],
  [59 * MINUTE, "zh-CN", "59分钟"],
  [60 * MINUTE, "ja", "1 時間"],
  [47 * 60 * MINUTE, "ko", "47시간"],
  [48 * 60 * MINUTE, "en", "2d"],
])("%d ms in %s is %s", (ms, language, said) => {
  expect(duration(ms, language)).toBe(said);
});

const now = Date.parse("2026-11-20T13:00:00Z");

test("evidence carries UTC beside the local time", () => {
  expect(evidenceTime("2026-11-20T05:02:09.123456Z", "en", now, "Asia/Shanghai")).toBe("13:02 · 05:02 UTC");
});

test("each of the two names its own date where it is not today's", () => {
  expect(evidenceTime("2026-11-19T18:30:00Z", "en", now, "Asia/Shanghai")).toBe("02:30 · 11/19, 18:30 UTC");
  expect(evidenceTime("2025-01-02T03:04:00Z", "zh-CN", now, "Asia/Shanghai")).toBe("2025/1/2 11:04 · 2025/1/2 03:04 UTC");
});

test("UTC is said once where it is the local time", () => {
  expect(evidenceTime("2026-11-20T05:02:00Z", "en", now, "UTC")).toBe("05:02 UTC");
});
