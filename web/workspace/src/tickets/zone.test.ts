import { expect, test } from "vitest";
import { timeThere } from "./zone";

const now = Date.parse("2026-11-20T20:07:00Z");

test.each([
  ["Asia/Shanghai", "en", "UTC", "Sat 04:07"],
  ["Europe/Berlin", "en", "UTC", "21:07"],
  ["Asia/Seoul", "zh-CN", "UTC", "周六05:07"],
  ["No/Where", "en", "UTC", null],
])("%s in %s", (zone, language, here, said) => expect(timeThere(zone, now, language, here)).toBe(said));
