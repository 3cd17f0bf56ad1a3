import { expect, test } from "vitest";
import { mark, markOf, nextItem, type Edit, type Mark } from "./markdown-edit";

/** `[` and `]` stand for the selection. */
function selected(drawn: string) {
  const from = drawn.indexOf("[");
  const to = drawn.indexOf("]") - 1;
  return { text: drawn.replace("[", "").replace("]", ""), from, to };
}
function applied(drawn: string, edit: Edit | null): string | null {
  if (!edit) return null;
  const { text } = selected(drawn);
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const [from, to] = edit.select;
  return `${next.slice(0, from)}<${next.slice(from, to)}>${next.slice(to)}`;
}

test.each<[Mark, string, string]>([
  ["bold", "a [b] c", "a **<b>** c"],
  ["bold", "a **[b]** c", "a <b> c"],
  ["italic", "a **[b]** c", "a ***<b>*** c"],
  ["code", "[]", "`<>`"],
  ["code", "[a\nb]", "```\n<a\nb>\n```"],
  ["link", "see [this]", "see [this](<https://>)"],
  ["list", "x\n[a\nb]\ny", "x\n- a\n- b<>\ny"],
  ["list", "- a\n[- b]", "- a\nb<>"],
  ["quote", "[a]", "> a<>"],
  ["bold", "**a[]** b", "**a**<> b"],
  ["italic", "*a[]* b", "*a*<> b"],
  ["italic", "**a[]** b", "**a*<>*** b"],
])("%s on %j", (kind, drawn, said) => expect(applied(drawn, mark(kind, selected(drawn)))).toBe(said));

test("an address becomes the link's address", () => {
  expect(mark("link", { text: "https://x.example", from: 0, to: 17 }).insert).toBe("[](https://x.example)");
});

test.each([
  ["- a[]", "- a\n- <>"],
  ["- a\n- []", "- a\n<>"],
  ["9. a[]", "9. a\n10. <>"],
  ["a[]", null],
])("Enter after %j", (drawn, said) => expect(applied(drawn, nextItem(selected(drawn)))).toBe(said));

test("the keys of a mark are held with Ctrl or Cmd, and nothing else", () => {
  const held = (key: string, more = {}) => markOf({ key, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false, ...more });
  expect([held("b"), held("B"), held("i"), held("b", { ctrlKey: false, metaKey: true })]).toEqual(["bold", "bold", "italic", "bold"]);
  expect([held("b", { ctrlKey: false }), held("b", { shiftKey: true }), held("i", { altKey: true }), held("u")]).toEqual([null, null, null, null]);
});
