// How many tickets each view holds, as the server counts them.
import type { Counts } from "@dengta/api";
import { lately } from "../lib/lately";
import { ask, server } from "../lib/server";
import { on } from "../lib/live.svelte";
import { unseenMentions } from "./mentions.svelte";

let current = $state.raw<Counts | null>(null);

/** `undefined` until the server has told, and for what it does not count. */
export const count = (view: string): number | undefined => (view === "mentions" ? unseenMentions() || undefined : current?.counts[view]);

/** The parts of a kind that hold anything, the fullest first: `category:…`, `language:…`. */
export function counted(prefix: string): { view: string; slug: string }[] {
  return Object.entries(current?.counts ?? {})
    .filter(([view, count]) => view.startsWith(prefix) && count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([view]) => ({ view, slug: view.slice(prefix.length) }));
}

export async function refreshCounts(): Promise<void> {
  const answer = await ask(server.GET("/api/v1/counts"));
  if (answer.ok) current = answer.value;
}

// Everyone is told at once: each waits a part of a second of its own before asking.
const soon = lately(1000, refreshCounts);
on("counts", () => document.hidden || soon.ask());
on("settings", () => soon.ask());
