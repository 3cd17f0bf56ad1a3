import { expect, test } from "vitest";
import { foldQuotes } from "./quotes";

/** New parts as they are, quoted parts in brackets. */
const folded = (body: string) => foldQuotes(body).map(({ quoted, text }) => (quoted ? `[${text}]` : text)).join("|");

test.each([
  ["hello", "hello"],
  ["Yes.\n\n> Is it yours?\n> Really?", "Yes.|[> Is it yours?\n> Really?]"],
  ["Yes.\n\nOn Fri, 20 Nov 2026 at 13:02, Lin <help@x.example> wrote:\n\n> Is it?\n\n> Or?\n", "Yes.|[On Fri, 20 Nov 2026 at 13:02, Lin <help@x.example> wrote:\n\n> Is it?\n\n> Or?]"],
  ["是的。\n\n在 2026年11月20日 13:02，Lin 写道：\n> 是吗？", "是的。|[在 2026年11月20日 13:02，Lin 写道：\n> 是吗？]"],
  ["네.\n\n2026년 11월 20일 Lin 님이 작성:\n> 맞나요?", "네.|[2026년 11월 20일 Lin 님이 작성:\n> 맞나요?]"],
  ["はい。\n\n2026年11月20日 13:02 Lin のメッセージ:\n> 本当？", "はい。|[2026年11月20日 13:02 Lin のメッセージ:\n> 本当？]"],
  ["First\n> a\nbetween\n> b\nlast", "First|[> a]|between|[> b]|last"],
  ["New\n\n----- Original Message -----\nFrom: Lin\nold text", "New|[----- Original Message -----\nFrom: Lin\nold text]"],
])("%j", (body, said) => expect(folded(body)).toBe(said));

test("what only quotes is shown", () => {
  expect(foldQuotes("> all\n> of it")).toEqual([{ quoted: false, text: "> all\n> of it" }]);
});

test("what is said about writing is no header without a quotation", () => {
  expect(folded("On the form I saw what she wrote:\nnothing")).toBe("On the form I saw what she wrote:\nnothing");
});
