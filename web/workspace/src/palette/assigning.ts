// The question to whom a ticket goes: me, a colleague, a team, nobody.
import { openPalette, type Choice, type Question } from "../lib/palette.svelte";
import { text } from "../lib/texts.svelte";
import { allTeams, colleagues, loadColleagues } from "../people/colleagues.svelte";
import { me } from "../session/me.svelte";
import type { Receiver } from "../tickets/steps";

export interface Held {
  assignee: { id: string } | null;
  team: { id: string } | null;
}

export function receivers(give: (to: Receiver) => unknown, now: Held | null): Choice[] {
  const self = me();
  const people = [...colleagues()].sort((a, b) => Number(b.id === self?.id) - Number(a.id === self?.id));
  return [
    ...people.map(({ id, name, number }) => ({
      id: `agent ${id}`,
      label: id === self?.id ? text("assign-to-me", { name }) : name,
      hint: number ?? undefined,
      group: text("palette-people"),
      on: now?.assignee?.id === id,
      run: () => give({ agent: { id, name, number: number ?? "" } }),
    })),
    ...allTeams().map(({ id, name }) => ({
      id: `team ${id}`,
      label: name,
      group: text("palette-teams"),
      on: now?.team?.id === id,
      // Handed to a team it is nobody's there, until one of them takes it.
      run: () => give({ agent: null, team: { id, name } }),
    })),
    ...(now && !now.assignee && !now.team ? [] : [{ id: "nobody", label: text("assign-nobody"), group: text("palette-teams"), run: () => give({ agent: null, team: null }) }]),
  ];
}

export function askReceiver(title: string, give: (to: Receiver) => unknown, now: Held | null): void {
  const question: Question = {
    title,
    placeholder: text("assign-hint"),
    async choices() {
      await loadColleagues();
      return receivers(give, now);
    },
  };
  openPalette(question);
}
