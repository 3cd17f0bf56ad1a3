import type { Counts } from "@dengta/api";
import { ask, server } from "../lib/server";

let current = $state.raw<Counts | null>(null);

export const counts = (): Counts | null => current;

export async function refreshCounts(): Promise<void> {
  const answer = await ask(server.GET("/api/v1/counts"));
  if (answer.ok) current = answer.value.counts;
}
