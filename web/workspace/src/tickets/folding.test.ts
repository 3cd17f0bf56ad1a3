import type { Entry } from "@dengta/api";
import { expect, test } from "vitest";
import { folds, rowsOf, together, withdrawn, type Told } from "./folding";

const said = (kind: string, number: number, at = number, details = {}): Told => ({
  key: `t.${number}`,
  entry: { kind, number, at: `2026-11-20T00:00:${String(at).padStart(2, "0")}Z`, details } as unknown as Entry,
  from: null,
});
const shape = (kinds: string) =>
  rowsOf(kinds.split(" ").map((kind, index) => said({ m: "message", n: "note", e: "tagged", f: "delivery_failed" }[kind]!, index)))
    .map((row) => (row.type === "message" ? "m" : folds(row) ? `(${row.events.length})` : row.events.length)).join(" ");

test.each([
  ["m e m", "m 1 m"],
  ["m e e m", "m 2 m"],
  ["m e e e e m e", "m (4) m 1"],
  ["m e e e n e e e", "m (3) m (3)"],
  ["e e e f e e e", "(3) 1 (3)"],
])("%s folds into %s", (kinds, folded) => expect(shape(kinds)).toBe(folded));

test("merged entries stand where they happened, each ticket in its own order", () => {
  // The second entry of the survivor carries an earlier time than its first: a clock was set back.
  const own = [said("message", 1, 20), said("message", 2, 10), said("message", 3, 40)];
  const merged = [said("message", 101, 5), said("message", 102, 30)];
  expect(together(own, [merged]).map(({ entry }) => entry.number)).toEqual([101, 1, 2, 102, 3]);
});

test("an answer that was taken back is known by its number", () => {
  expect(withdrawn([said("withdrawn", 4, 4, { number: 3 }).entry])).toEqual(new Set([3]));
});
