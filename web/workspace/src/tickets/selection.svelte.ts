// Which rows of the list are selected, for one action on many.
import { SvelteSet } from "svelte/reactivity";
import type { Ticket } from "@dengta/api";

/** As many as one action takes. */
export const MOST = 1000;

class Selection {
  readonly ids = new SvelteSet<string>();
  /** Where a range begins. */
  #anchor: string | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(id: string): void {
    if (!this.ids.delete(id) && this.ids.size < MOST) this.ids.add(id);
    this.#anchor = id;
  }

  /** Everything from the last one that was selected to this one. */
  to(id: string, rows: readonly Ticket[]): void {
    const from = rows.findIndex((row) => row.id === this.#anchor);
    const end = rows.findIndex((row) => row.id === id);
    if (end < 0) return;
    for (const row of rows.slice(Math.min(from < 0 ? end : from, end), Math.max(from, end) + 1)) {
      if (this.ids.size < MOST) this.ids.add(row.id);
    }
    this.#anchor = id;
  }

  all(rows: readonly Ticket[]): void {
    for (const { id } of rows.slice(0, MOST)) this.ids.add(id);
  }

  leave(id: string): void {
    this.ids.delete(id);
  }

  clear(): void {
    this.ids.clear();
    this.#anchor = null;
  }
}

export const selection = new Selection();
