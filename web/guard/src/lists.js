// The word lists of the standards that were fetched, and the words of a text in rows of one list.

import { count } from "./text.js";
import { vocabulary } from "./vocabulary.js";

/** The lists of letters that are no Latin ones: words of these are not gone over between numbers. */
const EASTERN = /japanese|korean|chinese/;
/** Words further apart, in bytes, do not follow each other. */
const FAR = 40;

export const lists = new Map();

/** Takes in a list that was fetched: a word in each line. */
export function learnList(name, text) {
  const places = new Map();
  text.trim().split("\n").forEach((word, place) => {
    places.set(word, place);
    // People leave accents out; a kana without its mark is another one.
    const bare = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    if (!places.has(bare)) places.set(bare, place);
  });
  lists.set(name, { name, places, bip39: name.startsWith("bip39"), eastern: EASTERN.test(name) });
}

const isKnown = (word) => [...lists.values()].some(({ places }) => places.has(word));

/** The words of a text; a Chinese character is one if it stands alone, several together are a strange one. */
export function wordsOf(text) {
  const words = [];
  for (const { 0: written, index } of text.matchAll(/[a-zÀ-ɏЀ-ӿḀ-ỿ]+|[가-힣]+|[ぁ-ゟ]+|[゠-ヿ]+|[㐀-鿿]+/gi)) {
    // "word 1: abandon, word 2: ability".
    const end = index + written.length;
    if (/^(?:word|no|nr|number)$/i.test(written) && /^[ #_-]*\d/.test(text.slice(end, end + 20))) continue;
    const word = { start: index, end, word: written.toLowerCase() };
    if (written[0] >= "\u3000" && !isKnown(written)) {
      // Particles and endings stick to words of a Korean or Japanese phrase.
      const part = (cut) => [written.slice(cut & 1, written.length - (cut >> 1)), cut & 1];
      const [bare, head] = [...Array(10).keys()].map(part).find(([part]) => isKnown(part)) ?? [written, 0];
      word.start += head;
      word.end = word.start + bare.length;
      word.word = bare;
    }
    words.push(word);
  }
  return words;
}

/** Rows of at least ten words that have a place, single strange ones between. */
export function rowsOf(look, words, placeOf, eastern) {
  const rows = [];
  let row = [];
  const close = () => {
    while (row.length && row.at(-1).place === undefined) row.pop();
    if (row.length >= 10) rows.push(row);
    row = [];
  };
  for (const plain of words) {
    const word = { ...plain, place: placeOf(plain.word) };
    const strange = word.place === undefined;
    if (strange && !eastern && isFiller(look, word)) continue;
    const last = row.at(-1);
    if (last && (!follows(look, last.end, word.start) || strange && last.place === undefined)) close();
    if (!strange || row.length) row.push(word);
  }
  close();
  return rows;
}

/** Whether what stands between two words only separates them. What was blacked out divides. */
function follows(look, from, to) {
  const gap = look.text.slice(from, Math.min(to, from + FAR + 1));
  return look.distance(from, to) <= FAR && count(gap, /\n/g) <= 4 && !/[▀-▟]/.test(gap);
}

/** Letters of another script beside numbers: 第1个, 1番目. */
const isFiller = ({ text }, { start, end, word }) =>
  word[0] >= "\u3000" && word.length <= 4 && (/\d/.test(text[start - 1] ?? "") || /\d/.test(text[end] ?? ""));

/** Whether words read like a sentence: many of those that hold sentences together. */
export const binding = (words) => words.filter(({ word }) => vocabulary().binding.has(word)).length;
export const isProse = (words) => binding(words) * 4 >= words.length;
