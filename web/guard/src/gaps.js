// What stands between a name and its value: a colon, a copula, a particle, quotes, short remarks.

import { begins, closes, isAlnum, isDigit, run } from "./text.js";
import { ASSERTED, BARE, BETWEEN, BOUND, COPULA, DENIED, HOW, MARK, says, vocabulary } from "./vocabulary.js";

/** So many pieces are gone over at most. */
const MOST_STEPS = 14;
const OPENING = "\"'`“”‘’「『【（([{《<«〈〔";
const CLOSING = "\"'`””’’」』】）)]}》>»〉〕";

export const closing = (open) => CLOSING[OPENING.indexOf(open)];

/** Goes on from the end of a name to where its value begins. */
export const after = (look, from) => look.gaps[from] ??= gone(look.text, from);

function gone(text, from) {
  const gap = { at: from, link: BARE, quote: undefined, assigned: false };
  let lines = 0;
  let comma = false;
  for (let steps = 0; steps < MOST_STEPS && gap.at < text.length; steps++) {
    const rest = text.slice(gap.at, gap.at + 99);
    const letter = rest[0];
    let step = 1;
    let connector;
    if (/[ \t\r]/.test(letter)) step = run(text, gap.at, /[ \t\r]+/y) - gap.at;
    else if (/^\\[n"]/.test(rest)) step = 2;
    else if (letter === "\n" && lines < 2) {
      lines++;
      gap.link = Math.max(gap.link, COPULA);
    } else if (letter === ">" && lines > 0);
    else if (lines === 0 && /^[?？][ \r]*\n/.test(rest)) gap.link = MARK;
    else if (/[:：→⇒➡=]/.test(letter)) {
      gap.assigned ||= gap.at === from && letter === "=";
      gap.link = MARK;
    } else if (letter === "-" && isDigit(rest[1])) break;
    else if (/^--?>/.test(rest)) gap.link = MARK;
    else if (/[-|/>~*_…·•\]}」』】）)]/.test(letter));
    else if (/[,，、]/.test(letter) && !comma) comma = true;
    else if (/[(（]/.test(letter) && aside(rest)) step = aside(rest);
    else if (OPENING.includes(letter)) gap.quote = letter;
    else if ((connector = term(rest))) {
      const { role } = connector;
      // Quoted behind "is": "my dog" is no remark any more.
      if (role > MARK && gap.quote && gap.link > BARE) break;
      step = role === BETWEEN ? remark(rest) : connector.text.length;
      if (!(step > 0)) break;
      if (role === MARK || role === COPULA) gap.link = Math.max(gap.link, role);
    } else break;
    if (!OPENING.includes(letter)) gap.quote = undefined;
    gap.at += step;
  }
  return gap;
}

/** What the line behind the one that a name stands in tells: "Did you get the code?", "Yes, it's 482913". `shape(at, asked)`
    is the value at a place. The role of whoever writes it is gone over ("Customer: "), and a line that only nods. */
export function answer(look, { start, end }, shape) {
  const { text } = look;
  const rest = text.slice(end, look.reach(end, 260));
  const found = /^([^\n]*)(\n[^\da-z\n]{0,9})?(\n[\n\r >|\t]*)(?:[^\n:：0-9]{0,24}[:：][:： ]*)?([^\d\n]*?)(?<![a-z])(?=[a-z]*\d)/i.exec(rest);
  if (!found || look.distance(end, end + found[1].length) > 100 || found[3].split("\n").length > 3) return;
  const question = text.slice(look.reach(start, -100), start).split("\n").at(-1) + found[1];
  const asked = /^>|[?？:：]\s*$/.test(question) && !says(HOW, question);
  const [said, at] = [found[4], end + found[0].length];
  const span = shape(at, asked);
  if (!span) return;
  const bound = says(BOUND, said) || says(ASSERTED, text.slice(span[1], span[1] + 9));
  const over = /^[ \r.。"」!]*(?:\n|$)/.test(text.slice(span[1], span[1] + 200));
  return asked && bound || !says(DENIED, said) && (asked ? !said || over : !said && over) ? span : undefined;
}

/** "(Google Authenticator)" after a name, when something still binds a value to the name. */
function aside(rest) {
  const found = /^(?:\([^)]{0,38}\)|（[^）]{0,38}）)(?=\s*(?:[:：=是为는은は-]|is ))/.exec(rest);
  return found?.[0].length;
}

/** "for my account" before a mark or a copula. */
function remark(rest) {
  return /^[^\n.!?;,]{0,60}/.exec(rest)[0].search(/[:=：]| (?:is|was|are) /);
}

/** The connector at the beginning of `rest`. */
function term(rest) {
  const lower = rest.slice(0, 32).toLowerCase();
  return vocabulary().forward.get(lower[0])?.find(({ text }) =>
    begins(lower, text) && !(isAlnum(text.at(-1)) && lower[text.length] === "'"));
}

/** Goes back from the beginning of a name to where a value before it ends; nothing if no copula or possessive is between. */
export function before(text, from) {
  let at = from;
  let bound = false;
  for (let steps = 0; steps < 6; steps++) {
    const start = Math.max(0, at - 200);
    const rest = text.slice(start, at).replace(/[ \t]+$/, "");
    at = start + rest.length;
    if (/["'`”’」』*)）\]】]$/.test(rest)) {
      at--;
      if (bound) return at;
      continue;
    }
    const lower = rest.slice(-32).toLowerCase();
    const found = vocabulary().own.find((word) => closes(lower, word));
    if (!found) break;
    at -= found.length;
    bound = true;
  }
  return bound ? at : undefined;
}
