import { expect, test } from "vitest";
import type { Edit, Selected } from "../lib/markdown-edit";
import { articleLink, callout, picture, tableRows, tool, type Tool } from "./toolbar";

/** `|` marks what is selected: once for the caret, twice around a selection. */
function selected(marked: string): Selected {
  const [first = "", second, third] = marked.split("|");
  const text = [first, second, third].join("");
  return { text, from: first.length, to: first.length + (third === undefined ? 0 : (second ?? "").length) };
}
function done({ text }: Selected, { from, to, insert, select: [start, end] }: Edit): string {
  const now = text.slice(0, from) + insert + text.slice(to);
  return start === end ? `${now.slice(0, start)}|${now.slice(start)}` : `${now.slice(0, start)}|${now.slice(start, end)}|${now.slice(end)}`;
}
const used = (which: Tool, marked: string) => done(selected(marked), tool(which, selected(marked)));

test("a heading is made, made smaller, and taken away", () => {
  expect(used("heading", "Bef|ore\nnext")).toBe("## |Before|\nnext");
  expect(used("heading", "## Bef|ore")).toBe("### |Before|");
  expect(used("heading", "### Bef|ore")).toBe("|Before|");
});

test("steps are numbered; a list with signs becomes steps; steps become lines", () => {
  expect(used("steps", "|one\ntwo|")).toBe("1. one\n2. two|");
  expect(used("steps", "|- one\n- two|")).toBe("1. one\n2. two|");
  expect(used("steps", "|1. one\n2. two|")).toBe("one\ntwo|");
  expect(used("steps", "|")).toBe("1. |");
});

test("a table stands alone, and what a spreadsheet copied becomes one", () => {
  const { insert, select } = tool("table", selected("words|"));
  expect(insert).toBe("\n\n|  |  |\n| --- | --- |\n|  |  |\n|  |  |\n");
  expect(select).toEqual([9, 9]);
  expect(tableRows("Coin\tFee\nBTC\t0.1|0.2\r\n")).toEqual(["| Coin | Fee |", "| --- | --- |", "| BTC | 0.1\\|0.2 |"]);
});

test("a callout goes through its kinds", () => {
  const boxed = done(selected("Never tell| it."), callout("note", selected("Never tell| it.")));
  expect(boxed).toBe("> [!NOTE]\n> Never tell it.|");
  expect(used("callout", "|> [!NOTE]\n> Never|")).toBe("|> [!TIP]\n> Never|");
  expect(used("callout", "|> [!TIP]\n> Never|")).toBe("|> [!WARNING]\n> Never|");
  expect(used("callout", "|> [!WARNING]\n> Never|")).toBe("|Never|");
  expect(used("callout", "before\n\n|this|\n\nbehind")).toBe("before\n\n> [!NOTE]\n> this|\n\nbehind");
});

test("a link takes what is selected as its words, else the title", () => {
  const link = (marked: string) => done(selected(marked), articleLink({ slug: "lost-2fa", title: "Lost [2FA]" }, selected(marked)));
  expect(link("see |this| now")).toBe("see [this](help:lost-2fa)| now");
  expect(link("see |")).toBe("see [Lost \\[2FA\\]](help:lost-2fa)|");
});

test("a picture stands alone, and its description is selected", () => {
  expect(done(selected("a|"), picture("image:1", "shot", selected("a|")))).toBe("a\n\n![|shot|](image:1)\n");
  expect(done(selected("|a|"), picture("image:1", "", selected("|a|")))).toBe("a\n\n![|](image:1)\n");
});

test("bold and lists are those of every composer", () => {
  expect(used("bold", "|word|")).toBe("**|word|**");
  expect(used("list", "|one\ntwo|")).toBe("- one\n- two|");
});
