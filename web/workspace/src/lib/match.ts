// How well what was typed fits a name: what the palette orders its choices by.

/** 0 is no match. Whole words and beginnings count more than letters strewn over the name. */
export function score(typed: string, name: string): number {
  const wanted = fold(typed);
  if (wanted === "") return 1;
  const given = fold(name);
  const all = wanted.split(" ").map((word) => scoreWord(word, given));
  return all.includes(0) ? 0 : all.reduce((sum, each) => sum + each, 0) / all.length;
}

function scoreWord(word: string, name: string): number {
  const at = name.indexOf(word);
  if (at === 0) return name.length === word.length ? 100 : 80;
  if (at > 0) return startsWord(name, at) ? 60 : 40;
  return strewn(word, name);
}

/** Letters in order with gaps: "asm" in "assign to me". Each must begin a word or follow the one before. */
function strewn(word: string, name: string): number {
  if (word.length < 2) return 0;
  let from = 0;
  for (let index = 0; index < word.length; index += 1) {
    const letter = word[index]!;
    let at = index > 0 && name[from] === letter ? from : -1;
    for (let next = name.indexOf(letter, from); at < 0 && next >= 0; next = name.indexOf(letter, next + 1)) {
      if (startsWord(name, next)) at = next;
    }
    if (at < 0) return 0;
    from = at + 1;
  }
  return 20;
}

const startsWord = (name: string, at: number): boolean => at === 0 || /[\s·:_./-]/.test(name[at - 1]!);

/** Case, accents and full-width letters make no difference. */
const fold = (text: string): string =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** Best first; equals stay in their order. */
export function best<T>(typed: string, choices: readonly T[], names: (choice: T) => readonly (string | undefined)[]): T[] {
  return choices
    .map((choice, index) => ({ choice, index, score: Math.max(...names(choice).map((name, place) => (name ? score(typed, name) / (place + 1) : 0))) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ choice }) => choice);
}
