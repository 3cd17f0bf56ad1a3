import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox, isRefusal } from "../src/core/outbox.js";

/** A browser's storage, and tabs that share it. */
function place() {
  const disk = new Map();
  const store = {
    get: (key) => (disk.has(key) ? JSON.parse(disk.get(key)) : null),
    set: (key, value) => disk.set(key, JSON.stringify(value)),
    remove: (key) => disk.delete(key),
    keys: (start) => [...disk.keys()].filter((key) => key.startsWith(start)),
  };
  let line = Promise.resolve();
  const lock = (act) => (line = line.then(act, act));
  return { store, lock };
}
const problem = (status, more = {}) => Object.assign(new Error("No."), { status, ...more });
const until = async (truth) => { for (let tries = 0; !truth(); tries++) { assert.ok(tries < 500, "never came true"); await new Promise((go) => setTimeout(go, 2)); } };
let last = 0;
const tab = (shared, send, more = {}) => createOutbox({ ...shared, send, id: () => `id-${++last}`, random: () => 0, ...more });

test("messages go in order, one at a time", async () => {
  const sent = [];
  let busy = 0;
  const outbox = tab(place(), async ({ text }) => {
    assert.equal(++busy, 1);
    await new Promise((go) => setTimeout(go, 3));
    busy--;
    sent.push(text);
  });
  for (const text of ["a", "b", "c"]) outbox.add({ text });
  assert.deepEqual(outbox.shown().map(({ state }) => state), ["sending", "sending", "sending"]);
  await until(() => outbox.pending() === 0);
  assert.deepEqual(sent, ["a", "b", "c"]);
});

test("after a failure the same id goes again, and what was written later waits", async () => {
  const tried = [];
  let down = true;
  const outbox = tab(place(), async ({ id, text }) => {
    tried.push([id, text]);
    if (down) throw problem(0);
  });
  outbox.add({ text: "a" });
  outbox.add({ text: "b" });
  await until(() => tried.length === 1);
  down = false;
  await new Promise((go) => setTimeout(go, 10));
  outbox.wake();
  await until(() => outbox.pending() === 0);
  assert.deepEqual(tried.map(([, text]) => text), ["a", "a", "b"]);
  assert.equal(tried[0][0], tried[1][0]);
});

test("a reload loses nothing", async () => {
  const shared = place();
  tab(shared, () => new Promise(() => {}), { lock: () => new Promise(() => {}) }).add({ text: "a", files: [{ id: "f" }] });
  const sent = [];
  const again = tab(shared, async (item) => { sent.push(item); });
  assert.equal(again.shown()[0].text, "a");
  await again.wake();
  assert.deepEqual([sent[0].text, sent[0].files], ["a", [{ id: "f" }]]);
});

test("a refusal is told with its reason and lets the next one pass; it can be tried again or taken back", async () => {
  let refuse = true;
  const outbox = tab(place(), async ({ text }) => { if (text === "bad" && refuse) throw problem(422, { code: "x" }); });
  const bad = outbox.add({ text: "bad" });
  outbox.add({ text: "good" });
  await until(() => outbox.pending() === 1);
  assert.deepEqual(outbox.shown().filter(({ state }) => state !== "sent").map(({ state, reason }) => [state, reason]), [["refused", "No."]]);
  outbox.retry(bad.id);
  await until(() => outbox.shown().some(({ state }) => state === "refused"));
  assert.equal(outbox.drop(bad.id).text, "bad");
  assert.equal(outbox.pending(), 0);
  refuse = false;
});

test("an id that stands for another text is changed before it is tried again", async () => {
  const ids = [];
  const outbox = tab(place(), async ({ id }) => {
    ids.push(id);
    if (ids.length === 1) throw problem(422, { code: "conflict-idempotency" });
  });
  const item = outbox.add({ text: "a" });
  await until(() => outbox.shown()[0]?.state === "refused");
  outbox.retry(item.id);
  await until(() => outbox.pending() === 0);
  assert.notEqual(ids[0], ids[1]);
});

test("two tabs send each message once", async () => {
  const shared = place();
  const sent = [];
  const send = async ({ text }) => {
    await new Promise((go) => setTimeout(go, 2));
    sent.push(text);
  };
  const [one, other] = [tab(shared, send), tab(shared, send)];
  for (let at = 0; at < 5; at++) {
    one.add({ text: `one ${at}` });
    other.add({ text: `other ${at}` });
  }
  await until(() => one.pending() === 0);
  assert.equal(sent.length, 10);
  assert.equal(new Set(sent).size, 10);
});

test("what another tab sent stays until its entry comes", () => {
  const shared = place();
  const stuck = { lock: () => new Promise(() => {}) };
  const [one, other] = [tab(shared, async () => {}, stuck), tab(shared, async () => {}, stuck)];
  const item = one.add({ text: "a" });
  other.notice();
  shared.store.remove(shared.store.keys("out:")[0]);
  other.notice();
  assert.deepEqual(other.shown().map(({ state }) => state), ["sent"]);
  other.arrived(item.id);
  assert.deepEqual(other.shown(), []);
});

test("an entry is an acknowledgement, when the answer was lost", async () => {
  const outbox = tab(place(), async () => { throw problem(0); });
  const item = outbox.add({ text: "a" });
  outbox.arrived(item.id);
  assert.equal(outbox.pending(), 0);
});

test("the server's pause is kept", async () => {
  let tries = 0;
  const outbox = tab(place(), async () => { if (++tries === 1) throw problem(429, { pause: 60 }); });
  const began = Date.now();
  outbox.add({ text: "a" });
  await until(() => tries === 1);
  outbox.wake();
  await until(() => outbox.pending() === 0);
  assert.ok(Date.now() - began >= 55);
});

test("what is a refusal", () => {
  assert.deepEqual([400, 403, 409, 413, 422].map((status) => isRefusal({ status })), Array(5).fill(true));
  assert.deepEqual([0, 401, 408, 425, 429, 500, 503].map((status) => isRefusal({ status })), Array(7).fill(false));
});
