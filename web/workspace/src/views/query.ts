// What a view shows, as one would type it in the search box: the beginning of a view of one's own.
import type { View } from "../lib/route.svelte";
import { savedView } from "./saved.svelte";

const OURS: Record<string, string> = {
  mine: "assignee:me state:open",
  team: "team:mine state:open",
  unassigned: "assignee:none state:open",
  open: "state:open",
  waiting: "awaiting:customer state:open",
  snoozed: "state:snoozed",
  closed: "state:closed",
  spam: "state:spam",
};

export function queryOf(view: View, query: string): string {
  if (view === "search") return query;
  if (view.includes(":")) return `${view} state:open`;
  return OURS[view] ?? savedView(view)?.query ?? "";
}
