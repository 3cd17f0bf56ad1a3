// What an agent does to a ticket. Each shows at once, is taken back with the reason when the server refuses, and can be
// undone (Z).
import type { Outcome, Priority, Ticket } from "@dengta/api";
import { ask } from "../lib/server";
import { inWords } from "../lib/taken";
import { currentLanguage, text, textOr } from "../lib/texts.svelte";
import { localTime } from "../lib/time";
import { complain, push, retract } from "../lib/undo.svelte";
import { me } from "../session/me.svelte";
import { categoryName } from "../views/names";
import { show, whileActing } from "./changes";
import { refreshCounts } from "./counts.svelte";
import * as steps from "./steps";
import type { Receiver, Step } from "./steps";

/** Takes the step; `back` is the one that undoes it. */
export async function act(ticket: Ticket, step: Step, label: string, back?: Step): Promise<Outcome<unknown>> {
  const taking = take(ticket, step);
  // Told before the server has answered: a Z that follows at once means this action, and waits for it.
  const goBack = async (step: Step, back: Step) => {
    const answer = await taking;
    return answer.ok ? take({ ...ticket, ...step.change }, back) : answer;
  };
  const toast = push({ label, ...(back ? { undo: () => goBack(step, back) } : {}) });
  const answer = await taking;
  if (!answer.ok && !toast.undoing) {
    retract(toast);
    complain(answer.problem);
  }
  return answer;
}

async function take(ticket: Ticket, step: Step): Promise<Outcome<unknown>> {
  const before = Object.fromEntries(Object.keys(step.change).map((key) => [key, ticket[key as keyof Ticket]])) as Partial<Ticket>;
  show(ticket.id, step.change);
  const answer = await whileActing(ticket.id, () => ask<unknown>(step.ask()));
  // Shown once more when it holds: a list that was asked for before the server knew may have hidden it.
  show(ticket.id, answer.ok ? step.change : before);
  void refreshCounts();
  return answer;
}

const named = (ticket: Ticket) => ({ subject: inWords(ticket.subject) });

export const close = (ticket: Ticket) => act(ticket, steps.close(ticket), text("did-close", named(ticket)), steps.reopen(ticket, ticket.awaiting));

export const reopen = (ticket: Ticket) => act(ticket, steps.reopen(ticket), text("did-reopen", named(ticket)), steps.close(ticket));

export function assign(ticket: Ticket, to: Receiver): Promise<Outcome<unknown>> {
  const name = to.agent?.name ?? to.team?.name;
  const label = name ? text("did-assign", { name, ...named(ticket) }) : text("did-hand-back", named(ticket));
  return act(ticket, steps.assign(ticket, to), label, steps.assignBack(ticket, to));
}

export function assignToMe(ticket: Ticket): Promise<Outcome<unknown>> | undefined {
  const self = me();
  return self ? assign(ticket, { agent: { id: self.id, name: self.name, number: self.number } }) : undefined;
}

export function prioritise(ticket: Ticket, priority: Priority): Promise<Outcome<unknown>> {
  const label = text("did-priority", { priority: textOr(`priority-${priority}`, priority), ...named(ticket) });
  return act(ticket, steps.prioritise(ticket, priority), label, steps.prioritise(ticket, ticket.priority));
}

export function categorise(ticket: Ticket, category: Ticket["category"]): Promise<Outcome<unknown>> | undefined {
  if (category === ticket.category) return undefined;
  const label = text("did-category", { category: categoryName(category), ...named(ticket) });
  return act(ticket, steps.categorise(ticket, category), label, steps.categorise(ticket, ticket.category));
}

export function tag(ticket: Ticket, change: { add?: readonly string[]; remove?: readonly string[] }): Promise<Outcome<unknown>> | undefined {
  const { add, remove } = steps.tagging(ticket, change.add ?? [], change.remove ?? []);
  if (add.length + remove.length === 0) return undefined;
  const tags = [...add.map((each) => `+${each}`), ...remove.map((each) => `−${each}`)].join(" ");
  return act(ticket, steps.tag(ticket, add, remove), text("did-tag", { tags, ...named(ticket) }), steps.tag(ticket, remove, add));
}

export function snooze(ticket: Ticket, until: string): Promise<Outcome<unknown>> {
  const label = text("did-snooze", { time: localTime(until, currentLanguage(), Date.now()), ...named(ticket) });
  return act(ticket, steps.snooze(ticket, until), label, ticket.snoozed_until ? steps.snooze(ticket, ticket.snoozed_until) : steps.wake(ticket));
}

export function wake(ticket: Ticket): Promise<Outcome<unknown>> {
  const back = ticket.snoozed_until ? steps.snooze(ticket, ticket.snoozed_until) : undefined;
  return act(ticket, steps.wake(ticket), text("did-wake", named(ticket)), back);
}

export const markSpam = (ticket: Ticket) => act(ticket, steps.markSpam(ticket), text("did-spam", named(ticket)), steps.clearSpam(ticket));

export const clearSpam = (ticket: Ticket) => act(ticket, steps.clearSpam(ticket), text("did-unspam", named(ticket)), steps.markSpam(ticket));
