// Addresses under /desk/ and the page that each one means.

export const views = ["mine", "unassigned", "open", "waiting", "closed"] as const;
export type View = (typeof views)[number];

export type Route =
  | { page: "signin" | "invitation" | "account" | "agents" | "tokens" }
  | { page: "tickets"; view: View; ticket: string | null };

const BASE = "/desk";
export const START: Route = { page: "tickets", view: "open", ticket: null };

let current = $state.raw<Route>(read(location.pathname));
addEventListener("popstate", () => (current = read(location.pathname)));

export const route = (): Route => current;

export function address(to: Route): string {
  if (to.page !== "tickets") return `${BASE}/${to.page}`;
  return to.ticket ? `${BASE}/${to.view}/${to.ticket}` : `${BASE}/${to.view}`;
}

export function go(to: Route, { replace = false } = {}): void {
  const path = address(to);
  if (path === location.pathname && !location.hash) return;
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
  go(read(link.pathname));
}

export function read(path: string): Route {
  const [page = "", ticket = null] = path.slice(BASE.length).split("/").filter(Boolean);
  switch (page) {
    case "signin":
    case "invitation":
    case "account":
    case "agents":
    case "tokens":
      return { page };
    case "tickets":
      return { page: "tickets", view: "open", ticket };
    default: {
      const view = views.find((each) => each === page);
      return view ? { page: "tickets", view, ticket } : START;
    }
  }
}
