// The help center as its writers see it: the calls.
import type { Article, ArticlePlace, ArticlePreview, ArticleVersion, ArticleVote, ArticleWriting, BrokenLink, HelpLexicon, HelpSection, LexiconTrial, NewHelpSection, Outcome } from "@dengta/api";
import type { HelpFilter } from "../lib/route.svelte";
import { newKey } from "../lib/drafts";
import { ask, askAll, server } from "../lib/server";

const PAGE = 100;

export const listSections = (): Promise<Outcome<HelpSection[]>> => askAll(() => server.GET("/api/v1/help/sections"));
export const makeSection = (body: NewHelpSection): Promise<Outcome<HelpSection>> =>
  ask(server.POST("/api/v1/help/sections", { body, params: { header: { "Idempotency-Key": newKey() } } }));
export const changeSection = (id: string, body: NewHelpSection): Promise<Outcome<HelpSection>> =>
  ask(server.PUT("/api/v1/help/sections/{id}", { params: { path: { id } }, body }));
export const removeSection = (id: string): Promise<Outcome<unknown>> => ask(server.DELETE("/api/v1/help/sections/{id}", { params: { path: { id } } }));

/** One page of the articles that a filter chooses. */
export const articlesPage = (query: HelpFilter & { after?: string; limit?: number }): Promise<Outcome<{ results: Article[]; next?: string | null }>> =>
  ask(server.GET("/api/v1/help/articles", { params: { query: { limit: PAGE, ...query } } }));
/** All of them: for what is put into order, and for a section. */
export const allArticles = (query: HelpFilter): Promise<Outcome<Article[]>> =>
  askAll((after) => server.GET("/api/v1/help/articles", { params: { query: { limit: PAGE, ...query, ...(after ? { after } : {}) } } }));
export const readArticle = (id: string): Promise<Outcome<Article>> => ask(server.GET("/api/v1/help/articles/{id}", { params: { path: { id } } }));
export const makeArticle = (body: ArticlePlace): Promise<Outcome<Article>> =>
  ask(server.POST("/api/v1/help/articles", { body, params: { header: { "Idempotency-Key": newKey() } } }));
export const changeArticle = (id: string, body: ArticlePlace): Promise<Outcome<Article>> =>
  ask(server.PUT("/api/v1/help/articles/{id}", { params: { path: { id } }, body }));
export const archiveArticle = (id: string): Promise<Outcome<Article>> => ask(server.POST("/api/v1/help/articles/{id}/archival", { params: { path: { id } } }));
export const takeBackArticle = (id: string): Promise<Outcome<Article>> => ask(server.DELETE("/api/v1/help/articles/{id}/archival", { params: { path: { id } } }));
export const readVotes = (id: string): Promise<Outcome<ArticleVote[]>> => askAll(() => server.GET("/api/v1/help/articles/{id}/votes", { params: { path: { id } } }));
export const brokenLinks = (): Promise<Outcome<BrokenLink[]>> => askAll(() => server.GET("/api/v1/help/broken-links"));

interface Saved {
  version: number;
  value: HelpLexicon;
}
export const lexicon = (): Promise<Outcome<Saved>> => ask(server.GET("/api/v1/help/lexicon"));
export const saveLexicon = (version: number, lines: Record<string, string>): Promise<Outcome<Saved>> =>
  ask(server.PUT("/api/v1/help/lexicon", { body: { version, value: { lines } } }));
/** What a question would find with these lines. */
export const tryLexicon = (lines: Readonly<Record<string, string>>, language: string, q: string): Promise<Outcome<LexiconTrial>> =>
  ask(server.POST("/api/v1/help/lexicon/trial", { body: { value: { lines }, language, q } }));

/** An article in one language. */
export interface Place {
  id: string;
  language: string;
}
export const readWriting = (path: Place): Promise<Outcome<ArticleWriting>> => ask(server.GET("/api/v1/help/articles/{id}/texts/{language}", { params: { path } }));
export const versions = (path: Place, after?: string): Promise<Outcome<{ results: ArticleVersion[]; next?: string | null }>> =>
  ask(server.GET("/api/v1/help/articles/{id}/texts/{language}/versions", { params: { path, query: { limit: 50, ...(after ? { after } : {}) } } }));
/** One version, which is the first of those below the next number. */
export async function version(path: Place, number: number): Promise<Outcome<ArticleVersion | null>> {
  const answer = await ask(server.GET("/api/v1/help/articles/{id}/texts/{language}/versions", { params: { path, query: { limit: 1, after: String(number + 1) } } }));
  return answer.ok ? { ok: true, value: answer.value.results.find((each) => each.number === number) ?? null } : answer;
}
export const preview = (language: string, body: string): Promise<Outcome<ArticlePreview>> => ask(server.POST("/api/v1/help/preview", { body: { language, body } }));

/** The place of an article as it is, to be sent back changed. */
export const placeOf = ({ section, slug, place, policy, related }: Article): ArticlePlace => ({ section, slug, place, policy, related: [...related] });
export const fieldsOf = ({ slug, parent, place, titles, descriptions, review_days, two_people }: HelpSection): NewHelpSection => ({
  slug, parent, place, titles: { ...titles }, descriptions: { ...descriptions }, review_days, two_people,
});

/** A picture for articles: its address in Markdown. */
export const sendPicture = (file: Blob): Promise<Outcome<{ href: string }>> =>
  ask(server.POST("/api/v1/help/images", {
    // The description calls the bytes of the body a list of numbers.
    body: file as unknown as number[],
    bodySerializer: (body) => body as unknown as Blob,
    headers: { "Content-Type": "application/octet-stream" },
  }));
