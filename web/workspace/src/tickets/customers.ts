// Customers as agents see them: found, with what is known of them, and what agents note.
import type { Outcome, Ticket } from "@dengta/api";
import { ask, call } from "../lib/server";

export interface FoundCustomer {
  id: string;
  name: string;
  email: string | null;
  proved: boolean;
}

export interface CustomerNote {
  id: string;
  body: string;
  at?: string;
  created_at?: string;
  by?: { id: string; name: string; number: string } | null;
  author?: { id: string; name: string; number: string } | null;
}

export interface Rating {
  score: number;
  comment: string | null;
  at?: string;
  ticket?: string;
}

export interface Customer extends FoundCustomer {
  signed_in: boolean;
  language: string | null;
  time_zone: string | null;
  created_at: string;
  tags: string[];
  notes: CustomerNote[];
  blocked: { at: string; by: { id: string; name: string; number: string } | string | null } | null;
  tickets: Ticket[];
  ratings: { count: number; mean: number | null; recent: Rating[] };
}

const at = (id: string, rest = "") => `/api/v1/customers/${id}${rest}`;

export const findCustomers = (q: string): Promise<Outcome<{ results: FoundCustomer[] }>> => ask(call("get", "/api/v1/customers", { query: { q, limit: 10 } }));
export const readCustomer = (id: string): Promise<Outcome<Customer>> => ask(call<Customer>("get", at(id)));
export const addNote = (id: string, body: string): Promise<Outcome<CustomerNote>> => ask(call<CustomerNote>("post", at(id, "/notes"), { body: { body } }));
export const dropNote = (id: string, note: string): Promise<Outcome<unknown>> => ask(call("delete", at(id, `/notes/${note}`)));
export const putTags = (id: string, tags: readonly string[]): Promise<Outcome<unknown>> => ask(call("put", at(id, "/tags"), { body: { tags } }));
export const block = (id: string): Promise<Outcome<unknown>> => ask(call("post", at(id, "/block")));
export const unblock = (id: string): Promise<Outcome<unknown>> => ask(call("delete", at(id, "/block")));
