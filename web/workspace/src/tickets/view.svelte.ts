// The view that the agent works in: links to other tickets stay in it.
import { route, type View } from "../lib/route.svelte";

export function openView(): View {
  const here = route();
  return here.page === "tickets" ? here.view : "open";
}
