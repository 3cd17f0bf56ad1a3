// The view that is being made or changed; its dialog outlives the navigation, which a narrower window takes away.
import type { SavedView } from "@dengta/api";

let wanted = $state.raw<{ view?: SavedView; query?: string } | null>(null);

export const editing = (): typeof wanted => wanted;

export function newView(query: string): void {
  wanted = { query };
}

export function editView(view: SavedView): void {
  wanted = { view };
}

export function doneEditing(): void {
  wanted = null;
}
