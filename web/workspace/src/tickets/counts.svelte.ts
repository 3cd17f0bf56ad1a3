// How many tickets each view holds, as the server counts them.
import { call, ask } from "../lib/server";
import { on } from "../lib/live.svelte";

interface Told {
  counts: Record<string, number>;
  mentions?: number;
}

let current = $state.raw<Told | null>(null);

/** `undefined` until the server has told, and for what it does not count. */
export const count = (view: string): number | undefined => (view === "mentions" ? current?.mentions : current?.counts[view]);

/** The parts of a kind that hold anything, the fullest first: `category:…`, `language:…`. */
export function counted(prefix: string): { view: string; slug: string }[] {
  return Object.entries(current?.counts ?? {})
    .filter(([view, count]) => view.startsWith(prefix) && count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([view]) => ({ view, slug: view.slice(prefix.length) }));
}

const isTold = (value: Told | Record<string, number>): value is Told => typeof value.counts === "object";

export async function refreshCounts(): Promise<void> {
  const answer = await ask(call<Told | Record<string, number>>("get", "/api/v1/counts"));
  if (answer.ok) current = isTold(answer.value) ? answer.value : { counts: answer.value };
}

on("counts", (frame) => (current = { ...current, counts: { ...current?.counts, ...frame.counts } }));
