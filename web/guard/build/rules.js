// The rules of crates/guard as packs, one for each script: what src/vocabulary.js reads. A pack has a line for each kind of
// term, in this order, terms with commas between, then one for each pattern of told.js.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { said, told } from "./told.js";

const CRATE = resolve(import.meta.dirname, "../../../crates/guard");
/** Words that hold a name and name nothing (verbs) say as little about a long value as a card's name. */
const NAMES = [
  ["seed"], ["private_key"], ["secret_key"], ["api_secret"], ["api_passphrase"], ["access_token"], ["totp"], ["recovery"],
  ["cvv"], ["otp"], ["password"], ["api_key"], ["card", "verbs"], ["public", "other"], ["address"],
];
const SECTIONS = [
  ["connectors", "mark"], ["connectors", "copula"], ["connectors", "filler"], ["connectors", "between"], ["connectors", "own"],
  ["words", "not values"], ["words", "function words"],
];
/** Words and endings that hold sentences together and are in no list, and what hardly a clause of ordinary Chinese has none of:
    texts with these are no phrase for which a list is fetched. */
const PROSE = ["the", "and", "are", "was", "has", "had", "not", "but", "our", "its", "que", "les", "los", "und", "der", "die"];
const ENDINGS = ["니다", ...[..."어아해세네"].map((last) => `${last}요`), "는데", "에서", "으로", "하고", "지만", "니까", ..."는을를면"];
const COMMON = [..."的了是我你您不在有这這个個们們吗嗎没沒会會到要为為"];
/** Names with these are those of two values; Korean words that begin as units do; how words end that are no passwords. */
const PAIRS = ["/", ..."・和与랑와과と", "账密", "帐密", "帳密", "credential", "아이디", "userpass"];
const COUNTED = ["인증", "번으로", "번호", "번이", "회원"];
const INFLECTED = ["ed", "ing", "ly", "able", "ible", "less", "ful", "n't"];
/** Issuers' ranges and lengths: Visa; Mastercard, Troy; American Express; Discover, JCB, UnionPay, Mir; Diners; Maestro. */
const ISSUED = [
  "4(?=.{12}$|.{15}$|.{18}$)", "(?=.{16}$)(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|9[24])", "3[47].{13}$",
  "(?=.{16,19}$)(?:6011|64[4-9]|65|352[89]|35[3-8]|62|81[0-6]|817[01]|220[0-4])",
  "(?=.{14,19}$)(?:30[0-5]|3095|36|3[89])", "(?:5018|5020|5038|5893|6304|6759|676[123])",
];
/** The lists that a script fetches by their letters, and the English one, which comes before those of other Latin letters. */
const BY_LETTERS = /japanese|korean|russian|chinese|bip39_english/;
const SCRIPTS = { ko: /[가-힣]/, ja: /[ぁ-ヿ]/, zh: /[一-鿿]/ };

/** The packs by their names. */
export function packs() {
  const names = NAMES.map((files) => files.flatMap((file) => terms(file).map(({ text }) => text)));
  const lines = [...withoutNeedless(names), ...SECTIONS.map(([file, wanted]) => section(file, wanted))];
  lines.push(Object.keys(wordLists()).filter((name) => !BY_LETTERS.test(name)), [tokens()], [`^(?:${ISSUED.join("|")})`]);
  const pack = (name) => {
    const words = (...scripts) => (wanted) => (WORDS[wanted] ?? kept(wanted)).filter((term) => scripts.includes(scriptOf(term)));
    const listed = lines.map((line) => [...new Set(line)].filter((term) => scriptOf(term) === name).join(","));
    // Japanese sentences have words of Chinese letters.
    const patterns = [...said(words(name)), ...told(words(name, name === "ja" ? "zh" : ""), name)].map((parts) => parts.join("|"));
    return [...listed, ...patterns].join("\n").trimEnd();
  };
  return Object.fromEntries(["en", ...Object.keys(SCRIPTS)].map((name) => [name, pack(name)]));
}

/** The word lists by their names, and their text. The table of neighbours is larger than the script: see src/phrases.js. */
export function wordLists() {
  const files = readdirSync(join(CRATE, "words")).filter((file) => file.endsWith(".txt") && file !== "pairs.txt").sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -4), readFileSync(join(CRATE, "words", file), "utf8")]));
}

