// The dialogs about a ticket. Which one is shown; their programs are loaded when first wanted (TicketDialogs.svelte).
import type { Ticket } from "@dengta/api";
import type { DraftKind } from "../lib/drafts";
import type { Conversation } from "./conversation.svelte";

export interface IncidentName {
  id: string;
  title: string;
}

export type TicketDialog =
  | { kind: "macro"; conversation: Conversation; write: DraftKind; insert: (text: string) => void }
  | { kind: "merge" | "link" | "split"; conversation: Conversation }
  | { kind: "incident"; now: IncidentName | null; choose: (incident: IncidentName | null) => unknown }
  | { kind: "bulk-write"; write: DraftKind; count: number; send: (body: string, key: string) => Promise<boolean> }
  | { kind: "bulk-merge"; tickets: readonly Ticket[]; merge: (into: Ticket) => unknown }
  | { kind: "new-ticket"; customer?: { id: string; name: string; email: string | null } };

let shown = $state.raw<TicketDialog | null>(null);

export const dialog = (): TicketDialog | null => shown;

export function show(wanted: TicketDialog): void {
  shown = wanted;
}

export function hideDialog(): void {
  shown = null;
}
