import { expect, test } from "vitest";
import { compare, folded, lineDiff, textDiff } from "./diff";

const told = (before: string, after: string, language = "en") =>
  textDiff(before, after, language).map((line) => {
    if (line.kind === "gap") return `… ${line.count}`;
    if (line.kind !== "changed") return `${{ same: " ", out: "-", in: "+" }[line.kind]}${line.text}`;
    return `~${line.pieces.map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `{+${text}+}` })[kind]).join("")}`;
  });

test("nothing changed", () => expect(told("a\nb", "a\nb")).toEqual([" a", " b"]));

test("a line came, a line went", () => {
  expect(told("one\ntwo", "one\nhalf\ntwo")).toEqual([" one", "+half", " two"]);
  expect(told("one\nhalf\ntwo", "one\ntwo")).toEqual([" one", "-half", " two"]);
});

test("words within a line", () => {
  expect(told("Wait for 3 confirmations.", "Wait for 6 confirmations.")).toEqual(["~Wait for [-3-]{+6+} confirmations."]);
});

test("words beside each other that changed are told as one", () => {
  expect(told("It takes two days, then.", "It takes a week, then.")).toEqual(["~It takes [-two days-]{+a week+}, then."]);
});

test("scripts without spaces, by words", () => {
  expect(told("充值需要三个确认。", "充值需要六个确认。", "zh-CN").join()).toMatch(/^~充值需要.*\[-三.*-\]\{\+六.*\+\}.*确认。$/);
});

test("lines that have nothing in common are told apart", () => {
  expect(told("Deposits take an hour.", "完全不同的句子")).toEqual(["-Deposits take an hour.", "+完全不同的句子"]);
});

test("both texts can be made from what is told", () => {
  const [before, after] = ["a b c\nd\ne f\n\ng", "a c\ne f g\nh\n\ng"];
  const all = compare(before.split(" "), after.split(" "));
  expect(all.filter(({ kind }) => kind !== "in").map(({ value }) => value).join(" ")).toBe(before);
  expect(all.filter(({ kind }) => kind !== "out").map(({ value }) => value).join(" ")).toBe(after);
  const pieces = lineDiff("the quick brown fox", "a quick red fox", "en");
  expect(pieces.filter(({ kind }) => kind !== "in").map(({ text }) => text).join("")).toBe("the quick brown fox");
  expect(pieces.filter(({ kind }) => kind !== "out").map(({ text }) => text).join("")).toBe("a quick red fox");
});

test("texts that are too long to be compared are told as gone and come", () => {
  const long = (letter: string) => Array.from({ length: 3000 }, (_, index) => `${letter}${index}`).join("\n");
  const all = textDiff(long("a"), long("b"), "en");
  expect(all.length).toBeGreaterThanOrEqual(3000);
});

test("equal lines far from a change are left out", () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
  const after = [...lines.slice(0, 6), "new", ...lines.slice(6)];
  expect(folded(textDiff(lines.join("\n"), after.join("\n"), "en")).map((line) => (line.kind === "gap" ? line.count : line.kind))).toEqual([
    4, "same", "same", "in", "same", "same", 4,
  ]);
  expect(folded(textDiff("a\nb", "a\nb", "en"))).toEqual([{ kind: "gap", count: 2 }]);
});
