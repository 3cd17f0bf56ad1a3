// Keys as they are pressed, written down and printed. Knows nothing of commands or of the page.
//
// A stroke is written "j", "?", "shift+x", "mod+k", "ctrl+alt+s"; two strokes of a sequence stand with a space
// between them: "g i". `mod` is Cmd on a Mac and Ctrl elsewhere; `ctrl` is Ctrl everywhere.

const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

type Modifier = "ctrlKey" | "metaKey" | "altKey" | "shiftKey";
export type Press = Pick<KeyboardEvent, "key" | "code" | "isComposing" | "keyCode" | "repeat" | Modifier> &
  Partial<Pick<KeyboardEvent, "getModifierState">>;

/** A key that belongs to an input method, which is choosing a word and must not be disturbed. */
export function isComposing(press: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** The stroke that was pressed; nothing for modifiers by themselves, input methods and AltGr, which types letters. */
export function strokeOf(press: Press, mac = MAC): string | null {
  if (isComposing(press) || press.getModifierState?.("AltGraph")) return null;
  if (["Control", "Shift", "Alt", "Meta", "CapsLock", "Dead", "Unidentified"].includes(press.key)) return null;
  const key = keyName(press);
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  const mod = mac ? metaKey : ctrlKey;
  const other = mac ? ctrlKey : metaKey;
  // What a plain shifted key types says already that Shift is held: "?" and not "shift+?".
  const named = key !== "plus" && (key.length > 1 || /[a-z]/.test(key));
  const shift = shiftKey && (named || mod || other || altKey);
  return [mod && "mod", other && (mac ? "ctrl" : "meta"), altKey && "alt", shift && "shift", key].filter(Boolean).join("+");
}

/** Keys of layouts and input methods whose letters are not Latin, by their place. */
const PLACES: Record<string, [string, string]> = {
  Semicolon: [";", ":"], Slash: ["/", "?"], Period: [".", ">"], Comma: [",", "<"],
};

function keyName({ key, code, altKey, shiftKey }: Press): string {
  if (key === " ") return "space";
  if (key === "+") return "plus";
  // With Alt a Mac types "≈"; Korean and Cyrillic layouts type their own letters.
  if (key.length === 1 && (key > "\u007f" || altKey)) {
    if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
    if (/^Digit\d$/.test(code)) return code.slice(5);
    const place = PLACES[code];
    if (place) return place[shiftKey && !altKey ? 1 : 0];
  }
  return key.toLowerCase();
}

/** The stroke as `strokeOf` says it on this machine. */
export function normal(stroke: string, mac = MAC): string {
  return mac ? stroke : stroke.replace(/\bctrl\b/g, "mod");
}

const SEQUENCE_MS = 1200;

/** Reads single strokes and sequences of two. */
export class KeyReader<Id extends string = string> {
  #first = "";
  #at = 0;
  readonly #find: (keys: string) => Id | null;

  constructor(find: (keys: string) => Id | null) {
    this.#find = find;
  }

  read(stroke: string, now: number): Id | null {
    const sequence = this.#first && now - this.#at < SEQUENCE_MS ? this.#find(`${this.#first} ${stroke}`) : null;
    const found = sequence ?? this.#find(stroke);
    this.#first = found ? "" : stroke;
    this.#at = now;
    return found;
  }
}

/** Whether a stroke types nothing, so that it may be read in a text field too. */
export const isChord = (stroke: string): boolean => /\b(mod|ctrl|alt|meta)\+/.test(stroke);

/** Where letters are text, or already mean something to the control. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=listbox], [role=menu]")) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
  return /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Why a stroke cannot be given to a command: the browser's own, or what every control needs. */
export function refusal(keys: string): "browser" | "control" | null {
  for (const stroke of keys.split(" ")) {
    const parts = stroke.split("+");
    const key = parts.at(-1) ?? "";
    const held = new Set(parts.slice(0, -1).map((part) => normal(part, false)));
    if (held.has("meta") || /^f\d+$/.test(key)) return "browser";
    // Alt opens menus, Ctrl and Cmd with a letter or digit belong to the browser, all but K.
    if (held.has("alt") !== held.has("mod") && (held.has("alt") || (/^[a-z0-9]$/.test(key) && stroke !== "mod+k"))) return "browser";
    if (held.size === 0 && (key.length > 1 && key !== "plus")) return "control";
    if (held.size === 1 && held.has("shift") && key.length > 1) return "control";
    if (["tab", "escape"].includes(key)) return "control";
  }
  return null;
}

const PRINTED: Record<string, string> = MAC
  ? { mod: "⌘", ctrl: "⌃", alt: "⌥", shift: "⇧", enter: "↵", backspace: "⌫", space: "␣", plus: "+" }
  : { mod: "Ctrl", ctrl: "Ctrl", alt: "Alt", shift: "⇧", enter: "↵", backspace: "⌫", space: "␣", plus: "+" };

/** For people: the strokes of a sequence, each as it stands on the keys. */
export function printed(keys: string): string[] {
  if (!keys) return [];
  return keys.split(" ").map((stroke) =>
    stroke.split("+").map((part) => PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1))).join(" "),
  );
}

/** For `aria-keyshortcuts`, which knows no sequences. */
export function spoken(keys: string): string | undefined {
  if (!keys || keys.includes(" ")) return undefined;
  const names: Record<string, string> = { mod: MAC ? "Meta" : "Control", ctrl: "Control", alt: "Alt", shift: "Shift", enter: "Enter", space: "Space", plus: "Plus" };
  return keys.split("+").map((part) => names[part] ?? part.toUpperCase()).join("+");
}
