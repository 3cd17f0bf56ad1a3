// What an entry that is no message says, as a text and its arguments.
import type { Entry } from "@dengta/api";

type Named = { name?: string | null; number?: string | null };

/** "Lin · 0417": our people are known by their number too. */
export function actorName(actor: Named): string {
  return [actor.name, actor.number].filter(Boolean).join(" · ");
}

export function eventText(entry: Entry): { id: string; args: Record<string, string | number> } {
  const actor = actorName(entry.actor);
  const details = (entry.details ?? {}) as { agent?: Named | null; score?: number; comment?: string };
  if (entry.kind !== "assigned") {
    return { id: `event-${entry.kind}`, args: { actor, score: details.score ?? 0 } };
  }
  if (!details.agent) return { id: "event-unassigned", args: { actor } };
  const agent = actorName(details.agent);
  return agent === actor ? { id: "event-taken", args: { actor } } : { id: "event-assigned", args: { actor, agent } };
}

export const isMessage = (entry: Entry): boolean => entry.kind === "message" || entry.kind === "note";
