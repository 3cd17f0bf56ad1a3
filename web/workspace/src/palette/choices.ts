// What Ctrl/Cmd K offers: what can be done now, where to go, whom to give the ticket to.
import { isOffered, run } from "../lib/commands";
import { commandIds } from "../lib/command-table";
import { address, go, type View } from "../lib/route.svelte";
import { views } from "../lib/view-names";
import { text } from "../lib/texts.svelte";
import type { Choice } from "../lib/palette.svelte";
import { can } from "../session/me.svelte";
import { count, counted } from "../tickets/counts.svelte";
import { viewName } from "../views/names";
import { savedViews } from "../views/saved.svelte";

export const commandChoices = (): Choice[] =>
  commandIds
    .filter((id) => id !== "palette" && isOffered(id))
    .map((id) => ({ id, label: text(`key-${id}`), group: text("palette-commands"), command: id, run: () => run(id) }));

export function viewChoices(): Choice[] {
  if (!can("ticket.read")) return [];
  const all: View[] = [...views, "chats", "mentions", ...savedViews().map(({ id }) => id), ...["category:", "language:"].flatMap((kind) => counted(kind).map(({ view }) => view))];
  return all.map((view) => ({
    id: `view ${view}`,
    label: viewName(view),
    hint: count(view)?.toString(),
    group: text("palette-views"),
    run: () => go({ page: "tickets", view, ticket: null }),
  }));
}

export function pageChoices(): Choice[] {
  const pages = [
    { page: "account" as const, name: text("account"), may: true },
    { page: "keys" as const, name: text("keys"), may: true },
    { page: "agents" as const, name: text("agents"), may: can("agent.read") },
    { page: "tokens" as const, name: text("tokens"), may: can("token.manage") },
  ];
  return pages
    .filter(({ may }) => may)
    .map(({ page, name }) => ({ id: address({ page }), label: name, group: text("palette-pages"), run: () => go({ page }) }));
}
