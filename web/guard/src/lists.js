// The word lists of the standards that were fetched, and the words of a text in rows of one list.

import { vocabulary } from "./vocabulary.js";

/** The lists of letters that are no Latin ones: words of these are not gone over between numbers. */
const EASTERN = /japanese|korean|chinese/;
/** Words further apart, in bytes, do not follow each other. */
const FAR = 40;

export const lists = new Map();
const known = new Set();

/** Takes in a list that was fetched: a word in each line. */
export function learnList(name, text) {
  const places = new Map();
  text.trim().split("\n").forEach((word, place) => {
    places.set(word, place);
    // People leave accents out; a kana without its mark is another one.
    const bare = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    if (!places.has(bare)) places.set(bare, place);
  });
  for (const word of places.keys()) known.add(word);
  lists.set(name, { name, places, bip39: name.startsWith("bip39"), eastern: EASTERN.test(name) });
}

/** The words of a text; a Chinese character is one if it stands alone, several together are a strange one. */
export function wordsOf(text) {
  const words = [];
  for (const { 0: written, index } of text.matchAll(/[a-zÀ-ɏЀ-ӿḀ-ỿ]+|[가-힣]+|[ぁ-ゟ]+|[゠-ヿ]+|[㐀-鿿]+/gi)) {
    // "word 1: abandon, word 2: ability".
    const end = index + written.length;
    if (/^(?:word|no|nr|number)$/i.test(written) && /^[ #_-]*\d/.test(text.slice(end, end + 20))) continue;
    const word = { start: index, end, word: written.toLowerCase() };
    if (written[0] >= "\u3000" && !known.has(written)) {
      // Particles and endings stick to words of a Korean or Japanese phrase.
      for (let cut = 1; cut < 10; cut++) {
        const bare = written.slice(cut & 1, written.length - (cut >> 1));
        if (!known.has(bare)) continue;
        word.start += cut & 1;
        word.end = word.start + bare.length;
        word.word = bare;
        break;
      }
    }
    words.push(word);
  }
  return words;
}

/** Rows of at least ten words that have a place, single strange ones between. */
export function rowsOf(look, eastern, placeOf) {
  const rows = [];
  let row = [];
  const close = () => {
    while (row.length && row.at(-1).place === undefined) row.pop();
    if (row.length > 9) rows.push(row);
    row = [];
  };
  for (const plain of eastern ? look.words : look.unnumbered) {
    const place = placeOf(plain.word);
    const strange = place === undefined;
    const last = row.at(-1);
    if (last && (strange && last.place === undefined || !follows(look, last.end, plain))) close();
    if (!strange || row.length) row.push({ start: plain.start, end: plain.end, word: plain.word, place });
  }
  close();
  return rows;
}

/** Whether what stands between a place and a word only separates them. What was blacked out divides. The answer is kept: each
    list asks again. */
function follows(look, from, word) {
  if (word.from !== from) {
    word.from = from;
    word.near = look.distance(from, word.start) <= FAR && /^[^▀-▟\n]*(?:\n[^▀-▟\n]*){0,4}$/.test(look.text.slice(from, word.start));
  }
  return word.near;
}

/** Letters of another script beside numbers: 第1个, 1番目. */
export const isFiller = (text, { start, end, word }) =>
  word[0] >= "\u3000" && word.length <= 4 && (/\d/.test(text[start - 1] ?? "") || /\d/.test(text[end] ?? ""));

/** Whether words read like a sentence: many of those that hold sentences together. */
export const binding = (words) => words.filter(({ word }) => vocabulary().binding.has(word)).length;
export const isProse = (words) => binding(words) * 4 >= words.length;
