// A ticket stands in several places at once: in lists, in its conversation. What an agent does shows in all of them.
import type { Ticket } from "@dengta/api";

type Show = (id: string, change: Partial<Ticket>) => void;
const places = new Set<Show>();
const acting = new Map<string, number>();

export function onChange(show: Show): void {
  places.add(show);
}

export function show(id: string, change: Partial<Ticket>): void {
  for (const place of places) place(id, change);
}

/** While an action is under way its effect is already shown, and what the server says may be older. */
export const isActing = (id: string): boolean => (acting.get(id) ?? 0) > 0;

const settling = new Set<(id: string) => void>();

/** Once the server has answered: what it has made of it is read. */
export function onSettled(act: (id: string) => void): void {
  settling.add(act);
}

export async function whileActing<T>(id: string, work: () => Promise<T>): Promise<T> {
  acting.set(id, (acting.get(id) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (acting.get(id) ?? 1) - 1;
    if (left > 0) acting.set(id, left);
    else acting.delete(id);
    if (left === 0) settling.forEach((act) => act(id));
  }
}
