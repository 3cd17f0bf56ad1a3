// The words of a search in the text around them.

export interface Piece {
  text: string;
  found: boolean;
}

/** The snippet in pieces, those that were looked for told apart. */
export function pieces(snippet: string, query: string): Piece[] {
  return query ? byWords(snippet, wordsOf(query)) : [{ text: snippet, found: false }];
}

/** In Latin letters; those of the East take the room of two. */
const BEFORE = 18;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

function ending(text: string, width: number): string {
  const signs = [...text];
  let at = signs.length;
  for (let left = width; at > 0; at -= 1) {
    left -= WIDE.test(signs[at - 1]!) ? 2 : 1;
    if (left < 0) break;
  }
  return signs.slice(at).join("");
}

/** Begins shortly before what was found, so that it is in sight where only one line is. */
export function inSight(all: readonly Piece[]): Piece[] {
  const [first, ...rest] = all;
  if (!first || first.found || rest.length === 0 || ending(first.text, 2 * BEFORE) === first.text) return [...all];
  return [{ text: `…${ending(first.text, BEFORE).trimStart()}`, found: false }, ...rest];
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
