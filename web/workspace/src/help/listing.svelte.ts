// The articles of a list: those of a section with all below it, in their order, or a page of those that a filter chooses.
import type { Article, Outcome, Problem } from "@dengta/api";
import type { HelpFilter } from "../lib/route.svelte";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import { allArticles, archiveArticle, articlesPage, changeArticle, placeOf, takeBackArticle } from "./api";
import { withBelow } from "./sections.svelte";

const byPlace = (one: Article, other: Article) => one.place - other.place || one.id.localeCompare(other.id);

export class Listing {
  articles = $state.raw<readonly Article[] | null>(null);
  next = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  #asked = 0;

  async load(filter: HelpFilter): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const { section, ...rest } = filter;
    if (section) {
      const answers = await Promise.all(withBelow(section).map(({ id }) => allArticles({ ...rest, section: id })));
      if (mine !== this.#asked) return;
      const refused = answers.find((answer) => !answer.ok);
      this.problem = refused && !refused.ok ? refused.problem : null;
      if (!refused) this.articles = answers.flatMap((answer) => (answer.ok ? [...answer.value].sort(byPlace) : []));
      this.next = null;
      return;
    }
    const answer = await articlesPage(rest);
    if (mine !== this.#asked) return;
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    this.articles = answer.value.results;
    this.next = answer.value.next ?? null;
  }

  async more(filter: HelpFilter): Promise<void> {
    if (!this.next) return;
    const answer = await articlesPage({ ...filter, after: this.next });
    if (!answer.ok) return complain(answer.problem), undefined;
    this.articles = [...(this.articles ?? []), ...answer.value.results];
    this.next = answer.value.next ?? null;
  }

  /** Up or down among those of its section; the places of all are counted anew, for two may stand at one. */
  async move(article: Article, by: -1 | 1): Promise<void> {
    const all = (this.articles ?? []).filter(({ section }) => section === article.section).sort(byPlace);
    const at = all.indexOf(article);
    if (at < 0 || !all[at + by]) return;
    const before = this.articles;
    const order = [...all];
    order.splice(at, 1);
    order.splice(at + by, 0, article);
    const changed = order.map((each, index) => ({ each, place: index + 1 })).filter(({ each, place }) => each.place !== place);
    this.#places(new Map(changed.map(({ each, place }) => [each.id, place])));
    const answer = await store(changed);
    if (!answer.ok) {
      this.articles = before;
      return complain(answer.problem), undefined;
    }
    const back = all.map((each) => ({ each, place: each.place })).filter(({ each }) => changed.some((other) => other.each.id === each.id));
    const undo = async () => {
      this.#places(new Map(back.map(({ each, place }) => [each.id, place])));
      return store(back);
    };
    push({ label: text("article-did-move"), undo });
  }

  #places(places: ReadonlyMap<string, number>): void {
    const moved = (this.articles ?? []).map((article) => ({ ...article, place: places.get(article.id) ?? article.place }));
    // Sections keep their order; within each the articles take theirs.
    const sections = [...new Set(moved.map(({ section }) => section))];
    this.articles = sections.flatMap((section) => moved.filter((article) => article.section === section).sort(byPlace));
  }

  async setArchived(article: Article, archived: boolean, reload: () => unknown): Promise<void> {
    const before = this.articles;
    this.articles = (before ?? []).filter(({ id }) => id !== article.id);
    const [act, back] = archived ? [archiveArticle, takeBackArticle] : [takeBackArticle, archiveArticle];
    const answer = await act(article.id);
    if (!answer.ok) {
      this.articles = before;
      return complain(answer.problem), undefined;
    }
    const undo = async () => {
      const answer = await back(article.id);
      if (answer.ok) reload();
      return answer;
    };
    push({ label: text(archived ? "article-did-archive" : "article-did-take-back"), undo });
    reload();
  }
}

async function store(changed: readonly { each: Article; place: number }[]): Promise<Outcome<unknown>> {
  for (const { each, place } of changed) {
    const answer = await changeArticle(each.id, { ...placeOf(each), place });
    if (!answer.ok) return answer;
  }
  return { ok: true, value: null };
}
