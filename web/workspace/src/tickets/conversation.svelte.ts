// One ticket with its timeline, as far as this page knows it, and what the agent does to it.
import type { Delivery, Entry, Outcome, Problem, Ticket, TicketDetail } from "@dengta/api";
import type { Attempt, DraftKind } from "../lib/drafts";
import { isNews, joined } from "../lib/gaps";
import { on, onReturn } from "../lib/live.svelte";
import { sameAs, underWay } from "../lib/pending";
import { ask, server } from "../lib/server";
import { wasHeard } from "./events";
import { isActing, onChange, onSettled } from "./changes";
import * as verbs from "./verbs";

const PAGE = 500;
/** What becomes of these mails is still to be told. */
const UNSETTLED = new Set<string>(["resting", "queued", "held"]);

/** A message that was sent; `number` once the server has acknowledged it. */
export interface Sending extends Attempt {
  kind: DraftKind;
  number: number | null;
}

export class Conversation {
  readonly id: string;
  ticket = $state.raw<TicketDetail | null>(null);
  entries = $state.raw<readonly Entry[]>([]);
  #sent = $state.raw<readonly Sending[]>([]);
  /** What is shown as on its way: its entry may be here before the answer to the request, or after it. */
  readonly sending = $derived(underWay(this.#sent, this.entries));
  /** The last entry that the agent had before their eyes: what a reply answers to. */
  seen = $state(0);
  /** Why it cannot be shown. */
  problem = $state.raw<Problem | null>(null);
  /** Why the last action was refused. */
  refused = $state.raw<Problem | null>(null);
  /** Something came since it was read last. */
  #stale = true;
  #reading: Promise<void> | null = null;
  #again: Promise<void> | null = null;

  constructor(id: string) {
    this.id = id;
  }

  get last(): number {
    return this.entries.at(-1)?.number ?? 0;
  }

  /** Reads what is new: entries after the last, those whose delivery is not settled, and then the ticket. */
  async refresh(): Promise<void> {
    // Whoever asks while it is being read may know of more than that answer will hold: it is read once more.
    if (!this.#reading) return this.#start();
    this.#again ??= this.#reading.then(() => {
      this.#again = null;
      return this.#start();
    });
    return this.#again;
  }

  #start(): Promise<void> {
    this.#stale = false;
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
      if (!this.ticket) this.#stale = true;
    });
    return this.#reading;
  }

  /** Before it is opened: a neighbour in the list. */
  async prefetch(): Promise<void> {
    if (this.#stale && this.problem?.status !== 404) await this.refresh();
  }

  /** Entries that came live; what lacks before them is fetched. */
  receive(came: readonly Entry[]): void {
    if (!this.ticket) return;
    const { entries, lacking } = joined(this.entries, came);
    this.entries = entries;
    if (lacking) void this.refresh();
    else void this.#readTicket();
  }

  /** Entry `number` exists. Read at once when it is on screen, else when it is looked at again. */
  hear(number: number, onScreen: boolean): void {
    if (!isNews(this.entries, number)) return;
    this.#stale = true;
    if (onScreen) void this.refresh();
  }

  miss(): void {
    this.#stale = true;
  }

  async #read(): Promise<void> {
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
    if (!isActing(this.id)) this.ticket = answer.value as TicketDetail;
  }

  /** True when anything came that was not known. */
  async #readEntries(): Promise<boolean> {
    const unsettled = this.entries.find(({ delivery }) => UNSETTLED.has(delivery ?? ""));
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

  /** Sends a reply or a note, showing it at once; its number, or the problem when it was not acknowledged. */
  async send(kind: DraftKind, attempt: Attempt): Promise<Outcome<{ number: number; delivery?: Delivery }>> {
    const { key, body, seen } = attempt;
    const files = attempt.files?.map(({ id }) => id);
    this.#sent = [...this.#sent, { ...attempt, kind, number: null }];
    const params = { path: { id: this.id } };
    const headers = { "Idempotency-Key": key };
    const answer = await ask(
      kind === "reply"
        ? server.POST("/api/v1/tickets/{id}/replies", { params, headers, body: { body, seen, ...(files ? { files } : {}) } })
        : server.POST("/api/v1/tickets/{id}/notes", { params, headers, body: { body, ...(files ? { files } : {}), ...(attempt.call ? { call: true } : {}) } }),
    );
    // When the answer was lost, the entry itself says that it was accepted.
    const there = this.entries.find((entry) => sameAs(entry, key));
    const sent: Outcome<{ number: number; delivery?: Delivery }> = answer.ok
      ? { ok: true, value: { ...answer.value.entry, ...("delivery" in answer.value ? { delivery: answer.value.delivery as Delivery } : {}) } }
      : there ? { ok: true, value: { number: there.number, ...(wasHeard(there) ? { delivery: "live" } : {}) } } : answer;
    const number = sent.ok ? sent.value.number : null;
    this.#sent = this.#sent.flatMap((each) => (each.key !== key ? each : number ? { ...each, number } : []));
    // It was accepted, so nothing stands between what was seen and our own entry.
    if (number && kind === "reply") this.seen = Math.max(this.seen, number);
    // Either our own entry or what moved the conversation on; an acknowledged one stays shown until then.
    void this.refresh().then(() => (this.#sent = underWay(this.#sent, this.entries)));
    return sent;
  }

  async assign(to: "me" | null): Promise<void> {
    if (this.ticket) await (to ? verbs.assignToMe(this.ticket) : verbs.assign(this.ticket, { agent: null }));
  }

  async close(): Promise<void> {
    if (this.ticket) await verbs.close(this.ticket);
  }

  async reopen(): Promise<void> {
    if (this.ticket) await verbs.reopen(this.ticket);
  }

  show(change: Partial<Ticket>): void {
    if (this.ticket) this.ticket = { ...this.ticket, ...change };
  }
}

/** Enough that going back and forth among the day's cases is instant. */
const KEPT = 40;
const conversations = new Map<string, Conversation>();

export function conversationOf(id: string, { ahead = false } = {}): Conversation {
  const conversation = conversations.get(id) ?? new Conversation(id);
  // What is only read ahead is no younger than what was looked at.
  if (ahead && conversations.has(id)) return conversation;
  conversations.delete(id);
  conversations.set(id, conversation);
  const oldest = conversations.keys().next().value;
  if (conversations.size > KEPT && oldest) conversations.delete(oldest);
  return conversation;
}

onChange((id, change) => conversations.get(id)?.show(change));

let onScreen: string | null = null;
/** Which one is read at once when something comes. */
export function lookAt(id: string | null): void {
  onScreen = id;
}

onSettled((id) => {
  const conversation = conversations.get(id);
  conversation?.miss();
  if (id === onScreen) void conversation?.refresh();
});
on("entry", ({ ticket, number }) => conversations.get(ticket)?.hear(number, ticket === onScreen));
on("entries", ({ ticket, entries }) => conversations.get(ticket)?.receive(entries));
onReturn(() => {
  for (const [id, conversation] of conversations) {
    conversation.miss();
    if (id === onScreen) void conversation.refresh();
  }
});
