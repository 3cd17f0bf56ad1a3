// The sections, as a tree: read when the help center is opened, and again after each change.
import type { HelpSection, NewHelpSection, Outcome, Problem } from "@dengta/api";
import { currentLanguage } from "../lib/texts.svelte";
import { changeSection, fieldsOf, listSections } from "./api";

let all = $state.raw<readonly HelpSection[] | null>(null);
let problem = $state.raw<Problem | null>(null);

export const sections = (): readonly HelpSection[] => all ?? [];
export const sectionsLoaded = (): boolean => all !== null;
export const sectionsProblem = (): Problem | null => problem;

export async function loadSections(): Promise<void> {
  const answer = await listSections();
  problem = answer.ok ? null : answer.problem;
  if (answer.ok) all = answer.value;
}

export const sectionOf = (id: string | null | undefined): HelpSection | undefined => sections().find((each) => each.id === id);
export const sectionName = ({ titles, slug }: Pick<HelpSection, "titles" | "slug">): string => titles[currentLanguage()] || titles.en || Object.values(titles)[0] || slug;
export const below = (parent: string | null): HelpSection[] => sections().filter((each) => each.parent === parent).sort((one, other) => one.place - other.place);
/** The section and those above it, the highest first. */
export function path(id: string | null): HelpSection[] {
  const section = sectionOf(id);
  return section ? [...path(section.parent), section] : [];
}
export const depth = (section: HelpSection): number => path(section.id).length - 1;
/** The section and all below it, in their order. */
export const withBelow = (id: string): HelpSection[] => {
  const section = sectionOf(id);
  return section ? [section, ...below(id).flatMap((each) => withBelow(each.id))] : [];
};
/** The tree as a list, each after the one above. */
export const inOrder = (): HelpSection[] => below(null).flatMap(({ id }) => withBelow(id));
export const articlesIn = (id: string): number => withBelow(id).reduce((sum, { articles }) => sum + articles, 0);
export const wantsTwo = (id: string): boolean => path(id).some(({ two_people }) => two_people);
/** Days between two looks: its own, or of the next above that says some. */
export const reviewDays = (id: string): number | null => path(id).findLast(({ review_days }) => review_days !== null)?.review_days ?? null;

/** Changes sections, seen at once; all as before when one is refused. */
export async function change(changes: readonly { id: string; to: Partial<NewHelpSection> }[]): Promise<Outcome<unknown>> {
  const before = all;
  const changed = changes.flatMap(({ id, to }) => {
    const section = sectionOf(id);
    return section ? [{ ...section, ...to } as HelpSection] : [];
  });
  all = sections().map((section) => changed.find(({ id }) => id === section.id) ?? section);
  for (const section of changed) {
    const answer = await changeSection(section.id, fieldsOf(section));
    if (!answer.ok) {
      all = before;
      void loadSections();
      return answer;
    }
  }
  await loadSections();
  return { ok: true, value: null };
}
