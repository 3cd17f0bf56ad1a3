// Notes in which colleagues have called the agent.
import type { Mention } from "@dengta/api";
import { on, onReturn } from "../lib/live.svelte";
import { ask, server } from "../lib/server";
import { inWords } from "../lib/taken";
import { text } from "../lib/texts.svelte";
import { tell } from "../lib/undo.svelte";
import { actorName } from "./events";

const LOOK = 30;
let unseen = $state(0);

export const unseenMentions = (): number => unseen;

export const mentionsPage = (limit: number, after: string | undefined) => ask(server.GET("/api/v1/mentions", { params: { query: { limit, after } } }));

/** The page that was read is on screen now. */
export function seeMentions(mentions: readonly Mention[]): void {
  const newest = mentions[0];
  if (!newest || mentions.every(({ seen }) => seen)) return;
  unseen = 0;
  void ask(server.POST("/api/v1/mentions/seen", { body: { upto: newest.id } }));
}

export async function refreshMentions(): Promise<Mention | null> {
  const answer = await mentionsPage(LOOK, undefined);
  if (!answer.ok) return null;
  unseen = answer.value.results.filter(({ seen }) => !seen).length;
  return answer.value.results[0] ?? null;
}

on("mention", async ({ ticket }) => {
  const newest = await refreshMentions();
  if (newest?.ticket.id === ticket && newest.entry && !newest.seen) tell(text("mention-by", { name: actorName(newest.entry.actor), subject: inWords(newest.ticket.subject) }));
});
onReturn(() => void refreshMentions());
