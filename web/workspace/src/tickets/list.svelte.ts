// The tickets of a view, as far as they were paged through. Lists are kept, so that going back to a view is instant.
import type { Problem, Ticket } from "@dengta/api";
import { ask, server } from "../lib/server";
import type { View } from "../lib/route.svelte";
import { below } from "./paging";

const PAGE = 50;

export class TicketList {
  readonly view: View;
  /** `null` until the first page came. */
  tickets = $state.raw<readonly Ticket[] | null>(null);
  next = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  loadingMore = $state(false);
  /** Counts our own changes: an answer asked for before one of them is stale. */
  #changes = 0;

  constructor(view: View) {
    this.view = view;
  }

  /** Reads the head of the list again; what was paged in below stays. */
  async refresh(): Promise<void> {
    const asked = this.#changes;
    const answer = await this.#page(undefined);
    if (asked !== this.#changes) return;
    if (!answer.ok) {
      if (!this.tickets) this.problem = answer.problem;
      return;
    }
    this.problem = null;
    const { results, next } = answer.value;
    const tail = next ? below(this.tickets ?? [], results) : [];
    this.tickets = [...results, ...tail];
    if (tail.length === 0) this.next = next ?? null;
  }

  async more(): Promise<void> {
    if (!this.next || this.loadingMore) return;
    this.loadingMore = true;
    const answer = await this.#page(this.next);
    this.loadingMore = false;
    if (!answer.ok) return;
    const known = new Set(this.tickets?.map((ticket) => ticket.id));
    this.tickets = [...(this.tickets ?? []), ...answer.value.results.filter((ticket) => !known.has(ticket.id))];
    this.next = answer.value.next ?? null;
  }

  patch(id: string, change: Partial<Ticket>): void {
    this.#changes += 1;
    this.tickets = this.tickets?.map((ticket) => (ticket.id === id ? { ...ticket, ...change } : ticket)) ?? null;
  }

  #page(after: string | undefined) {
    return ask(server.GET("/api/v1/tickets", { params: { query: { view: this.view, limit: PAGE, after } } }));
  }
}

const lists = new Map<View, TicketList>();

export function listOf(view: View): TicketList {
  const list = lists.get(view) ?? new TicketList(view);
  lists.set(view, list);
  return list;
}

/** Shows a change of ours at once in every view that holds the ticket. */
export function patchLists(id: string, change: Partial<Ticket>): void {
  for (const list of lists.values()) list.patch(id, change);
}
