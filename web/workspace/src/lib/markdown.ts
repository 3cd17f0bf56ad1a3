// The small Markdown of agents' messages and notes: into a tree, never into HTML. What the tree cannot say (raw HTML,
// images, scripts) stays text; Markdown.svelte draws the tree with elements of its own.
import { visible } from "./visible";

export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  | { type: "strong" | "em" | "del"; children: Inline[] }
  | { type: "link"; href: string; children: Inline[] }
  | { type: "mention"; number: string }
  | { type: "break" };

export type Block =
  | { type: "paragraph" | "heading"; children: Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: Inline[][] }
  | { type: "quote"; children: Block[] }
  | { type: "code"; text: string };

/** Deeper nesting stays text: nobody writes it, and somebody might send it. */
const DEPTH = 6;
const BULLET = /^ {0,3}[-*•] +(?=\S)/;
const ORDINAL = /^ {0,3}(\d{1,4})[.)] +(?=\S)/;
const QUOTE = /^ {0,3}> ?/;
const HEADING = /^#{1,4} +(?=\S)/;
const FENCE = /^ {0,3}```/;

export function parseMarkdown(text: string, depth = 0): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  /** The following lines for which `holds`. */
  const take = (holds: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && holds(lines[at]!)) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === "") {
      at += 1;
    } else if (FENCE.test(line)) {
      at += 1;
      const code = take((each) => !FENCE.test(each));
      at += 1;
      blocks.push({ type: "code", text: code.join("\n") });
    } else if (HEADING.test(line)) {
      at += 1;
      blocks.push({ type: "heading", children: parseInline(line.replace(HEADING, "")) });
    } else if (QUOTE.test(line) && depth < DEPTH) {
      const quoted = take((each) => QUOTE.test(each)).map((each) => each.replace(QUOTE, ""));
      blocks.push({ type: "quote", children: parseMarkdown(quoted.join("\n"), depth + 1) });
    } else if (BULLET.test(line) || ORDINAL.test(line)) {
      const marker = BULLET.test(line) ? BULLET : ORDINAL;
      const items = listItems(take((each) => marker.test(each) || /^ {2,}\S/.test(each)), marker);
      const start = Number(ORDINAL.exec(line)?.[1] ?? 1);
      blocks.push({ type: "list", ordered: marker === ORDINAL, start, items: items.map((item) => parseInline(item)) });
    } else {
      const paragraph = take((each) => each.trim() !== "" && !starts(each, depth));
      // A line that begins nothing after all is a paragraph of its own.
      if (paragraph.length === 0) paragraph.push(lines[at++]!);
      blocks.push({ type: "paragraph", children: parseInline(paragraph.join("\n")) });
    }
  }
  return blocks;
}

function starts(line: string, depth: number): boolean {
  return FENCE.test(line) || HEADING.test(line) || BULLET.test(line) || ORDINAL.test(line) || (QUOTE.test(line) && depth < DEPTH);
}

function listItems(lines: string[], marker: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ""));
    else items[items.length - 1] += `\n${line.trim()}`;
  }
  return items;
}

const PAIRS = [
  ["**", "strong"],
  ["__", "strong"],
  ["~~", "del"],
  ["*", "em"],
] as const;
/** An address ends before what is more likely the sentence's own sign. */
const URL_BODY = /^https?:\/\/[^\s<>"'`（）【】「」『』《》，。、；：！？“”‘’]+/i;
const TRAILING = /[.,;:!?)\]}*_~]+$/;
const MENTION = /^@(\d{4})(?!\d)/;
const ESCAPED = /^\\([\\`*_~[\]()#>@.-])/;

export function parseInline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  /** Signs that do not come again: looked for once. */
  const gone = new Set<string>();
  let plain = "";
  let at = 0;
  const flush = () => {
    if (plain) out.push({ type: "text", text: plain });
    plain = "";
  };
  const add = (node: Inline, length: number) => {
    flush();
    out.push(node);
    at += length;
  };
  const find = (sign: string, from: number): number => {
    if (gone.has(sign)) return -1;
    const found = text.indexOf(sign, from);
    if (found < 0) gone.add(sign);
    return found;
  };

  scan: while (at < text.length) {
    const char = text[at]!;
    const before = at > 0 ? text[at - 1]! : " ";
    if (char === "\n") {
      add({ type: "break" }, 1);
      continue;
    }
    if (char === "\\") {
      const escaped = ESCAPED.exec(text.slice(at, at + 2));
      if (escaped) {
        plain += escaped[1]!;
        at += 2;
        continue;
      }
    }
    if (char === "`") {
      const end = find("`", at + 1);
      if (end > at + 1) {
        add({ type: "code", text: text.slice(at + 1, end) }, end + 1 - at);
        continue;
      }
    }
    if (depth < DEPTH) {
      if (text.startsWith("***", at) && /\S/.test(text[at + 3] ?? " ")) {
        const end = find("***", at + 4);
        if (end > 0) {
          const both: Inline = { type: "em", children: parseInline(text.slice(at + 3, end), depth + 2) };
          add({ type: "strong", children: [both] }, end + 3 - at);
          continue;
        }
      }
      for (const [sign, type] of PAIRS) {
        if (!text.startsWith(sign, at) || /\s/.test(text[at + sign.length] ?? " ")) continue;
        const end = find(sign, at + sign.length + 1);
        if (end < 0 || /\s/.test(text[end - 1]!)) continue;
        add({ type, children: parseInline(text.slice(at + sign.length, end), depth + 1) }, end + sign.length - at);
        continue scan;
      }
      if (char === "[") {
        const link = linkAt(text, at, find);
        if (link) {
          add({ type: "link", href: link.href, children: labelOf(link.label) }, link.length);
          continue;
        }
      }
    }
    if (depth < DEPTH && (char === "h" || char === "H") && !/[\p{L}\p{N}]/u.test(before)) {
      const found = URL_BODY.exec(text.slice(at, at + 2000))?.[0].replace(TRAILING, "");
      const href = found && safeAddress(found);
      if (href) {
        add({ type: "link", href, children: [{ type: "text", text: found }] }, found.length);
        continue;
      }
    }
    if (char === "@" && !/[\p{L}\p{N}]/u.test(before)) {
      const number = MENTION.exec(text.slice(at, at + 6))?.[1];
      if (number) {
        add({ type: "mention", number }, 5);
        continue;
      }
    }
    plain += char;
    at += 1;
  }
  flush();
  return out;
}

