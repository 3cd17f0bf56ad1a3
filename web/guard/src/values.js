// What a value looks like: a password, a code of digits, something random. Spans are pairs [start, end].

import { closing } from "./gaps.js";
import { count, isDigit, isUpper, run } from "./text.js";
import { BARE, COUNTED, INFLECTED, MARK, MEASURE, UNIT, says, vocabulary } from "./vocabulary.js";

/** Nothing longer is a password. */
const LONGEST = 128;

/** The value that begins where a gap ends, up to a space or its closing quotation mark. */
export function token(text, { at, quote, assigned }) {
  const rest = text.slice(at, at + LONGEST + 8);
  if (quote && quote !== "<") {
    const line = rest.split("\n", 1)[0];
    const close = closing(quote);
    const end = [...line].findIndex((letter) => letter === close || close === "”" && letter === "“");
    if (end > 0 && end < LONGEST) return [at, at + end - (line[end - 1] === "\\" ? 1 : 0)];
  }
  let part = (assigned ? /^[!#-%'-:<-~]*/ : /^[!#-~]*/).exec(rest)[0];
  part = trimmed(part.split(/<\/|<br/, 1)[0]);
  return part && part.length <= LONGEST ? [at, at + part.length] : undefined;
}

/** Without the punctuation of the sentence that it stands in. */
function trimmed(part) {
  for (;;) {
    const last = part.at(-1);
    const pair = { ")": "(", "]": "[", "}": "{" }[last];
    const drop = pair ? !part.includes(pair) : /[,;:.?'`|\\]$|\*\*$|__$|~~$/.test(part);
    if (!drop) return part;
    part = part.slice(0, -1);
  }
}

/** The token that ends at `end`, for values before their names. */
export function tokenBefore(text, end) {
  const part = /[!-~]*$/.exec(text.slice(Math.max(0, end - LONGEST), end))[0].replace(/^["'`([*]+/, "");
  return part ? [end - part.length, end] : undefined;
}

/** How many capitals follow a small letter. */
export const humps = (value) => count(value, /[a-z](?=[A-Z])/g);

/** Whether a value bound so to a name is a password. `rest` is the text behind it. */
export function isPassword(value, link, quoted, rest) {
  if (value.length < 4 || isPlaceholder(value) || isAddressOrLink(value)) return false;
  const digits = count(value, /\d/g);
  const letters = count(value, /[a-z]/gi);
  const ascii = /^[\x00-\x7f]*$/.test(value);
  if (!letters) return digits >= 4 && isCodeLike(value, link, rest);
  if (digits) {
    const firm = link > BARE || quoted || value.length >= 6 && !isUpperLabel(value);
    return firm && !isMeasure(value) && !isDate(value);
  }
  // Letters alone, perhaps with symbols: a word of the sentence, unless the sentence ends with it.
  if (/\s/.test(value) || !ascii) {
    const words = value.split(/\s+/);
    return !!(ascii && quoted && link > BARE && words.length <= 8 && !vocabulary().notValues.has(words[0].toLowerCase()));
  }
  const word = value.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, "");
  if (!word || vocabulary().notValues.has(word)) return false;
  const capitals = humps(value);
  const odd = (part) => count(part, /[_#@$%^&+=~*!?]/g);
  const long = value.length >= 6;
  if (long && !/[/()<"]/.test(value) && (capitals > 1 || odd(value.replace(/[!?]+$/, "")) || odd(value) > 1 && link > BARE)) return true;
  const inner = value.length > letters && !/[/'()-]/.test(value);
  if ((inner || capitals) && link > BARE && long) return true;
  if (link === BARE || value.length < 5) return false;
  return !!quoted || !says(INFLECTED, word) && ends(rest);
}

/** Whether a sentence ends here: nothing, a line, punctuation, or text in another script. */
const ends = (rest) =>
  /^[ "')!*`]*(?:$|[\n\r.,;/|}&<]|[^\x00-\x7f]|(?:and|but|so|can|please|pls|it|i|why) )/i.test(rest);

/** Digits, perhaps with symbols: a number that says nothing else. */
function isCodeLike(value, link, rest) {
  const plain = /^\d+$/.test(value);
  const firm = link > BARE || value.length >= 6 || plain && !/^20[12]\d$/.test(value);
  return firm && (plain ? !counts(rest) && value.length <= 20 : !isDate(value) && !/[.,:/+%$]/.test(value) && value.length >= 6);
}

/** KYC2024, BTC/USDT, ERC-20: capitals with digits that name something. */
const isUpperLabel = (value) => value.includes("/") || !/[a-z]/.test(value) && (value.length < 8 || count(value, /\d/g) < 3);

/** 100USDT, 3pm, 24h, 2nd. */
const isMeasure = (value) => says(MEASURE, value);

/** 2026-11-21, 21/11/2026, 14:30:05, with or without letters between. */
function isDate(value) {
  const parts = value.split(/[-/:.TZ]/).filter(Boolean);
  return parts.length > 1 && parts.every((part) => /^\d{1,4}$/.test(part));
}

/** `****`, `<password>`, `xxxxxx`, `your_password`. */
export function isPlaceholder(value) {
  const lower = value.toLowerCase();
  return /\*\*\*|•••|\.\.\.|xxxx|●●|^\$\{|^\{\{|^[<{[$%].*[>}\]%]$/.test(lower) ||
    /^(?:<?your[_-]|my_|insert|enter[_-])/.test(lower) ||
    lower.replaceAll(lower[0], "") === "" && !/^\d+$/.test(value) || vocabulary().notValues.has(lower);
}

const isAddressOrLink = (value) => /:\/\/|^www\.|^[^@]+@[^@]*\.[a-z]{2,}$/i.test(value);

/** Whether what follows digits makes them an amount, a duration or a count. */
export function counts(rest) {
  const head = rest.replace(/^ +/, "").slice(0, 14);
  return !says(COUNTED, head) && says(UNIT, head);
}

/** A code of `least` to `most` digits at `at`: `482913`, `482 913`, `G-482913`. `glued`: a name ends right before it. */
export function code(text, at, least, most, glued) {
  const head = /^(?:[A-Z]{1,3}-)?/.exec(text.slice(at, at + 4))[0].length;
  const digits = (from) => run(text.slice(from, from + 12), 0, /\d*/y);
  const first = digits(at + head);
  if (!first) return;
  let end = at + head + first;
  let all = first;
  const next = (length) => /[ -]/.test(text[end] ?? "") && digits(end + 1) === length;
  while (first > 1 && all <= 4 && first <= 4 && next(first)) {
    all += first;
    end += 1 + first;
  }
  // Digits one by one.
  const single = first === 1 && all < least;
  while (single && all < most && next(1)) {
    all++;
    end += 2;
  }
  if (all < least || all > most || !standsAlone(text, [at, end], glued) || counts(text.slice(end, end + 200))) return;
  return [at, end];
}

/** Whether digits are not part of a larger number, date, time, amount, word or phone number. */
export function standsAlone(text, [start, end], glued) {
  const joins = (letter, digit) => /[.,:/'-]/.test(letter) && isDigit(digit);
  const [last, next] = [text[start - 1] ?? " ", text[end] ?? " "];
  return (glued || !(/[a-z\d#$€₩¥+£@_*]/i.test(last) || joins(last, text[start - 2]))) &&
    !(/[a-z\d%_*@]/i.test(next) || joins(next, text[end + 1]));
}

/** Whether a token looks drawn at random: letters and digits mixed, no words with hyphens. */
export function isRandom(token, least) {
  if (token.length < least || isPlaceholder(token)) return false;
  const [digits, upper, lower] = [/\d/g, /[A-Z]/g, /[a-z]/g].map((letters) => count(token, letters));
  // Words with hyphens and a number are none: one part at least is itself mixed.
  const drawn = token.split(/[-_/+=.]/).some((part) =>
    part.length >= 6 && (/\d/.test(part) && /[a-z]/i.test(part) || humps(part) > 1));
  const mixed = digits > 1 && upper + lower > 1 || upper > 2 && lower > 2 && token.length >= 20;
  return mixed && drawn && new Set(token).size >= 6;
}

export const isUuid = (token) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(token);

/** Codes of capitals and digits: X7K9P2. */
export function lettered(text, gap) {
  const span = gap.link === MARK && token(text, gap);
  const value = span && text.slice(...span);
  return value && /^[A-Z\d]{5,8}$/.test(value) && count(value, /\d/g) > 1 && [...value].some(isUpper) ? span : undefined;
}
