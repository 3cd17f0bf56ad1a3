// What was just done, shown for a while at the foot of the page, and how it is taken back. Z takes back the last one.
//
//   push({ label: text("did-close"), undo: () => ask(server.DELETE(…)) });
//   push({ label: text("did-send"), undo: withdraw, seconds: 10 });   // with a countdown, then it is final
import type { Outcome, Problem } from "@dengta/api";
import { announce } from "./announce.svelte";
import { sentence } from "./problem";
import { text } from "./texts.svelte";

export interface Deed {
  label: string;
  undo?: () => Promise<Outcome<unknown>>;
  /** How long it can be taken back, where that ends; shown as a countdown. */
  seconds?: number;
  tone?: "bad";
}

const SHOWN_MS = 8000;
/** Long enough to notice; after it Z would surprise. */
const UNDONE_WITHIN_MS = 5 * 60_000;
const KEPT = 50;
const AT_ONCE = 3;

let numbers = 0;

export class Toast {
  readonly id = (numbers += 1);
  label = $state("");
  readonly tone: "bad" | null;
  readonly undo: Deed["undo"];
  /** When it can no longer be taken back. */
  readonly until: number;
  readonly counts: boolean;
  /** How far a long action is; while it runs the toast stays. */
  progress = $state.raw<{ done: number; total: number } | null>(null);
  /** Under way back. */
  undoing = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deed: Deed) {
    this.label = deed.label;
    this.tone = deed.tone ?? null;
    this.undo = deed.undo;
    this.counts = deed.seconds !== undefined;
    this.until = Date.now() + (deed.seconds ? deed.seconds * 1000 : UNDONE_WITHIN_MS);
  }

  get undoable(): boolean {
    return this.undo !== undefined && !this.undoing && this.progress === null && Date.now() < this.until;
  }

  /** Lets it go after a while; not while somebody points at it or stands on it. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.progress) return;
    const wait = this.counts ? Math.max(0, this.until - Date.now()) : SHOWN_MS;
    this.#timer = setTimeout(() => hide(this), wait);
  }

  stay(): void {
    // A countdown ends whether it is looked at or not.
    if (!this.counts) clearTimeout(this.#timer);
  }
}

let shown = $state.raw<readonly Toast[]>([]);
/** The newest last. */
let done: readonly Toast[] = [];

export const toasts = (): readonly Toast[] => shown;

export function push(deed: Deed): Toast {
  const toast = new Toast(deed);
  shown = [...shown.slice(-(AT_ONCE - 1)), toast];
  if (toast.undo) done = [...done.slice(-(KEPT - 1)), toast];
  toast.leave();
  announce(deed.label);
  return toast;
}

/** A sentence that is only told. */
export const tell = (label: string): Toast => push({ label });
export const complain = (problem: Problem): Toast => push({ label: sentence(problem), tone: "bad" });

export function hide(toast: Toast): void {
  shown = shown.filter((each) => each !== toast);
}

/** It was not done after all. */
export function retract(toast: Toast): void {
  hide(toast);
  done = done.filter((each) => each !== toast);
}

export const lastUndoable = (): Toast | null => done.findLast((each) => each.undoable) ?? null;

/** Takes back one deed, the last one when none is named. */
export async function undo(toast: Toast | null = lastUndoable()): Promise<void> {
  if (!toast?.undoable || !toast.undo) return;
  toast.undoing = true;
  const answer = await toast.undo();
  toast.undoing = false;
  hide(toast);
  if (answer.ok) {
    done = done.filter((each) => each !== toast);
    push({ label: text("undone", { what: toast.label }) });
  } else {
    // Without an answer it can be tried again; a refusal is final.
    if (answer.problem.status !== 0) done = done.filter((each) => each !== toast);
    complain(answer.problem);
  }
}

/** For tests, and for whoever signs in next. */
export function forget(): void {
  shown = [];
  done = [];
}
