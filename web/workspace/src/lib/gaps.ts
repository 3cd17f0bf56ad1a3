// Entries of a ticket are numbered without gaps: what came live either continues what is known, or something lacks.

interface Numbered {
  number: number;
}

/**
 * What to do with entries that came live: `add` those that follow, `fetch` when one before them lacks. Entries that
 * are known already are taken again: the delivery of a mail changes on an old entry.
 */
export function joined<Entry extends Numbered>(known: readonly Entry[], came: readonly Entry[]): { entries: readonly Entry[]; lacking: boolean } {
  const all = new Map(known.map((entry) => [entry.number, entry]));
  let last = known.at(-1)?.number ?? 0;
  let lacking = false;
  for (const entry of [...came].sort((a, b) => a.number - b.number)) {
    if (entry.number > last + 1) {
      lacking = true;
      break;
    }
    all.set(entry.number, entry);
    last = Math.max(last, entry.number);
  }
  return { entries: [...all.values()].sort((a, b) => a.number - b.number), lacking };
}

/** Whether the news of entry `number` tells of something that is not known. */
export const isNews = (known: readonly Numbered[], number: number): boolean => number > (known.at(-1)?.number ?? 0);
