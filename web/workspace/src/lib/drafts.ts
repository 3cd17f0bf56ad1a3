// What an agent has typed and the server has not yet acknowledged. It outlives reload, sign-out and a dead server.

/** A send whose answer is not known; sent again unchanged it must carry the same key and the same `seen`. */
export interface Attempt {
  key: string;
  body: string;
  seen: number;
}

export interface Draft {
  text: string;
  attempt: Attempt | null;
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
    if (draft.text === "" && !draft.attempt) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft after a send that got no acknowledgement. */
export function takeBack({ text, attempt }: Draft): Draft {
  if (!attempt || text === attempt.body) return { text, attempt };
  if (text === "") return { text: attempt.body, attempt };
  return { text: `${attempt.body}\n\n${text}`, attempt: null };
}

/** What to send now: the same attempt when the text is unchanged since one whose answer never came. */
export function nextAttempt({ text, attempt }: Draft, seen: number): Attempt {
  return attempt?.body === text ? attempt : { key: newKey(), body: text, seen };
}

/** Not `randomUUID`: that one is missing on plain HTTP. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
