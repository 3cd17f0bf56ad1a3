// A text as it is written: packed into one string for what keeps two machines the same (lib/draft-sync.ts). Pure.
import type { ArticleDraft, ArticleVersion, ArticleWriting } from "@dengta/api";
import type { Remote } from "../lib/draft-sync";

export interface Translates {
  language: string;
  number: number;
}

export interface Text {
  title: string;
  summary: string;
  keywords: readonly string[];
  body: string;
  translates: Translates | null;
}

export const EMPTY: Text = { title: "", summary: "", keywords: [], body: "", translates: null };

export const pack = ({ title, summary, keywords, body, translates }: Text): string =>
  JSON.stringify([title, summary, keywords, body, translates && [translates.language, translates.number]]);

export function unpack(packed: string): Text {
  try {
    const [title, summary, keywords, body, translates] = JSON.parse(packed) as [string, string, string[], string, [string, number] | null];
    return { title, summary, keywords, body, translates: translates && { language: translates[0], number: translates[1] } };
  } catch {
    return EMPTY;
  }
}

export function textOf({ content, translates }: Pick<ArticleDraft | ArticleVersion, "content" | "translates">): Text {
  const { title, summary = "", keywords = [], body } = content;
  return { title, summary, keywords, body, translates: translates && { language: translates.language, number: translates.number } };
}

/**
 * What the server holds: the draft under its revision; without one what customers read, numbered below zero by its
 * version, so that a newer one is seen to be newer; else what a new text begins with.
 */
export function remoteOf({ draft, published }: Pick<ArticleWriting, "draft" | "published">, start: Text): Remote {
  if (draft) return { body: pack(textOf(draft)), files: [], revision: draft.revision };
  if (published) return { body: pack(textOf(published)), files: [], revision: -published.number };
  return { body: pack(start), files: [], revision: 0 };
}

const BETWEEN = /[,，、;；\n]+/;
/** Words as they are typed in one field. */
export const keywordsOf = (typed: string): string[] => typed.split(BETWEEN).map((word) => word.trim()).filter(Boolean);
export const keywordLine = (keywords: readonly string[], language: string): string => keywords.join(/^(zh|ja)/.test(language) ? "、" : ", ");

/** For who has no drawing by the server: the signs that only articles have are left out, their words stay. */
export const readable = (body: string): string =>
  body
    .replace(/^> \[!\w+\]\s*\n/gm, "")
    .replace(/!\[([^\]]*)\]\(image:[^)]*\)/g, "*$1*")
    .replace(/\[([^\]]+)\]\(help:[^)]*\)/g, "**$1**");
