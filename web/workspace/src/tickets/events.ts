// What an entry that is no message says, as a text and its arguments.
import type { Entry } from "@dengta/api";

interface Named {
  id?: string | null;
  name?: string | null;
  number?: string | null;
}

/** "Lin · 0417": our people are known by their number too. */
export function actorName(actor: Named): string {
  return [actor.name, actor.number].filter(Boolean).join(" · ");
}

export function eventText(entry: Entry): { id: string; args: Record<string, string | number> } {
  const actor = actorName(entry.actor);
  const { score } = entry.details as { score?: number };
  if (entry.kind !== "assigned") return { id: `event-${entry.kind.replaceAll("_", "-")}`, args: { actor, score: score ?? 0 } };
  if (!entry.assignee) return { id: "event-unassigned", args: { actor } };
  if (entry.assignee.id === entry.actor.id) return { id: "event-taken", args: { actor } };
  return { id: "event-assigned", args: { actor, agent: actorName(entry.assignee) } };
}

export const isMessage = (entry: Entry): boolean => entry.kind === "message" || entry.kind === "note";
