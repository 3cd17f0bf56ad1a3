// Long rows of letters and digits: keys that prove themselves, and random-looking values whose names tell what they are.
// 64 hexadecimal digits are a transaction's id or a private key: the nearest name decides, without one nobody knows.

import { after, before } from "./gaps.js";
import { isAddress, proof } from "./keys.js";
import { count } from "./text.js";
import { isPlaceholder, isRandom, isUuid } from "./values.js";
import {
  ACCESS_TOKEN, ADDRESS, API_KEY, API_SECRET, BARE, CARD, CVV, OTP, PASSPHRASE, PASSWORD, PRIVATE_KEY, PUBLIC, SECRET_KEY, SEED, TOTP, vocabulary,
} from "./vocabulary.js";

/** A name further away, in bytes, says nothing about a value. */
const NEAR = 120;
/** Without a colon or a copula a name reaches so far. */
const BESIDE = 90;

/** Finds tokens of services, keys and named values. */
export function blobs(look, found) {
  tokens(look.text, found);
  let last;
  for (const { 0: row, index } of look.text.matchAll(/[a-z\d+/_=-]{16,}/gi)) last = judge(look, row, index, last, found);
}

/** Tokens of known services: the pack knows how they begin and go on. */
function tokens(text, found) {
  for (const { 0: token, index } of text.matchAll(vocabulary().tokens)) if (!isPlaceholder(token)) found([index, index + token.length], "access_token");
}

function judge(look, row, index, last, found) {
  const span = value(row, index);
  const end = index + row.length;
  if (proofs(look, row, index, found)) return { end, taken: true };
  // The next one of a list goes by the name of the one before.
  const name = nameOf(look, span, last) ?? (last && span[0] - last.end <= 5 ? last.name : undefined);
  const verdict = verdictOn(look, span, name);
  if (verdict) found(span, verdict, !(verdict === "private_key" && name === undefined));
  return { end: span[1], name, taken: !!verdict };
}

/** The part of a row that is the value: without `name=` before it and dashes around it. */
function value(row, index) {
  const from = row.replace(/(?<!=)=+$/, "").lastIndexOf("=") + 1;
  const part = row.slice(from).replace(/^[-_/=+]+/, "");
  const start = index + row.length - part.length;
  return [start, start + part.replace(/(?<![-_])[-_]+$/, "").length];
}

/** Keys within the row that prove themselves. */
function proofs(look, row, index, found) {
  const { text } = look;
  const bot = row.length === 35 && row.startsWith("AA") && /\d{8,10}:$/.exec(text.slice(Math.max(0, index - 12), index));
  if (bot) return found([index - bot[0].length, index + 35], "access_token"), true;
  let any = false;
  for (const { 0: run, index: at } of row.matchAll(/[a-z\d]{22,}/gi)) {
    const span = [index + at, index + at + run.length];
    if (!proof(run)) continue;
    any = true;
    found(span, "private_key");
  }
  return any;
}

/** What the words around say that the value is. */
function nameOf(look, span, last) {
  const hex = isHexKey(look.text.slice(...span));
  let address;
  for (const label of look.before(span[0], NEAR)) {
    if (!reaches(look, label, span[0], last)) continue;
    if (label.negated) return PUBLIC;
    // "the private key for the API is": the name is the key's.
    if (label.weak && / key (?:of|for|to|from|in) (?:the |my )?$/i.test(look.text.slice(look.reach(label.start, -20), label.start))) continue;
    // A private key is often named together with the address that it opens.
    if (label.concept === ADDRESS && hex) address = ADDRESS;
    else if (![OTP, SEED, CARD, CVV].includes(label.concept)) return label.concept;
  }
  return address ?? nameBehind(look, span);
}

