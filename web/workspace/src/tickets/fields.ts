/** The facts of a case in the order in which they are read: what, where, how much, when, then the surroundings. */
const ORDER = [
  "coin", "network", "tx_id", "address", "amount", "source_address", "tag", "rail", "bank", "bank_reference", "value_date",
  "currency", "pair", "order_type", "order_id", "trade_id", "entry_order", "exit_order", "price", "document_type", "country",
  "refusal_reason", "lost_item", "account_hint", "last_access", "funds_moved", "place", "device_seen", "endpoint",
  "error_code", "request_id", "ip", "key_prefix", "link", "sender", "channel_seen", "entered_anything", "time",
  "steps", "error_shown", "tried", "device", "system", "app_version",
];

/** What is compared character by character and copied: set in a fixed width, never wrapped. */
const IDENTIFIERS = new Set([
  "tx_id", "address", "source_address", "tag", "bank_reference", "order_id", "trade_id", "entry_order", "exit_order",
  "endpoint", "error_code", "request_id", "ip", "key_prefix", "link", "sender",
]);

export const isIdentifier = (field: string): boolean => IDENTIFIERS.has(field);

/** The facts in reading order; those that this page does not know yet come last. */
export function inOrder(facts: Record<string, string>): [string, string][] {
  const place = (field: string) => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
  return Object.entries(facts).sort(([a], [b]) => place(a) - place(b));
}

const SHOWN = 18;

/** Both ends of a long identifier: people compare those. The whole is one click away. */
export function shorten(value: string): string {
  return value.length <= SHOWN ? value : `${value.slice(0, 8)}…${value.slice(-6)}`;
}
