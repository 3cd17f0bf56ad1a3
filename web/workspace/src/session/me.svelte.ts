// Who is signed in. `undefined` until the server has told.
import type { Me } from "@dengta/api";
import { address, go, read, route, START } from "../lib/route.svelte";
import { ask, onSignedOut, server } from "../lib/server";
import { chosenLanguage, currentLanguage, speak } from "../lib/texts.svelte";
import { bestLanguage } from "../lib/languages";

let current = $state.raw<Me | null | undefined>(undefined);
/** Where to go after sign-in; in the tab's own storage, for the page is loaded anew when a session ends. */
const WANTED = "dengta.wanted";

export const me = (): Me | null | undefined => current;
export type Permission = Me["permissions"][number];
export const can = (permission: Permission): boolean => current?.permissions.includes(permission) ?? false;

onSignedOut(() => {
  const { page } = route();
  if (page === "signin" || page === "invitation") return;
  sessionStorage.setItem(WANTED, location.pathname + location.search);
  if (current) leave();
  else {
    current = null;
    go({ page: "signin" }, { replace: true });
  }
});

/** Asks who the cookie belongs to; a sign-in or an invitation needs no answer first. */
export async function recall(): Promise<void> {
  const { page } = route();
  if (page === "signin" || page === "invitation") {
    current = null;
    return;
  }
  const answer = await ask(server.GET("/api/v1/session"));
  if (answer.ok) await welcome(answer.value, { stay: true });
}

/** Enters the workspace, at the page that was asked for before sign-in. */
export async function welcome(agent: Me, { stay = false } = {}): Promise<void> {
  const language = chosenLanguage() ?? bestLanguage([agent.language]);
  if (language !== currentLanguage()) await speak(language);
  current = agent;
  if (stay) return;
  const wanted = sessionStorage.getItem(WANTED);
  sessionStorage.removeItem(WANTED);
  const { pathname, search } = new URL(wanted ?? "/", location.origin);
  go(wanted ? read(pathname, search) : START, { replace: true });
}

export async function signOut(): Promise<void> {
  const answer = await ask(server.DELETE("/api/v1/session"));
  if (!answer.ok && answer.problem.status !== 401) return;
  leave();
}

/** A fresh page, so that nothing of a customer stays in memory for whoever signs in next. */
function leave(): void {
  location.replace(address({ page: "signin" }));
}
