// Phrases that wallets are made from. Words with a right checksum (BIP-39) are a phrase, unless they read like a sentence; words
// of one list beside the name of a phrase are one, whatever their sum is; without either they may be one.

import { after } from "./gaps.js";
import { binding, isProse, lists, rowsOf } from "./lists.js";
import { sha256 } from "./sha256.js";
import { SEED } from "./vocabulary.js";

/** The name of a phrase reaches so far ahead and back, in bytes. */
const AHEAD = 400;
const BACK = 240;
const LONGEST = 34;
const LENGTHS = [24, 21, 18, 15, 12];
/** So many sums are worked out in a text. Who types so many words of a list that this is not enough is warned without. */
const SUMS = 5000;

export function phrases(look, found) {
  for (const list of lists.values()) {
    for (const row of rowsOf(look, list.eastern, (word) => list.places.get(word))) judge(look, list, row, found);
    if (list.name.includes("chinese")) unspaced(look, list, found);
  }
}

const spanOf = (words) => [words[0].start, words.at(-1).end];
const lengths = ({ bip39 }) => bip39 ? LENGTHS : [33, 25, 20, 13];

function judge(look, list, words, found) {
  const told = (span, certain = true) => found(span, "seed_phrase", certain);
  const [start, end] = spanOf(words);
  const from = look.reach(start, -AHEAD);
  const named = look.behind(from, look.distance(from, end) + BACK).some(({ concept, negated }) => concept === SEED && !negated);
  const proven = list.bip39 ? windows(look, words, named) : [];
  const covered = proven.reduce((sum, window) => sum + window.length, 0);
  const likely = named && likelyPart(look, list, words);
  const exact = likely && proven.some((window) => spanOf(window).join() === likely.span.join());
  if (named && words.length > LONGEST && covered + 2 < words.length && !isProse(words)) told([start, end]);
  else if (likely && (covered + 2 < likely.words || likely.firm && !exact)) told(likely.span);
  else if (proven.length) for (const window of proven) told(spanOf(window));
  else if (isList(words)) told([start, end], false);
}

/** Windows of words that prove themselves, the longest first, not overlapping. */
function windows(look, words, named) {
  const proven = [];
  const taken = [];
  const places = words.map(({ place }) => place);
  // How many words before each place hold sentences together.
  const bound = [0];
  for (const word of words) bound.push(bound.at(-1) + binding([word]));
  for (const length of LENGTHS) {
    for (let from = 0, to = length; to <= words.length; to = ++from + length) {
      // What is taken is as long as this at least: it would hold an end of it.
      const free = !taken[from] && !taken[to - 1] && (named || (bound[to] - bound[from]) * 4 < length);
      if (!free || !isProven(look, places, from, length)) continue;
      proven.push(words.slice(from, to));
      while (from < to) taken[from++] = true;
      from--;
    }
  }
  return proven;
}

/** BIP-39: of 33 bits 32 are entropy, the others begin its SHA-256. */
function isProven(look, places, from = 0, length = places.length) {
  const entropy = [];
  let [held, bits] = [0, 0];
  for (let at = from; at < from + length; at++) {
    if (places[at] === undefined) return false;
    held = (held & 255) << 11 | places[at];
    for (bits += 11; bits > 7 && entropy.length < length / 3 * 4;) entropy.push(held >> (bits -= 8) & 255);
  }
  return ++look.sums > SUMS || sha256(entropy)[0] >> 8 - bits === (held & (1 << bits) - 1);
}

/** Beside a phrase's name: the part that is a phrase with a word or two mistyped. It begins behind the name or a colon and ends
    where something else than before divides the words. */
function likelyPart(look, list, words) {
  const usual = ({ length }) => lengths(list).includes(length);
  const isLikely = (window) => {
    const strange = window.filter(({ place }) => place === undefined).length;
    return window.length - strange >= 11 && strange * 6 <= window.length && window.length <= LONGEST && !isProse(window);
  };
  const dividers = words.map((_, at) => divider(look.text, words, at));
  const starts = [...words.slice(0, 16).keys()].filter((at) => !at || isBegun(look, words, at));
  for (const start of starts.reverse()) {
    const inner = dividers.slice(start + 1, start + 11);
    const tries = [];
    for (let end = start + 11; end <= words.length && end <= start + LONGEST; end++) {
      if (end === words.length || !inner.includes(dividers[end])) tries.push(words.slice(start, end));
    }
    // A word or two of the sentence may follow.
    const left = words.length - start;
    const fitting = [left, left - 1, left - 2].find((length) => lengths(list).includes(length)) ?? left;
    const window = [tries.find(usual), words.slice(start, start + fitting)].find((words) => words && isLikely(words));
    if (!window) continue;
    const span = spanOf(window);
    return { span, words: window.length, firm: start > 0 && usual(window) };
  }
}

/** Whether a phrase may begin at this word: behind the name of a phrase or a colon. */
function isBegun(look, words, at) {
  const { start, end } = words[at];
  const marked = /[:："“「=?？。!]/.test(look.text.slice(words[at - 1].end, start));
  const numbered = words[at + 1] && /[:：]/.test(look.text.slice(end, words[at + 1].start));
  const [label] = look.before(start, 40);
  return marked && !numbered || label?.concept === SEED && after(look, label.end).at >= start;
}

/** What divides a word from the one before it: lines, commas, sentences, dashes or spaces. */
function divider(text, words, at) {
  const gap = at && text.slice(words[at - 1].end, words[at].start);
  return [/\n/, /[,，、;/|]/, /[.。!?"」)]/, /[-_]/].findIndex((kind) => kind.test(gap));
}

/** Without a name: as many words as a phrase has, none strange, none that binds a sentence, not in the list's order. */
function isList(words) {
  return [...LENGTHS, 20, 25, 33].includes(words.length) && !binding(words) &&
    words.every(({ place }) => place !== undefined) && words.some(({ place }, at) => at && place <= words[at - 1].place);
}

/** Chinese phrases without spaces. Nearly all characters of ordinary text are in the list, most of them among its first ones,
    for it begins with the commonest; those of a phrase come from all of it. */
function unspaced(look, { places }, found) {
  for (const { 0: row, index } of look.text.matchAll(/(?<![一-鿿])[一-鿿]{12,48}(?![一-鿿])/g)) {
    const end = index + row.length;
    const name = look.behind(index, row.length * 3).filter((label) => label.concept === SEED && label.end < end).at(-1);
    const [nearest] = look.before(index, 40);
    const named = name || nearest?.concept === SEED && after(look, nearest.end).at >= index;
    const starts = name ? [after(look, name.end).at, name.end, index] : [index];
    for (const start of starts) {
      const letters = [...look.text.slice(start, Math.max(start, end))];
      const length = LENGTHS.find((length) => (length === letters.length || named && length < letters.length) &&
        isDrawn(look, letters.slice(0, length).map((letter) => places.get(letter)), named, length === letters.length));
      if (!length) continue;
      found([start, start + length], "seed_phrase", true);
      break;
    }
  }
}

function isDrawn(look, row, named, exact) {
  const known = row.filter((place) => place !== undefined);
  const mean = known.reduce((sum, place) => sum + place, 0) / known.length;
  if (row.length - known.length > (named ? 1 : 0) || mean < (named ? 600 : 700)) return false;
  return named && exact && mean >= 700 || isProven(look, row);
}
