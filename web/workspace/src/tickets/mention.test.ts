import { expect, test } from "vitest";
import { mentionAt } from "./mention";

test.each([
  ["@", ""], ["see @mi", "mi"], ["请 @李", "李"], ["(@04", "04"],
  ["a@mi", undefined], ["@0417", undefined], ["@mina please", undefined], ["@@", undefined],
])("%j asks for %j", (text, typed) => expect(mentionAt(text, text.length)?.typed).toBe(typed));

test("is replaced from its sign on", () => {
  expect(mentionAt("see @mi, so", 7)).toEqual({ from: 4, to: 7, typed: "mi" });
});
