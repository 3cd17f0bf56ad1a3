// What seems to be a secret in what somebody types, before it is sent. The rules are those of crates/guard, checked against the
// same vectors; it warns and blocks nothing, so what wants much machinery is left to the server: sums of Stellar, BIP-32, SLIP-39,
// Electrum and Monero, key pairs, the neighbours of Chinese characters, most passwords in Hangul, several messages together.
//
// What must stay true: work grows with the text, of which the first 20,000 letters count; nothing leaves the page.

import { blobs } from "./blobs.js";
import { cards } from "./cards.js";
import { learnList } from "./lists.js";
import { Look } from "./look.js";
import { named } from "./named.js";
import { phrases } from "./phrases.js";
import { structures } from "./structures.js";
import { plain } from "./text.js";
import { learn as learnPack } from "./vocabulary.js";
import { wanted as wantedFor } from "./wanted.js";

/** What was looked at last: a page asks what is wanted, then what was found, and again when it is sent. */
let last = {};

function looked(given) {
  if (last.given !== given) {
    const { text, places } = plain(given);
    last = { given, places, look: new Look(text) };
  }
  return last;
}

/** Takes in what was fetched: the names of a script ("ko") or a word list ("bip39_english"). */
export function learn(name, text) {
  (name.length > 2 ? learnList : learnPack)(name, text);
  last = {};
}

/** The names of what should be fetched before this text is looked at. */
export const wanted = (given) => wantedFor(looked(given).look);

/** All secrets in a text, as far as what was fetched tells: in order, not overlapping. `start` and `end` count code points. */
export function scan(given) {
  const { places, look } = looked(given);
  const all = [];
  const found = (span, type, certain = true) => all.push({ start: span[0], end: span[1], type, certain });
  for (const search of [structures, blobs, cards, named, phrases]) search(look, found);
  return settled(all).map(({ start, end, ...what }) => {
    // A letter that was several is taken whole.
    const letter = places[end - 1];
    while (places[end] === letter) end++;
    return { start: places[start], end: places[end], ...what };
  });
}

/** Of findings that overlap the certain one stays, then the longer one, then the one that was looked for first. */
function settled(all) {
  const kept = [];
  for (const finding of all.sort((one, other) => one.start - other.start)) {
    const overlaps = () => kept.length && kept.at(-1).end > finding.start;
    const weight = ({ start, end, certain }) => end - start + (certain ? 1e6 : 0);
    if (overlaps() && weight(finding) <= weight(kept.at(-1))) continue;
    while (overlaps()) kept.pop();
    kept.push(finding);
  }
  return kept;
}
