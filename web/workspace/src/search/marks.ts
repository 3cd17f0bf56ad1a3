// The words of a search in the text around them.

export interface Piece {
  text: string;
  found: boolean;
}

/** The snippet in pieces, those that were looked for told apart. */
export function pieces(snippet: string, query: string): Piece[] {
  return query ? byWords(snippet, wordsOf(query)) : [{ text: snippet, found: false }];
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
