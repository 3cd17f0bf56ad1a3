// What an entry that is no message says, as a text and its arguments.
import type { Entry } from "@dengta/api";
import { kindName } from "../lib/taken";
import { currentLanguage, text, textOr } from "../lib/texts.svelte";
import { localTime } from "../lib/time";

interface Named {
  id?: string | null;
  name?: string | null;
  number?: string | null;
}

/** "Lin · 0417": our people are known by their number too. */
export function actorName(actor: Named): string {
  return [actor.name, actor.number].filter(Boolean).join(" · ");
}

/** By whom; what happens by itself is the desk's doing. */
export function who(entry: Entry): string {
  return actorName(entry.actor) || textOr(`actor-${entry.actor.kind}`, entry.actor.kind);
}

interface Details {
  score?: number;
  priority?: string;
  add?: string[];
  remove?: string[];
  until?: string | number;
  by?: string;
  number?: number;
  team?: string | { name?: string } | null;
  into?: string;
  from?: string;
  ticket?: string;
  incident?: string;
  secret?: string;
  decision?: string;
  because?: string;
  why?: string;
  category?: string;
  was?: string;
}

export interface EventText {
  id: string;
  args: Record<string, string | number>;
  /** The other ticket that it is about. */
  ticket?: string;
  /** The incident that it is about. */
  incident?: string;
}

/** `teamName` knows teams by their id. */
export function eventText(entry: Entry, teamName: (id: string) => string | undefined = () => undefined): EventText {
  const actor = who(entry);
  const details = entry.details as Details;
  const slug = (entry.kind as string).replaceAll("_", "-");
  switch (entry.kind as string) {
    case "assigned":
      return assigned(entry, details, actor, teamName);
    case "prioritised":
      return { id: "event-prioritised", args: { actor, priority: textOr(`priority-${details.priority}`, details.priority ?? "") } };
    case "tagged": {
      const [add, remove] = [details.add ?? [], details.remove ?? []].map((tags) => tags.join(", "));
      return { id: add && remove ? "event-retagged" : add ? "event-tagged" : "event-untagged", args: { actor, add: add!, remove: remove! } };
    }
    case "snoozed":
      return { id: "event-snoozed", args: { actor, time: time(details.until) } };
    case "woken":
      return { id: `event-woken-${details.by ?? "agent"}`, args: { actor } };
    case "merged":
      return { id: "event-merged", args: { actor }, ticket: details.into };
    case "absorbed":
    case "unmerged":
      return { id: `event-${slug}`, args: { actor }, ticket: details.from };
    case "split":
      return { id: "event-split", args: { actor, number: details.number ?? 0 }, ticket: details.into };
    case "released":
    case "linked":
    case "unlinked":
      return { id: `event-${slug}`, args: { actor }, ticket: details.ticket };
    case "queued":
      return { id: `event-queued-${(details.because ?? "asked").replaceAll("_", "-")}`, args: { actor } };
    case "ended":
      return { id: `event-ended-${details.why ?? "agent"}`, args: { actor } };
    case "categorised":
      return { id: "event-categorised", args: { actor, category: category(details.category), was: category(details.was) } };
    case "incident_linked":
    case "incident_unlinked":
      return { id: `event-${slug}`, args: { actor }, incident: details.incident };
    case "secret_decided":
      return { id: `event-secret-${details.decision}`, args: { actor, kind: kindName(details.secret ?? ""), number: details.number ?? 0 } };
    default:
      return { id: `event-${slug}`, args: { actor, score: details.score ?? 0, number: details.number ?? 0 } };
  }
}

const category = (slug = "") => textOr(`category-${slug}-short`, slug);

function assigned(entry: Entry, details: Details, actor: string, teamName: (id: string) => string | undefined): EventText {
  const team = typeof details.team === "string" ? (teamName(details.team) ?? text("team")) : details.team?.name;
  const agent = entry.assignee ? actorName(entry.assignee) : "";
  if (team) return { id: agent ? "event-assigned-both" : "event-assigned-team", args: { actor, agent, team } };
  if (!entry.assignee) return { id: "event-unassigned", args: { actor } };
  if (entry.assignee.id === entry.actor.id) return { id: "event-taken", args: { actor } };
  return { id: "event-assigned", args: { actor, agent } };
}

/** A moment of the API, or microseconds as the record holds them. */
function time(moment: string | number | undefined): string {
  if (moment === undefined) return "";
  const at = typeof moment === "number" ? new Date(moment / 1000).toISOString() : moment;
  return localTime(at, currentLanguage(), Date.now());
}

/** What the assistant did with a message of its own, such as `answer`; nothing for what people said. */
export function assisted(entry: Entry): string | null {
  const { assistant } = entry.details as { assistant?: unknown };
  return entry.actor.kind === "system" && typeof assistant === "string" ? assistant : null;
}

/** Whether it was said to somebody who was on the line. */
export const wasHeard = (entry: Entry): boolean => (entry.details as { at_once?: unknown }).at_once === true;

/** How a message of ours stands; what was heard at once leaves by mail only when it was missed. */
export function deliveryOf(entry: Entry): Entry["delivery"] {
  const { delivery } = entry;
  return wasHeard(entry) && delivery !== "sent" && delivery !== "failed" ? "live" : delivery;
}

export const isMessage = (entry: Entry): boolean => entry.kind === "message" || entry.kind === "note";
