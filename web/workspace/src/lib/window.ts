// Which rows of a long list stand in the document.

export interface Window {
  /** Index of the first row, and of the one after the last. */
  from: number;
  to: number;
}

/** Rows beyond what is seen, on either side: a wheel's turn shows no hole. */
const BEYOND = 12;

export function windowOf(top: number, height: number, row: number, count: number): Window {
  if (row <= 0) return { from: 0, to: Math.min(count, 50) };
  const first = Math.floor(Math.max(0, top) / row);
  const last = Math.ceil((Math.max(0, top) + height) / row);
  const to = Math.min(count, last + BEYOND);
  return { from: Math.max(0, Math.min(first - BEYOND, to)), to };
}

/** Whether the next page must be fetched so that scrolling goes on without a halt. */
export function wantsMore(window: Window, loaded: number, ahead = 100): boolean {
  return loaded - window.to < ahead;
}

/** Where to scroll so that the row is wholly seen, moving as little as possible. */
export function reveal(index: number, top: number, height: number, row: number): number {
  const start = index * row;
  if (start < top) return start;
  if (start + row > top + height) return start + row - height;
  return top;
}

/** By how many rows what is seen moved down when `before` became `after`; the first seen row that is still there says. */
export function shift(before: readonly { id: string }[], after: readonly { id: string }[], firstSeen: number): number {
  const places = new Map(after.map(({ id }, index) => [id, index]));
  for (let index = firstSeen; index < Math.min(before.length, firstSeen + 50); index += 1) {
    const now = places.get(before[index]!.id);
    if (now !== undefined) return now - index;
  }
  return 0;
}
