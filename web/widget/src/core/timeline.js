// What stands in the list, in order: days, the line before what is new, messages, events, what is on its way. Each item has a key
// that stays, so that the list changes only where something changed.

/** So long after another of the same hand a message needs no name of its own, in milliseconds. */
const TOGETHER = 5 * 60_000;

export function timeline({ entries, outgoing, divider, seen, dayOf, waits = (_) => false }) {
  const items = [];
  let day = "";
  let before = null;
  let divided = divider === null;

  const push = (item, at) => {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ kind: "day", key: `day:${day}`, at });
      before = null;
    }
    items.push(item);
  };
  const handOf = (entry) => `${entry.from}:${entry.author?.number ?? entry.author?.name ?? ""}`;

  const arrived = new Set();
  for (const entry of entries) {
    if (entry.key) arrived.add(entry.key);
    if (!divided && entry.number > divider && entry.from !== "customer") {
      divided = true;
      push({ kind: "new", key: "new" }, entry.at);
      before = null;
    }
    if (entry.kind !== "message") {
      if (entry.event) push({ kind: "event", key: `entry:${entry.number}`, entry }, entry.at);
      before = null;
      continue;
    }
    const own = entry.from === "customer";
    const joined = before !== null && handOf(before) === handOf(entry) && Date.parse(entry.at) - Date.parse(before.at) < TOGETHER;
    const state = own ? (entry.number <= seen ? "read" : "sent") : null;
    push({ kind: "message", key: keyOf(entry), entry, own, joined, state }, entry.at);
    before = entry;
  }
  for (const item of outgoing) {
    if (arrived.has(item.id)) continue;
    const entry = { from: "customer", at: item.at, text: item.text, files: item.files, author: null };
    const joined = before?.from === "customer" && Date.parse(item.at) - Date.parse(before.at) < TOGETHER;
    const state = item.state === "sending" && waits(item) ? "waiting" : item.state;
    push({ kind: "message", key: `own:${item.id}`, entry, own: true, joined, state, item }, item.at);
    before = entry;
  }
  return items;
}

/** One's own message keeps its place when its entry comes. */
const keyOf = (entry) => (entry.key ? `own:${entry.key}` : `entry:${entry.number}`);

/** The messages of others after number `read`. */
export const unread = (entries, read) => entries.filter((entry) => entry.number > read && entry.kind === "message" && entry.from !== "customer");
