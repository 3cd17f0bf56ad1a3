// Merging, linking and splitting, and how each is taken back.
import type { Outcome, Ticket } from "@dengta/api";
import { ask, call } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { complain, push } from "../lib/undo.svelte";
import { refreshCounts } from "./counts.svelte";
import { show } from "./changes";
import { conversationOf } from "./conversation.svelte";
import { relatedOf } from "./related.svelte";

export interface MergePreview {
  survivor: Ticket;
  merged: Ticket;
  entries: number;
  problem: string | null;
}

type Call = () => Promise<{ data?: unknown; error?: unknown; response: Response }>;

export const previewMerge = (merged: string, into: string): Promise<Outcome<MergePreview>> =>
  ask(call<MergePreview>("get", `/api/v1/tickets/${merged}/merge`, { query: { into } }));

async function both(ids: readonly string[], work: Call): Promise<Outcome<unknown>> {
  const answer = await ask<unknown>(work());
  await Promise.all(ids.flatMap((id) => [conversationOf(id).refresh(), relatedOf(id).refresh()]));
  void refreshCounts();
  return answer;
}

async function act(label: string, ids: readonly string[], work: Call, back?: Call): Promise<boolean> {
  const answer = await both(ids, work);
  if (answer.ok) push({ label, ...(back ? { undo: () => both(ids, back) } : {}) });
  else complain(answer.problem);
  return answer.ok;
}

export async function merge(merged: Ticket, survivor: Ticket): Promise<boolean> {
  const done = await act(text("did-merge", { from: merged.reference, into: survivor.reference }), [merged.id, survivor.id],
    () => call("post", `/api/v1/tickets/${merged.id}/merge`, { body: { into: survivor.id } }),
    () => call("delete", `/api/v1/tickets/${merged.id}/merge`));
  if (done) show(merged.id, { standing: "merged", merged_into: survivor.id });
  return done;
}

export const unmerge = (merged: Ticket, survivor: string): Promise<boolean> =>
  act(text("did-unmerge", { reference: merged.reference }), [merged.id, survivor],
    () => call("delete", `/api/v1/tickets/${merged.id}/merge`),
    () => call("post", `/api/v1/tickets/${merged.id}/merge`, { body: { into: survivor } }));

const putLink = (id: string, other: string) => call("post", `/api/v1/tickets/${id}/links`, { body: { ticket: other } });
const dropLink = (id: string, other: string) => call("delete", `/api/v1/tickets/${id}/links/${other}`);

export const link = (id: string, other: Ticket): Promise<boolean> =>
  act(text("did-link", { reference: other.reference }), [id, other.id], () => putLink(id, other.id), () => dropLink(id, other.id));

export const unlink = (id: string, other: Ticket): Promise<boolean> =>
  act(text("did-unlink", { reference: other.reference }), [id, other.id], () => dropLink(id, other.id), () => putLink(id, other.id));

/** The new ticket's id. What is undone here goes back into this ticket. */
export async function split(id: string, part: { number: number; subject: string; category: string }): Promise<Outcome<{ id: string; reference: string }>> {
  const answer = await ask(call<{ id: string; reference: string }>("post", `/api/v1/tickets/${id}/splits`, { body: part }));
  if (answer.ok) {
    const made = answer.value;
    push({
      label: text("did-split", { reference: made.reference }),
      undo: () => both([id, made.id], () => call("post", `/api/v1/tickets/${made.id}/merge`, { body: { into: id } })),
    });
    await Promise.all([conversationOf(id).refresh(), relatedOf(id).refresh()]);
    void refreshCounts();
  }
  return answer;
}
