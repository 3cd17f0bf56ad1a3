// The categories of a ticket, as this server knows them: those of the settings where they can be read, else the built-in ones.
import { ask, call } from "../lib/server";

export interface CategoryField {
  key: string;
  required: boolean;
  choices?: readonly string[];
}

export interface CategoryView {
  slug: string;
  fields: readonly CategoryField[];
}

export const SLUGS = [
  "deposit", "tag", "missent", "withdrawal", "fiat", "trade", "derivatives", "verification", "recovery", "security", "api", "phishing", "question", "other",
] as const;

let known: Promise<readonly CategoryView[]> | null = null;

/** Asked once; a server that does not tell leaves the fields out. */
export function loadCategories(): Promise<readonly CategoryView[]> {
  known ??= read();
  return known;
}

async function read(): Promise<readonly CategoryView[]> {
  const answer = await ask(call<{ results?: CategoryView[]; categories?: CategoryView[] }>("get", "/api/v1/settings/categories"));
  const told = answer.ok ? (answer.value.results ?? answer.value.categories) : null;
  if (!told) {
    known = null;
    return SLUGS.map((slug) => ({ slug, fields: [] }));
  }
  return told;
}
