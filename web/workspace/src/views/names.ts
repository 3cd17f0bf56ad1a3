// What a view is called.
import type { View } from "../lib/route.svelte";
import { views } from "../lib/view-names";
import { text, textOr } from "../lib/texts.svelte";
import { savedView } from "./saved.svelte";

export function viewName(view: View, query = ""): string {
  if ((views as readonly string[]).includes(view)) return text(`view-${view}`);
  if (view === "mentions" || view === "chats") return text(view === "chats" ? "chats" : "mentions");
  if (view === "search") return query ? text("search-for", { query }) : text("search");
  const [kind, value = ""] = view.split(":");
  if (kind === "category") return categoryName(value);
  if (kind === "language") return textOr(`language-${value}`, value);
  return savedView(view)?.title ?? text("view-unknown");
}

export const categoryName = (slug: string): string => textOr(`category-${slug}-short`, slug);

/** What a list without rows says. */
export function viewEmpty(view: View): string {
  return textOr(`view-${view}-empty`, text(view === "search" ? "search-none" : "view-none"));
}
