// What commands do at this moment. A component offers handlers for the commands of the table while it is shown:
//
//   offer({ reply: { enabled: () => can("ticket.reply"), run: () => compose("reply") } });
//
// Keys, palette and buttons then all call `run("reply")`. Of several handlers that are enabled the newest wins, and
// before it one that was offered `over` the others: with rows selected, E closes these and not the open ticket.
import { onDestroy } from "svelte";
import { commandTable, type CommandId } from "./command-table";
import { isChord, KeyReader, strokeOf, takesText } from "./keys";
import { commandOf } from "./keymap.svelte";

export interface Handler {
  run(): unknown;
  enabled?(): boolean;
  over?: boolean;
}

const handlers = new Map<CommandId, Handler[]>();

/** Until the returned function is called. */
export function provide(id: CommandId, handler: Handler): () => void {
  handlers.set(id, [handler, ...(handlers.get(id) ?? [])]);
  return () => void handlers.set(id, (handlers.get(id) ?? []).filter((each) => each !== handler));
}

/** While the component, in whose initialisation this is called, is shown. Its parts come after it, and so before it. */
export function offer(offered: Partial<Record<CommandId, Handler>>): void {
  const stops = Object.entries(offered).map(([id, handler]) => provide(id as CommandId, handler));
  onDestroy(() => stops.forEach((stop) => stop()));
}

function handlerOf(id: CommandId): Handler | undefined {
  const able = (handlers.get(id) ?? []).filter(({ enabled }) => !enabled || enabled());
  return able.find(({ over }) => over) ?? able[0];
}

/** Whether it would do anything now. */
export const isOffered = (id: CommandId): boolean => handlerOf(id) !== undefined;

/** False when nothing is shown that it could act on. */
export function run(id: CommandId): boolean {
  const handler = handlerOf(id);
  void handler?.run();
  return handler !== undefined;
}

const waits = new Set<() => boolean>();

/** While something that takes the keys is on its way to the screen, what is typed for it is no command. */
export function holdKeys(waiting: () => boolean): void {
  waits.add(waiting);
  onDestroy(() => waits.delete(waiting));
}

const reader = new KeyReader(commandOf);

/** For the page's one listener of keys. */
export function readKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || [...waits].some((waiting) => waiting())) return;
  const stroke = strokeOf(event);
  if (!stroke || (takesText(event.target) && !isChord(stroke))) return;
  const id = reader.read(stroke, Date.now());
  if (!id || (document.querySelector("dialog[open]") && id !== "palette" && id !== "send")) return;
  if (!handlerOf(id)) return;
  // Else the letter would be typed into the field that it opens.
  event.preventDefault();
  if (!event.repeat || commandTable[id].repeats) run(id);
}
