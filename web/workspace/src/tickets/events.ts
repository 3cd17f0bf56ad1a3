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

/** `known`: whoever the timeline and the ticket name, for entries that hold only an id. */
export function eventText(entry: Entry, known: readonly Named[]): { id: string; args: Record<string, string | number> } {
  const actor = actorName(entry.actor);
  const details = entry.details as { agent?: string | null; score?: number };
  if (entry.kind !== "assigned") return { id: `event-${entry.kind.replaceAll("_", "-")}`, args: { actor, score: details.score ?? 0 } };
  if (!details.agent) return { id: "event-unassigned", args: { actor } };
  if (details.agent === entry.actor.id) return { id: "event-taken", args: { actor } };
  const agent = known.find(({ id }) => id === details.agent);
  return agent ? { id: "event-assigned", args: { actor, agent: actorName(agent) } } : { id: "event-assigned-on", args: { actor } };
}

export const isMessage = (entry: Entry): boolean => entry.kind === "message" || entry.kind === "note";
