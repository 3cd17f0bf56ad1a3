// What an agent has typed and the server has not yet acknowledged. It outlives reload, sign-out and a dead server.

/** A send whose answer is not known; sent again unchanged it must carry the same key and the same `seen`. */
export interface Attempt {
  key: string;
  body: string;
  seen: number;
  files?: readonly KeptFile[];
  /** A note of what was said on the phone. */
  call?: boolean;
}

/** A file of a draft: the server holds what was sent of it under `id`. */
export interface KeptFile {
  id: string;
  name: string;
  size: number;
  type: string;
  /** The server holds all of it. */
  whole: boolean;
}

export interface Draft {
  text: string;
  attempt: Attempt | null;
  files?: readonly KeptFile[];
  call?: boolean;
  /** The text and files that this machine and the server last agreed on, and their number there. */
  base?: string;
  baseFiles?: readonly KeptFile[];
  revision?: number;
}

export type DraftKind = "reply" | "note";

export function draftName(agent: string, ticket: string, kind: DraftKind): string {
  return `dengta.draft.${agent}.${ticket}.${kind}`;
}

/** The kept draft; a send that was cut off is put back in front of what was typed since. */
export function openDraft(storage: Storage, name: string): Draft {
  try {
    const kept = JSON.parse(storage.getItem(name) ?? "null") as Draft | null;
    return kept ? takeBack(kept) : { text: "", attempt: null };
  } catch {
    return { text: "", attempt: null };
  }
}

/** Keeps the draft; false when the browser has no room for it, which the agent must be told. */
export function keepDraft(storage: Storage, name: string, draft: Draft): boolean {
  try {
    const empty = draft.text === "" && !draft.attempt && !draft.files?.length && !draft.base && !draft.baseFiles?.length;
    if (empty) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft after a send that got no acknowledgement. */
export function takeBack(draft: Draft): Draft {
  const { text, attempt } = draft;
  if (!attempt || text === attempt.body) return draft;
  const files = [...(attempt.files ?? []), ...(draft.files ?? [])];
  const back = { ...draft, ...(files.length ? { files } : {}), ...(attempt.call ? { call: true } : {}) };
  if (text === "") return { ...back, text: attempt.body };
  return { ...back, text: `${attempt.body}\n\n${text}`, attempt: null };
}

/** What to send now: the same attempt when nothing was changed since one whose answer never came. */
export function nextAttempt({ text, attempt, files = [], call = false }: Draft, seen: number): Attempt {
  const same = attempt && attempt.body === text && ids(attempt.files) === ids(files) && (attempt.call ?? false) === call;
  if (same) return attempt;
  return { key: newKey(), body: text, seen, ...(files.length ? { files } : {}), ...(call ? { call } : {}) };
}

const ids = (files: readonly KeptFile[] = []): string => files.map(({ id }) => id).join();

/** Not `randomUUID`: that one is missing on plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
