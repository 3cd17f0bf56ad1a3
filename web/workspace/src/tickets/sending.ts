// What becomes of a draft that is sent: shown at once, and a reply can be taken back while it rests.
import type { Outcome } from "@dengta/api";
import { nowTyping } from "../lib/live.svelte";
import { ask, call } from "../lib/server";
import { inWords } from "../lib/taken";
import { text } from "../lib/texts.svelte";
import { push } from "../lib/undo.svelte";
import type { Conversation } from "./conversation.svelte";
import type { Draft } from "./draft.svelte";
import * as verbs from "./verbs";

/** How long the server holds a reply back. */
const RESTS_SECONDS = 10;

/** True once the server has it. */
export async function sendDraft(conversation: Conversation, draft: Draft): Promise<boolean> {
  if (draft.busy || draft.text.trim() === "" || !draft.uploads.settled) return false;
  const attempt = draft.take(conversation.seen);
  nowTyping(null);
  const sent = await conversation.send(draft.kind, attempt);
  draft.settle(sent.ok ? null : sent.problem);
  if (!sent.ok) return false;
  const closes = draft.thenClose;
  draft.thenClose = false;
  // Who is on the line has heard it: it cannot be taken back.
  if (draft.kind === "reply" && sent.value.delivery !== "live") {
    const { number } = sent.value;
    push({
      label: text("did-reply", { subject: inWords(conversation.ticket?.subject ?? "") }),
      seconds: RESTS_SECONDS - 1,
      async undo(): Promise<Outcome<unknown>> {
        const answer = await ask(call("delete", `/api/v1/tickets/${conversation.id}/replies/${number}`));
        if (answer.ok) draft.restore(attempt);
        void conversation.refresh();
        return answer;
      },
    });
  }
  if (closes && conversation.ticket?.state === "open") await verbs.close(conversation.ticket);
  return true;
}

/** Closes only what was answered: a send that was stopped leaves everything as it is. */
export async function sendAndClose(conversation: Conversation, draft: Draft): Promise<boolean> {
  if (!(await sendDraft(conversation, draft)) || !conversation.ticket) return false;
  if (conversation.ticket.state === "closed") return true;
  const closed = await verbs.close(conversation.ticket);
  return closed.ok;
}
