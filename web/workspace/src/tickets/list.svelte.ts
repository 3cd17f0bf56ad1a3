// The tickets of a view, or of a search, as far as they were paged through. Lists are kept, so that going back to one
// is instant.
import type { Outcome, Problem, Ticket } from "@dengta/api";
import { on, onReturn } from "../lib/live.svelte";
import { ask, server } from "../lib/server";
import type { View } from "../lib/route.svelte";
import { me } from "../session/me.svelte";
import { belongs } from "./belongs";
import { onChange } from "./changes";
import { actorName } from "./events";
import { mentionsPage, seeMentions } from "./mentions.svelte";
import { below } from "./paging";

/** The head is small, for it is read again and again; what is scrolled to comes in larger pieces. */
const HEAD = 50;
const PAGE = 100;

interface Page {
  results: Ticket[];
  next?: string | null;
  /** Of a search: the words around what was found. */
  snippets?: Record<string, string>;
}

export class TicketList {
  readonly view: View;
  readonly query: string;
  /** `null` until the first page came. */
  tickets = $state.raw<readonly Ticket[] | null>(null);
  next = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  loadingMore = $state(false);
  snippets = $state.raw<Readonly<Record<string, string>>>({});
  /** Tickets that came on top since somebody looked there. */
  fresh = $state.raw<ReadonlySet<string>>(new Set());
  /** Where it was scrolled to. */
  top = 0;
  stale = true;
  /** Counts our own changes: an answer asked for before one of them is stale. */
  #changes = 0;

  constructor(view: View, query = "") {
    this.view = view;
    this.query = query;
  }

  /** Reads the head of the list again; what was paged in below stays. */
  async refresh(): Promise<void> {
    const asked = this.#changes;
    this.stale = false;
    const answer = await this.#page(HEAD, undefined);
    if (asked !== this.#changes) return this.refresh();
    if (!answer.ok) {
      this.stale = true;
      if (!this.tickets) this.problem = answer.problem;
      return;
    }
    this.problem = null;
    const { results, next, snippets } = answer.value;
    const before = this.tickets;
    const tail = next ? below(before ?? [], results) : [];
    this.tickets = [...results, ...tail];
    if (tail.length === 0) this.next = next ?? null;
    if (snippets) this.snippets = { ...this.snippets, ...snippets };
    if (before) this.#greet(before, results);
  }

  async more(): Promise<void> {
    if (!this.next || this.loadingMore) return;
    this.loadingMore = true;
    const answer = await this.#page(PAGE, this.next);
    this.loadingMore = false;
    if (!answer.ok) return;
    const known = new Set(this.tickets?.map((ticket) => ticket.id));
    this.tickets = [...(this.tickets ?? []), ...answer.value.results.filter((ticket) => !known.has(ticket.id))];
    this.next = answer.value.next ?? null;
    if (answer.value.snippets) this.snippets = { ...this.snippets, ...answer.value.snippets };
  }

  find(id: string | null): Ticket | null {
    return this.tickets?.find((ticket) => ticket.id === id) ?? null;
  }

  /** Shows a change of ours; a ticket that has left the view by it goes. */
  patch(id: string, change: Partial<Ticket>): void {
    const before = this.find(id);
    this.#changes += 1;
    this.stale = true;
    if (!before) return;
    const after = { ...before, ...change };
    this.tickets = belongs(this.view, after, me()?.id) === false
      ? this.tickets!.filter((ticket) => ticket.id !== id)
      : this.tickets!.map((ticket) => (ticket.id === id ? after : ticket));
  }

  /** Takes a ticket anew that stands below the head, which is not read again by itself. */
  async reread(id: string): Promise<void> {
    const place = this.tickets?.findIndex((ticket) => ticket.id === id) ?? -1;
    if (place < HEAD) return;
    const answer = await ask(server.GET("/api/v1/tickets/{id}", { params: { path: { id } } }));
    if (answer.ok) this.patch(id, answer.value);
  }

  seen(): void {
    if (this.fresh.size > 0) this.fresh = new Set();
  }

  /** A ticket stands once, with the newest note that calls the agent. */
  async #mentions(limit: number, after: string | undefined): Promise<Outcome<Page>> {
    const answer = await mentionsPage(limit, after);
    if (!answer.ok) return answer;
    const { results, next } = answer.value;
    const tickets = new Map<string, Ticket>();
    const snippets: Record<string, string> = {};
    for (const { ticket, entry } of results) {
      if (tickets.has(ticket.id)) continue;
      tickets.set(ticket.id, ticket);
      if (entry) snippets[ticket.id] = `${actorName(entry.actor)}: ${entry.body}`;
    }
    if (after === undefined) seeMentions(results);
    return { ok: true, value: { results: [...tickets.values()], next, snippets } };
  }

  #greet(before: readonly Ticket[], head: readonly Ticket[]): void {
    const known = new Set(before.map(({ id }) => id));
    const came = head.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (came.length > 0) this.fresh = new Set([...this.fresh, ...came]);
  }

  async #page(limit: number, after: string | undefined): Promise<Outcome<Page>> {
    if (this.view === "search" && this.query === "") return { ok: true, value: { results: [] } };
    if (this.view === "search") return ask(server.GET("/api/v1/search", { params: { query: { q: this.query, limit, after, snippets: true } } }));
    if (this.view === "mentions") return this.#mentions(limit, after);
    const [kind, value] = this.view.split(":");
    const filter = value === undefined ? { view: this.view } : { view: "open", [kind!]: value };
    return ask(server.GET("/api/v1/tickets", { params: { query: { ...filter, limit, after } } }));
  }
}

/** Enough for every view that an agent goes through in a day, and the searches of the last minutes. */
const KEPT = 60;
const lists = new Map<string, TicketList>();

export function listOf(view: View, query = ""): TicketList {
  const key = view === "search" ? `search ${query}` : view;
  const list = lists.get(key) ?? new TicketList(view, query);
  lists.delete(key);
  lists.set(key, list);
  const oldest = lists.keys().next().value;
  if (lists.size > KEPT && oldest) lists.delete(oldest);
  return list;
}

/** A saved view whose filter was changed shows other tickets. */
export function forgetList(view: View): void {
  lists.delete(view);
}

onChange((id, change) => {
  for (const list of lists.values()) list.patch(id, change);
});

/** The list on screen, and what is to be done when something happened that may concern it. */
let shown: { list: TicketList; ask: () => void } | null = null;
export function lookAtList(list: TicketList, ask: () => void): () => void {
  const look = { list, ask };
  shown = look;
  return () => {
    if (shown === look) shown = null;
  };
}

on("entry", ({ ticket, standing }) => {
  for (const list of lists.values()) {
    list.stale = true;
    // The frame alone says that a closed ticket is no longer open.
    const known = list.find(ticket);
    if (known && belongs(list.view, { standing: standing as Ticket["standing"], assignee: known.assignee }, me()?.id) === false) {
      list.patch(ticket, { standing: standing as Ticket["standing"] });
    }
  }
  if (!shown) return;
  shown.ask();
  void shown.list.reread(ticket);
});
onReturn(() => {
  for (const list of lists.values()) list.stale = true;
  shown?.ask();
});
