import { expect, test } from "vitest";
import { underWay } from "./pending";

const entry = (number: number, key?: string) => ({ number, details: key ? { key } : {} });
const sent = (key: string, number: number | null = null) => ({ key, number });
const keys = (...given: Parameters<typeof underWay>) => underWay(...given).map(({ key }) => key);

test("the answer first: shown as sent until the entry is here", () => {
  expect(keys([sent("a")], [entry(1)])).toEqual(["a"]);
  expect(keys([sent("a", 2)], [entry(1)])).toEqual(["a"]);
  expect(keys([sent("a", 2)], [entry(1), entry(2, "a")])).toEqual([]);
});

test("the entry first: shown as the entry at once, and not again when the answer comes", () => {
  expect(keys([sent("a")], [entry(1), entry(2, "a")])).toEqual([]);
  expect(keys([sent("a", 2)], [entry(1), entry(2, "a")])).toEqual([]);
});

test("what others said, or the agent on another machine, stands for nothing of ours", () => {
  expect(keys([sent("a")], [entry(1), entry(2), entry(3, "b")])).toEqual(["a"]);
});

test("of two on their way each goes with its own entry, in whichever order", () => {
  expect(keys([sent("a"), sent("b")], [entry(1), entry(2, "b")])).toEqual(["a"]);
  expect(keys([sent("a", 3), sent("b")], [entry(1), entry(2, "b")])).toEqual(["a"]);
  expect(keys([sent("a", 3), sent("b")], [entry(1), entry(2, "b"), entry(3, "a")])).toEqual([]);
});

test("an erased entry, which carries no key, still stands for what it acknowledged", () => {
  expect(keys([sent("a", 2)], [entry(1), entry(2)])).toEqual([]);
});
