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

/** A view goes by filters: words and days are looked for, and found or not, at one moment. */
export const filtersOf = (query: string): string =>
  query.replace(/"[^"]*"?/g, " ").split(/\s+/).filter((word) => /^-?\w+:\S/.test(word) && !/^(before|after):/.test(word)).join(" ");

export function queryOf(view: View, query: string): string {
  if (view === "search") return filtersOf(query) || "state:open";
  if (view.includes(":")) return `${view} state:open`;
  return OURS[view] ?? savedView(view)?.query ?? "";
}
