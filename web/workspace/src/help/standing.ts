// Where the texts of an article stand, and which language is the original. Pure.
import type { Article, ArticleText } from "@dengta/api";
import { languages, type Language } from "../lib/languages";

/** What is told of a text, the most important last. */
export type Mark = "missing" | "published" | "withdrawn" | "writing" | "review" | "approved" | "scheduled" | "due" | "outdated";

export const textOf = (article: Article, language: string): ArticleText | undefined => article.texts.find((each) => each.language === language);

export function marks(text: ArticleText | undefined): Mark[] {
  if (!text) return ["missing"];
  const all: Mark[] = [];
  if (text.version !== null) all.push("published");
  if (text.draft) all.push(text.draft.publish_at ? "scheduled" : text.draft.state);
  else if (text.version === null) all.push("withdrawn");
  if (text.due) all.push("due");
  if (text.outdated) all.push("outdated");
  return all;
}

/** The colour of a mark: what waits for somebody stands out. */
export const tone = (mark: Mark): string =>
  ({ published: "ok", review: "beam", approved: "accent", scheduled: "accent", due: "bad", outdated: "bad" } as Partial<Record<Mark, string>>)[mark] ?? "";

/** The title in the language of the reader, of the original, or any. */
export function titleOf(article: Article, language: string): string {
  const first = originalOf(article, null);
  const found = [language, first, ...languages].map((each) => each && textOf(article, each)?.title).find(Boolean);
  return found || article.slug;
}

/** The language that `language` is translated from: as its version says, else the one that most others are, else the first that translates nothing. */
export function originalOf(article: Article, language: string | null): Language | null {
  const said = article.texts.find((each) => each.language === language)?.translates?.language;
  if (said) return said as Language;
  const published = languages.filter((each) => (textOf(article, each)?.version ?? null) !== null);
  const count = (each: string) => article.texts.filter(({ translates }) => translates?.language === each).length;
  const originals = published.filter((each) => !textOf(article, each)?.translates).sort((one, other) => count(other) - count(one));
  const found = originals[0] ?? published[0] ?? null;
  return found === language ? null : found;
}

/** Whether who asks may be the second person: they have not written on it. */
export const isSecond = (me: string | undefined, writers: readonly string[]): boolean => me !== undefined && !writers.includes(me);
