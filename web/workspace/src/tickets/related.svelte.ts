// What belongs with a ticket: those that were merged into it, with their entries; those linked to it; those that are
// likely the same.
import type { Entry, Ticket } from "@dengta/api";
import { ask, askAll, call, server } from "../lib/server";
import type { Told } from "./folding";
import { remember } from "./known.svelte";

export type Why = "same_customer" | "same_category" | "same_txid" | "similar_text" | "flood";

export interface Duplicate {
  ticket: Ticket;
  why: Why[];
}

interface RelatedView {
  merged: Ticket[];
  links: Ticket[];
  duplicates: Duplicate[];
}

const PAGE = 500;

export class Related {
  readonly id: string;
  merged = $state.raw<readonly Ticket[]>([]);
  links = $state.raw<readonly Ticket[]>([]);
  duplicates = $state.raw<readonly Duplicate[]>([]);
  #entries = $state.raw<ReadonlyMap<string, readonly Entry[]>>(new Map());

  constructor(id: string) {
    this.id = id;
  }

  /** Entries of each merged ticket. */
  get told(): Told[][] {
    return this.merged.map(({ id, reference }) =>
      (this.#entries.get(id) ?? []).map((entry) => ({ key: `${id}.${entry.number}`, entry, from: { id, reference } })),
    );
  }

  async refresh(): Promise<void> {
    const answer = await ask(call<RelatedView>("get", `/api/v1/tickets/${this.id}/related`));
    if (!answer.ok) return;
    const { merged, links, duplicates } = answer.value;
    remember(...merged, ...links, ...duplicates.map(({ ticket }) => ticket));
    const lacking = merged.filter(({ id, entries }) => (this.#entries.get(id)?.length ?? 0) < entries);
    const read = await Promise.all(
      lacking.map(({ id }) => askAll((after) =>
        server.GET("/api/v1/tickets/{id}/entries", { params: { path: { id }, query: { after: after ? Number(after) : 0, limit: PAGE } } }))),
    );
    const entries = new Map(this.#entries);
    lacking.forEach(({ id }, index) => {
      const found = read[index];
      if (found?.ok) entries.set(id, found.value);
    });
    this.#entries = entries;
    this.merged = merged;
    this.links = links;
    this.duplicates = duplicates;
  }
}

const KEPT = 40;
const all = new Map<string, Related>();

export function relatedOf(id: string): Related {
  const related = all.get(id) ?? new Related(id);
  all.delete(id);
  all.set(id, related);
  const oldest = all.keys().next().value;
  if (all.size > KEPT && oldest) all.delete(oldest);
  return related;
}

const BINDING = new Set(["absorbed", "released", "merged", "unmerged", "linked", "unlinked", "split"]);

/** Changes when something was merged, split or linked. */
export const bindings = (entries: readonly Entry[]): number => entries.filter(({ kind }) => BINDING.has(kind)).length;
