import { expect, test } from "vitest";
import { isNews, joined } from "./gaps";

const entries = (...numbers: number[]) => numbers.map((number) => ({ number, body: `${number}` }));
const numbers = (known: { number: number }[], came: { number: number }[]) => {
  const { entries, lacking } = joined(known, came);
  return [entries.map(({ number }) => number), lacking];
};

test("what follows is added", () => expect(numbers(entries(1, 2), entries(3, 4))).toEqual([[1, 2, 3, 4], false]));
test("what follows in the wrong order is put in the right one", () => expect(numbers(entries(1), entries(3, 2))).toEqual([[1, 2, 3], false]));
test("after a gap nothing is added, and what lacks is fetched", () => expect(numbers(entries(1, 2), entries(4))).toEqual([[1, 2], true]));
test("up to the gap it is", () => expect(numbers(entries(1), entries(2, 4))).toEqual([[1, 2], true]));
test("what was told twice stands once", () => expect(numbers(entries(1, 2, 3), entries(2, 3))).toEqual([[1, 2, 3], false]));
test("an old entry told anew is taken anew", () => {
  expect(joined(entries(1, 2), [{ number: 1, body: "sent" }]).entries[0]).toEqual({ number: 1, body: "sent" });
});

test("only a number that is not known is news", () => {
  expect(isNews(entries(1, 2), 3)).toBe(true);
  expect(isNews(entries(1, 2), 2)).toBe(false);
  expect(isNews([], 1)).toBe(true);
});
