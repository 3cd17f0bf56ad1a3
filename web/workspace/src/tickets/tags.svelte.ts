// The tags that the desk knows, with their colours and what they mean.
import type { Tag } from "@dengta/api";
import { on } from "../lib/live.svelte";
import { askAll, server } from "../lib/server";

let known = $state.raw<ReadonlyMap<string, Tag>>(new Map());
let loading: Promise<void> | null = null;

export const knownTags = (): readonly Tag[] => [...known.values()];
export const knownTag = (name: string): Tag | undefined => known.get(name);

export function loadTags(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const answer = await askAll((after) => server.GET("/api/v1/tags", { params: { query: { after, limit: 500 } } }));
  if (answer.ok) known = new Map(answer.value.map((tag) => [tag.name, tag]));
  else loading = null;
}

on("settings", () => {
  if (!loading) return;
  loading = null;
  void loadTags();
});
