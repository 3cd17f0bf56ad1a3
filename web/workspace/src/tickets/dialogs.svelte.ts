// The dialogs about a ticket. Which one is shown; their programs are loaded when first wanted (TicketDialogs.svelte).
import type { DraftKind } from "../lib/drafts";
import type { Conversation } from "./conversation.svelte";

export type TicketDialog =
  | { kind: "macro"; conversation: Conversation; write: DraftKind; insert: (text: string) => void }
  | { kind: "merge" | "link" | "split" | "incident"; conversation: Conversation }
  | { kind: "new-ticket"; customer?: { id: string; name: string; email: string | null } };

let shown = $state.raw<TicketDialog | null>(null);

export const dialog = (): TicketDialog | null => shown;

export function show(wanted: TicketDialog): void {
  shown = wanted;
}

export function hideDialog(): void {
  shown = null;
}
