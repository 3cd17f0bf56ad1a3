// What the toolbar and its keys do to the text: pure, so that one undo of the field takes it back.

export interface Selected {
  text: string;
  from: number;
  to: number;
}

export type Mark = "bold" | "italic" | "code" | "link" | "list" | "quote";

const SIGNS = { bold: "**", italic: "*", code: "`" } as const;

/** The letters that everybody knows from other fields, held with Ctrl or Cmd; only while one writes. */
export const markKeys: Partial<Record<Mark, string>> = { bold: "mod+b", italic: "mod+i" };

export function markOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): Mark | null {
  if (ctrlKey === metaKey || altKey || shiftKey) return null;
  const found = Object.entries(markKeys).find(([, keys]) => keys === `mod+${key.toLowerCase()}`);
  return found ? (found[0] as Mark) : null;
}

/** What to put in place of `from`…`to`, and what is selected then. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  select: [number, number];
}

export function mark(kind: Mark, { text, from, to }: Selected): Edit {
  const chosen = text.slice(from, to);
  if (kind === "list" || kind === "quote") return eachLine(kind === "list" ? "- " : "> ", text, from, to);
  if (kind === "link") {
    const isAddress = /^https?:\/\/\S+$/.test(chosen);
    const insert = isAddress ? `[](${chosen})` : `[${chosen}](https://)`;
    // What is still to be typed is selected: the label, or the address.
    const at = isAddress ? from + 1 : from + chosen.length + 3;
    return { from, to, insert, select: isAddress ? [at, at] : [at, at + "https://".length] };
  }
  if (kind === "code" && chosen.includes("\n")) {
    const insert = `\`\`\`\n${chosen}\n\`\`\``;
    return { from, to, insert, select: [from + 4, from + 4 + chosen.length] };
  }
  const sign = SIGNS[kind];
  const around = text.slice(from - sign.length, from) === sign && text.slice(to, to + sign.length) === sign;
  // "**" around it is not "*" around it.
  const other = kind === "italic" && text.slice(from - 2, from) === "**" && text.slice(from - 3, from) !== "***";
  if (around && !other) {
    return { from: from - sign.length, to: to + sign.length, insert: chosen, select: [from - sign.length, to - sign.length] };
  }
  // Within the marked words, at their end: on behind the sign, as if it were switched off.
  const ends = text.slice(to, to + sign.length) === sign && (kind !== "italic" || text.slice(to, to + 2) !== "**" || text.slice(to, to + 3) === "***");
  if (from === to && ends) return { from, to, insert: "", select: [to + sign.length, to + sign.length] };
  return { from, to, insert: sign + chosen + sign, select: [from + sign.length, to + sign.length] };
}

function eachLine(sign: string, text: string, from: number, to: number): Edit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const after = text.indexOf("\n", to);
  const end = after < 0 ? text.length : after;
  const lines = text.slice(start, end).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const insert = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join("\n");
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}

/** Enter in a list: the next item, or its end when the item is empty. */
export function nextItem({ text, from, to }: Selected): Edit | null {
  if (from !== to) return null;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = /^( {0,3})([-*•]|\d{1,4}[.)]) +/.exec(text.slice(start, from));
  if (!found) return null;
  if (text.slice(start, from) === found[0]) return { from: start, to: from, insert: "", select: [start, start] };
  const [, indent = "", marker = "-"] = found;
  const next = /^\d/.test(marker) ? `${Number.parseInt(marker, 10) + 1}${marker.at(-1)}` : marker;
  const insert = `\n${indent}${next} `;
  return { from, to, insert, select: [from + insert.length, from + insert.length] };
}
