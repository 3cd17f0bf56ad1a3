// A draft on several machines: what to do when this one and the server hold different texts. Nothing typed is lost:
// where both were changed, both are kept and the agent is asked.

/** This machine's text, and what it and the server last agreed on. */
export interface Local {
  text: string;
  base: string;
  revision: number;
}

/** The server's text; revision 0 and empty when it holds none. */
export interface Remote {
  body: string;
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

export function reconcile(local: Local, remote: Remote): Verdict {
  if (local.text === remote.body) return "agreed";
  if (local.text === local.base) return "adopt";
  if (remote.revision === local.revision || remote.body === local.base) return "push";
  // Sent or thrown away elsewhere while something was typed here: what was typed stays.
  return remote.body === "" ? "push" : "conflict";
}

/** What the server made of a draft. */
export type Written = { kind: "kept"; revision: number } | { kind: "newer"; remote: Remote } | { kind: "unanswered" } | { kind: "refused" };

export interface Store {
  read(): Promise<Remote | null>;
  write(local: Local): Promise<Written>;
  /** What was agreed on, to be kept on this machine. */
  agreed(base: string, revision: number): void;
  /** A newer text from elsewhere takes the place of ours, which nobody has changed. */
  adopt(text: string): void;
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
      if (this.#offered || local.text === local.base) return;
      await this.#write(local);
    });
  }

  /** The agent has chosen: theirs, ours, or one after the other. */
  async choose(choice: "theirs" | "ours" | "both"): Promise<void> {
    const remote = this.#offered;
    if (!remote) return;
    const { text } = this.#store.local();
    this.#offer(null);
    // From now on ours stands on theirs, so that it may take its place.
    this.#store.agreed(remote.body, remote.revision);
    if (choice === "theirs") this.#store.adopt(remote.body);
    if (choice === "both") this.#store.adopt(text.trim() ? `${remote.body}\n\n${text}` : remote.body);
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
    this.#store.agreed(remote.body, remote.revision);
    if (verdict === "adopt") this.#store.adopt(remote.body);
    if (verdict === "push") await this.#write({ ...local, base: remote.body, revision: remote.revision });
  }

  async #write(local: Local): Promise<void> {
    const written = await this.#store.write(local);
    if (written.kind === "kept") this.#store.agreed(local.text, written.revision);
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
