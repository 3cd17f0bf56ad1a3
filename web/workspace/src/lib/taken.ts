// Where a secret stood the desk keeps a mark, ⟦kind⟧. People read a chip instead of it, or words where no chip can stand.
import { text, textOr } from "./texts.svelte";

export type Part = { text: string } | { kind: string };

const MARK = /⟦([a-z_]+)⟧/g;

/** The text around its marks. */
export function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of source.matchAll(MARK)) {
    if (found.index > at) parts.push({ text: source.slice(at, found.index) });
    parts.push({ kind: found[1]! });
    at = found.index + found[0].length;
  }
  if (at < source.length) parts.push({ text: source.slice(at) });
  return parts;
}

/** What a kind of secret is called; one that a newer server knows, by its slug. */
export const kindName = (kind: string): string => textOr(`secret-kind-${kind.replaceAll("_", "-")}`, kind);

/** The text with words in place of its marks. */
export const inWords = (source: string): string =>
  partsOf(source).map((part) => ("text" in part ? part.text : text("secret-removed", { kind: kindName(part.kind) }))).join("");
