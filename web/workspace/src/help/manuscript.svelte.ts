// One text while it is being written: its local copy, the draft on the server that all writers share, and the steps of its
// review. Nothing typed is lost: it is kept on this machine until the server has it, and beside it what somebody else wrote.
import type { ArticleDraft, ArticleWriting, Outcome, Problem } from "@dengta/api";
import { DraftSync, type Local, type Remote, type Written } from "../lib/draft-sync";
import { ask, server } from "../lib/server";
import { readWriting, type Place } from "./api";
import { EMPTY, keywordLine, keywordsOf, pack, remoteOf, textOf, unpack, type Text, type Translates } from "./text";

/** After the last letter, until the server is told. */
const TOLD_MS = 1000;

interface Kept {
  text: string;
  base: string;
  revision: number;
}

/** What is shown at once, and what the server is asked to do with the revision that was read. */
type Step = [shown: (writing: ArticleWriting) => ArticleWriting, call: (revision: number) => Promise<Outcome<unknown>>];

export class Manuscript {
  readonly place: Place;
  title = $state("");
  summary = $state("");
  /** As they are typed in one field. */
  keywords = $state("");
  body = $state("");
  translates = $state.raw<Translates | null>(null);
  /** What the server has: the draft, what customers read, whether two people are wanted. */
  writing = $state.raw<ArticleWriting | null>(null);
  /** Another text, by somebody else or from another machine. */
  offered = $state.raw<Text | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** False when the browser could not keep it. */
  kept = $state(true);
  sending = $state(false);
  /** Whether something was typed that the server does not have. */
  unsent = $state(false);
  /** Grows with each time that the server has the words. */
  saves = $state(0);
  readonly #name: string;
  readonly #sync: DraftSync;
  readonly #startOf: () => Promise<Text>;
  #start: Text = EMPTY;
  #base = "";
  #revision = 0;
  #written: Promise<unknown> = Promise.resolve();
  #steps: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the text on screen is one that was read or typed, and not the empty one from before. */
  #shown = false;

  /** `startOf`: what a text begins with that nobody has written yet. */
  constructor(agent: string, place: Place, startOf: () => Promise<Text>) {
    this.place = place;
    this.#startOf = startOf;
    this.#name = `dengta.article.${agent}.${place.id}.${place.language}`;
    this.#recall();
    this.#sync = new DraftSync({
      read: () => this.#read(),
      write: (local) => {
        const written = this.#write(local);
        this.#written = written;
        return written;
      },
      agreed: (base, _, revision) => {
        this.#base = base;
        this.#revision = revision;
        this.#keep();
      },
      adopt: (text) => this.#show(unpack(text)),
      lost: () => {},
      offer: (remote) => (this.offered = remote && unpack(remote.body)),
      local: () => ({ text: this.#shown ? this.packed : this.#base, files: [], base: this.#base, baseFiles: [], revision: this.#revision }),
    });
  }

  get text(): Text {
    const { title, summary, body, translates } = this;
    return { title, summary, keywords: keywordsOf(this.keywords), body, translates };
  }
  get packed(): string {
    return pack(this.text);
  }
  get draft(): ArticleDraft | null {
    return this.writing?.draft ?? null;
  }
  get revision(): number {
    return this.draft?.revision ?? 0;
  }

  /** Looks what the server has; whatever was typed here and not sent goes there. */
  open(): Promise<void> {
    return this.#sync.open();
  }

