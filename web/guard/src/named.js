// Values without a shape of their own, found through their names: passwords, one-time codes, security and recovery codes, and
// keys that are written in groups.

import { isStrictBase32 } from "./blobs.js";
import { after, answer, before } from "./gaps.js";
import { proof } from "./keys.js";
import { count, isAlnum, run } from "./text.js";
import { code, counts, humps, isPassword, lettered, standsAlone, token, tokenBefore } from "./values.js";
import {
  ACCESS_TOKEN, API_KEY, API_SECRET, BARE, CARD, COPULA, CVV, MARK, OTP, PASSPHRASE, PASSWORD, PRIVATE_KEY, PUBLIC, RECOVERY,
  SECRET_KEY, SEED, TOTP, BONUS, ERROR, ERROR_NUMBER, JOINED, NOT_COME, PAIR, isOther, says, vocabulary,
} from "./vocabulary.js";

/** A code is looked for so far from its name, in bytes, when nothing binds them. */
const LOOSE = 80;
/** So far go the codes of a list. */
const LIST = 600;
const STOPS = /[。！!；;\n？?]|\. /;

/** Looks beside every name; `found(span, type)` takes what is there. */
export function named(look, found) {
  let codesUntil = 0;
  for (const label of look.labels) {
    if (label.negated) continue;
    const told = (span, type) => span && (found(span, type), true);
    const { concept } = label;
    // "the PIN is 8419 or 984745".
    const several = (span, type) => {
      for (let number = 0; number < 6 && told(span, type); number++) span = joined(look, span);
    };
    if (concept === PASSWORD) several(password(look, label), "password");
    if (concept === PASSPHRASE) told(password(look, label), hasApi(look, label) ? "api_secret" : "password");
    if (concept === OTP) told(spacedBase32(look, label), "totp_secret") || several(oneTime(look, label), "otp_code");
    if (concept === CVV) told(securityCode(look, label), "cvv") || told(sixDigits(look, label), "otp_code");
    if (concept === TOTP || concept === SECRET_KEY) told(spacedBase32(look, label), "totp_secret");
    if (concept === PRIVATE_KEY) told(spacedKey(look, label), "private_key");
    if (concept === RECOVERY && label.start >= codesUntil) {
      for (const span of recovery(look, label)) {
        if (told(span, "recovery_code")) codesUntil = span[1];
      }
    }
  }
}

const around = (look, label, far) => [...look.before(label.start, far), ...look.behind(label.end, far)];
/** The place of the first match in a part of the text, else the part's end. */
const until = (part, pattern) => part.search(pattern) < 0 ? part.length : part.search(pattern);

const hasApi = (look, label) => /^api/i.test(look.text.slice(label.start, label.end)) ||
  around(look, label, 300).some(({ concept }) => [API_KEY, API_SECRET, PASSPHRASE, SECRET_KEY].includes(concept));

function password(look, label) {
  const { text } = look;
  const gap = after(look, label.end);
  const bound = !(label.weak && gap.link === BARE) && passwordAt(look, label, gap) ||
    answer(look, label, (at, asked) => asked && !label.weak && mixed(look, at));
  if (bound) return bound;
  const end = before(text, label.start);
  const span = end && tokenBefore(text, end);
  if (!span) return;
  const value = text.slice(...span);
  const drawn = value.length >= 6 && !/^#\d+$|[,.;]$/.test(value) && (/\d/.test(value) || humps(value) > 1);
  return drawn && !isLabel(look, span) && isPassword(value, COPULA, false, "") ? span : undefined;
}

/** A value of letters and digits that nothing else gives its name to. */
function mixed(look, at) {
  const span = token(look.text, { at });
  const value = span && look.text.slice(...span);
  const like = value?.length > 5 && /[a-z]/i.test(value) && !/^0x/.test(value);
  return like && !isNamed(look, at) && isPassword(value, MARK, false, "") ? span : undefined;
}

