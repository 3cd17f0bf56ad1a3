// Whether a ticket stands in one of our views, as far as this page can tell. The server decides; this only spares the
// agent a row that has just left.
import type { Ticket } from "@dengta/api";
import type { View } from "../lib/route.svelte";

type Facts = Partial<Pick<Ticket, "standing" | "assignee" | "awaiting" | "category" | "language">>;

/** `false` when it surely does not; `null` when only the server knows. */
export function belongs(view: View, ticket: Facts, self: string | undefined): boolean | null {
  const { standing } = ticket;
  const is = (wanted: NonNullable<Facts["standing"]>) => (standing === undefined ? null : standing === wanted);
  switch (view) {
    case "open":
    case "team":
      return active(standing);
    case "mine":
      return ticket.assignee && ticket.assignee.id !== self ? false : ticket.assignee === null ? false : active(standing);
    case "unassigned":
      return ticket.assignee ? false : active(standing);
    case "waiting":
      return ticket.awaiting === "agent" ? false : active(standing);
    case "snoozed":
      return is("snoozed");
    case "closed":
      return is("closed");
    case "spam":
      return is("spam");
    default:
      return /^(category|language):/.test(view) ? active(standing) : null;
  }
}

/** Snoozed ones are out of the open views on some desks: only what has ended has surely left. */
function active(standing: Facts["standing"]): false | null {
  return standing === "closed" || standing === "spam" || standing === "merged" ? false : null;
}
