// Addresses under /desk/ and the page that each one means.
import { views } from "./view-names";

/** What a list shows: one of ours, `category:deposit`, `language:ko`, the id of a saved view, `search`, `mentions` or `chats`. */
export type View = string;

export type Route =
  | { page: "signin" | "invitation" | "account" | "agents" | "tokens" | "keys" }
  | { page: "settings"; section: string | null; item: string | null }
  | { page: "incidents"; item: string | null }
  | HelpRoute
  | { page: "tickets"; view: View; ticket: string | null; query?: string };

/** Which articles a list shows; what is absent does not matter. */
export type HelpFilter = Partial<Record<"section" | "state" | "language" | "q", string>>;
export type HelpRoute =
  | { page: "help"; part: "list"; filter: HelpFilter }
  | { page: "help"; part: "sections" | "broken" }
  | { page: "help"; part: "words"; language: string | null }
  /** `panel`: what stands beside the text. */
  | { page: "help"; part: "article"; id: string; language: string | null; panel: string | null };

export const BASE = "/desk";
const OTHER_VIEW = /^(category|language):[\w-]+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^(mentions|chats)$/;
const HELP_FILTERS = ["section", "state", "language", "q"] as const;
export const START: Route = { page: "tickets", view: "open", ticket: null };
/** Where those begin who see no tickets. */
export const HELP: Route = { page: "help", part: "list", filter: {} };

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
    case "help":
      return `${BASE}/help${helpAddress(to)}`;
    default:
      return `${BASE}/${to.page}`;
  }
}

function helpAddress(to: HelpRoute): string {
  if (to.part === "article") return `/${["articles", to.id, to.language, to.panel].filter(Boolean).join("/")}`;
  if (to.part === "words") return `/${["words", to.language].filter(Boolean).join("/")}`;
  if (to.part !== "list") return `/${to.part}`;
  const filter = HELP_FILTERS.flatMap((name) => (to.filter[name] ? [[name, to.filter[name]!] as [string, string]] : []));
  return filter.length ? `?${new URLSearchParams(filter)}` : "";
}

function readHelp([part, id, language, panel]: string[], search: string): HelpRoute {
  if (part === "articles" && id) return { page: "help", part: "article", id, language: language ?? null, panel: panel ?? null };
  if (part === "words") return { page: "help", part, language: id ?? null };
  if (part === "sections" || part === "broken") return { page: "help", part };
  const query = new URLSearchParams(search);
  const filter = Object.fromEntries(HELP_FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));
  return { page: "help", part: "list", filter };
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
  if (page === "help") return readHelp(parts(path).slice(1), search);
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