/** What is joined to a value and of its shape: digits, or something with both letters and digits. */
function joined(look, [start, end]) {
  const { text } = look;
  const rest = text.slice(end, end + 30);
  const at = rest.split(STOPS)[0].search(/(?<![a-z\d])(?=[a-z]*\d)[a-z\d]{4}/i);
  if (at < 1 || !says(JOINED, rest) || isNamed(look, end + at)) return;
  return /^[\d -]+$/.test(text.slice(start, end)) ? code(text, end + at, 4, 8) : mixed(look, end + at);
}

function passwordAt(look, label, gap) {
  const { text } = look;
  let span = token(text, gap);
  if (!span || isLabel(look, span)) return;
  const name = text.slice(label.start, label.end);
  const pair = says(PAIR, name) ||
    /[/&+和、]\s*$/.test(text.slice(Math.max(0, label.start - 20), label.start));
  if (pair) span = secondOf(text, span) ?? span;
  const value = text.slice(...span);
  const between = text.slice(label.end, span[0]);
  const rest = text.slice(span[1], span[1] + 200);
  const letters = /^[a-z]+$/i.test(value) && humps(value) < 2;
  const alone = /^[ \r"]*$|^[ \r".。]*\n/.test(rest);
  if (between.includes("\n") && (!alone || letters && (gap.link < MARK || /[?？]/.test(between)))) return;
  return isPassword(value, gap.link, gap.quote, rest) ? span : undefined;
}

/** "user / password": the second of two values. */
function secondOf(text, [start, end]) {
  const value = text.slice(start, end);
  const at = value.search(/[/:|]/);
  if (at > 1 && at + 1 < value.length && !value.includes("://")) return [start + at + 1, end];
  const skipped = /^[ /,，、|&+\n\r;]+(?:and )?/.exec(text.slice(end, end + 40))?.[0].length;
  return skipped ? token(text, { at: end + skipped }) : undefined;
}

/** Whether a value is itself a name, or begins with one that goes on with a colon: "password: pin: 1234". */
function isLabel(look, [start, end]) {
  const [label] = look.behind(start, 0);
  return !!label && (label.end >= end || label.concept !== PASSWORD && label.concept !== PUBLIC && /[:=：]/.test(look.text[label.end]));
}

/** A one-time code: bound to its name, or six digits in the same sentence. */
function oneTime(look, label) {
  const { text } = look;
  const { weak, start, end } = label;
  const gap = after(look, end);
  if (weak && (isPartOfAnother(look, label) || isAnotherCode(look, label) || text[start] > "\x7f" && gap.link === BARE)) return;
  const [least, most] = weak && gap.link < MARK ? [6, 6] : [4, 8];
  if (!(weak && gap.link === BARE && gap.at > end + 1)) {
    const span = code(text, gap.at, least, most, gap.at === end) ?? lettered(text, gap);
    if (span && !(gap.link < COPULA && /^(?:19|20)\d\d$/.test(text.slice(...span)))) return span;
  }
  const back = before(text, start);
  const earlier = back && codeBefore(text, back, weak ? 6 : 4);
  if (earlier && !isNamed(look, earlier[0])) return earlier;
  const replied = answer(look, label, (at, asked) => !isNamed(look, at) && code(text, at, asked ? 4 : 6, 8));
  return replied || weak ? replied : loose(look, label);
}

