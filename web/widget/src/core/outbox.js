// What the visitor sent and the server has not acknowledged. Each message has its id from the start, so that sending it again
// after a lost answer is still the same message. One at a time, in order; only a refusal lets the next one pass.

import { backoff } from "./backoff.js";

const PREFIX = "out:";
/** After so long without an answer it is said that it waits for a connection, in milliseconds. */
export const PATIENCE = 3000;

/** `store` keeps values by key and survives a reload; `lock` runs one tab's work at a time; `send` throws a problem with
    `status`, `message`, `code` and `pause`. */
export function createOutbox({ store, send, lock, changed = () => {}, acknowledged = (..._) => {}, random = Math.random, now = Date.now, id = newId }) {
  /** Acknowledged, but its entry has not come yet: it stays where it stands. */
  const settled = new Map();
  let known = new Map();
  let attempt = 0;
  let running = false;
  let wakeUp = null;
  let last = 0;

  const keyOf = (item) => `${PREFIX}${String(item.order).padStart(16, "0")}:${item.id}`;
  const items = () => store.keys(PREFIX).sort().map((key) => store.get(key)).filter(Boolean);
  const find = (wanted) => items().find((item) => item.id === wanted);
  const write = (item) => store.set(keyOf(item), item);

  /** Another tab's message that went while it was on its way has been sent; a refused one was taken back. */
  function notice() {
    const current = new Map(items().map((item) => [item.id, item]));
    for (const [each, item] of known) if (!current.has(each) && item.state !== "refused") settled.set(each, item);
    known = current;
    changed();
  }
  function remove(item, sent) {
    if (sent) settled.set(item.id, item);
    known.delete(item.id);
    store.remove(keyOf(item));
  }

  async function once() {
    const item = items().find(({ state }) => state !== "refused");
    if (!item) return false;
    try {
      const answer = await send(item);
      remove(item, true);
      attempt = 0;
      acknowledged(item, answer);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      write({ ...item, state: "refused", reason: problem.message, code: problem.code });
      attempt = 0;
    }
    notice();
    return true;
  }

  async function run() {
    if (running) return wakeUp?.();
    running = true;
    try {
      for (;;) {
        try {
          if (!(await lock(once))) break;
        } catch (problem) {
          const pause = Math.max(backoff(attempt++, { random }), problem.pause ?? 0);
          if (attempt === 1) setTimeout(changed, PATIENCE);
          changed();
          await new Promise((go) => {
            const timer = setTimeout(go, pause);
            // Who asked for a pause gets it.
            wakeUp = problem.pause ? null : () => { clearTimeout(timer); go(); };
          });
          wakeUp = null;
        }
      }
    } finally {
      running = false;
    }
    if (items().some(({ state }) => state !== "refused")) return run();
  }

  return {
    /** Takes a message in and returns it; it is sent as soon as it can be. */
    add({ text, files = [], category = null }) {
      last = Math.max(last + 1, now());
      const item = { id: id(), order: last, at: new Date(now()).toISOString(), text, files, category, state: "sending" };
      write(item);
      notice();
      run();
      return item;
    },
    retry(wanted) {
      const item = find(wanted);
      if (item?.state !== "refused") return;
      // An id that stands for another text can never be sent.
      if (item.code === "conflict-idempotency") {
        remove(item, false);
        item.id = id();
      }
      write({ ...item, state: "sending", reason: null, code: null });
      notice();
      run();
    },
    /** Takes a refused message back; its text goes back to who wrote it. */
    drop(wanted) {
      const item = find(wanted);
      if (item?.state !== "refused") return null;
      remove(item, false);
      notice();
      return item;
    },
    /** An entry with this key came: the server has the message, even if its answer was lost. */
    arrived(key) {
      if (settled.delete(key)) return;
      const item = find(key);
      if (!item) return;
      remove(item, false);
      notice();
    },
    /** Those on their way and those whose entry is still to come, in order. */
    shown: () => [...[...settled.values()].map((item) => ({ ...item, state: "sent" })), ...items()].sort((one, other) => one.order - other.order),
    pending: () => items().length,
    waits: (item) => attempt > 0 && now() - Date.parse(item.at) >= PATIENCE,
    wake: run,
    notice,
    clear() {
      items().forEach((item) => remove(item, false));
      settled.clear();
      notice();
    },
  };
}

/** 4xx is the message's own fault; that the session is over, that it took too long, or that it was too much, is not. */
export const isRefusal = ({ status }) => status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);

/** Pages that are not served over TLS have no randomUUID. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
