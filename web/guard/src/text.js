// Letters, and the text as a reader sees it, with a way back to the text as it was given.

export const isDigit = (letter) => /^\d$/.test(letter);
export const isLower = (letter) => /^[a-z]$/.test(letter);
export const isUpper = (letter) => /^[A-Z]$/.test(letter);
export const isLetter = (letter) => /^[a-z]$/i.test(letter);
export const isAlnum = (letter) => /^[a-z\d]$/i.test(letter);

/** How many letters of `text` the pattern, which has the flag `g`, matches. */
export const count = (text, pattern) => text.match(pattern)?.length ?? 0;

/** Where the letters of `pattern`, which has the flag `y`, end that begin at `at`. */
export function run(text, at, pattern) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** A letter with what belongs to it: joiners and marks that nobody sees, accents, parts of syllables. */
const LETTER = /[^](?:\p{DI}|\p{Mn}|[\u1160-\u11ff\uff9e\uff9f])*/gu;
/** Wide punctuation divides more than the narrow one does: "482913，5 minutes" is no decimal. */
const KEPT = /^[\x00-\x7f：！？（），；。、…]$/;

/** The text as a reader sees it, and for each of its places, and its end, where that stands in code points of what was given. */
export function plain(given) {
  const places = [];
  let text = "";
  let place = 0;
  for (const letter of given.match(LETTER) ?? []) {
    const seen = KEPT.test(letter) ? letter : letter.replace(/\p{DI}/gu, "").normalize("NFKC").replace(/[‐-―−]/g, "-");
    text += seen;
    for (let unit = 0; unit < seen.length; unit++) places.push(place);
    place += [...letter].length;
  }
  places.push(place);
  return { text, places };
}
