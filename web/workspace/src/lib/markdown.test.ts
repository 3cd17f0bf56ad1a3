import { describe, expect, test } from "vitest";
import { mentions, parseInline, parseMarkdown, safeAddress, type Block, type Inline } from "./markdown";

/** What would be drawn, with the element that draws it. */
const inline = (nodes: Inline[]): string =>
  nodes.map((node) => {
    if (node.type === "text") return node.text;
    if (node.type === "break") return "⏎";
    if (node.type === "mention") return `<@${node.number}>`;
    if (node.type === "code") return `<code ${node.text}>`;
    if (node.type === "link") return `<a ${node.href} ${inline(node.children)}>`;
    return `<${node.type} ${inline(node.children)}>`;
  }).join("");
const block = (node: Block): string => {
  if (node.type === "code") return `<pre ${node.text}>`;
  if (node.type === "quote") return `<quote ${node.children.map(block).join("")}>`;
  if (node.type === "list") return `<${node.ordered ? `ol ${node.start}` : "ul"} ${node.items.map(inline).join(" | ")}>`;
  return `<${node.type[0]} ${inline(node.children)}>`;
};
const drawn = (text: string): string => parseMarkdown(text).map(block).join("");

describe("is drawn as what it says", () => {
  test.each([
    ["***both***", "<p <strong <em both>>>"],
    ["**bold** and *soft*", "<p <strong bold> and <em soft>>"],
    ["您好，**请立即**转走资产。", "<p 您好，<strong 请立即>转走资产。>"],
    ["one\ntwo\n\nthree", "<p one⏎two><p three>"],
    ["- a\n- b\n  more\n\n1. x\n2. y", "<ul a | b⏎more><ol 1 x | y>"],
    ["3) third", "<ol 3 third>"],
    ["> said\n> so\n\nanswer", "<quote <p said⏎so>><p answer>"],
    ["`a*b*` and\n```\n<b>x</b>\n```", "<p <code a*b*> and><pre <b>x</b>>"],
    ["# Title\ntext", "<h Title><p text>"],
    ["[here](https://example.com/a_b)", "<p <a https://example.com/a_b here>>"],
    ["见 https://example.com/x。好", "<p 见 <a https://example.com/x https://example.com/x>。好>"],
    ["(https://example.com/x).", "<p (<a https://example.com/x https://example.com/x>).>"],
    ["@0417 please, a@0417b", "<p <@0417> please, a@0417b>"],
    ["\\*not soft\\*", "<p *not soft*>"],
  ])("%j", (text, said) => expect(drawn(text)).toBe(said));

  test.each(["2 * 3 * 4", "snake_case_name", "a ** b", "**", "[x]", "[](x)", "`", "#hash", "5.", "-"])("%j stays as it is", (text) => {
    expect(drawn(text)).toBe(`<p ${text}>`);
  });
});

describe("does no harm", () => {
  test.each([
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\u0000script:alert(1)", " javascript:alert(1)", "data:text/html,<script>",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "/desk/account", "https://", "https://a\u202Egnp.exe", "blob:x",
  ])("%j is no address", (address) => {
    expect(safeAddress(address)).toBeNull();
    expect(JSON.stringify(parseMarkdown(`[click](${address})`))).not.toContain('"link"');
  });

  test("HTML is text", () => {
    expect(drawn('<img src=x onerror="alert(1)">')).toBe('<p <img src=x onerror="alert(1)">>');
    expect(drawn("![x](https://example.com/x.png)")).toBe("<p !<a https://example.com/x.png x>>");
  });

  test("a label shows no other link and no mention of its own", () => {
    expect(inline(parseInline("[https://bank.example @0417](https://evil.example)"))).toBe("<a https://evil.example/ https://bank.example @0417>");
  });

  test.each(["[", "**", "*a ", "`a", "](", "> ", "- ", "[a](", "~~a", "@0417", "http://"])("twenty thousand characters of %j cost little", (text) => {
    const long = text.repeat(20_000 / text.length);
    const from = performance.now();
    parseMarkdown(long);
    expect(performance.now() - from).toBeLessThan(500);
  });
});

test("who is mentioned, but not in code", () => {
  expect(mentions("@0417 and\n- @0388\n> @0001\n\n`@0002`")).toEqual(["0417", "0388", "0001"]);
});

test("a long list is read like a short one", () => {
  const [list] = parseMarkdown(Array.from({ length: 9 }, (_, index) => `- **${index}**`).join("\n"));
  expect(list?.type === "list" && list.items.map(([first]) => first?.type)).toEqual(Array(9).fill("strong"));
});
