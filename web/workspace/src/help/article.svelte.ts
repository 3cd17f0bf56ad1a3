// One article while it is worked on: where it stands, and a manuscript for each language that is opened.
import type { Article, Outcome, Problem } from "@dengta/api";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import { me } from "../session/me.svelte";
import { archiveArticle, changeArticle, placeOf, readArticle, readWriting, takeBackArticle } from "./api";
import { Manuscript } from "./manuscript.svelte";
import { originalOf } from "./standing";
import { EMPTY, textOf, type Text } from "./text";

const manuscripts = new Map<string, Manuscript>();

export class Opened {
  readonly id: string;
  article = $state.raw<Article | null>(null);
  problem = $state.raw<Problem | null>(null);

  constructor(id: string) {
    this.id = id;
  }

  async load(): Promise<void> {
    const answer = await readArticle(this.id);
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.article = answer.value;
  }

  /** The same one as long as the page lives: what is on its way to the server must not meet another one. */
  manuscript(language: string): Manuscript {
    const name = `${me()?.id}.${this.id}.${language}`;
    const found = manuscripts.get(name) ?? new Manuscript(me()?.id ?? "", { id: this.id, language }, () => this.#startOf(language));
    manuscripts.set(name, found);
    return found;
  }

  /** Changes where it stands, seen at once. */
  async change(to: Partial<ReturnType<typeof placeOf>>, did: string): Promise<Problem | null> {
    const before = this.article;
    if (!before) return null;
    this.article = { ...before, ...to } as Article;
    const answer = await changeArticle(this.id, { ...placeOf(before), ...to });
    this.article = answer.ok ? answer.value : before;
    if (!answer.ok) return answer.problem;
    push({ label: did, undo: () => this.#adopt(changeArticle(this.id, placeOf(before))) });
    return null;
  }

  async setArchived(archived: boolean): Promise<void> {
    const before = this.article;
    if (!before) return;
    this.article = { ...before, archived_at: archived ? new Date().toISOString() : null };
    const [act, back] = archived ? [archiveArticle, takeBackArticle] : [takeBackArticle, archiveArticle];
    const answer = await this.#adopt(act(this.id));
    if (answer.ok) return void push({ label: text(archived ? "article-did-archive" : "article-did-take-back"), undo: () => this.#adopt(back(this.id)) });
    this.article = before;
    complain(answer.problem);
  }

  async #adopt(call: Promise<Outcome<Article>>): Promise<Outcome<Article>> {
    const answer = await call;
    if (answer.ok) this.article = answer.value;
    return answer;
  }

  /** A language that nobody has written in begins with the original's words. */
  async #startOf(language: string): Promise<Text> {
    const original = this.article && originalOf(this.article, language);
    if (!original || original === language) return EMPTY;
    const answer = await readWriting({ id: this.id, language: original });
    const published = answer.ok ? answer.value.published : null;
    return published ? { ...textOf(published), translates: { language: original, number: published.number } } : EMPTY;
  }
}