/** Whether a name's value may stand at `start`. */
function reaches(look, label, start, last) {
  const between = look.text.slice(label.end, start);
  if (last?.taken && last.end > label.end || count(between, /\n/g) > 3) return false;
  const gap = after(look, label.end);
  const direct = gap.at >= start;
  if (label.weak) {
    const api = () => label.concept === SECRET_KEY && look.before(label.start, 200).some(({ concept }) => concept === API_KEY);
    return direct && (gap.link > BARE || label.concept === PUBLIC || api());
  }
  return direct || /[:：=>→是👇][ "'`\n*\r“「]*$/u.test(between) ||
    look.distance(label.end, start) <= BESIDE && !/[。！!；;]|\. /.test(between);
}

/** "… is my private key", "… (private key)". */
function nameBehind(look, [, end]) {
  const [label] = look.behind(end, 40);
  if (!label || ![PRIVATE_KEY, SECRET_KEY, API_SECRET, TOTP, PUBLIC, ACCESS_TOKEN, ADDRESS].includes(label.concept)) return;
  const between = look.text.slice(end, label.start);
  const far = look.distance(end, label.start);
  const bound = before(look.text, label.start) <= end + 2 || far <= 5;
  if (bound && !between.includes("\n") && (!label.weak || far > 5)) return label.negated ? PUBLIC : label.concept;
}

/** 64 hexadecimal digits, with or without 0x. */
const isHexKey = (token) => /^(?:0x)?[\da-f]{64}$/i.test(token);

function verdictOn(look, span, name) {
  const token = look.text.slice(...span);
  if (name === PRIVATE_KEY) return privateKey(look, span, token);
  if (name === SECRET_KEY) return secretKey(look, span, token);
  if (name === API_SECRET) return isValue(token) && "api_secret";
  if (name === ACCESS_TOKEN) return isValue(token) && !/^0x[\da-f]{64}$/i.test(token) && "access_token";
  if (name === TOTP) return isBase32(token) && "totp_secret";
  const codes = () => look.before(span[0], 100).slice(0, 3).some(({ concept }) => concept === OTP || concept === TOTP);
  if ((name === undefined || name === PUBLIC || name === PASSWORD) && isStrictBase32(token) && codes()) return "totp_secret";
  return name === undefined && isHexKey(token) && !isInLink(look.text, span[0]) && "private_key";
}

/** A private key; base64 beside the name of an API is that API's secret (Kraken calls it so). */
function privateKey(look, span, token) {
  const api = /[+/=]/.test(token) && look.before(span[0], 80).some(({ concept }) => concept === API_KEY || concept === API_SECRET);
  return api ? "api_secret" : isKey(token) && "private_key";
}

/** What a private key looks like: hexadecimal digits of 32 or 64 bytes, or as many in base58 or base64. */
function isKey(token) {
  const digits = token.replace(/^0x/, "");
  const hex = /^[\da-f]+$/i.test(digits) && [64, 128, 192].includes(digits.length) && new Set(digits).size > 1;
  return hex || token.length >= 43 && isRandom(token, 43) && !token.startsWith("0x") && !isPublicForm(token);
}

const isPublicForm = (token) => /^(?:bc1|tb1|ltc1|addr1|cosmos1|npub1|[xyzt]pub)/.test(token);

/** A random-looking value that is no address. */
const isValue = (token) => !/^0x.{40}$/.test(token) && !isAddress(token) && !isPublicForm(token) && (isRandom(token, 16) || isUuid(token));

/** RFC 4648 base32, at least 80 bits; in hexadecimal too. */
function isBase32(token) {
  const body = token.replace(/(?<!=)=+$/, "");
  return /^(?:[A-Z2-7]{16,128}|(?=.*\d)[a-z2-7]{16,128})$/.test(body) || /^[a-f\d]{20,}$/i.test(body) && isRandom(body, 20);
}

/** Capitals and 2 to 7, or small letters with some of these digits: nothing else looks so. */
export function isStrictBase32(token) {
  const body = token.replace(/(?<!=)=+$/, "");
  const digits = count(body, /[2-7]/g);
  return body.length >= 16 && body.length <= 64 && digits > 0 &&
    (/^[A-Z2-7]+$/.test(body) && digits < body.length || /^[a-z2-7]+$/.test(body) && digits > 1 && digits < body.length >> 1);
}

/** Of a wallet, of an API, of one-time codes: other names nearby tell, then the shape. */
function secretKey(look, span, token) {
  const near = [...look.before(span[0], 400), ...look.behind(span[1], 200)];
  const says = (...concepts) => near.some(({ concept }) => concepts.includes(concept));
  if (says(API_KEY, API_SECRET, PASSPHRASE) && isValue(token)) return "api_secret";
  if (isBase32(token) && says(TOTP, OTP) || isStrictBase32(token) && [16, 26, 32].includes(token.length)) return "totp_secret";
  if (isKey(token) && (isHexKey(token) || token.length >= 86 && !/[+/=]/.test(token))) return "private_key";
  return isValue(token) && "api_secret";
}

/** Whether the row is part of a link: an explorer's, or another page's. */
function isInLink(text, start) {
  const link = /[!#-'\x29-;=-~]*$/.exec(text.slice(Math.max(0, start - 200), start))[0];
  return link.includes("://") || link.includes(".") && link.endsWith("/");
}
