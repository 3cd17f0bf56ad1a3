// The categories of tickets, as the settings of this server have them.
import { ask, call } from "../lib/server";
import { currentLanguage, textOr } from "../lib/texts.svelte";
import type { CategorySetting } from "../settings/category";

export interface CategoryField {
  key: string;
  label: string;
  choices: readonly { value: string; label: string }[];
}

export interface CategoryView {
  slug: string;
  name: string;
  fields: readonly CategoryField[];
}

export const SLUGS = [
  "deposit", "tag", "missent", "withdrawal", "fiat", "trade", "derivatives", "verification", "recovery", "security", "api", "phishing", "question", "other",
] as const;

const UNSURE = ["yes", "no", "unsure"];
/** What the built-in fields offer to choose from. */
const CHOICES: Record<string, readonly string[]> = {
  lost_item: ["password", "totp", "passkey", "locked", "other"],
  funds_moved: UNSURE,
  entered_anything: UNSURE,
};

const inOurs = (words: Record<string, string>): string | undefined => words[currentLanguage()] ?? words.en ?? Object.values(words)[0];

/** Those that can be chosen; the built-in ones, without their fields, where the server does not tell. */
export async function loadCategories(): Promise<readonly CategoryView[]> {
  const answer = await ask(call<{ value: { categories: CategorySetting[] } }>("get", "/api/v1/settings/categories"));
  if (!answer.ok) return SLUGS.map((slug) => ({ slug, name: textOr(`category-${slug}`, slug), fields: [] }));
  return answer.value.value.categories
    .filter(({ enabled }) => enabled)
    .map(({ slug, names, fields }) => ({
      slug,
      name: inOurs(names) ?? textOr(`category-${slug}`, slug),
      fields: fields
        .filter(({ ask: asked }) => asked !== "hidden")
        .map(({ key, own }) => {
          const id = key.replaceAll("_", "-");
          return {
            key,
            label: (own && inOurs(own.labels)) ?? textOr(`field-${id}`, key),
            choices: own
              ? own.choices.map(({ value, labels }) => ({ value, label: inOurs(labels) ?? value }))
              : (CHOICES[key] ?? []).map((value) => ({ value, label: textOr(`choice-${id}-${value}`, value) })),
          };
        }),
    }));
}
