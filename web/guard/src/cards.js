// Numbers of payment cards: digits in groups, an issuer's range, a length that it uses, and Luhn's sum (ISO/IEC 7812).

import { after } from "./gaps.js";
import { code, standsAlone } from "./values.js";
import { CARD, isOther, vocabulary } from "./vocabulary.js";

const GROUPS = /^(?:\d+|\d{4} \d{6} \d{4,5}|\d{6} \d{13}|\d{4}(?: \d{4})+|\d{4} \d{4} \d{4} \d{4} \d{1,3})$/;

/** Finds cards, and the security code in a row "number, expiry, code". */
export function cards(look, found) {
  const { text } = look;
  for (const { 0: row, index } of text.matchAll(/\d+(?:(?: {1,3}|[-.])\d+){0,5}/g)) {
    // Behind a wide gap another number may begin.
    for (const { 1: part, index: from } of row.matchAll(/(?<=^|  )(?=(\d.*))/g)) {
      const start = index + from;
      // A date or a code may follow the number.
      for (let length = part.length; length > 11; length = part.slice(0, length).search(/[ .-]+\d+$/)) {
        const end = start + length;
        if (length > 36 || !isCard(part.slice(0, length)) || !standsAlone(text, [start, end]) || isNamedOtherwise(look, start)) continue;
        found([start, end], "card_number");
        codeBehind(look, end, found);
        break;
      }
    }
  }
}

function isCard(row) {
  const digits = row.replace(/\D/g, "");
  return digits.length > 11 && digits.length < 20 && GROUPS.test(row.replace(/ +|[-.]/g, " ")) &&
    digits.search(vocabulary().issued) === 0 && luhn(digits) && new Set(digits).size > 1;
}

/** From the right every second digit doubled, the digits' sum divisible by ten. */
const luhn = (digits) => [...digits].reverse().reduce((sum, digit, at) => sum + (at % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : +digit), 0) % 10 === 0;

/** Whether the nearest name before it in its line, with no other number between, is that of an order, an account, a phone. */
function isNamedOtherwise(look, start) {
  const near = look.before(start, 48).filter(({ end }) => !/\n|\d{4}/.test(look.text.slice(end, start)));
  const named = near.some(({ concept }) => concept === CARD);
  // "card payment error 4111 …": beside a card such names say nothing.
  const name = near.find((label) => isOther(label) && !(label.weak && named));
  return !!name && name.concept !== CARD;
}

/** "12/27 123" behind a card's number. */
function codeBehind(look, end, found) {
  const { text } = look;
  const expiry = /^[ ,|;/\n\r，]*(?:0[1-9]|1[0-2])[ /|-]*(?:\d{4}|\d\d)(?!\d)[ ,|;/\n\r，]+/.exec(text.slice(end, end + 60));
  const at = expiry && end + expiry[0].length;
  const span = at && after(look, at).at === at && code(text, at, 3, 4);
  if (span) found(span, "cvv");
}