const LETTERS = { a: "[A-Za-z\\d]", x: "[\\dA-Fa-f]", u: "[A-Z\\d]", t: "[\\w.-]", b: "[A-Za-z\\d+/=]", w: "[\\w-]" };

/** One pattern of the tokens of all services. Words and underscores are no token: a digit and a letter belong to it. */
function tokens() {
  const each = section("tokens", "access_token").map((line) => {
    const [head, letters, least, most] = line.split(" ");
    const [letter, some] = [LETTERS[letters], `${LETTERS[letters]}{0,${most}}`];
    const digit = letters === "u" ? "" : `(?=${some}\\d)`;
    return `${head.replaceAll(".", "\\.")}${digit}(?=${some}[A-Za-z])${letter}{${least},${most}}(?!${letter})`;
  });
  return `(?<![A-Za-z\\d])(?:${each.join("|")})`;
}

/** As crates/guard/src/secrets/rules.rs reads a file. */
function terms(file) {
  let section = "";
  const found = [];
  for (const line of readFileSync(join(CRATE, "rules", `${file}.txt`), "utf8").split("\n").map((line) => line.trim())) {
    const header = /^\[(.+)\]$/.exec(line);
    if (header) section = header[1];
    else if (!line.startsWith("#")) for (const text of line.split(",")) if (text.trim()) found.push({ text: text.trim(), section });
  }
  return found.map(({ text, section }) => ({ section, text: file === "tokens" ? text : text.toLowerCase() }));
}

/** What told.js makes patterns of beside the sections of words.txt. */
const WORDS = {
  front: terms("front").map(({ text }) => text), prose: PROSE, endings: ENDINGS, common: COMMON, "names of two": PAIRS,
  counted: COUNTED, inflected: INFLECTED,
};
/** A section of words with the spaces at their ends that "reset it to " has: in patterns they say that the word is over. */
const kept = (wanted) => section("words", wanted).map((word) => word.replace(/(?<= to|made it)$/, " "));
const section = (file, wanted) => terms(file).filter(({ section }) => section === wanted).map(({ text }) => text);
/** A space in a name also stands for a hyphen or nothing, and a plural's s may follow. */
const forms = (name) => [name, name.replace(/[ -]/g, " "), name.replace(/s$/, "")];
const scriptOf = (term) => Object.keys(SCRIPTS).find((name) => SCRIPTS[name].test(term)) ?? "en";

/** Leaves out names that end with another one of the same kind and hold no third: what follows "登录密码" is found as what
    follows "密码". */
function withoutNeedless(lines) {
  const all = new Map();
  lines.forEach((line, kind) => line.forEach((term) => {
    const weak = term.startsWith("~");
    const name = weak ? term.slice(1) : term;
    if (!all.has(name)) all.set(name, { term, kind, weak });
  }));
  for (const name of [...all.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))) {
    const { kind, weak } = all.get(name);
    const inside = namesIn(name, all);
    const last = inside.at(-1);
    const same = inside.every((other) => all.get(other.name).kind === kind);
    const alike = (other) => other !== name && all.get(other)?.kind === kind && all.get(other).weak === weak;
    if (forms(name).some(alike) || same && last?.end === name.length && alike(last.name)) all.delete(name);
  }
  return lines.map((_, kind) => [...all.values()].filter((each) => each.kind === kind).map(({ term }) => term).sort());
}

/** The names within a name, the longest at each place. */
function namesIn(whole, all) {
  const alnum = (letter) => /[a-z0-9]/.test(letter ?? "");
  const found = [];
  for (let at = 0; at < whole.length;) {
    let name = "";
    if (!alnum(whole[at]) || !alnum(whole[at - 1])) {
      for (let end = whole.length; end > at && !name; end--) {
        const part = whole.slice(at, end);
        if (part !== whole && all.has(part) && !(alnum(part.at(-1)) && /[a-z]/.test(whole[end] ?? ""))) name = part;
      }
    }
    if (name) found.push({ name, end: at + name.length });
    at += name.length || 1;
  }
  return found;
}
