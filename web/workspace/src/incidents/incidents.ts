// Incidents: one cause of many tickets, and what their customers are told about it.
import type { Outcome } from "@dengta/api";
import { ask, askAll, call } from "../lib/server";

export interface IncidentUpdate {
  number: number;
  texts: Record<string, string>;
  at: string;
  bulk: string;
  by: { name: string | null; number: string | null } | null;
}

export interface Incident {
  id: string;
  title: string;
  text: string;
  state: "open" | "closed";
  /** Linked to it, and those of them that an update answers. */
  tickets: number;
  open: number;
  opened_at: string;
  closed_at: string | null;
  updates?: IncidentUpdate[];
}

export interface Progress {
  id: string;
  total: number;
  done: number;
  failed: { ticket: string; code: string }[];
  state: string;
}

const at = (id: string, rest = "") => `/api/v1/incidents/${id}${rest}`;

export const listIncidents = (): Promise<Outcome<Incident[]>> => askAll<Incident>((after) => call("get", "/api/v1/incidents", { query: { after } }));
export const readIncident = (id: string): Promise<Outcome<Incident>> => ask(call<Incident>("get", at(id)));
export const openIncident = (title: string, text: string): Promise<Outcome<Incident>> =>
  ask(call<Incident>("post", "/api/v1/incidents", { body: { title, ...(text.trim() ? { text } : {}) } }));
export const closeIncident = (id: string): Promise<Outcome<unknown>> => ask(call("post", at(id, "/closure")));
/** Under the same key it is posted once, however often it is sent. */
export const postUpdate = (id: string, texts: Record<string, string>, key: string): Promise<Outcome<{ id: string; total: number }>> =>
  ask(call<{ id: string; total: number }>("post", at(id, "/updates"), { body: { texts }, headers: { "Idempotency-Key": key } }));
export const readBulk = (id: string): Promise<Outcome<Progress>> => ask(call<Progress>("get", `/api/v1/bulk/${id}`));

export const linkIncident = (ticket: string, incident: string) => call("put", `/api/v1/tickets/${ticket}/incident`, { body: { incident } });
export const unlinkIncident = (ticket: string) => call("delete", `/api/v1/tickets/${ticket}/incident`);
