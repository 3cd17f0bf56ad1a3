// A draft in the composer. One object per draft for the life of the page: a send that fails after the agent
// moved on still puts the text back where it was.
import type { Problem } from "@dengta/api";
import { DraftSync, type Remote } from "../lib/draft-sync";
import { draftName, keepDraft, nextAttempt, openDraft, takeBack, type Attempt, type Draft as Kept, type DraftKind, type KeptFile } from "../lib/drafts";
import { readDraft, writeDraft } from "./draft-store";
import { Uploads } from "./uploads.svelte";

/** After the last letter, until the agent's other machines are told. */
const TOLD_MS = 1000;

export class Draft {
  readonly kind: DraftKind;
  text = $state("");
  /** The note is of a phone call. */
  call = $state(false);
  /** A macro wants the ticket closed once this is sent. */
  thenClose = $state(false);
  /** False when the browser could not keep it. */
  kept = $state(true);
  /** The server keeps it without a secret that stands in it. */
  taken = $state(false);
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** What the problem is about. */
  refused = "";
  /** Another text, from the agent's other machine. */
  offered = $state.raw<Remote | null>(null);
  /** What the reply answers to, for the other machine. */
  seen = 0;
  readonly uploads: Uploads;
  readonly #sync: DraftSync;
  #name: string;
  #attempt: Attempt | null;
  #base: string;
  #baseFiles: readonly KeptFile[];
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(agent: string, ticket: string, kind: DraftKind) {
    this.kind = kind;
    this.#name = draftName(agent, ticket, kind);
    const { text, attempt, files = [], call = false, base = "", baseFiles = [], revision = 0 } = openDraft(localStorage, this.#name);
    this.text = text;
    this.call = call;
    this.#attempt = attempt;
    this.#base = base;
    this.#baseFiles = baseFiles;
    this.#revision = revision;
    this.uploads = new Uploads(() => {
      this.#keep();
      this.#tell();
    });
    this.uploads.restore(files);
    this.#sync = new DraftSync({
      read: () => readDraft(ticket, kind),
      write: (local) => writeDraft(ticket, kind, local, this.seen),
      agreed: (agreedOn, agreedFiles, number) => {
        this.#base = agreedOn;
        this.#baseFiles = agreedFiles;
        this.#revision = number;
        this.#keep();
      },
      adopt: (theirs, theirFiles) => {
        this.text = theirs;
        this.uploads.adopt(theirFiles);
        this.#keep();
      },
      lost: (gone) => {
        this.uploads.lose(gone);
        this.#keep();
      },
      offer: (remote) => (this.offered = remote),
      taken: (out) => (this.taken = out),
      local: () => {
        const agreed = { base: this.#base, baseFiles: this.#baseFiles, revision: this.#revision };
        // What is being sent is no draft any more, and not yet gone.
        if (this.busy) return { text: this.#base, files: this.#baseFiles, ...agreed };
        return { text: this.text, files: this.uploads.kept, ...agreed };
      },
    });
  }

  get empty(): boolean {
    return this.text.trim() === "" && this.uploads.items.length === 0;
  }

  /** Looks whether another machine of this agent went on with it. */
  open(): void {
    void this.#sync.open();
  }

  type(text: string): void {
    this.text = text;
    this.#keep();
    this.#tell();
  }

  noteCall(on: boolean): void {
    this.call = on;
    this.#keep();
  }

  choose(choice: "theirs" | "ours" | "both"): void {
    void this.#sync.choose(choice);
  }

  /** Empties the composer and says what to send. The text stays kept until `settle`. */
  take(seen: number): Attempt {
    const attempt = nextAttempt({ text: this.text, attempt: this.#attempt, files: this.uploads.kept, call: this.call }, seen);
    clearTimeout(this.#timer);
    this.busy = true;
    this.problem = null;
    this.text = "";
    this.call = false;
    this.uploads.restore([]);
    this.#attempt = attempt;
    this.#keep();
    return attempt;
  }

  settle(problem: Problem | null): void {
    this.busy = false;
    this.problem = problem;
    this.refused = this.#attempt?.body ?? "";
    if (problem) {
      this.#show(takeBack(this.#whole()));
      // A clear refusal ends the attempt; without an answer the same one must be tried again.
      const unanswered = problem.status === 0 || problem.status >= 500;
      if (!unanswered) this.#attempt = null;
    } else {
      this.#attempt = null;
      void this.#sync.push();
    }
    this.#keep();
  }

  /** An answer that was taken back stands in the composer again, before what was typed since. */
  restore({ body, files = [], call = false }: { body: string; files?: readonly KeptFile[]; call?: boolean }): void {
    this.#show(takeBack({ ...this.#whole(), attempt: { key: "", body, seen: 0, call, files } }));
    this.#attempt = null;
    // The server has done the same with its draft.
    this.#base = this.#base === "" ? body : `${body}\n\n${this.#base}`;
    this.#baseFiles = [...files, ...this.#baseFiles];
    this.#keep();
    this.open();
  }

  /** The agent's other machines are told once nothing more comes for a moment. */
  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#sync.push(), TOLD_MS);
  }

  #show({ text, attempt, files = [], call = false }: Kept): void {
    this.text = text;
    this.#attempt = attempt;
    this.call = call;
    this.uploads.restore(files);
  }

  #whole(): Kept {
    const agreed = { base: this.#base, baseFiles: this.#baseFiles, revision: this.#revision };
    return { text: this.text, attempt: this.#attempt, files: this.uploads.kept, call: this.call, ...agreed };
  }

  #keep(): void {
    this.kept = keepDraft(localStorage, this.#name, this.#whole());
  }
}

const drafts = new Map<string, Draft>();

export function draftOf(agent: string, ticket: string, kind: DraftKind): Draft {
  const name = draftName(agent, ticket, kind);
  const draft = drafts.get(name) ?? new Draft(agent, ticket, kind);
  drafts.set(name, draft);
  return draft;
}
