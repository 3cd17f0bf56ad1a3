// The desk's own words as the server has them, and how they change: line by line, over what others changed meanwhile.
import type { HelpLexicon, LexiconTrial, Outcome, Problem } from "@dengta/api";
import { lexicon, saveLexicon, tryLexicon } from "./api";
import { changed, type Change, type Lines } from "./words";

const MOVED = 409;

export class OwnWords {
  lines = $state.raw<Lines | null>(null);
  version = $state.raw(0);
  problem = $state.raw<Problem | null>(null);

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    const answer = await lexicon();
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.#show(answer.value);
  }

  /** Saves a change. When somebody saved meanwhile, it is made again to what they saved. */
  async change(change: Change): Promise<Outcome<unknown>> {
    const first = await this.#save(change);
    if (first.ok || first.problem.status !== MOVED) return first;
    await this.load();
    return this.#save(change);
  }

  async #save(change: Change): Promise<Outcome<unknown>> {
    const answer = await saveLexicon(this.version, { ...changed(this.lines ?? {}, change) });
    if (answer.ok) this.#show(answer.value);
    return answer;
  }

  #show({ version, value }: { version: number; value: HelpLexicon }): void {
    this.version = version;
    this.lines = value.lines;
  }
}

const TYPED_MS = 250;

/** What a question finds with some lines: asked a moment after the last letter. */
export class Trial {
  found = $state.raw<LexiconTrial | null>(null);
  problem = $state.raw<Problem | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = "";

  ask(lines: Lines | null, language: string, q: string): void {
    const wanted = lines && q.trim() ? JSON.stringify([lines, language, q]) : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    if (!wanted) this.found = this.problem = null;
    else this.#timer = setTimeout(() => void this.#ask(lines!, language, q, wanted), TYPED_MS);
  }

  async #ask(lines: Lines, language: string, q: string, wanted: string): Promise<void> {
    const answer = await tryLexicon(lines, language, q);
    if (wanted !== this.#wanted) return;
    this.problem = answer.ok ? null : answer.problem;
    this.found = answer.ok ? answer.value : null;
  }
}
