// One ticket is linked to an incident, to another one, or to none.
import { linkIncident, unlinkIncident } from "../incidents/incidents";
import { text } from "../lib/texts.svelte";
import type { Conversation } from "./conversation.svelte";
import { show, type IncidentName } from "./dialogs.svelte";
import type { Step } from "./steps";
import * as verbs from "./verbs";

export function askIncident(conversation: Conversation): void {
  show({ kind: "incident", now: conversation.ticket?.incident ?? null, choose: (incident) => link(conversation, incident) });
}

async function link({ ticket }: Conversation, incident: IncidentName | null): Promise<void> {
  if (!ticket) return;
  const step = (to: IncidentName | null): Step => ({
    change: { incident: to && { id: to.id, title: to.title } },
    ask: () => (to ? linkIncident(ticket.id, to.id) : unlinkIncident(ticket.id)),
  });
  const label = incident ? text("did-incident", { title: incident.title }) : text("did-incident-off");
  await verbs.act(ticket, step(incident), label, step(ticket.incident));
}
