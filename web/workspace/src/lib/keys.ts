// The agent's keys: one table for the handler, the printed hints and the overlay.

export type Command = "next" | "previous" | "reply" | "note" | "assign-me" | "close" | "reopen" | "inbox" | "help";

/** In the order of the overlay; a sequence is written with a space. */
export const bindings: Record<Command, string> = {
  next: "j",
  previous: "k",
  reply: "r",
  note: "n",
  "assign-me": "i",
  close: "e",
  reopen: "z",
  inbox: "g i",
  help: "?",
};

export const SEND_KEYS = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "") ? "⌘ ↵" : "Ctrl ↵";

type Press = Pick<KeyboardEvent, "key" | "code" | "isComposing" | "keyCode" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** A key that belongs to an input method, which is choosing a word and must not be disturbed. */
export function isComposing(press: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return press.isComposing || press.keyCode === 229;
}

export function isSend(press: Press): boolean {
  return press.key === "Enter" && (press.ctrlKey || press.metaKey) && !press.altKey && !isComposing(press);
}

const SEQUENCE_MS = 1200;

/** Reads single keys and two-key sequences; knows nothing of the page. */
export class KeyReader {
  #first = "";
  #at = 0;

  read(press: Press, now: number): Command | null {
    if (isComposing(press) || press.ctrlKey || press.metaKey || press.altKey) return null;
    const key = letter(press);
    const sequence = this.#first && now - this.#at < SEQUENCE_MS ? `${this.#first} ${key}` : "";
    this.#first = key;
    this.#at = now;
    const command = find(sequence) ?? find(key);
    if (command) this.#first = "";
    // Holding a key down may walk the list, but must not close ten tickets.
    if (press.repeat && command !== "next" && command !== "previous") return null;
    return command;
  }
}

function find(keys: string): Command | null {
  return (Object.keys(bindings) as Command[]).find((command) => bindings[command] === keys) ?? null;
}

/** The Latin letter of the key even when a Korean or Cyrillic layout names it otherwise. */
function letter({ key, code }: Press): string {
  if (key.length === 1 && key > "\u007f" && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}

/** Where letters are text, or already mean something to the control. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
