// A draft as the server keeps it for the agent's other machines.
import type { Remote, Written } from "../lib/draft-sync";
import type { DraftKind } from "../lib/drafts";
import { ask, call } from "../lib/server";

const DEVICE = "dengta.device";

/** This browser, so that the other one can say where a newer text comes from. */
function device(): string {
  try {
    const known = localStorage.getItem(DEVICE);
    if (known) return known;
    const made = crypto.getRandomValues(new Uint32Array(2)).join("-");
    localStorage.setItem(DEVICE, made);
    return made;
  } catch {
    return "browser";
  }
}

interface ServerDraft {
  kind?: DraftKind;
  body: string;
  revision: number;
}

const nothing: Remote = { body: "", revision: 0 };

/** `null` when no answer came. */
export async function readDraft(ticket: string, kind: DraftKind): Promise<Remote | null> {
  const answer = await ask(call<{ results: ServerDraft[] }>("get", `/api/v1/tickets/${ticket}/drafts`));
  if (!answer.ok) return null;
  const found = answer.value.results.find((draft) => draft.kind === kind);
  return found ? { body: found.body, revision: found.revision } : nothing;
}

export async function writeDraft(ticket: string, kind: DraftKind, body: string, revision: number, seen: number): Promise<Written> {
  const path = `/api/v1/tickets/${ticket}/drafts/${kind}`;
  if (body === "") {
    const answer = await ask(call("delete", path));
    if (answer.ok || answer.problem.status === 404) return { kind: "kept", revision: 0 };
    return answer.problem.status === 0 || answer.problem.status >= 500 ? { kind: "unanswered" } : { kind: "refused" };
  }
  const answer = await ask(call<{ revision: number }>("put", path, { body: { body, seen, revision, device: device() } }));
  if (answer.ok) return { kind: "kept", revision: answer.value.revision };
  const { problem } = answer;
  if (problem.status === 409 && problem.type.endsWith("/draft-newer")) {
    const newer = problem as unknown as { newer?: ServerDraft; draft?: ServerDraft } & Partial<ServerDraft>;
    const found = newer.draft ?? (typeof newer.newer === "object" ? newer.newer : undefined);
    const remote = found ?? (await readDraft(ticket, kind));
    return remote ? { kind: "newer", remote: { body: remote.body, revision: remote.revision } } : { kind: "unanswered" };
  }
  const later = problem.status === 0 || problem.status >= 500 || problem.status === 429 || problem.status === 401;
  return { kind: later ? "unanswered" : "refused" };
}
