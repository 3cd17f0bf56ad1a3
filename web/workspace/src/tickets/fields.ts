/** What is compared character by character and copied: set in a fixed width, never wrapped. */
const IDENTIFIERS = new Set([
  "tx_id", "address", "source_address", "tag", "bank_reference", "order_id", "trade_id", "entry_order", "exit_order",
  "endpoint", "error_code", "request_id", "ip", "key_prefix", "link", "sender",
]);

export const isIdentifier = (field: string): boolean => IDENTIFIERS.has(field);

const SHOWN = 18;

/** Both ends of a long identifier: people compare those. The whole is one click away. */
export function shorten(value: string): string {
  return value.length <= SHOWN ? value : `${value.slice(0, 8)}…${value.slice(-6)}`;
}
