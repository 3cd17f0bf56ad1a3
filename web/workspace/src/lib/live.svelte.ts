// What the server tells by itself: new entries, who is where, counts. Nothing rests on it alone: each frame only says
// that there is something to fetch, or brings what would have been fetched. While there is no line, `isLive()` is
// false and whoever shows something polls.
import type { Entry } from "@dengta/api";
import { Reconnecting } from "./socket";

export interface Presence {
  id: string;
  name: string;
  number: string;
  typing: "reply" | "note" | null;
}

interface NewEntry {
  ticket: string;
  number: number;
  kind: string;
  standing: string;
}

interface Frames {
  hello: { agent: string | null; node: string };
  entry: NewEntry;
  entries: { ticket: string; entries: Entry[] };
  presence: { ticket: string; who: Presence[] };
  counts: object;
  resync: object;
  bulk: { id: string };
  mention: { ticket: string; number: number };
  offer: { ticket: string; until: string };
  lines: object;
  customer_typing: { ticket: string; on: boolean };
  customer_read: { ticket: string; number: number };
  settings: object;
  ended: object;
}
export type FrameType = keyof Frames;
type Hear<T extends FrameType> = (frame: Frames[T]) => void;

let live = $state(false);
/** Only the conversation on screen has one. */
let present = $state.raw<{ ticket: string; who: readonly Presence[] } | null>(null);
const hearers = new Map<FrameType, Set<Hear<never>>>();
const returns = new Set<() => void>();

let viewing: string | null = null;
let typing: "reply" | "note" | null = null;
let was = false;

const line = new Reconnecting(
  {
    open: () => new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live`),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
    now: () => Date.now(),
    later: (act, ms) => setTimeout(act, ms),
    forget: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  },
  {
    frame(frame) {
      if (frame.type === "news") (frame as unknown as { entries: NewEntry[] }).entries.forEach((entry) => tell("entry", entry));
      else tell(frame.type as FrameType, frame as never);
    },
    live(on) {
      live = on;
      if (!on) {
        present = null;
        return;
      }
      line.send({ type: "view", ticket: viewing });
      if (typing) line.send({ type: "typing", kind: typing });
      // What happened while there was no line is fetched.
      if (was) returns.forEach((act) => act());
      was = true;
    },
  },
);

function tell<T extends FrameType>(type: T, frame: Frames[T]): void {
  if (type === "presence") present = frame as unknown as Frames["presence"];
  if (type === "resync") returns.forEach((act) => act());
  for (const hear of hearers.get(type) ?? []) hear(frame as never);
}

export const isLive = (): boolean => live;

/** Opens the line for as long as the workspace is shown; returns how to close it. */
export function goLive(): () => void {
  const hurry = () => document.hidden || line.hurry();
  line.start();
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  return () => {
    removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    line.stop();
    was = false;
  };
}

export function on<T extends FrameType>(type: T, hear: Hear<T>): () => void {
  const all = hearers.get(type) ?? new Set();
  hearers.set(type, all.add(hear));
  return () => void all.delete(hear);
}

/** After a gap in the line anything may have changed. */
export function onReturn(act: () => void): () => void {
  returns.add(act);
  return () => void returns.delete(act);
}

/** Which conversation is on this screen; others see it. */
export function view(ticket: string | null): void {
  if (viewing === ticket) return;
  viewing = ticket;
  typing = null;
  present = null;
  line.send({ type: "view", ticket });
}

/** How long after the last letter somebody still counts as typing. */
const TYPING_MS = 5000;
/** Said again this often: the server forgets it after half a minute. */
const AGAIN_MS = 10_000;
let said = 0;
let quiet: ReturnType<typeof setTimeout> | undefined;

/** For every letter that is typed in the composer; `null` once it was sent or left. */
export function nowTyping(kind: "reply" | "note" | null): void {
  clearTimeout(quiet);
  if (kind) quiet = setTimeout(() => nowTyping(null), TYPING_MS);
  if (kind === typing && (!kind || Date.now() - said < AGAIN_MS)) return;
  typing = kind;
  said = Date.now();
  line.send({ type: "typing", kind });
}

/** Who else has this conversation on screen. */
export function presentAt(ticket: string, myself?: string): readonly Presence[] {
  return present?.ticket === ticket ? present.who.filter(({ id }) => id !== myself) : [];
}
