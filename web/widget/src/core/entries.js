// The conversation as far as it is known here: entries by number, from whichever way they came, each once.
// Numbers of what only agents see are missing for visitors, so a missing number alone proves nothing: `complete` says up to where
// the server was asked for everything.

export function createEntries() {
  const byNumber = new Map();
  let sorted = [];
  let from = null;
  let complete = 0;

  /** Takes entries in; returns those that are new here. */
  function add(list) {
    const fresh = list.filter((entry) => Number.isInteger(entry?.number) && !byNumber.has(entry.number));
    for (const entry of list) if (Number.isInteger(entry?.number)) byNumber.set(entry.number, entry);
    if (list.length) sorted = [...byNumber.values()].sort((one, other) => one.number - other.number);
    return fresh;
  }

  return {
    add,
    /** Whether something may be missing before what came just now over the line. */
    gapBefore: (list) => list.length > 0 && Math.min(...list.map(({ number }) => number)) > complete + 1,
    /** The server was asked for everything after `after`, and this is all of it up to the last of these. */
    page(list, after) {
      const fresh = add(list);
      if (from === null || after < from) from = after;
      if (after <= complete || complete === 0) complete = Math.max(complete, after, ...list.map(({ number }) => number));
      return fresh;
    },
    /** What came over the line without a gap. */
    live(list) {
      const fresh = add(list);
      complete = Math.max(complete, ...list.map(({ number }) => number));
      return fresh;
    },
    all: () => sorted,
    complete: () => complete,
    /** Before which number nothing was loaded yet; 0 when all is here. */
    from: () => from ?? 0,
    last: () => sorted.at(-1)?.number ?? 0,
    has: (key) => sorted.some((entry) => entry.key === key),
    clear() {
      byNumber.clear();
      sorted = [];
      [from, complete] = [null, 0];
    },
  };
}
