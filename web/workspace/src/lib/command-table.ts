// Every command of the workspace with its keys: one table for the handler, the printed hints, the palette, the
// overview and the page where keys are changed. What a command does is told by whoever shows what it acts on
// (`offer` in commands.ts). The name of a command is the text `key-ID`.

export type Preset = "dengta" | "zendesk";
export type Group = "list" | "ticket" | "line" | "writing" | "article" | "going";

interface Row {
  group: Group;
  keys: string;
  /** Where the habits of Zendesk differ. */
  zendesk?: string;
  /** Holding the key down may walk a list, but must not close ten tickets. */
  repeats?: boolean;
}

const rows = {
  next: { group: "list", keys: "j", repeats: true },
  previous: { group: "list", keys: "k", repeats: true },
  select: { group: "list", keys: "x" },
  "select-to": { group: "list", keys: "shift+x" },
  "select-all": { group: "list", keys: "shift+a" },
  "select-none": { group: "list", keys: "" },
  search: { group: "list", keys: "/", zendesk: "ctrl+alt+f" },
  reply: { group: "writing", keys: "r", zendesk: "ctrl+alt+x" },
  note: { group: "writing", keys: "n", zendesk: "ctrl+alt+c" },
  send: { group: "writing", keys: "mod+enter", zendesk: "ctrl+alt+u" },
  "send-close": { group: "writing", keys: "mod+shift+enter", zendesk: "ctrl+alt+s" },
  macro: { group: "writing", keys: "mod+;", zendesk: "ctrl+alt+m" },
  attach: { group: "writing", keys: "" },
  assign: { group: "ticket", keys: "a", zendesk: "ctrl+alt+a" },
  "assign-me": { group: "ticket", keys: "i", zendesk: "ctrl+alt+t" },
  tag: { group: "ticket", keys: "l", zendesk: "ctrl+alt+g" },
  priority: { group: "ticket", keys: "p" },
  snooze: { group: "ticket", keys: "h", zendesk: "ctrl+alt+d" },
  wake: { group: "ticket", keys: "shift+h" },
  close: { group: "ticket", keys: "e" },
  reopen: { group: "ticket", keys: "shift+e", zendesk: "ctrl+alt+o" },
  merge: { group: "ticket", keys: "m" },
  split: { group: "ticket", keys: "" },
  link: { group: "ticket", keys: "" },
  incident: { group: "ticket", keys: "" },
  spam: { group: "ticket", keys: "!" },
  customer: { group: "ticket", keys: "u" },
  category: { group: "ticket", keys: "shift+c" },
  // An offer is answered from wherever the hands are, in a composer too.
  "offer-take": { group: "line", keys: "mod+alt+enter" },
  "offer-pass": { group: "line", keys: "mod+alt+backspace" },
  "line-take": { group: "line", keys: "shift+t" },
  "line-end": { group: "line", keys: "shift+l" },
  available: { group: "line", keys: "q" },
  sound: { group: "line", keys: "" },
  "article-new": { group: "article", keys: "shift+n" },
  "article-write": { group: "article", keys: "w" },
  "article-submit": { group: "article", keys: "s" },
  "article-approve": { group: "article", keys: "y" },
  "article-return": { group: "article", keys: "b" },
  "article-publish": { group: "article", keys: "shift+p" },
  "article-schedule": { group: "article", keys: "t" },
  "article-confirm": { group: "article", keys: "f" },
  "article-unschedule": { group: "article", keys: "" },
  "article-discard": { group: "article", keys: "" },
  "article-withdraw": { group: "article", keys: "" },
  "article-next-language": { group: "article", keys: "]" },
  "article-previous-language": { group: "article", keys: "[" },
  "article-preview": { group: "article", keys: "v" },
  "article-versions": { group: "article", keys: "d" },
  "article-original": { group: "article", keys: "o" },
  "article-readers": { group: "article", keys: "shift+r" },
  "article-settings": { group: "article", keys: "" },
  palette: { group: "going", keys: "mod+k" },
  undo: { group: "going", keys: "z" },
  inbox: { group: "going", keys: "g i", zendesk: "ctrl+alt+h" },
  views: { group: "going", keys: "g v", zendesk: "ctrl+alt+v" },
  chats: { group: "going", keys: "g c" },
  mentions: { group: "going", keys: "g m" },
  articles: { group: "going", keys: "g h" },
  "new-ticket": { group: "going", keys: "c", zendesk: "ctrl+alt+n" },
  "save-view": { group: "going", keys: "" },
  help: { group: "going", keys: "?" },
} as const satisfies Record<string, Row>;

export type CommandId = keyof typeof rows;

export const commandTable: Record<CommandId, Row> = rows;
/** In the order of the overview. */
export const commandIds = Object.keys(rows) as CommandId[];
export const groups: readonly Group[] = ["list", "ticket", "line", "writing", "article", "going"];
export const presets: readonly Preset[] = ["dengta", "zendesk"];

export function presetKeys(preset: Preset, id: CommandId): string {
  const row = commandTable[id];
  return (preset === "zendesk" ? row.zendesk : undefined) ?? row.keys;
}
