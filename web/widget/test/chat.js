// A conversation as the fake desk keeps it: what a visitor's API answers, in memory.

import { randomUUID } from "node:crypto";

const problem = (status, code, message) => ({ status, body: { type: `/problems/${code}`, title: message, status, detail: message, errors: [{ field: "", code, message }] } });

/** One visitor's conversation. */
export class Chat {
  entries = [];
  lines = new Set();
  messages = new Map();
  files = new Map();
  state = { state: "new", reference: null, case: null, agent: null, queue: null, people: { open: true, opens_at: null }, seen: 0, read: 0, rating: null, rateable: false };
  customer = { name: null, signed_in: false, contact: null };

  constructor(desk, language, given) {
    Object.assign(this, { desk, language, given });
  }

  view() {
    const { incidents, categories } = this.desk;
    return { ...this.state, last: this.entries.at(-1)?.number ?? 0, customer: this.customer, incidents, categories };
  }
  tell(frame) {
    for (const line of this.lines) line(frame);
  }
  set(change) {
    Object.assign(this.state, change);
    this.tell({ type: "chat", chat: this.view() });
  }
  /** Adds an entry; `skip` leaves numbers out, as notes of agents do. */
  add(entry, skip = 0) {
    const made = {
      number: (this.entries.at(-1)?.number ?? 0) + 1 + skip, at: new Date(this.desk.now()).toISOString(), kind: "message", from: "agent",
      author: null, key: null, text: null, html: null, event: null, code: null, files: [], taken: null, sources: [], offers: [], ...entry,
    };
    this.entries.push(made);
    this.tell({ type: "entries", entries: [made] });
    return made;
  }
  after(number, limit = 200) {
    const all = this.entries.filter((entry) => entry.number > number);
    return { results: all.slice(0, limit), next: all.length > limit ? String(all[limit - 1].number) : null };
  }
  agent(html, more = {}) {
    return this.add({ html, author: { name: "Lin", number: "0417" }, code: "4MX8-1Z", ...more });
  }

  /** POST /messages */
  message({ id, text, files = [], category }) {
    const refused = this.desk.refuse?.(text);
    if (refused) return problem(422, "text-refused", refused);
    const body = JSON.stringify([text, files, category]);
    const before = this.messages.get(id);
    if (before && before.body !== body) return problem(422, "conflict-idempotency", "The same id with another body.");
    if (before) return { status: 201, body: before.answer, headers: { "idempotency-replayed": "true" } };
    const shown = files.map((file) => this.files.get(file)?.view).filter(Boolean);
    const entry = this.add({ from: "customer", key: id, text, files: shown });
    const answer = { id, entry: { number: entry.number, hash: "00" } };
    this.messages.set(id, { body, answer });
    if (this.state.state === "new" || this.state.state === "closed") this.set({ state: "assistant", reference: "K7Q2-9M4X-T", case: `/${this.language}/cases/K7Q2-9M4X-T`, rateable: false, rating: null });
    this.desk.answers?.(this, text);
    return { status: 201, body: answer };
  }
  person() {
    this.set({ state: "waiting", queue: { place: 3, low: 120, likely: 200, high: 300 } });
    this.add({ kind: "queued", from: "desk", event: "…" });
  }

  /** POST /files, PATCH /files/{id} */
  announce({ name, size, type }) {
    const id = randomUUID();
    this.files.set(id, { id, name, size, bytes: Buffer.alloc(0), view: { id, name, type: type || "application/octet-stream", size, thumbnail: /^image\//.test(type) } });
    return { status: 201, body: this.upload(id) };
  }
  upload(id) {
    const { name, size, bytes, view } = this.files.get(id);
    const ready = bytes.length === size;
    return { id, name, size, offset: bytes.length, chunk: 262_144, url: `/api/v1/chat/files/${id}`, state: ready ? "ready" : "coming", file: ready ? view : null };
  }
  part(id, offset, bytes) {
    const file = this.files.get(id);
    if (offset !== file.bytes.length) return { ...problem(409, "upload-moved", "moved"), headers: { "upload-offset": String(file.bytes.length) } };
    file.bytes = Buffer.concat([file.bytes, bytes]);
    return { status: 200, body: this.upload(id) };
  }
}
