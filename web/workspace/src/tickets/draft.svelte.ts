// A draft in the composer. One object per draft for the life of the page: a send that fails after the agent
// moved on still puts the text back where it was.
import type { Problem } from "@dengta/api";
import { draftName, keepDraft, nextAttempt, openDraft, takeBack, type Attempt, type DraftKind } from "../lib/drafts";

export class Draft {
  readonly kind: DraftKind;
  text = $state("");
  /** False when the browser could not keep it. */
  kept = $state(true);
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  #name: string;
  #attempt: Attempt | null;

  constructor(agent: string, ticket: string, kind: DraftKind) {
    this.kind = kind;
    this.#name = draftName(agent, ticket, kind);
    const { text, attempt } = openDraft(localStorage, this.#name);
    this.text = text;
    this.#attempt = attempt;
  }

  type(text: string): void {
    this.text = text;
    this.#keep();
  }

  /** Empties the composer and says what to send. The text stays kept until `settle`. */
  take(seen: number): Attempt {
    const attempt = nextAttempt({ text: this.text, attempt: this.#attempt }, seen);
    this.busy = true;
    this.problem = null;
    this.text = "";
    this.#attempt = attempt;
    this.#keep();
    return attempt;
  }

  settle(problem: Problem | null): void {
    this.busy = false;
    this.problem = problem;
    if (problem) {
      const back = takeBack({ text: this.text, attempt: this.#attempt });
      this.text = back.text;
      // A clear refusal ends the attempt; without an answer the same one must be tried again.
      const unanswered = problem.status === 0 || problem.status >= 500;
      this.#attempt = unanswered ? back.attempt : null;
    } else {
      this.#attempt = null;
    }
    this.#keep();
  }

  #keep(): void {
    this.kept = keepDraft(localStorage, this.#name, { text: this.text, attempt: this.#attempt });
  }
}

const drafts = new Map<string, Draft>();

export function draftOf(agent: string, ticket: string, kind: DraftKind): Draft {
  const name = draftName(agent, ticket, kind);
  const draft = drafts.get(name) ?? new Draft(agent, ticket, kind);
  drafts.set(name, draft);
  return draft;
}
