import { describe, expect, test } from "vitest";
import { snoozeTimes, typedTime } from "./times";

const at = (text: string) => new Date(text);
const NOW = at("2026-11-21T13:02:00"); // a Saturday
const local = (date: Date | null) => date && `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()} ${date.getHours()}:${String(date.getMinutes()).padStart(2, "0")}`;

test("what is offered, in the agent's own time", () => {
  expect(snoozeTimes(NOW).map(({ name, at }) => [name, local(at)])).toEqual([
    ["hour", "2026-11-21 14:02"], ["hours", "2026-11-21 17:02"], ["tomorrow", "2026-11-22 9:00"], ["monday", "2026-11-23 9:00"], ["week", "2026-11-28 9:00"],
  ]);
});

test("Monday is not offered twice on a Sunday", () => {
  expect(snoozeTimes(at("2026-11-22T10:00:00")).map(({ name }) => name)).not.toContain("monday");
});

test("on a Monday the next one is meant", () => {
  expect(local(snoozeTimes(at("2026-11-23T08:00:00")).find(({ name }) => name === "monday")!.at)).toBe("2026-11-30 9:00");
});

describe("what is typed", () => {
  test.each([
    ["30m", "2026-11-21 13:32"], ["2 h", "2026-11-21 15:02"], ["3d", "2026-11-24 13:02"], ["14:30", "2026-11-21 14:30"],
    ["9:00", "2026-11-22 9:00"], ["2026-11-25", "2026-11-25 9:00"], ["2026-11-25 14:00", "2026-11-25 14:00"],
  ])("%s", (typed, time) => expect(local(typedTime(typed, NOW))).toBe(time));

  test.each(["", "soon", "25:00", "2026-02-31", "2020-01-01", "0m", "1000d"])("%s is no time to come", (typed) => expect(typedTime(typed, NOW)).toBeNull());
});
