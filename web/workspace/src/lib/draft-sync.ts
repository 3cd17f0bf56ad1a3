// A draft on several machines: what to do when this one and the server hold different texts. Nothing typed is lost:
// where both were changed, both are kept and the agent is asked. Files of both are joined without asking.
import type { KeptFile } from "./drafts";

type Files = readonly KeptFile[];

/** This machine's text and files, and what it and the server last agreed on. */
export interface Local {
  text: string;
  files: Files;
  base: string;
  baseFiles: Files;
  revision: number;
}

/** The server's text and files; revision 0 and empty when it holds none. */
export interface Remote {
  body: string;
  files: Files;
  revision: number;
}

export type Verdict =
  /** Both say the same. */
  | "agreed"
  /** Nothing was typed here since: theirs is shown. */
  | "adopt"
  /** Nothing was typed elsewhere since: ours is sent. */
  | "push"
  /** Both were changed. */
  | "conflict";

/** What becomes of the text. */
export function reconcile(local: Local, remote: Remote): Verdict {
  if (local.text === remote.body) return "agreed";
  if (local.text === local.base) return "adopt";
  if (remote.revision === local.revision || remote.body === local.base) return "push";
  // Sent or thrown away elsewhere while something was typed here: what was typed stays.
  return remote.body === "" ? "push" : "conflict";
}

const ids = (files: Files): Set<string> => new Set(files.map(({ id }) => id));
const same = (one: Files, other: Files): boolean => one.map(({ id }) => id).join() === other.map(({ id }) => id).join();

/** The files of both, without those that either has taken out since they agreed. */
export function joined(local: Local, remote: Remote): Files {
  const [ours, theirs, base] = [ids(local.files), ids(remote.files), ids(local.baseFiles)];
  return [
    ...remote.files.filter(({ id }) => ours.has(id) || !base.has(id)),
    ...local.files.filter(({ id }) => !theirs.has(id) && !base.has(id)),
  ];
}

/** What the server made of a draft: kept, with those of its files that the server still has, and the text that it keeps instead
 * where it took a secret out. */
export type Written = { kind: "kept"; revision: number; files: readonly string[]; body?: string } | { kind: "newer"; remote: Remote } | { kind: "unanswered" } | { kind: "refused" };

export interface Store {
  read(): Promise<Remote | null>;
  write(local: Local): Promise<Written>;
  /** What was agreed on, to be kept on this machine. */
  agreed(base: string, files: Files, revision: number): void;
  /** A text and files take the place of ours. */
  adopt(text: string, files: Files): void;
  /** The server has these files no more. */
  lost(files: Files): void;
  /** Whether the server keeps the text without a secret that stands in it here. */
  taken?(out: boolean): void;
  /** Theirs is offered beside ours; null when that is settled. */
  offer(remote: Remote | null): void;
  local(): Local;
}

/** Keeps one draft the same on this machine and the server. One call at a time; the caller debounces. */
export class DraftSync {
  readonly #store: Store;
  #busy = false;
  #again = false;
  #offered: Remote | null = null;
  /** Refused for good: the ticket is gone, or an older server knows no drafts. */
  #off = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Looks what the server holds, and settles the difference. */
  async open(): Promise<void> {
    await this.#alone(async () => {
      const remote = await this.#store.read();
      if (remote) await this.#settle(remote);
    });
  }

  /** Sends what was typed. While a choice is open, nothing is sent over theirs. */
  async push(): Promise<void> {
    await this.#alone(async () => {
      const local = this.#store.local();
      if (this.#offered || (local.text === local.base && same(local.files, local.baseFiles))) return;
      await this.#write(local);
    });
  }

  /** The agent has chosen: theirs, ours, or one after the other. */
  async choose(choice: "theirs" | "ours" | "both"): Promise<void> {
    const remote = this.#offered;
    if (!remote) return;
    const local = this.#store.local();
    const { text } = local;
    this.#offer(null);
    // From now on ours stands on theirs, so that it may take its place.
    this.#store.agreed(remote.body, remote.files, remote.revision);
    const both = text.trim() ? `${remote.body}\n\n${text}` : remote.body;
    this.#store.adopt({ theirs: remote.body, ours: text, both }[choice], joined(local, remote));
    await this.push();
  }

  #offer(remote: Remote | null): void {
    this.#offered = remote;
    this.#store.offer(remote);
  }

  async #settle(remote: Remote): Promise<void> {
    const local = this.#store.local();
    const verdict = reconcile(local, remote);
    if (verdict === "conflict") {
      this.#offer(remote);
      return;
    }
    if (this.#offered) this.#offer(null);
    this.#store.agreed(remote.body, remote.files, remote.revision);
    const text = verdict === "adopt" ? remote.body : local.text;
    const files = joined(local, remote);
    if (text !== local.text || !same(files, local.files)) this.#store.adopt(text, files);
    if (verdict === "push" || !same(files, remote.files)) {
      await this.#write({ text, files, base: remote.body, baseFiles: remote.files, revision: remote.revision });
    }
  }

  async #write(local: Local): Promise<void> {
    const written = await this.#store.write(local);
    if (written.kind === "kept") {
      const kept = new Set(written.files);
      const lost = local.files.filter(({ id }) => !kept.has(id));
      // What was typed stays here as it is; the server never had all of it.
      this.#store.taken?.(written.body !== undefined);
      this.#store.agreed(written.body ?? local.text, local.files.filter(({ id }) => kept.has(id)), written.revision);
      if (lost.length) this.#store.lost(lost);
    }
    if (written.kind === "newer") await this.#settle(written.remote);
    if (written.kind === "refused") this.#off = true;
  }

  /** What is asked for while a call is under way is done after it. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#off) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      await work();
    } finally {
      this.#busy = false;
    }
    if (!this.#again) return;
    this.#again = false;
    await this.push();
  }
}
