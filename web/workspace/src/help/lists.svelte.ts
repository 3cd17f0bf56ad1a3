// How many articles wait: for a review, a new look, a new translation; and how many links lead nowhere.
import { articlesPage, brokenLinks } from "./api";

const COUNTED = 100;
export const waiting = ["review", "due", "outdated"] as const;
export type Waiting = (typeof waiting)[number] | "broken";

let counts = $state.raw<Partial<Record<Waiting, { count: number; more: boolean }>>>({});
export const waitingCount = (list: Waiting) => counts[list];

export async function countWaiting(): Promise<void> {
  const [broken, ...lists] = await Promise.all([brokenLinks(), ...waiting.map((state) => articlesPage({ state, limit: COUNTED }))]);
  const found: typeof counts = broken.ok ? { broken: { count: broken.value.length, more: false } } : {};
  waiting.forEach((state, index) => {
    const answer = lists[index];
    if (answer?.ok) found[state] = { count: answer.value.results.length, more: Boolean(answer.value.next) };
  });
  counts = { ...counts, ...found };
}
