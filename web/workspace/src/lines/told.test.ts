import type { Line, Lines } from "@dengta/api";
import { describe, expect, test } from "vitest";
import { badge, countdown, deadline, ended, fresh, isUnread, lineIn, OFFER_MS, offersOf, pageOf, passed, taken, toldWait } from "./told";

const NOW = Date.parse("2026-11-22T06:00:00Z");
const in_ = (ms: number) => new Date(NOW + ms).toISOString();
const line = (id: string, more: Partial<Omit<Line, "ticket">> & { ticket?: Partial<Line["ticket"]> } = {}): Line =>
  ({ state: "waiting", since: in_(-60_000), offered_until: null, queue: null, there: true, customer_read: 0, ...more, ticket: { id, awaiting: "agent", last_message: 3, assignee: null, ...more.ticket } }) as Line;
const lines = (groups: Partial<Lines>): Lines => ({ presence: null, offers: [], talking: [], waiting: [], waiting_in_all: 0, others: [], others_in_all: 0, agents: 1, room: 4, ...groups });
const ids = (all: readonly Line[]) => all.map(({ ticket }) => ticket.id);

describe("how long an offer stands", () => {
  test("is told by the server's clock", () => {
    expect(deadline(in_(20_000), 0, NOW)).toBe(NOW + 20_000);
    expect(deadline(in_(320_000), 300_000, NOW)).toBe(NOW + 20_000);
    expect(deadline(in_(-280_000), -300_000, NOW)).toBe(NOW + 20_000);
  });

  test("is never longer than an offer is", () => expect(deadline(in_(900_000), 0, NOW)).toBe(NOW + OFFER_MS));

  test("counts down by whole seconds to nothing", () => {
    expect(countdown(NOW + 14_200, NOW)).toEqual({ seconds: 15, part: 14_200 / OFFER_MS });
    expect(countdown(NOW - 1, NOW)).toEqual({ seconds: 0, part: 0 });
  });
});

describe("offers", () => {
  const one = line("one", { offered_until: in_(25_000) });
  const two = line("two", { offered_until: in_(12_000) });

  test("stack, the first to end first, and what has ended is gone", () => {
    const gone = line("gone", { offered_until: in_(-1) });
    expect(ids(offersOf([one, gone, two], [], 0, NOW).map((offer) => offer.line))).toEqual(["two", "one"]);
  });

  test("keep their end when they are read again, however the clocks are guessed then", () => {
    const [before] = offersOf([one], [], 0, NOW);
    expect(offersOf([one], [before!], 4000, NOW + 1000)[0]!.until).toBe(before!.until);
  });

  test("that come again, later, are offers anew", () => {
    const before = offersOf([one], [], 0, NOW);
    const again = line("one", { offered_until: in_(29_000) });
    expect(offersOf([again], before, 0, NOW)[0]!.until).toBe(NOW + 29_000);
  });

  test("are told once", () => {
    const before = offersOf([one], [], 0, NOW);
    const now = offersOf([one, two], before, 0, NOW);
    expect(ids(fresh(now, before).map((offer) => offer.line))).toEqual(["two"]);
    expect(fresh(now, now)).toEqual([]);
  });

  test("without a moment are none", () => expect(offersOf([line("one")], [], 0, NOW)).toEqual([]));
});

test("what the customer said last is unread until it was seen", () => {
  expect(isUnread(line("a"), 2)).toBe(true);
  expect(isUnread(line("a"), 3)).toBe(false);
  expect(isUnread(line("a", { ticket: { awaiting: "customer" } }), 0)).toBe(false);
});

test.each([[0, ""], [1, "(1) "], [99, "(99) "], [120, "(99+) "]])("with %d things waiting the title begins with “%s”", (count, said) => expect(badge(count)).toBe(said));

test("the told wait is a range of minutes, or none", () => {
  expect(toldWait({ low: 20, high: 310 })).toEqual({ low: 1, high: 5 });
  expect(toldWait({ low: null, high: null })).toBeNull();
});

describe("what an agent does shows before the server has answered", () => {
  const all = lines({ offers: [line("a", { queue: { place: 2, low: 1, likely: 2, high: 3 } })], waiting: [line("b", { queue: { place: 1, low: 1, likely: 2, high: 3 } }), line("c", { queue: { place: 3, low: 1, likely: 2, high: 3 } })], talking: [line("d")] });

  test("taking", () => {
    const next = taken(all, all.offers[0]!, { id: "me", name: "Lin", number: "0417" }, in_(0));
    expect([ids(next.offers), ids(next.talking), ids(next.waiting)]).toEqual([[], ["d", "a"], ["b", "c"]]);
    expect(lineIn(next, "a")).toMatchObject({ state: "talking", queue: null, since: in_(0), ticket: { assignee: { id: "me" } } });
  });

  test("letting pass: it stands at its place again", () => expect(ids(passed(all, all.offers[0]!).waiting)).toEqual(["b", "a", "c"]));

  test("ending", () => expect(lineIn(ended(all, "d"), "d")).toBeNull());
});

describe("the customer's page", () => {
  const said = (page: unknown) => ({ details: page === undefined ? {} : { page } });

  test("is the newest one that was told", () => {
    const entries = [said({ url: "https://a.example/x?y=1", title: "Withdraw" }), said(undefined), said({ url: "https://b.example/", title: "" }), said(undefined)];
    expect(pageOf(entries)).toEqual({ url: "https://b.example/", host: "b.example", title: "" });
  });

  test("is none when it is no page of the web", () => {
    expect(pageOf([said({ url: "javascript:alert(1)", title: "x" })])).toBeNull();
    expect(pageOf([said({ url: "nonsense", title: "x" }), said({ url: 7 })])).toBeNull();
    expect(pageOf([])).toBeNull();
  });
});
