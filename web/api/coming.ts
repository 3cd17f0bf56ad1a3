// Shapes that the server's description does not name yet, by hand; each goes once openapi.json has it.

import type { Priority } from "./index";

export interface SavedView {
  id: string;
  title: string;
  query: string;
  shared: "me" | "team" | "all";
  team: string | null;
  owner: string | null;
  position: number;
  ready: boolean;
  total: number;
}

export interface NewView {
  title: string;
  query: string;
  shared: "me" | "team" | "all";
  team?: string | null;
  position?: number;
}

export interface Team {
  id: string;
  name: string;
  members: string[];
}

export interface Tag {
  name: string;
  colour: string | null;
  description: string | null;
}

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

export interface Suggestion {
  insert: string;
  label: string;
  kind: string;
}

export interface Mention {
  id: string;
  ticket: string;
  number: number;
  at: string;
  subject?: string;
  excerpt?: string;
  by?: { id: string; name: string; number: string } | null;
  seen?: boolean;
}
