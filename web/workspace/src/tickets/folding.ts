// The timeline's rows: messages one by one, runs of events in one line that can be opened.
import type { Entry } from "@dengta/api";
import { isMessage } from "./events";

/** An entry where it stands: of this ticket, or of one that was merged into it. */
export interface Told {
  /** Unlike for every entry of every ticket. */
  key: string;
  entry: Entry;
  /** The merged ticket that it was said on. */
  from: { id: string; reference: string } | null;
}

export type TimelineRow = { type: "message"; told: Told } | { type: "events"; key: string; events: Told[] };

/** Shorter runs are told as they are. */
const FOLDS_FROM = 3;

/** Never folded: somebody must act on it. */
const matters = ({ entry }: Told): boolean => entry.kind === "delivery_failed";

export function rowsOf(told: readonly Told[]): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const each of told) {
    if (isMessage(each.entry)) {
      rows.push({ type: "message", told: each });
      continue;
    }
    const last = rows.at(-1);
    const joins = last?.type === "events" && !matters(each) && !last.events.some(matters);
    if (joins) last.events.push(each);
    else rows.push({ type: "events", key: each.key, events: [each] });
  }
  return rows;
}

export const folds = (row: TimelineRow): boolean => row.type === "events" && row.events.length >= FOLDS_FROM;

/** All entries in the order in which they happened; a ticket's own order wins over its clock. */
export function together(own: readonly Told[], merged: readonly (readonly Told[])[]): Told[] {
  let all = [...own];
  for (const other of merged) {
    const next: Told[] = [];
    let at = 0;
    for (const each of all) {
      while (at < other.length && other[at]!.entry.at < each.entry.at) next.push(other[at++]!);
      next.push(each);
    }
    all = [...next, ...other.slice(at)];
  }
  return all;
}

/** Numbers of the answers that were taken back. */
export function withdrawn(entries: readonly Entry[]): Set<number> {
  return new Set(entries.filter(({ kind }) => (kind as string) === "withdrawn").map(({ details }) => (details as { number?: number }).number ?? 0));
}

/** Of what may be secrets, by id: what the customer, or time, has decided about. */
export function decided(entries: readonly Entry[]): Set<string> {
  return new Set(entries.filter(({ kind }) => (kind as string) === "secret_decided").map(({ details }) => (details as { kept?: string }).kept ?? ""));
}
