// The words of a search in the text around them.

export interface Piece {
  text: string;
  found: boolean;
}

/** The snippet in pieces, those that were looked for told apart. */
export function pieces(snippet: string, query: string): Piece[] {
  return query ? byWords(snippet, wordsOf(query)) : [{ text: snippet, found: false }];
}

const BEFORE = 18;

/** Begins shortly before what was found, so that it is in sight where only one line is. */
export function inSight(all: readonly Piece[]): Piece[] {
  const [first, ...rest] = all;
  if (!first || first.found || rest.length === 0 || first.text.length <= 2 * BEFORE) return [...all];
  return [{ text: `…${first.text.slice(-BEFORE).trimStart()}`, found: false }, ...rest];
}

/** What is looked for, without filters. */
export function wordsOf(query: string): string[] {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map(([, phrase]) => phrase!);
  const words = query.replace(/"[^"]*"?/g, " ").split(/\s+/).filter((word) => word && !/^-?\w+:/.test(word));
  return [...phrases, ...words].sort((a, b) => b.length - a.length);
}

function byWords(text: string, words: readonly string[]): Piece[] {
  if (words.length === 0) return [{ text, found: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
  return text.split(pattern).map((part, index) => ({ text: part, found: index % 2 === 1 })).filter((piece) => piece.text !== "");
}