  /** After each letter. */
  typed(): void {
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), TOLD_MS);
  }

  says(translates: Translates | null): void {
    this.translates = translates;
    this.typed();
  }

  async send(): Promise<void> {
    if (!this.writing) return this.open();
    if (this.unsent) await this.#sync.push();
  }

  /** Puts words in place of what is there, as a restoring does. */
  replace(text: Text): Promise<void> {
    this.#show(text);
    this.#keep();
    return this.flush();
  }

  choose(choice: "theirs" | "ours"): void {
    void this.#sync.choose(choice);
  }

  /** Until the server has everything that was typed, or says why not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#written;
    await this.send();
    await this.#written;
  }

  /** One step of the review: seen at once, taken back when it is refused. One after the other: an undo follows what it undoes. */
  step(...step: Step): Promise<Outcome<unknown>> {
    const done = this.#steps.then(() => this.#step(...step));
    this.#steps = done.catch(() => {});
    return done;
  }

  async #step(...[shown, call]: Step): Promise<Outcome<unknown>> {
    await this.flush();
    if (this.unsent || !this.writing) return { ok: false, problem: this.problem ?? { type: "about:blank", status: 0, title: "", errors: [] } };
    const { revision } = this;
    const before = this.writing;
    this.writing = shown(before);
    const answer = await call(revision);
    if (!answer.ok) this.writing = before;
    // What is there now is read again: somebody else may have been quicker.
    await this.open();
    return answer;
  }

  #recall(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#name) ?? "null") as Kept | null;
      if (!kept) return;
      this.#base = kept.base;
      this.#revision = kept.revision;
      this.#show(unpack(kept.text));
      this.unsent = true;
    } catch {
      // What cannot be read was not written here.
    }
  }

  #show(text: Text): void {
    this.#shown = true;
    const { title, summary, keywords, body, translates } = text;
    Object.assign(this, { title, summary, body, translates });
    if (pack({ ...EMPTY, keywords: keywordsOf(this.keywords) }) !== pack({ ...EMPTY, keywords })) this.keywords = keywordLine(keywords, this.place.language);
  }

  #keep(): void {
    const text = this.packed;
    this.unsent = this.#shown && text !== this.#base;
    try {
      if (this.unsent) localStorage.setItem(this.#name, JSON.stringify({ text, base: this.#base, revision: this.#revision } satisfies Kept));
      else localStorage.removeItem(this.#name);
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  async #read(): Promise<Remote | null> {
    const answer = await readWriting(this.place);
    if (!answer.ok) {
      this.problem = answer.problem;
      return null;
    }
    const { draft, published } = answer.value;
    if (!draft && !published) this.#start = await this.#startOf();
    this.problem = null;
    this.writing = answer.value;
    // An empty text of a first look is nothing that was typed.
    const remote = remoteOf(answer.value, this.#start);
    if (!this.#shown) {
      this.#base = remote.body;
      this.#revision = remote.revision;
      this.#show(unpack(remote.body));
    }
    return remote;
  }

  async #write({ text: packed, revision }: Local): Promise<Written> {
    const { translates, ...content } = unpack(packed);
    this.sending = true;
    const body = { content: { ...content, keywords: [...content.keywords] }, revision: Math.max(0, revision), ...(translates ? { translates } : {}) };
    const answer = await ask(server.PUT("/api/v1/help/articles/{id}/texts/{language}/draft", { params: { path: this.place }, body }));
    this.sending = false;
    if (answer.ok) {
      this.problem = null;
      this.saves += 1;
      if (this.writing) this.writing = { ...this.writing, draft: answer.value };
      return { kind: "kept", revision: answer.value.revision, files: [] };
    }
    const { problem } = answer;
    if (problem.status === 409 && problem.type.endsWith("/text-newer")) {
      const remote = await this.#read();
      return remote ? { kind: "newer", remote } : { kind: "unanswered" };
    }
    this.problem = problem;
    // What is too long is made shorter; a server that is away comes back; a session can be begun anew, an article taken back.
    const later = [0, 401, 404, 422, 429].includes(problem.status) || problem.status >= 500;
    return { kind: later ? "unanswered" : "refused" };
  }
}

export const shownDraft = (change: Partial<ArticleDraft>) => (writing: ArticleWriting): ArticleWriting =>
  writing.draft ? { ...writing, draft: { ...writing.draft, ...change } } : writing;

/** What customers read now, as long as the server has not said which number it has. */
export const shownPublished = (at: string) => (writing: ArticleWriting): ArticleWriting => {
  const { draft, published } = writing;
  if (!draft) return writing;
  const { content, translates, author, reviewer } = draft;
  return { ...writing, draft: null, published: { number: (published?.number ?? 0) + 1, content, translates, author, reviewer, published_at: at } };
};

export { textOf };
