// What can be said of lines without asking anybody: how long an offer stands, what is unread, what the tab's title says.
import type { Line, LineQueue, Lines } from "@dengta/api";

/** The server offers for so long. */
export const OFFER_MS = 30_000;

/** When an offer ends by this machine's clock; `ahead`: by how much the server's is ahead of it. A clock that is wrong makes no offer longer. */
export function deadline(until: string, ahead: number, now: number): number {
  return Math.min(Date.parse(until) - ahead, now + OFFER_MS);
}

export interface Offer {
  line: Line;
  /** By this machine's clock. */
  until: number;
}

/** Offers as the server tells them. One that was known keeps its end, and the first to end comes first. */
export function offersOf(lines: readonly Line[], known: readonly Offer[], ahead: number, now: number): Offer[] {
  return lines
    .map((line) => {
      const before = known.find((each) => each.line.ticket.id === line.ticket.id && each.line.offered_until === line.offered_until);
      return { line, until: before?.until ?? deadline(line.offered_until ?? "", ahead, now) };
    })
    .filter(({ until }) => until > now)
    .sort((a, b) => a.until - b.until);
}

export const fresh = (offers: readonly Offer[], known: readonly Offer[]): Offer[] =>
  offers.filter(({ line }) => !known.some((each) => each.line.ticket.id === line.ticket.id));

/** Seconds that are left, and which part of the whole that is. */
export function countdown(until: number, now: number): { seconds: number; part: number } {
  const left = Math.max(0, until - now);
  return { seconds: Math.ceil(left / 1000), part: Math.min(1, left / OFFER_MS) };
}

/** Whether the customer said something last that was not seen here. */
export const isUnread = ({ ticket }: Line, seen: number): boolean => ticket.awaiting === "agent" && ticket.last_message > seen;

const MOST = 99;
/** Before the title of the tab: so many things wait for this agent. */
export const badge = (count: number): string => (count === 0 ? "" : count > MOST ? `(${MOST}+) ` : `(${count}) `);

/** The wait that the customer is told, in whole minutes; nothing while nobody is there. */
export function toldWait({ low, high }: Pick<LineQueue, "low" | "high">): { low: number; high: number } | null {
  if (low === null || high === null) return null;
  const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));
  return { low: minutes(low), high: minutes(high) };
}

type Group = "offers" | "talking" | "waiting" | "others";
const GROUPS: readonly Group[] = ["offers", "talking", "waiting", "others"];

/** The conversation of a ticket, if one goes on. */
export function lineIn(lines: Lines | null, ticket: string): Line | null {
  for (const group of GROUPS) {
    const found = lines?.[group].find((line) => line.ticket.id === ticket);
    if (found) return found;
  }
  return null;
}

const without = (lines: Lines, ticket: string): Lines => {
  const rest = { ...lines };
  for (const group of GROUPS) rest[group] = lines[group].filter((line) => line.ticket.id !== ticket);
  return rest;
};

/** As it will be once this agent has it. */
export function taken(lines: Lines, line: Line, by: NonNullable<Line["ticket"]["assignee"]>, at: string): Lines {
  const rest = without(lines, line.ticket.id);
  const mine: Line = { ...line, state: "talking", since: at, offered_until: null, queue: null, ticket: { ...line.ticket, assignee: by } };
  return { ...rest, talking: [...rest.talking, mine] };
}

/** As it will be once this agent has let the offer pass. */
export function passed(lines: Lines, line: Line): Lines {
  const rest = without(lines, line.ticket.id);
  const waiting = [...rest.waiting, { ...line, offered_until: null }];
  return { ...rest, waiting: waiting.sort((a, b) => (a.queue?.place ?? 0) - (b.queue?.place ?? 0)) };
}

export const ended = without;

export interface Page {
  title: string;
  url: string;
  host: string;
}

/** The page that the customer came from: said with the first message, and again by who came back. */
export function pageOf(entries: readonly { details: object }[]): Page | null {
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const { page } = entries[at]!.details as { page?: { url?: unknown; title?: unknown } };
    if (typeof page?.url !== "string") continue;
    try {
      const { host, protocol } = new URL(page.url);
      if (!/^https?:$/.test(protocol)) continue;
      return { url: page.url, host, title: typeof page.title === "string" ? page.title : "" };
    } catch {
      // Written by the visitor's browser: it may be anything.
    }
  }
  return null;
}
