// A draft as the server keeps it for the agent's other machines.
import type { Local, Remote, Written } from "../lib/draft-sync";
import type { DraftKind, KeptFile } from "../lib/drafts";
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

interface ServerFile {
  id: string;
  name: string;
  size: number;
  state: "coming" | "ready" | "refused";
  file: { type: string } | null;
}
interface ServerDraft {
  kind: DraftKind;
  body: string;
  files: readonly ServerFile[];
  revision: number;
}

const nothing: Remote = { body: "", files: [], revision: 0 };
const kept = ({ id, name, size, state, file }: ServerFile): KeptFile => ({ id, name, size, type: file?.type ?? "", whole: state === "ready" });

/** `null` when no answer came. */
export async function readDraft(ticket: string, kind: DraftKind): Promise<Remote | null> {
  const answer = await ask(call<{ results: ServerDraft[] }>("get", `/api/v1/tickets/${ticket}/drafts`));
  if (!answer.ok) return null;
  const found = answer.value.results.find((draft) => draft.kind === kind);
  return found ? { body: found.body, files: found.files.map(kept), revision: found.revision } : nothing;
}

export async function writeDraft(ticket: string, kind: DraftKind, { text: body, files, revision }: Local, seen: number): Promise<Written> {
  const path = `/api/v1/tickets/${ticket}/drafts/${kind}`;
  if (body === "" && files.length === 0) {
    const answer = await ask(call("delete", path));
    if (answer.ok || answer.problem.status === 404) return { kind: "kept", revision: 0, files: [] };
    return answer.problem.status === 0 || answer.problem.status >= 500 ? { kind: "unanswered" } : { kind: "refused" };
  }
  const sent = { body, files: files.map(({ id }) => id), seen, revision, device: device() };
  const answer = await ask(call<{ revision: number; files: string[]; body?: string }>("put", path, { body: sent }));
  if (answer.ok) return { kind: "kept", ...answer.value };
  const { problem } = answer;
  if (problem.status === 409 && problem.type.endsWith("/draft-newer")) {
    const remote = await readDraft(ticket, kind);
    return remote ? { kind: "newer", remote } : { kind: "unanswered" };
  }
  const later = problem.status === 0 || problem.status >= 500 || problem.status === 429 || problem.status === 401;
  return { kind: later ? "unanswered" : "refused" };
}
