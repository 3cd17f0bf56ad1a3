// Who is on the line, as this agent is concerned: offers, own conversations, the queue, those of others. Read anew
// when the server says that something changed. What the agent does shows at once and goes back when it is refused.
import type { Line, LinePresence, Lines, Outcome, Problem } from "@dengta/api";
import { SvelteMap } from "svelte/reactivity";
import { announce } from "../lib/announce.svelte";
import { lately } from "../lib/lately";
import { on, onReturn } from "../lib/live.svelte";
import { go, route } from "../lib/route.svelte";
import { ask, server } from "../lib/server";
import { text, textOr } from "../lib/texts.svelte";
import { complain, push, retract } from "../lib/undo.svelte";
import { can, me } from "../session/me.svelte";
import { conversationOf } from "../tickets/conversation.svelte";
import { categoryName } from "../views/names";
import { sound } from "./choices.svelte";
import { askToNotify, notify } from "./notify";
import { play, unlock } from "./sound";
import { badge, ended, fresh, isUnread, lineIn, offersOf, passed, taken, type Offer } from "./told";

/** Lines of a group that the server tells at most. */
const TOLD = 100;

let lines = $state.raw<Lines | null>(null);
let offered = $state.raw<readonly Offer[]>([]);
let problem = $state.raw<Problem | null>(null);
/** By how much the server's clock is ahead. */
let ahead = 0;
/** Questions asked, and the youngest whose answer is shown: answers overtake each other. */
let questions = 0;
let answered = 0;
/** Counts our own changes: an answer asked for before one of them is stale. */
let changes = 0;

/** Up to which entry the conversations were on screen here. */
const seen = new SvelteMap<string, number>();
/** What this agent let pass: with nobody else there it comes back, and need not ring again. */
const declined = new Set<string>();
/** Up to which entry customers have read. */
const reads = new SvelteMap<string, number>();
/** Until when customers count as writing. */
const writing = new SvelteMap<string, number>();

export const chats = {
  /** `false` until the server has told. */
  get known(): boolean {
    return lines !== null;
  },
  get problem(): Problem | null {
    return problem;
  },
  get presence(): LinePresence | null {
    return lines?.presence ?? null;
  },
  get offers(): readonly Offer[] {
    return offered;
  },
  get talking(): readonly Line[] {
    return lines?.talking ?? [];
  },
  get waiting(): readonly Line[] {
    return lines?.waiting ?? [];
  },
  /** Only a lead takes over what another has, and only a lead is shown it. */
  get others(): readonly Line[] {
    return can("report.read") ? (lines?.others ?? []) : [];
  },
  /** How many there are, of which no more than a hundred are told. */
  many(group: "waiting" | "others"): number {
    const shown = chats[group].length;
    return shown < TOLD ? shown : (lines?.[`${group}_in_all`] ?? shown);
  },
  /** In the order in which they stand on the screen. */
  get all(): readonly Line[] {
    return [...offered.map(({ line }) => line), ...chats.talking, ...chats.waiting, ...chats.others];
  },
  /** Agents who take conversations. */
  get agents(): number {
    return lines?.agents ?? 0;
  },
  /** Things that wait for this agent. */
  get calls(): number {
    return offered.length + chats.talking.filter(unread).length;
  },
  /** On the way to this agent, or with them. */
  get count(): number {
    return offered.length + chats.talking.length + chats.many("waiting");
  },
};

export const lineOf = (ticket: string): Line | null => lineIn(lines, ticket);
export const unread = (line: Line): boolean => isUnread(line, seen.get(line.ticket.id) ?? 0);
export const readUpTo = (ticket: string): number => reads.get(ticket) ?? 0;
export const isWriting = (ticket: string, now: number): boolean => (writing.get(ticket) ?? 0) > now;
/** Before the title of every page. */
export const titled = (title: string): string => `${badge(chats.calls)}${title} · Dengta`;

export function noteSeen(ticket: string, number: number): void {
  if (number > (seen.get(ticket) ?? 0)) seen.set(ticket, number);
}

function noteRead(ticket: string, number: number): void {
  if (number > (reads.get(ticket) ?? 0)) reads.set(ticket, number);
}

export async function refreshLines(): Promise<void> {
  const asked = changes;
  const question = (questions += 1);
  const call = server.GET("/api/v1/lines");
  const answer = await ask(call);
  if (!answer.ok) return void (problem = answer.problem);
  const { response } = await call;
  if (question < answered) return;
  answered = question;
  problem = null;
  ahead = Date.parse(response.headers.get("Date") ?? "") - Date.now() || 0;
  // To the second only: what is nearly right is taken for right.
  if (Math.abs(ahead) < 2000) ahead = 0;
  if (asked === changes) hear(answer.value);
  else soon.ask();
}

/** Shows what the server told, and calls the agent for what is new in it. */
function hear(told: Lines): void {
  const before = { offered, talking: chats.talking, first: lines === null };
  show(told);
  for (const { line } of fresh(offered, before.offered)) callFor(line);
  for (const line of chats.talking) {
    const was = before.talking.find((each) => each.ticket.id === line.ticket.id);
    if (was && unread(line) && line.ticket.last_message > was.ticket.last_message) nudge(line);
  }
}

