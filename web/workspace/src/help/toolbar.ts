// What the toolbar of an article does to its Markdown, beyond what every composer does (lib/markdown-edit.ts). Pure.
import { mark, type Edit, type Selected } from "../lib/markdown-edit";

export type Tool = "bold" | "italic" | "heading" | "list" | "steps" | "table" | "callout" | "code";
export type Callout = "note" | "tip" | "warning";

export function tool(which: Tool, selected: Selected): Edit {
  switch (which) {
    case "heading":
      return heading(selected);
    case "steps":
      return steps(selected);
    case "table":
      return table(selected);
    case "callout":
      return callout("note", selected);
    default:
      return mark(which, selected);
  }
}

/** The whole lines of what is selected. */
function lines({ text, from, to }: Selected): { start: number; end: number; all: string[] } {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const after = text.indexOf("\n", to);
  const end = after < 0 ? text.length : after;
  return { start, end, all: text.slice(start, end).split("\n") };
}

/** What makes a block stand alone: empty lines before and behind it. */
function apart(text: string, start: number, end: number): { before: string; behind: string } {
  const before = start === 0 ? "" : text.slice(0, start).endsWith("\n\n") ? "" : text[start - 1] === "\n" ? "\n" : "\n\n";
  const behind = end === text.length ? "\n" : text.startsWith("\n\n", end) ? "" : text[end] === "\n" ? "\n" : "\n\n";
  return { before, behind };
}

/** None → heading → smaller heading → none. */
function heading(selected: Selected): Edit {
  const { start, end } = lines(selected);
  const line = selected.text.slice(start, end);
  const level = /^(#{0,6}) ?/.exec(line)?.[1]?.length ?? 0;
  const words = line.replace(/^#{1,6} ?/, "");
  const sign = level < 2 ? "## " : level === 2 ? "### " : "";
  const insert = sign + words;
  return { from: start, to: end, insert, select: [start + sign.length, start + insert.length] };
}

/** A numbered list; a list of these loses its numbers. */
function steps(selected: Selected): Edit {
  const { start, end, all } = lines(selected);
  const numbered = /^\d{1,4}[.)] +/;
  const off = all.every((line) => numbered.test(line));
  let count = 0;
  const insert = all
    .map((line) => {
      if (off) return line.replace(numbered, "");
      if (line.trim() === "" && all.length > 1) return line;
      count += 1;
      return `${count}. ${line.replace(/^[-*•] +/, "")}`;
    })
    .join("\n");
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}

/** Two columns and two rows; of lines that are parted by tabs, as from a spreadsheet, a table with these. */
function table(selected: Selected): Edit {
  const { text, from, to } = selected;
  const chosen = text.slice(from, to);
  const { before, behind } = apart(text, from, to);
  const rows = chosen.includes("\t") ? tableRows(chosen) : ["|  |  |", "| --- | --- |", "|  |  |", "|  |  |"];
  const insert = `${before}${rows.join("\n")}${behind}`;
  const at = from + before.length + 2;
  return { from, to: chosen.includes("\t") ? to : from, insert, select: [at, at] };
}

const cell = (words: string): string => words.trim().replaceAll("|", "\\|");

/** Cells parted by tabs, as a spreadsheet copies them, as the rows of a table. */
export function tableRows(copied: string): string[] {
  const rows = copied.replace(/\r/g, "").split("\n").filter((line) => line.trim()).map((line) => line.split("\t").map(cell));
  const width = Math.max(...rows.map((row) => row.length));
  const drawn = rows.map((row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? "").join(" | ")} |`);
  return [drawn[0] ?? "", `|${" --- |".repeat(width)}`, ...drawn.slice(1)];
}

/** Words in a box; of a box the next kind, and behind the last none. */
export function callout(kind: Callout, selected: Selected): Edit {
  const { start, end, all } = lines(selected);
  const found = /^> \[!(\w+)\]\s*$/.exec(all[0] ?? "")?.[1]?.toLowerCase();
  if (found) {
    const next = { note: "TIP", tip: "WARNING" }[found];
    const insert = next ? [`> [!${next}]`, ...all.slice(1)].join("\n") : all.slice(1).map((line) => line.replace(/^> ?/, "")).join("\n");
    return { from: start, to: end, insert, select: [start, start + insert.length] };
  }
  const { before, behind } = apart(selected.text, start, end);
  const insert = `${before}> [!${kind.toUpperCase()}]\n${all.map((line) => `> ${line}`).join("\n")}`;
  const at = start + insert.length;
  return { from: start, to: end, insert: insert + (behind === "\n" && end === selected.text.length ? "" : behind), select: [at, at] };
}

/** A link to an article: what is selected is its words, else the article's title. */
export function articleLink({ slug, title }: { slug: string; title: string }, { text, from, to }: Selected): Edit {
  const words = text.slice(from, to).replaceAll("\n", " ") || escaped(title);
  const insert = `[${words}](help:${slug})`;
  return { from, to, insert, select: [from + insert.length, from + insert.length] };
}

/** Words that Markdown must not read as a link's end. */
export const escaped = (words: string): string => words.replace(/[[\]\\]/g, "\\$&");

/** A picture in a paragraph of its own; the place of its description is selected. */
export function picture(href: string, alt: string, { text, to }: Selected): Edit {
  const { before, behind } = apart(text, to, to);
  const start = to + before.length + 2;
  const words = escaped(alt);
  return { from: to, to, insert: `${before}![${words}](${href})${behind}`, select: [start, start + words.length] };
}