/** A link within a link would lead elsewhere than it says. */
function labelOf(label: string): Inline[] {
  return parseInline(label, DEPTH - 1).flatMap((node): Inline[] => {
    if (node.type === "link") return node.children;
    if (node.type === "text") return [{ type: "text", text: visible(node.text) }];
    return [node.type === "mention" ? { type: "text", text: `@${node.number}` } : node];
  });
}

function linkAt(text: string, at: number, find: (sign: string, from: number) => number) {
  const close = find("](", at + 1);
  if (close < 0 || close === at + 1) return null;
  const label = text.slice(at + 1, close);
  const end = find(")", close + 2);
  if (end < 0 || label.includes("\n")) return null;
  const href = safeAddress(text.slice(close + 2, end).trim());
  return href ? { href, label, length: end + 1 - at } : null;
}

/** The address when following it can do no harm to the page: no scripts, no data, nothing of other programs. */
export function safeAddress(address: string): string | null {
  // Control signs and spaces hide a scheme from people, not from browsers.
  if (/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(address)) return null;
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

/** The numbers of the agents who are mentioned. */
export function mentions(text: string): string[] {
  const numbers = new Set<string>();
  const walk = (nodes: Inline[]) => {
    for (const node of nodes) {
      if (node.type === "mention") numbers.add(node.number);
      else if ("children" in node) walk(node.children);
    }
  };
  const blocks = (all: Block[]) => {
    for (const block of all) {
      if (block.type === "quote") blocks(block.children);
      else if (block.type === "list") block.items.forEach(walk);
      else if (block.type !== "code") walk(block.children);
    }
  };
  blocks(parseMarkdown(text));
  return [...numbers];
}