function show(next: Lines): void {
  lines = next;
  // What was read stays read once the line has ended.
  for (const { ticket, customer_read } of [next.talking, next.others, next.waiting].flat()) noteRead(ticket.id, customer_read);
  offered = offersOf(next.offers, offered, ahead, Date.now());
}

/** An offer whose time is over, even where nobody tells of it. */
export function dropEnded(now: number): void {
  if (offered.some(({ until }) => until <= now)) offered = offered.filter(({ until }) => until > now);
}

const about = (line: Line) => ({ name: line.ticket.customer.name, category: categoryName(line.ticket.category), language: textOr(`language-${line.ticket.language}`, line.ticket.language) });
const open = (line: Line) => go({ page: "tickets", view: "chats", ticket: line.ticket.id });

function callFor(line: Line): void {
  if (declined.has(line.ticket.id)) return;
  if (sound.on) play("offer");
  announce(text("offer-announced", about(line)));
  notify(line.ticket.id, text("offer-title"), text("offer-about", about(line)), () => go({ page: "tickets", view: "chats", ticket: null }));
  // It opens at once when it is taken.
  void conversationOf(line.ticket.id, { ahead: true }).prefetch();
}

function nudge(line: Line): void {
  const here = route();
  if (!document.hidden && here.page === "tickets" && here.ticket === line.ticket.id) return;
  if (sound.on) play("message");
  notify(line.ticket.id, text("new-message", about(line)), text("offer-about", about(line)), () => open(line));
}

/** Shows a change of ours, asks, and has the truth read again; what was refused is told. */
async function act(change: (lines: Lines) => Lines, request: () => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  changes += 1;
  if (lines) show(change(lines));
  const answer = await request();
  changes += 1;
  if (!answer.ok) complain(answer.problem);
  void refreshLines();
  return answer;
}

/** Takes a conversation and opens it. */
export async function take(line: Line): Promise<boolean> {
  const self = me();
  if (!self) return false;
  const { id } = line.ticket;
  const mine = { id: self.id, name: self.name, number: self.number };
  open(line);
  const answer = await act(
    (all) => taken(all, line, mine, new Date(Date.now() + ahead).toISOString()),
    () => ask(server.POST("/api/v1/tickets/{id}/line", { params: { path: { id } } })),
  );
  void conversationOf(id).refresh();
  return answer.ok;
}

export function pass(line: Line): Promise<Outcome<unknown>> {
  declined.add(line.ticket.id);
  return act((all) => passed(all, line), () => ask(server.DELETE("/api/v1/tickets/{id}/offer", { params: { path: { id: line.ticket.id } } })));
}

/** Ends a conversation; the ticket stays. */
export async function end(line: Line): Promise<void> {
  const { id, customer } = line.ticket;
  const answer = await act((all) => ended(all, id), () => ask(server.DELETE("/api/v1/tickets/{id}/line", { params: { path: { id } } })));
  if (answer.ok) push({ label: text("did-line-end", { name: customer.name }) });
  void conversationOf(id).refresh();
}

const putPresence = async (available: boolean): Promise<Outcome<unknown>> => {
  changes += 1;
  const before = lines?.presence ?? null;
  if (lines && before) lines = { ...lines, presence: { ...before, available } };
  const answer = await ask(server.PUT("/api/v1/presence", { body: { available } }));
  changes += 1;
  if (lines) lines = { ...lines, presence: answer.ok ? answer.value : before };
  void refreshLines();
  return answer;
};

/** Takes conversations from now on, or none. Switching it on is a touch of the page: what needs one is asked for then. */
export async function setAvailable(available: boolean): Promise<void> {
  if (available) {
    unlock();
    askToNotify();
  }
  const toast = push({ label: text(available ? "did-available" : "did-away"), undo: () => putPresence(!available) });
  const answer = await putPresence(available);
  if (answer.ok) return;
  retract(toast);
  complain(answer.problem);
}

/** Who neither takes conversations nor looks at them need not know of each at once. */
const concerned = () => Boolean(lines?.presence?.available) || chats.talking.length > 0 || (!document.hidden && onScreen());
function onScreen(): boolean {
  const here = route();
  return here.page === "tickets" && (here.view === "chats" || (here.ticket !== null && lineOf(here.ticket) !== null));
}

const soon = lately(1000, refreshLines);
const sometime = lately(5000, refreshLines);

on("lines", () => {
  if (concerned()) soon.ask();
  else if (!document.hidden) sometime.ask();
});
on("offer", () => void refreshLines());
on("entry", ({ ticket }) => {
  writing.delete(ticket);
  if (chats.talking.some((line) => line.ticket.id === ticket)) soon.ask();
});
/** A visitor who closed the lid says nothing more. */
const WRITING_MS = 15_000;
on("customer_typing", ({ ticket, on }) => void (on ? writing.set(ticket, Date.now() + WRITING_MS) : writing.delete(ticket)));
on("customer_read", ({ ticket, number }) => noteRead(ticket, number));
onReturn(() => void (can("ticket.read") && refreshLines()));
