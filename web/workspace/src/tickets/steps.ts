// One change of a ticket: what it will look like, how the server is asked, and the change that takes it back.
import type { Priority, Standing, Team, Ticket } from "@dengta/api";
import { server } from "../lib/server";

type Assignee = Ticket["assignee"];

export interface Step {
  change: Partial<Ticket>;
  ask(): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

const path = (ticket: Ticket) => ({ params: { path: { id: ticket.id } } });

/** Where a ticket stands once it is neither closed nor spam. */
const standing = (snoozed: string | null): Standing => (snoozed ? "snoozed" : "open");

export const close = (ticket: Ticket): Step => ({
  change: { state: "closed", standing: "closed", awaiting: null, snoozed_until: null },
  ask: () => server.POST("/api/v1/tickets/{id}/closure", path(ticket)),
});

export const reopen = (ticket: Ticket, awaiting: Ticket["awaiting"] = "agent"): Step => ({
  change: { state: "open", standing: "open", awaiting },
  ask: () => server.DELETE("/api/v1/tickets/{id}/closure", path(ticket)),
});

/** To an agent, to a team, to both; `null` hands it back, what is not named stays. */
export interface Receiver {
  agent?: NonNullable<Assignee> | null;
  team?: Pick<Team, "id" | "name"> | null;
}

export const assign = (ticket: Ticket, to: Receiver): Step => ({
  change: { ...("agent" in to ? { assignee: to.agent ?? null } : {}), ...("team" in to ? { team: to.team ?? null } : {}) },
  ask: () =>
    server.POST("/api/v1/tickets/{id}/assignment", {
      ...path(ticket),
      body: { ...("agent" in to ? { agent: to.agent?.id ?? null } : {}), ...("team" in to ? { team: to.team?.id ?? null } : {}) },
    }),
});

/** Whoever had it before. */
export const assignBack = (ticket: Ticket, to: Receiver): Step =>
  assign(ticket, { ...("agent" in to ? { agent: ticket.assignee } : {}), ...("team" in to ? { team: ticket.team } : {}) });

export const prioritise = (ticket: Ticket, priority: Priority): Step => ({
  change: { priority },
  ask: () => server.PUT("/api/v1/tickets/{id}/priority", { ...path(ticket), body: { priority } }),
});

export const categorise = (ticket: Ticket, category: Ticket["category"]): Step => ({
  change: { category },
  ask: () => server.PUT("/api/v1/tickets/{id}/category", { ...path(ticket), body: { category } }),
});

/** Only what changes anything, so that taking it back leaves alone what was there before. */
export function tagging(ticket: Ticket, add: readonly string[], remove: readonly string[]): { add: string[]; remove: string[] } {
  return { add: add.filter((tag) => !ticket.tags.includes(tag)), remove: remove.filter((tag) => ticket.tags.includes(tag)) };
}

export const tag = (ticket: Ticket, add: readonly string[], remove: readonly string[]): Step => ({
  change: { tags: [...new Set([...ticket.tags, ...add])].filter((each) => !remove.includes(each)).sort() },
  ask: () => server.POST("/api/v1/tickets/{id}/tags", { ...path(ticket), body: { add: [...add], remove: [...remove] } }),
});

export const snooze = (ticket: Ticket, until: string): Step => ({
  change: { snoozed_until: until, standing: "snoozed" },
  ask: () => server.POST("/api/v1/tickets/{id}/snooze", { ...path(ticket), body: { until } }),
});

export const wake = (ticket: Ticket): Step => ({
  change: { snoozed_until: null, standing: "open" },
  ask: () => server.DELETE("/api/v1/tickets/{id}/snooze", path(ticket)),
});

export const markSpam = (ticket: Ticket): Step => ({
  change: { standing: "spam" },
  ask: () => server.POST("/api/v1/tickets/{id}/spam", path(ticket)),
});

export const clearSpam = (ticket: Ticket): Step => ({
  change: { standing: ticket.state === "closed" ? "closed" : standing(ticket.snoozed_until) },
  ask: () => server.DELETE("/api/v1/tickets/{id}/spam", path(ticket)),
});
