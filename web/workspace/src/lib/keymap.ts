// Which keys an agent has given to which command: a preset, and what differs from it. Pure; kept by keymap.svelte.ts.
import { commandIds, presetKeys, presets, type CommandId, type Preset } from "./command-table";
import { normal } from "./keys";

export interface Keymap {
  preset: Preset;
  /** Only what differs from the preset; "" is no key. */
  own: Partial<Record<CommandId, string>>;
}

export const standard: Keymap = { preset: "dengta", own: {} };

export function keysIn(map: Keymap, id: CommandId): string {
  return map.own[id] ?? presetKeys(map.preset, id);
}

/** The command of these keys, as `strokeOf` says them. */
export function commandIn(map: Keymap, keys: string): CommandId | null {
  return commandIds.find((id) => keysIn(map, id) !== "" && normal(keysIn(map, id)) === keys) ?? null;
}

export function withKeys(map: Keymap, id: CommandId, keys: string): Keymap {
  const { [id]: _, ...rest } = map.own;
  return { ...map, own: keys === presetKeys(map.preset, id) ? rest : { ...rest, [id]: keys } };
}

/** The other commands that these keys would call, or that would swallow the beginning of a sequence. */
export function conflicts(map: Keymap, id: CommandId): CommandId[] {
  const keys = normal(keysIn(map, id));
  if (!keys) return [];
  return commandIds.filter((other) => {
    const theirs = normal(keysIn(map, other));
    return other !== id && theirs !== "" && (theirs === keys || theirs.startsWith(`${keys} `) || keys.startsWith(`${theirs} `));
  });
}

export function readKeymap(kept: string | null): Keymap {
  try {
    const { preset, own } = JSON.parse(kept ?? "null") as Partial<Keymap>;
    const known = Object.entries(own ?? {}).filter(([id, keys]) => commandIds.includes(id as CommandId) && typeof keys === "string");
    return { preset: presets.find((each) => each === preset) ?? "dengta", own: Object.fromEntries(known) };
  } catch {
    return standard;
  }
}
