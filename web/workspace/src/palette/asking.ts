// Questions of the palette about tickets: until when, which tags, how urgent.
import type { Priority, Ticket } from "@dengta/api";
import { openPalette, type Choice } from "../lib/palette.svelte";
import { currentLanguage, text } from "../lib/texts.svelte";
import { localTime } from "../lib/time";
import { loadCategories } from "../tickets/categories";
import { knownTag, knownTags, loadTags } from "../tickets/tags.svelte";
import { snoozeTimes, typedTime } from "./times";

export const priorities: readonly Priority[] = ["urgent", "high", "normal", "low"];

export function askPriority(title: string, set: (priority: Priority) => unknown, now: Priority | null): void {
  openPalette({
    title,
    choices: () => priorities.map((priority) => ({ id: priority, label: text(`priority-${priority}`), on: priority === now, run: () => set(priority) })),
  });
}

export function askCategory(title: string, set: (category: Ticket["category"]) => unknown, now: Ticket["category"]): void {
  openPalette({
    title,
    placeholder: text("category-find"),
    choices: async () => (await loadCategories()).map(({ slug, name }) => ({ id: slug, label: name, words: slug, on: slug === now, run: () => set(slug as Ticket["category"]) })),
  });
}

/** A time, or an answer of the customer if that comes first: what sleeps is woken by both. */
export function askSnooze(title: string, set: (until: string) => unknown): void {
  const choice = (label: string, at: Date): Choice => ({
    id: at.toISOString(), label, hint: localTime(at.toISOString(), currentLanguage(), Date.now()), run: () => set(at.toISOString()),
  });
  openPalette({
    title,
    placeholder: text("snooze-hint"),
    choices: () => snoozeTimes(new Date()).map(({ name, at }) => choice(text(`snooze-${name}`), at)),
    free(typed) {
      const at = typedTime(typed, new Date());
      return at && choice(text("snooze-until"), at);
    },
  });
}

/** 1 to 40 letters, digits, - and _ in any script, in small letters: as the server takes them. */
export const tagOf = (typed: string): string | null => {
  const tag = typed.trim().replace(/^#/, "").toLowerCase().replace(/\s+/g, "-");
  return /^[\p{L}\p{N}_-]{1,40}$/u.test(tag) ? tag : null;
};

export function askTag(title: string, tickets: readonly Pick<Ticket, "tags">[], set: (change: { add?: string[]; remove?: string[] }) => unknown): void {
  openPalette({
    title,
    placeholder: text("tag-hint"),
    async choices() {
      await loadTags();
      const used = tickets.flatMap((ticket) => ticket.tags);
      const names = [...new Set([...used, ...knownTags().map(({ name }) => name)])];
      return names.map((name) => {
        const on = tickets.length > 0 && tickets.every((ticket) => ticket.tags.includes(name));
        return { id: name, label: `#${name}`, words: name, hint: knownTag(name)?.description || undefined, on, run: () => set(on ? { remove: [name] } : { add: [name] }) };
      });
    },
    free(typed) {
      const tag = tagOf(typed);
      return tag ? { id: tag, label: text("tag-new", { tag }), run: () => set({ add: [tag] }) } : null;
    },
  });
}
