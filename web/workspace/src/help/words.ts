// The desk's own lines of the search's lexicon. A line is a group of words that mean the same; what else it can be is
// told by crates/retrieval/src/lexicon/parse.rs, which decides.
import type { Language } from "../lib/languages";

/** All lines, by language. */
export type Lines = Readonly<Record<string, string>>;

/** Languages that share their words. */
export const families: readonly (readonly Language[])[] = [["zh-CN", "zh-TW"], ["en"], ["ko"], ["ja"]];
export const familyOf = (language: string): readonly Language[] => families.find((family) => family.some((each) => each === language)) ?? families[1]!;

/** A line where it stands. */
export interface Group {
  language: Language;
  line: string;
}
const linesOf = (lines: Lines, language: string): string[] => (lines[language] ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
export const groupsOf = (lines: Lines, family: readonly Language[]): Group[] => family.flatMap((language) => linesOf(lines, language).map((line) => ({ language, line })));

/** One line for another. */
export interface Change {
  language: Language;
  /** None: a new one. */
  was: string | null;
  /** None: it is taken out. */
  now: string | null;
  /** Where it is to stand; else where the old one stood, or last. */
  at?: number;
}
export const opposite = ({ language, was, now, at }: Change): Change => ({ language, was: now, now: was, at });
export const placeOf = (lines: Lines, { language, line }: Group): number => linesOf(lines, language).indexOf(line);

/** The lines after a change. What others did to them meanwhile stays. */
export function changed(lines: Lines, { language, was, now, at }: Change): Lines {
  const all = linesOf(lines, language);
  const found = was === null ? -1 : all.indexOf(was);
  const place = found >= 0 ? found : (at ?? all.length);
  if (found >= 0) all.splice(found, 1);
  if (now !== null && !all.includes(now)) all.splice(place, 0, now);
  const { [language]: _, ...others } = lines;
  return all.length ? { ...others, [language]: all.join("\n") } : others;
}

/** What a line says. */
export interface Said {
  kind: "same" | "leads" | "little" | "remark";
  /** How much the others count, where that is said. */
  weight: string | null;
  words: string[];
  /** Of `leads`: what is found. */
  found: string[];
}
const terms = (list: string): string[] => list.split(/[,，、]/).map((term) => term.trim()).filter(Boolean);

export function read(line: string): Said {
  const of = (kind: Said["kind"], words: string[], found: string[] = [], weight: string | null = null): Said => ({ kind, words, found, weight });
  if (line.startsWith("#")) return of("remark", [line.slice(1).trim()]);
  if (line.startsWith("~")) return of("little", terms(line.slice(1)));
  const [, weight = null, rest = line] = /^([^:：]*)[:：](.*)$/s.exec(line) ?? [];
  const [asked = "", found] = rest.split(/>(.*)/s);
  return found === undefined ? of("same", terms(asked), [], weight) : of("leads", terms(asked), terms(found), weight);
}

/** Whether it could be a line: a group of one word says nothing. */
export function isWhole(line: string): boolean {
  const { kind, words, found } = read(line);
  if (kind === "same") return words.length > 1;
  return words.length > 0 && (kind !== "leads" || found.length > 0);
}
