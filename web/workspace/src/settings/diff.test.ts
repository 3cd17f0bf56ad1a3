import { expect, test } from "vitest";
import { differences } from "./diff";

const told = (before: unknown, after: unknown) => differences(before, after).map(({ path, before: was, after: is }) => `${path}: ${was} → ${is}`);

test("only what changed is told", () => {
  expect(told({ name: "A", members: ["x", "y"] }, { name: "B", members: ["x", "y"] })).toEqual(["name: A → B"]);
});

test("what was made and what went", () => {
  expect(told(null, { name: "A" })).toEqual(["name: null → A"]);
  expect(told({ name: "A", colour: null }, null)).toEqual(["name: A → null"]);
});

test("things of a list are told apart by their names, wherever they stand", () => {
  const [deposit, fiat] = [{ slug: "deposit", enabled: true }, { slug: "fiat", enabled: true }];
  expect(told({ categories: [deposit, fiat] }, { categories: [{ ...fiat, enabled: false }, deposit] })).toEqual([
    "categories › fiat › enabled: true → false",
  ]);
});

test("lists of words are told as a whole", () => {
  expect(told({ add: ["vip"] }, { add: ["vip", "new"] })).toEqual(["add: vip → vip, new"]);
});
