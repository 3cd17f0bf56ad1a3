// Letters, and the text as a reader sees it, with a way back to the text as it was given.

export const isDigit = (letter) => letter >= "0" && letter <= "9";
export const isLower = (letter) => letter >= "a" && letter <= "z";
export const isUpper = (letter) => letter >= "A" && letter <= "Z";
export const isLetter = (letter) => isLower(letter) || isUpper(letter);
export const isAlnum = (letter) => isDigit(letter) || isLetter(letter);

/** Whether `text` begins, or ends, with a word: one of Latin letters stands alone. */
export const begins = (text, word) => text.startsWith(word) && !(isAlnum(word.at(-1)) && isAlnum(text[word.length]));
export const closes = (text, word) => text.endsWith(word) && !(isAlnum(word[0]) && isAlnum(text.at(~word.length)));

/** How many letters of `text` the pattern, which has the flag `g`, matches. */
export const count = (text, pattern) => text.match(pattern)?.length ?? 0;

/** Where the letters of `pattern`, which has the flag `y`, end that begin at `at`. */
export function run(text, at, pattern) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** A letter with what belongs to it: joiners and marks that nobody sees, accents, parts of syllables. */
const LETTER = /[^](?:\p{DI}|\p{Mn}|[\u1160-\u11ff\uff9e\uff9f]){0,40}/gu;
/** Wide punctuation divides more than the narrow one does: "482913，5 minutes" is no decimal. */
const KEPT = /^[\x00-\x7f：！？（），；。、…]$/;

/** So many letters are looked at, as they were given and as they are read: one may stand for eighteen. */
const MOST = 20_000;

/** The text as a reader sees it, and for each of its places, and its end, where that stands in code points of what was given. */
export function plain(given) {
  const places = [];
  let text = "";
  let place = 0;
  for (const letter of given.slice(0, MOST).match(LETTER) ?? []) {
    if (text.length > MOST) break;
    const seen = KEPT.test(letter) ? letter : letter.replace(/\p{DI}/gu, "").normalize("NFKC").replace(/[‐-―−]/g, "-");
    text += seen;
    for (let unit = 0; unit < seen.length; unit++) places.push(place);
    place += [...letter].length;
  }
  places.push(place);
  return { text, places };
}
