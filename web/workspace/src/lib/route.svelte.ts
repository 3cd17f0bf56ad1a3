// Where the agent is.
import { address, BASE, read, type Route } from "./address";

export { address, HELP, read, START, type HelpFilter, type HelpRoute, type Route, type View } from "./address";

let current = $state.raw<Route>(read(location.pathname, location.search));
addEventListener("popstate", () => (current = read(location.pathname, location.search)));

export const route = (): Route => current;

export function go(to: Route, { replace = false } = {}): void {
  const path = address(to);
  if (path === location.pathname + location.search && !location.hash) return;
  history[replace ? "replaceState" : "pushState"](null, "", path);
  current = to;
}

/** The secret after `#`, removed from the address at once: it must not stay in the history. */
export function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment) history.replaceState(null, "", location.pathname);
  return fragment;
}

/** Lets plain links move between our pages without loading the program again. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link || elsewhere || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  if (!link.pathname.startsWith(`${BASE}/`)) return;
  event.preventDefault();
  go(read(link.pathname, link.search));
}
