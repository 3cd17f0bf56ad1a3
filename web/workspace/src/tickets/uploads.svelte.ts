// Files on their way into a draft. They go out at once, whatever the composer shows; what the server already holds
// of one is known by its id, so that after a reload only the rest is sent once the file is chosen again.
import type { Problem } from "@dengta/api";
import type { KeptFile } from "../lib/drafts";
import { Refused, upload } from "../lib/upload";
import { discard, pauseOnline, transport } from "./transport";

export type UploadState = "sending" | "done" | "paused" | "failed";

/** The desk's own limits; the server has the last word. */
export const MAX_FILES = 20;

export class Upload {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  id = $state<string | null>(null);
  sent = $state(0);
  state = $state<UploadState>("sending");
  problem = $state.raw<Problem | null>(null);
  /** Lacks after a reload, until it is chosen again. */
  file: File | null;
  readonly #changed: () => void;
  #abort = new AbortController();

  constructor(file: File | KeptFile, changed: () => void) {
    this.name = file.name;
    this.size = file.size;
    this.type = file.type;
    this.#changed = changed;
    this.file = file instanceof File ? file : null;
    if (file instanceof File) return;
    this.id = file.id;
    this.state = file.whole ? "done" : "paused";
    this.sent = file.whole ? file.size : 0;
  }

  get kept(): KeptFile | null {
    return this.id ? { id: this.id, name: this.name, size: this.size, type: this.type, whole: this.state === "done" } : null;
  }

  /** The very file that this upload was cut off from. */
  continues(file: File): boolean {
    return this.state !== "done" && this.state !== "sending" && this.name === file.name && this.size === file.size;
  }

  async start(file: File | null = this.file): Promise<void> {
    if (!file) return;
    this.file = file;
    this.state = "sending";
    this.problem = null;
    this.#abort = new AbortController();
    try {
      await upload(file, transport, {
        signal: this.#abort.signal,
        id: this.id,
        begun: (id) => {
          this.id = id;
          this.#changed();
        },
        progress: (bytes) => (this.sent = bytes),
        pause: pauseOnline,
      });
      this.state = "done";
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.problem = error instanceof Refused ? error.problem : null;
      this.state = this.problem && this.problem.status < 500 ? "failed" : "paused";
    }
    this.#changed();
  }

  stop(): void {
    this.#abort.abort();
  }

  /** The server has cleared it away: it is to be sent again. */
  lost(): void {
    this.stop();
    this.id = null;
    this.sent = 0;
    this.state = "paused";
  }
}

export class Uploads {
  items = $state.raw<readonly Upload[]>([]);
  /** Chosen beyond what one message can carry. */
  tooMany = $state(false);
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get busy(): boolean {
    return this.items.some(({ state }) => state === "sending");
  }

  /** Nothing stands in the way of sending. */
  get settled(): boolean {
    return this.items.every(({ state }) => state === "done");
  }

  get kept(): KeptFile[] {
    return this.items.flatMap(({ kept }) => kept ?? []);
  }

  add(files: Iterable<File>): void {
    this.tooMany = false;
    for (const file of files) {
      const cutOff = this.items.find((each) => each.continues(file));
      if (cutOff) {
        void cutOff.start(file);
      } else if (this.items.length >= MAX_FILES) {
        this.tooMany = true;
      } else {
        const item = new Upload(file, this.#changed);
        this.items = [...this.items, item];
        void item.start();
      }
    }
    this.#changed();
  }

  remove(item: Upload): void {
    item.stop();
    if (item.id) void discard(item.id);
    this.tooMany = false;
    this.items = this.items.filter((each) => each !== item);
    this.#changed();
  }

  /** Shows what a kept draft holds; those under way go on. */
  restore(files: readonly KeptFile[]): void {
    this.items = files.map((kept) => {
      const known = this.items.find(({ id }) => id === kept.id);
      // Another machine may have sent the rest.
      return known && !(kept.whole && known.state === "paused") ? known : new Upload(kept, this.#changed);
    });
  }

  /** As it stands on another machine; what the server does not know yet stays. */
  adopt(files: readonly KeptFile[]): void {
    const before = this.items;
    this.restore(files);
    before.filter(({ id }) => id && !files.some((kept) => kept.id === id)).forEach((gone) => gone.stop());
    this.items = [...this.items, ...before.filter(({ id }) => id === null)];
  }

  lose(files: readonly KeptFile[]): void {
    this.items.filter(({ id }) => files.some((lost) => lost.id === id)).forEach((item) => item.lost());
  }
}
