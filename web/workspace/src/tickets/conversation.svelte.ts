// One ticket with its timeline, as far as this page knows it, and what the agent does to it.
import type { Entry, Outcome, Problem, Ticket, TicketDetail } from "@dengta/api";
import type { Attempt, DraftKind } from "../lib/drafts";
import { ask, server } from "../lib/server";
import { me } from "../session/me.svelte";
import { refreshCounts } from "./counts.svelte";
import { patchLists } from "./list.svelte";

const PAGE = 500;

/** A message on its way; `number` once the server has acknowledged it. */
export interface Sending extends Attempt {
  kind: DraftKind;
  number: number | null;
}

export class Conversation {
  readonly id: string;
  ticket = $state.raw<TicketDetail | null>(null);
  entries = $state.raw<readonly Entry[]>([]);
  sending = $state.raw<readonly Sending[]>([]);
  /** The last entry that the agent had before their eyes: what a reply answers to. */
  seen = $state(0);
  /** Why it cannot be shown. */
  problem = $state.raw<Problem | null>(null);
  /** Why the last action was refused. */
  refused = $state.raw<Problem | null>(null);
  #acting = 0;

  constructor(id: string) {
    this.id = id;
  }

  get last(): number {
    return this.entries.at(-1)?.number ?? 0;
  }

  /** Reads what is new: entries after the last, those whose delivery is not settled, and then the ticket. */
  async refresh(): Promise<void> {
    if (!this.ticket) {
      await Promise.all([this.#readTicket(), this.#readEntries()]);
    } else if (await this.#readEntries()) {
      await this.#readTicket();
    }
  }

  async #readTicket(): Promise<void> {
    const answer = await ask(server.GET("/api/v1/tickets/{id}", { params: { path: { id: this.id } } }));
    if (!answer.ok) {
      if (!this.ticket) this.problem = answer.problem;
      return;
    }
    this.problem = null;
    // While an action is under way its effect is already shown, and this answer may be older.
    if (this.#acting === 0) this.ticket = answer.value;
  }

  /** True when anything came that was not known. */
  async #readEntries(): Promise<boolean> {
    const unsettled = this.entries.find(({ delivery }) => delivery === "queued" || delivery === "held");
    let after = unsettled ? unsettled.number - 1 : this.last;
    const fresh: Entry[] = [];
    for (let full = true; full; ) {
      const answer = await ask(
        server.GET("/api/v1/tickets/{id}/entries", { params: { path: { id: this.id }, query: { after, limit: PAGE } } }),
      );
      if (!answer.ok) return false;
      fresh.push(...answer.value.results);
      after = fresh.at(-1)?.number ?? after;
      full = Boolean(answer.value.next);
    }
    const known = new Map(this.entries.map((entry) => [entry.number, entry]));
    const news = fresh.filter((entry) => known.get(entry.number)?.delivery !== entry.delivery || !known.has(entry.number));
    if (news.length === 0) return false;
    for (const entry of news) known.set(entry.number, entry);
    this.entries = [...known.values()].sort((a, b) => a.number - b.number);
    return true;
  }

  /** Sends a reply or a note, showing it at once; the problem when it was not acknowledged. */
  async send(kind: DraftKind, attempt: Attempt): Promise<Problem | null> {
    const { key, body, seen } = attempt;
    this.sending = [...this.sending, { ...attempt, kind, number: null }];
    const params = { path: { id: this.id } };
    const headers = { "Idempotency-Key": key };
    const answer = await ask(
      kind === "reply"
        ? server.POST("/api/v1/tickets/{id}/replies", { params, headers, body: { body, seen } })
        : server.POST("/api/v1/tickets/{id}/notes", { params, headers, body: { body } }),
    );
    const number = answer.ok ? answer.value.entry.number : null;
    this.sending = this.sending.flatMap((each) => (each.key !== key ? each : number ? { ...each, number } : []));
    // It was accepted, so nothing stands between what was seen and our own entry.
    if (number && kind === "reply") this.seen = Math.max(this.seen, number);
    // Either our own entry or what moved the conversation on; an acknowledged one stays shown until then.
    void this.refresh().then(() => (this.sending = this.sending.filter((each) => (each.number ?? Infinity) > this.last)));
    return answer.ok ? null : answer.problem;
  }

  assign(to: "me" | null): Promise<void> {
    const self = me();
    const assignee = to && self ? { id: self.id, name: self.name, number: self.number } : null;
    return this.#act({ assignee }, () =>
      server.POST("/api/v1/tickets/{id}/assignment", { params: { path: { id: this.id } }, body: { agent: to } }),
    );
  }

  close(): Promise<void> {
    return this.#act({ state: "closed", awaiting: null }, () =>
      server.POST("/api/v1/tickets/{id}/closure", { params: { path: { id: this.id } } }),
    );
  }

  reopen(): Promise<void> {
    return this.#act({ state: "open", awaiting: "agent" }, () =>
      server.DELETE("/api/v1/tickets/{id}/closure", { params: { path: { id: this.id } } }),
    );
  }

  /** Shows the change at once; takes it back, with the reason, when the server refuses. */
  async #act(
    change: Partial<Ticket>,
    call: () => Promise<{ data?: unknown; error?: unknown; response: Response }>,
  ): Promise<void> {
    const before = this.ticket;
    if (!before) return;
    const undo = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof Ticket]]));
    this.refused = null;
    this.#acting += 1;
    this.#show(change);
    const answer: Outcome<unknown> = await ask(call());
    this.#acting -= 1;
    if (!answer.ok) this.refused = answer.problem;
    // Shown once more when it holds: a list that was asked for before the server knew may have hidden it.
    this.#show(answer.ok ? change : undo);
    await Promise.all([this.refresh(), refreshCounts()]);
  }

  #show(change: Partial<Ticket>): void {
    if (this.ticket) this.ticket = { ...this.ticket, ...change };
    patchLists(this.id, change);
  }
}

/** Enough that going back and forth among the day's cases is instant. */
const KEPT = 40;
const conversations = new Map<string, Conversation>();

export function conversationOf(id: string): Conversation {
  const conversation = conversations.get(id) ?? new Conversation(id);
  conversations.delete(id);
  conversations.set(id, conversation);
  const oldest = conversations.keys().next().value;
  if (conversations.size > KEPT && oldest) conversations.delete(oldest);
  return conversation;
}
