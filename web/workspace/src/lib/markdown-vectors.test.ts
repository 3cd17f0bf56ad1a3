import { expect, test } from "vitest";
import { parseMarkdown, type Block, type Inline } from "./markdown";
import vectors from "./markdown-vectors.json";

// What the server shows to customers must say what the workspace showed to the agent: the server's test reads the same file.

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

const inline = (nodes: Inline[]): string =>
  nodes.map((node) => {
    if (node.type === "text") return escape(node.text);
    if (node.type === "break") return "<br>";
    if (node.type === "mention") return `@${node.number}`;
    if (node.type === "code") return `<code>${escape(node.text)}</code>`;
    if (node.type === "link") return `<a href="${escape(node.href)}" rel="nofollow noopener noreferrer">${inline(node.children)}</a>`;
    return `<${node.type}>${inline(node.children)}</${node.type}>`;
  }).join("");

const html = (blocks: Block[]): string =>
  blocks.map((block) => {
    if (block.type === "code") return `<pre><code>${escape(block.text)}</code></pre>`;
    if (block.type === "quote") return `<blockquote>${html(block.children)}</blockquote>`;
    if (block.type === "heading") return `<p><strong>${inline(block.children)}</strong></p>`;
    if (block.type === "list") {
      const list = block.ordered ? "ol" : "ul";
      return `<${list}>${block.items.map((item) => `<li>${inline(item)}</li>`).join("")}</${list}>`;
    }
    return `<p>${inline(block.children)}</p>`;
  }).join("");

test.each(vectors)("$markdown", ({ markdown, html: drawn }) => expect(html(parseMarkdown(markdown))).toBe(drawn));
