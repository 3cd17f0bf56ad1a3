// What names a secret or a public thing, and what stands between a name and its value. It comes in packs, one for each
// script; build/rules.js makes them from the rules of crates/guard.

/** What a name says, by its line in a pack. Names that hold another one and mean something else count as public. */
export const [
  SEED, PRIVATE_KEY, SECRET_KEY, API_SECRET, PASSPHRASE, ACCESS_TOKEN, TOTP, RECOVERY, CVV, OTP, PASSWORD,
  API_KEY, CARD, PUBLIC, ADDRESS,
] = Array(15).keys();

/** Whether a name says that a number is none of the secrets that have no shape of their own. */
export const isOther = ({ concept }) => concept >= API_KEY;

/** How firmly what stands between binds. */
export const [BARE, COPULA, MARK, FILLER, BETWEEN] = [0, 1, 2, 3, 4];

/** What the words around a value say: build/told.js has a pattern for each, in this order. */
export const [
  ERROR, ERROR_NUMBER, NOT_COME, BONUS, HOW, DENIED, BOUND, ASSERTED, JOINED, PAIR, COUNTED, INFLECTED, UNIT, MEASURE, NEGATION, NEGATED,
  PROSE, COMMON, ALONE,
] = Array(19).keys();
export const says = (what, part) => part.search(vocabulary().said[what]) >= 0;

const packs = {};
let made;

/** Takes in a pack that was fetched. */
export function learn(name, pack) {
  packs[name] = pack;
  made = undefined;
}

export const isKnown = (name) => name in packs;

/** Everything that the packs hold. */
export function vocabulary() {
  return made ??= make(Object.values(packs).map((pack) => pack.split("\n").map((line) => line.split(",").filter(Boolean))));
}

function make(packs) {
  const line = (number) => packs.flatMap((pack) => pack[number] ?? []);
  /** What the packs have for a pattern; nothing matches before one has come. */
  const pattern = (number, flags) => new RegExp(packs.map((pack) => pack[number]?.join()).filter(Boolean).join("|") || "(?!)", flags);
  const names = grouped(Array(15).keys(), line, (term, concept) => {
    const weak = term[0] === "~";
    return { text: weak ? term.slice(1) : term, concept, weak };
  });
  const forward = grouped([15, 16, 17, 18], line, (text, number) => ({ text, role: [MARK, COPULA, FILLER, BETWEEN][number - 15] }));
  const [own, notValues, binding, latin] = [19, 20, 21, 22].map(line);
  own.sort((one, other) => other.length - one.length);
  return {
    names, forward, own, notValues: new Set(notValues), binding: new Set(binding), latin, tokens: pattern(23, "g"), issued: pattern(24),
    said: Array.from({ length: 22 }, (_, at) => pattern(at + 25, "gi")),
  };
}

/** Terms by their first letters, the longest first. */
function grouped(numbers, line, read) {
  const groups = new Map();
  for (const number of numbers) {
    for (const written of line(number)) {
      const term = read(written, number);
      const first = term.text[0];
      groups.set(first, [...(groups.get(first) ?? []), term]);
    }
  }
  for (const group of groups.values()) group.sort((one, other) => other.text.length - one.text.length);
  return groups;
}
