// Macros as agents use them: found, rendered for a ticket, and what they do beside saying something.
import type { Outcome, Priority, Ticket } from "@dengta/api";
import { on } from "../lib/live.svelte";
import { ask, askAll, call } from "../lib/server";
import { text } from "../lib/texts.svelte";
import { allTeams } from "../people/colleagues.svelte";
import * as verbs from "./verbs";

export type MacroAction =
  | { kind: "tag"; add?: string[]; remove?: string[] }
  | { kind: "priority"; priority: Priority }
  | { kind: "assign"; team: string }
  | { kind: "close" };

export interface Macro {
  id: string;
  title: string;
  group: string;
  texts: Record<string, string>;
  actions: MacroAction[];
  visible_to: "all" | "team" | "me";
  team: string | null;
  may_change: boolean;
  used: number;
  last_used_at: string | null;
  version: number;
}

export interface Rendering {
  text: string;
  language: string;
  actions: MacroAction[];
}

let known: readonly Macro[] | null = null;
on("settings", () => (known = null));

export async function loadMacros(): Promise<Outcome<readonly Macro[]>> {
  if (known) return { ok: true, value: known };
  const answer = await askAll<Macro>((after) => call("get", "/api/v1/macros", { query: { after, limit: 500 } }));
  if (answer.ok) known = answer.value;
  return answer;
}

export const forgetMacros = (): void => void (known = null);

export const render = (id: string, ticket: string, { use = false, language }: { use?: boolean; language?: string } = {}): Promise<Outcome<Rendering>> =>
  ask(call<Rendering>("post", `/api/v1/macros/${id}/renderings`, { body: { ticket, use, ...(language ? { language } : {}) } }));

/** "Tags +vip −new", in the agent's words. */
export function actionText(action: MacroAction): string {
  switch (action.kind) {
    case "tag":
      return text("macro-does-tag", { tags: [...(action.add ?? []).map((tag) => `+${tag}`), ...(action.remove ?? []).map((tag) => `−${tag}`)].join(" ") });
    case "priority":
      return text("macro-does-priority", { priority: text(`priority-${action.priority}`) });
    case "assign":
      return text("macro-does-assign", { team: allTeams().find(({ id }) => id === action.team)?.name ?? text("team") });
    case "close":
      return text("macro-does-close");
  }
}

/** Each as the agent's own deed, which can be undone. Closing waits until the answer is sent. */
export async function apply(ticket: () => Ticket | null, actions: readonly MacroAction[]): Promise<void> {
  for (const action of actions) {
    const now = ticket();
    if (!now) return;
    if (action.kind === "tag") await verbs.tag(now, action);
    else if (action.kind === "priority") await verbs.prioritise(now, action.priority);
    else if (action.kind === "assign") {
      const team = allTeams().find(({ id }) => id === action.team);
      await verbs.assign(now, { team: { id: action.team, name: team?.name ?? "" } });
    }
  }
}

/** Best first: those whose title has all words, then those whose text has them; more used before less used. */
export function findMacros(macros: readonly Macro[], typed: string): Macro[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (macro: Macro): number => {
    const title = `${macro.title} ${macro.group}`.toLowerCase();
    if (words.every((word) => title.includes(word))) return 0;
    const all = `${title} ${Object.values(macro.texts).join(" ")}`.toLowerCase();
    return words.every((word) => all.includes(word)) ? 1 : 2;
  };
  return macros
    .map((macro) => ({ macro, rank: rank(macro) }))
    .filter(({ rank: place }) => place < 2)
    .sort((a, b) => a.rank - b.rank || b.macro.used - a.macro.used || a.macro.title.localeCompare(b.macro.title))
    .map(({ macro }) => macro);
}
