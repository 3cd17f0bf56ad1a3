// Tickets that are named beside others: read once, kept for the life of the page.
import type { Ticket } from "@dengta/api";
import { SvelteMap } from "svelte/reactivity";
import { ask, server } from "../lib/server";

const known = new SvelteMap<string, Ticket>();
const asked = new Set<string>();

export function remember(...tickets: readonly Ticket[]): void {
  for (const ticket of tickets) known.set(ticket.id, ticket);
}

/** What is known of it now; it is asked for when that is nothing. */
export function ticketOf(id: string): Ticket | undefined {
  const ticket = known.get(id);
  if (!ticket && !asked.has(id)) {
    asked.add(id);
    void ask(server.GET("/api/v1/tickets/{id}", { params: { path: { id } } })).then((answer) => {
      if (answer.ok) known.set(id, answer.value as Ticket);
    });
  }
  return ticket;
}
