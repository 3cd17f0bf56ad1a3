// Shapes that the server's description does not name yet, by hand; each goes once openapi.json has it.

import type { Entry, Priority, Ticket } from "./index";

export type BulkAction =
  | { kind: "close" | "reopen" | "unsnooze" | "spam" | "unspam" }
  | { kind: "assign"; agent?: string | null; team?: string | null }
  | { kind: "priority"; priority: Priority }
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "snooze"; until: string };

export interface Bulk {
  id: string;
  action: string;
  total: number;
  done: number;
  failed: { ticket: string; code: string }[];
  state: string;
  undoable: boolean;
}

export interface Mention {
  id: string;
  ticket: Ticket;
  /** Null when the note cannot be read any more. */
  entry: Entry | null;
  seen: boolean;
}