/** 振込コード is no コード, {"code": …, "msg": …} no one-time code. */
function isPartOfAnother(look, { start, end }) {
  const { text } = look;
  return text[start] > "\x7f" && /[゠-ヿ一-鿿가-힣]/.test(text[start - 1] ?? "") ||
    look.before(start, 1)[0]?.concept === PUBLIC || /^".*"(?:msg"|message"|error|data")/i.test(text.slice(end, look.reach(end, 60)));
}

/** "… fails with code: 50113", {"code": 60017}, "code 80919957 gave no bonus". */
function isAnotherCode(look, { start, end }) {
  const { text } = look;
  const ahead = text.slice(look.reach(start, -LOOSE), start);
  return /["']$/.test(ahead) && !code(text, after(look, end).at, 6, 8) || says(ERROR, ahead.split(/[\n\d]/).at(-1)) ||
    says(BONUS, ahead.split("\n").at(-1) + text.slice(start, look.reach(end, LOOSE)).split("\n")[0]);
}

/** The code that ends at `end`. */
function codeBefore(text, end, least) {
  const part = text.slice(Math.max(0, end - 60), end).replace(/["'”」』*` )）]+$/, "");
  const length = /(?:G-)?(?:\d[\d -]{0,9})?$/.exec(part)[0].length;
  const to = end - Math.min(end, 60) + part.length;
  const span = code(text, to - length, least, 8);
  return span?.[1] === to ? span : undefined;
}

/** Whether a name of something public stands right before a number. */
function isNamed(look, start) {
  const [label] = look.before(start, 24);
  return !!label && isOther(label) && !/[。\n，；]/.test(look.text.slice(label.end, start));
}

/** Six to eight digits in the sentence that names a code, with nothing public named between. */
function loose(look, { start, end }) {
  const { text } = look;
  const ahead = text.slice(end, look.reach(end, LOOSE));
  const over = end + until(ahead, STOPS);
  if (says(NOT_COME, text.slice(look.reach(start, -LOOSE / 2), over))) return;
  const behind = digitsIn(text, end, over);
  const blocks = (from, to) => look.behind(from, LOOSE).some((other) => other.end <= to && isBlocker(other));
  if (behind && !blocks(end, behind[0])) return behind;
  const from = look.reach(start, -LOOSE / 2);
  const sentence = text.slice(from, start).split(STOPS).at(-1);
  const span = digitsIn(text, start - sentence.length, start);
  if (!span || isNamed(look, span[0]) || text.slice(...span).endsWith("000") || blocks(span[1], start)) return;
  return span;
}

const isBlocker = ({ concept }) => concept !== OTP && concept !== SEED && concept !== ACCESS_TOKEN;

/** The first code of six to eight digits in a part of the text. */
function digitsIn(text, from, to) {
  const found = /(?<!\d)\d/.exec(text.slice(from, to));
  const span = found && code(text, from + found.index, 6, 8);
  return span && span[1] <= to && !/^(?:19|20)\d{6}$/.test(text.slice(...span)) ? span : undefined;
}

/** Some call a one-time code so. */
function sixDigits(look, { end }) {
  const gap = after(look, end);
  return code(look.text, gap.at, 6, 8, gap.at === end);
}

function securityCode(look, label) {
  const { text } = look;
  const gap = after(look, label.end);
  const bound = !label.weak || gap.link > BARE || around(look, label, 160).some(({ concept }) => concept === CARD);
  const direct = bound && code(text, gap.at, 3, 4, gap.at === label.end);
  if (direct) return direct;
  const replied = answer(look, label, (at, asked) => asked && code(text, at, 3, 4));
  if (replied) return replied;
  const back = before(text, label.start);
  const earlier = back && codeBefore(text, back, 3);
  if (earlier && earlier[1] - earlier[0] <= 4 && !isNamed(look, earlier[0])) return earlier;
  return label.weak ? undefined : looseThree(look, label);
}

/** Three digits in the sentence that names a security code. */
function looseThree(look, { end }) {
  const ahead = look.text.slice(end, look.reach(end, LOOSE / 2));
  const at = ahead.slice(0, until(ahead, /[。！!\n？?；]/)).search(/\d/);
  const span = at >= 0 && code(look.text, end + at, 3, 3);
  const blocked = (other) => other.end <= end + at && other.concept !== CVV && other.concept !== CARD;
  return span && !look.behind(end, LOOSE).some(blocked) ? span : undefined;
}

/** One or several codes behind the name, with commas, lines or numbers between. */
function recovery(look, label) {
  const { text } = look;
  const codes = [];
  const first = after(look, label.end).at;
  const limit = look.reach(label.end, LIST);
  let words = 0;
  for (let at = first; at < limit;) {
    if (!isAlnum(text[at])) {
      if (/[。！!？?]/.test(text[at]) || text.startsWith(". ", at) && !codes.length && words) break;
      if (/\p{L}/u.test(text[at]) && (++words > 24 || codes.length && words > 3)) break;
      at++;
      continue;
    }
    if (!codes.length && says(ERROR_NUMBER, text.slice(label.end, at + 1))) break;
    const pair = code(text, at, 8, 8);
    if (pair && pair[1] - at === 9) {
      codes.push(pair);
      at = pair[1];
      continue;
    }
    const to = run(text, at, /[a-z\d-]{1,40}/iy);
    const span = [at, at + text.slice(at, to).replace(/-+$/, "").length];
    const [other] = look.behind(at, 0);
    if (other && isBlocker(other) && other.concept !== RECOVERY) break;
    if (isRecoveryCode(look, span, at === first || codes.length)) {
      codes.push(span);
      words = 0;
    } else if (!/^\d+$/.test(text.slice(...span)) && (words += 3) > (codes.length ? 3 : 24)) break;
    at = to;
  }
  return codes[0] ? codes : [answer(look, label, (at, asked) => {
    const to = run(text, at, /[a-z\d]{3,}(?:-[a-z\d]{3,})+/iy);
    return asked && to > at && isRecoveryCode(look, [at, to]) && [at, to];
  })];
}

function isRecoveryCode(look, span, direct) {
  const { text } = look;
  const written = text.slice(...span);
  const letters = written.replaceAll("-", "");
  const groups = written.split("-");
  const digits = count(letters, /\d/g);
  const even = groups.length > 1 && groups.every(({ length }) => length === groups[0].length);
  if (written.startsWith("0x") || letters.length < 6 || letters.length > 36 || groups.some(({ length }) => length < 3)) return false;
  const mixed = digits > 0 && digits < letters.length;
  const plain = digits === letters.length && digits <= 16 && !isNamed(look, span[0]) && !(digits === 8 && even && groups.length === 3);
  const capitals = letters.length >= 8 && (even || direct) && /^[A-Z]+$/.test(letters);
  const small = direct && even && groups.length === 2 && groups[0].length >= 4 && /^[a-z]+$/.test(letters);
  return (mixed || plain || capitals || small) && !counts(text.slice(span[1], span[1] + 200)) && standsAlone(text, span) &&
    !vocabulary().notValues.has(written.toLowerCase());
}

/** "JBSW Y3DP EHPK 3PXP": base32 in groups of four, in the same sentence as the name. */
function spacedBase32(look, label) {
  const { text } = look;
  if (label.concept === SECRET_KEY && !around(look, label, 200).some(({ concept }) => concept === OTP || concept === TOTP)) return;
  const direct = after(look, label.end).at;
  const limit = look.reach(label.end, LOOSE);
  for (let at = direct; at < limit;) {
    const { end, firm, loose, next } = look.groups[at] ??= groups(text, at);
    if (firm || loose && label.concept === TOTP && at === direct) return [at, end];
    at = next;
  }
}

/** What stands at a place in groups of four, whether it is base32 for sure or beside its name only, and where to look next. */
function groups(text, at) {
  const written = /^(?:[a-z2-7]{4}(?![a-z\d])[ -]?)*(?<![ -])/i.exec(text.slice(at, at + 110))[0];
  const joined = written.replace(/[ -]/g, "");
  const loose = joined.length >= 16 && written !== joined;
  const firm = isStrictBase32(joined) || joined.length >= 16 && /^[^a-z]+$/.test(joined) || loose && /\d/.test(joined);
  return { end: at + written.length, firm, loose, next: run(text, run(text, at, /[a-z\d]+|[^]/iy), /[ \-":(\n]*/y) };
}

/** 64 hexadecimal digits or a WIF key in groups. */
function spacedKey(look, label) {
  const { text } = look;
  let { at } = after(look, label.end);
  at += Math.max(0, text.slice(at, look.reach(at, LOOSE / 2)).split("\n", 1)[0].search(/[\da-f]/i));
  const [other] = look.behind(at, 160);
  const found = /^[a-z\d]{2,}(?:[ \n-][a-z\d]{2,})+/i.exec(text.slice(at, Math.min(other?.start ?? at + 160, at + 160)))?.[0] ?? "";
  const words = found.split(/[ \n-]/);
  for (let joined = words.join(""); words.length > 1; joined = words.join("")) {
    if (/^(?:0x)?[\da-f]{64}$/i.test(joined) || proof(joined)) return [at, at + joined.length + words.length - 1];
    words.pop();
  }
}
