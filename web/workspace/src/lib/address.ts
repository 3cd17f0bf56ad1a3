// Addresses under /desk/ and the page that each one means.
import { views } from "./view-names";

/** What a list shows: one of ours, `category:deposit`, `language:ko`, the id of a saved view, `search` or `mentions`. */
export type View = string;

export type Route =
  | { page: "signin" | "invitation" | "account" | "agents" | "tokens" | "keys" }
  | { page: "settings"; section: string | null; item: string | null }
  | { page: "incidents"; item: string | null }
  | { page: "tickets"; view: View; ticket: string | null; query?: string };

export const BASE = "/desk";
const OTHER_VIEW = /^(category|language):[\w-]+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^mentions$/;
export const START: Route = { page: "tickets", view: "open", ticket: null };

export function address(to: Route): string {
  switch (to.page) {
    case "tickets": {
      const query = to.view === "search" && to.query ? `?${new URLSearchParams({ q: to.query })}` : "";
      return `${BASE}/${[to.view, to.ticket].filter(Boolean).join("/")}${query}`;
    }
    case "settings":
      return `${BASE}/${["settings", to.section, to.item].filter(Boolean).join("/")}`;
    case "incidents":
      return `${BASE}/${["incidents", to.item].filter(Boolean).join("/")}`;
    default:
      return `${BASE}/${to.page}`;
  }
}

function parts(path: string): string[] {
  try {
    return path.slice(BASE.length).split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function read(path: string, search = ""): Route {
  const [page = "", first = null, second = null] = parts(path);
  switch (page) {
    case "signin":
    case "invitation":
    case "account":
    case "agents":
    case "tokens":
    case "keys":
      return { page };
    case "settings":
      return { page, section: first, item: second };
    case "incidents":
      return { page, item: first };
    case "tickets":
      return { page: "tickets", view: "open", ticket: first };
    case "search":
      return { page: "tickets", view: "search", ticket: first, query: new URLSearchParams(search).get("q") ?? "" };
    default:
      return OTHER_VIEW.test(page) || (views as readonly string[]).includes(page) ? { page: "tickets", view: page, ticket: first } : START;
  }
}
