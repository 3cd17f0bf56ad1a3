// What was sent and is shown at once, until its entry is here. The entry carries the key of the request that made it,
// so that one is known as the other whichever comes first: the answer to the request, or the entry by the live line.

interface Sent {
  key: string;
  /** The number of its entry, once the server has acknowledged it. */
  number: number | null;
}

interface Entry {
  number: number;
  details: object;
}

export const sameAs = (entry: Entry, key: string): boolean => (entry.details as { key?: unknown }).key === key;

/** Those whose entry is not here yet. */
export function underWay<Each extends Sent>(sent: readonly Each[], entries: readonly Entry[]): readonly Each[] {
  if (sent.length === 0) return sent;
  const last = entries.at(-1)?.number ?? 0;
  return sent.filter(({ key, number }) => !(number !== null && number <= last) && !entries.some((entry) => sameAs(entry, key)));
}
