import { expect, test } from "vitest";
import { fieldValue, presets } from "./snooze";

const at = (moment: string) => presets(new Date(moment)).map(({ preset, until }) => `${preset} ${fieldValue(until)}`);

test("on a Friday morning", () => {
  expect(at("2026-11-20T08:30")).toEqual([
    "hour 2026-11-20T09:30", "afternoon 2026-11-20T14:00", "tomorrow 2026-11-21T09:00", "monday 2026-11-23T09:00",
  ]);
});

test("on a Sunday evening, Monday is tomorrow", () => {
  expect(at("2026-11-22T20:00")).toEqual(["hour 2026-11-22T21:00", "tomorrow 2026-11-23T09:00"]);
});

test("at the end of a year", () => {
  expect(at("2026-12-31T23:30")).toEqual(["hour 2027-01-01T00:30", "tomorrow 2027-01-01T09:00", "monday 2027-01-04T09:00"]);
});
