// The keys of the agent who is signed in, kept on this device.
import { me } from "../session/me.svelte";
import type { CommandId } from "./command-table";
import { commandIn, keysIn, readKeymap, standard, type Keymap } from "./keymap";

const name = (agent: string) => `dengta.keys.${agent}`;

let chosen = $state.raw<{ agent: string; map: Keymap } | null>(null);

export function keymap(): Keymap {
  const agent = me()?.id;
  if (!agent) return standard;
  return chosen?.agent === agent ? chosen.map : readKeymap(localStorage.getItem(name(agent)));
}

export function useKeymap(map: Keymap): void {
  const agent = me()?.id;
  if (!agent) return;
  chosen = { agent, map };
  try {
    localStorage.setItem(name(agent), JSON.stringify(map));
  } catch {
    // Without room for it the choice lasts as long as the page.
  }
}

// The same agent in another tab.
globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
  const agent = me()?.id;
  if (agent && key === name(agent)) chosen = { agent, map: readKeymap(newValue) };
});

export const keysOf = (id: CommandId): string => keysIn(keymap(), id);
export const commandOf = (keys: string): CommandId | null => commandIn(keymap(), keys);
