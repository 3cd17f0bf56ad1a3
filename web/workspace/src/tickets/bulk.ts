// One action on many tickets: started, followed with its progress, taken back by Z.
import type { Bulk, Outcome, Priority } from "@dengta/api";
import { newKey } from "../lib/drafts";
import { on } from "../lib/live.svelte";
import { ask, server } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { complain, hide, push, type Toast } from "../lib/undo.svelte";
import { refreshCounts } from "./counts.svelte";

export type BulkAction =
  | { kind: "close" | "reopen" | "unsnooze" | "spam" | "unspam" }
  | { kind: "assign"; agent?: string | null; team?: string | null }
  | { kind: "priority"; priority: Priority }
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "snooze"; until: string }
  | { kind: "reply" | "note"; body: string }
  | { kind: "merge"; into: string }
  | { kind: "incident"; incident: string | null };

interface Started {
  id: string;
  total: number;
}

const ASK_MS = 700;
/** How long answers can be taken back once the last of them is written; a second of it may be over already. */
const RESTS_SECONDS = 8;

/**
 * Starts it; the outcome says whether it was begun. `told` says what was done to how many, once it is. Sent again under
 * the same key it is done once.
 */
export async function bulk(action: BulkAction, tickets: readonly string[], told: (count: number) => string, after: () => unknown, key: string = newKey()): Promise<Outcome<unknown>> {
  const headers = { "Idempotency-Key": key };
  const answer = await ask(server.POST("/api/v1/bulk", { params: { header: headers }, headers, body: { action, tickets: [...tickets] } }));
  if (answer.ok) void follow(answer.value, text("bulk-running"), told, after, action.kind);
  else complain(answer.problem);
  return answer;
}

/** `kind` of what can be taken back; none of what takes back. */
async function follow({ id, total }: Started, running: string, told: (count: number) => string, after: () => unknown, kind?: BulkAction["kind"]): Promise<void> {
  const toast: Toast = push({ label: running });
  toast.progress = { done: 0, total };
  toast.leave();
  const bulk = await finished(id, (done) => (toast.progress = { done, total }));
  toast.progress = null;
  hide(toast);
  after();
  void refreshCounts();
  if (!bulk) return void push({ label: text("bulk-lost"), tone: "bad" });
  const failed = bulk.failed.length;
  push({
    label: failed > 0 ? `${told(bulk.total - failed)} ${text("bulk-failed", { count: failed })}` : told(bulk.total),
    ...(kind && bulk.undoable && bulk.total > failed ? { undo: () => back(id, after), ...(kind === "reply" ? { seconds: RESTS_SECONDS } : {}) } : {}),
    ...(failed > 0 && failed === bulk.total ? { tone: "bad" as const } : {}),
  });
}

async function back(id: string, after: () => unknown): Promise<Outcome<unknown>> {
  const answer = await ask(server.POST("/api/v1/bulk/{id}/undo", { params: { path: { id } } }));
  if (answer.ok) void follow(answer.value, text("bulk-undoing"), (count) => text("bulk-undone", { count }), after);
  return answer;
}

/** Told live, and asked for all the same: a line may be lost at any time. */
function finished(id: string, progress: (done: number) => void): Promise<Bulk | null> {
  return new Promise((resolve) => {
    let lost = 0;
    let looking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = on("bulk", (frame) => {
      if (frame.id === id) void look();
    });
    async function look() {
      if (looking) return;
      looking = true;
      clearTimeout(timer);
      const answer = await ask(server.GET("/api/v1/bulk/{id}", { params: { path: { id } } }));
      looking = false;
      lost = answer.ok ? 0 : lost + 1;
      if (answer.ok) progress(answer.value.done);
      const over = answer.ok && answer.value.done >= answer.value.total;
      if (over || lost > 20 || (!answer.ok && answer.problem.status === 404)) {
        stop();
        resolve(answer.ok ? answer.value : null);
      } else {
        timer = setTimeout(look, ASK_MS);
      }
    }
    void look();
  });
}
