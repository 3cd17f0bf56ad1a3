// One look at a text: where the names of things stand in it.

import { isFiller, wordsOf } from "./lists.js";
import { isAlnum, isDigit, isLetter, isLower, isUpper } from "./text.js";
import { NEGATED, NEGATION, PUBLIC, says, vocabulary } from "./vocabulary.js";

/** Shorter names are no humps of camelCase: base58 is full of them. */
const HUMP = 6;

export class Look {
  constructor(text) {
    this.text = text;
    // Distances are those of the rules: bytes of UTF-8.
    this.bytes = new Uint32Array(text.length + 1);
    for (let at = 0; at < text.length; at++) {
      this.bytes[at + 1] = this.bytes[at] + 1 + (text[at] > "\x7f") + (text[at] > "\u07ff");
    }
    this.labels = find(text);
    /** What was gone over behind a place, and what sums were worked out: no work is done again for every name. */
    this.gaps = [];
    this.groups = [];
    this.sums = 0;
    this.words = wordsOf(text);
    this.unnumbered = this.words.filter((word) => !isFiller(text, word));
  }

  distance(from, to) {
    return this.bytes[to] - this.bytes[from];
  }

  /** The place so many bytes ahead, or back if `far` is negative. */
  reach(at, far) {
    const goal = this.bytes[at] + far;
    if (far < 0) return Math.max(0, first(this.text.length, (to) => this.bytes[to] > goal) - 1);
    return first(this.text.length, (to) => this.bytes[to] >= goal);
  }

  /** The names that end before `at`, at most so many bytes away, the nearest first. */
  before(at, within) {
    const near = [];
    let number = first(this.labels.length, (number) => this.labels[number].end > at);
    while (number-- && this.distance(this.labels[number].end, at) <= within) near.push(this.labels[number]);
    return near;
  }

  /** The names that begin at or behind `at`, at most so many bytes away, the nearest first. */
  behind(at, within) {
    const near = [];
    let number = first(this.labels.length, (number) => this.labels[number].start >= at);
    for (let label; (label = this.labels[number++]) && this.distance(at, label.start) <= within;) near.push(label);
    return near;
  }
}

/** The first number below `high` that is so, and those behind it. */
function first(high, is) {
  let low = 0;
  while (low < high) {
    const middle = low + high >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All names, in order, none within another: the longest at a place counts, in Latin letters it stands alone. */
function find(text) {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const pairs = {};
  const labels = [];
  let fresh = true;
  let small = false;
  for (let at = 0; at < text.length;) {
    const letter = text[at];
    const before = fresh;
    const begins = letter > "\x7f" || isAlnum(letter) && (fresh || small && isUpper(letter));
    fresh = !isAlnum(letter);
    small = isLower(letter);
    const label = begins && longest(pairs, text, lower, at);
    if (label && (before || letter > "\x7f" || label.end - at >= HUMP)) {
      label.negated = label.concept < PUBLIC && isNegated(lower, label);
      labels.push(label);
      at = label.end;
      fresh = true;
      small = isLower(text[at - 1]);
    } else at++;
  }
  return labels;
}

/** The longest name at a place; `pairs` keeps the names that begin with two letters. */
function longest(pairs, text, lower, start) {
  let best;
  const pair = lower.slice(start, start + 2);
  pairs[pair] ??= (vocabulary().names.get(pair[0]) ?? []).filter(({ text }) => text[1] === pair[1] || text[1] === " ");
  for (const { text: name, concept, weak } of pairs[pair]) {
    if (best && name.length <= best.end - start) break;
    const end = ends(text, lower, start, name);
    if (end && !(best?.end >= end)) best = { start, end, concept, weak };
  }
  return best;
}

/** Where the name ends if it stands at `start`. A space in it stands for a space, `_`, `-` or nothing. */
function ends(text, lower, start, name) {
  let at = start;
  for (let letter = 0; letter < name.length; letter++) {
    const wanted = name[letter];
    if (lower[at] === wanted || wanted === " " && (lower[at] === "_" || lower[at] === "-")) at++;
    else if (wanted !== " ") return 0;
  }
  const last = lower[at - 1];
  if (!isAlnum(last)) return at;
  // CVC206 is no CVC2.
  if (isDigit(last) && isDigit(text[at])) return 0;
  if (lower[at] === "s") at++;
  const hump = isLower(text[at - 1]) && isUpper(text[at]) && name.length >= HUMP;
  return !isLetter(text[at]) || hump ? at : 0;
}

/** "This is not my …". */
function isNegated(lower, { start, end }) {
  const before = lower.slice(Math.max(0, start - 40), start).trimEnd();
  const after = lower.slice(end, end + 40).trimStart();
  return says(NEGATION, before) || says(NEGATED, after);
}
