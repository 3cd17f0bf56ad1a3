// Who works here and in which team: whom a ticket can be given to.
import type { Agent, Team } from "@dengta/api";
import { on } from "../lib/live.svelte";
import { ask, askAll, server } from "../lib/server";
import { can } from "../session/me.svelte";

let agents = $state.raw<readonly Agent[] | null>(null);
let teams = $state.raw<readonly Team[] | null>(null);
let loading: Promise<void> | null = null;

export const colleagues = (): readonly Agent[] => agents ?? [];
export const allTeams = (): readonly Team[] => teams ?? [];

/** Reads them once; again after something in the settings changed. */
export function loadColleagues(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const [people, groups] = await Promise.all([
    can("agent.read") ? askAll((after) => server.GET("/api/v1/agents", { params: { query: { after } } })) : null,
    ask(server.GET("/api/v1/teams")),
  ]);
  if (people?.ok) agents = people.value.filter(({ state }) => state === "active");
  if (groups.ok) teams = groups.value.results;
  if (!people?.ok && !groups.ok) loading = null;
}

on("settings", () => {
  loading = null;
  if (agents) void loadColleagues();
});
