import type { Outcome } from "@dengta/api";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forget, lastUndoable, push, retract, toasts, undo } from "./undo.svelte";

const ok: Outcome<unknown> = { ok: true, value: null };
const no = (status: number): Outcome<unknown> => ({ ok: false, problem: { type: "", status, title: "No", errors: [] } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  forget();
  vi.useRealTimers();
});

describe("Z", () => {
  test("takes back the last, then the one before", async () => {
    const done: string[] = [];
    for (const label of ["a", "b"]) push({ label, undo: async () => (done.push(label), ok) });
    await undo();
    await undo();
    await undo();
    expect(done).toEqual(["b", "a"]);
  });

  test("passes over what cannot be taken back", async () => {
    let back = false;
    push({ label: "a", undo: async () => ((back = true), ok) });
    push({ label: "told" });
    await undo();
    expect(back).toBe(true);
  });

  test("pressed twice takes back once", async () => {
    let count = 0;
    push({ label: "a", undo: async () => ((count += 1), ok) });
    await Promise.all([undo(), undo()]);
    expect(count).toBe(1);
  });

  test("still works when the toast has gone, but not after five minutes", () => {
    push({ label: "a", undo: async () => ok });
    vi.advanceTimersByTime(60_000);
    expect(toasts()).toEqual([]);
    expect(lastUndoable()?.label).toBe("a");
    vi.advanceTimersByTime(5 * 60_000);
    expect(lastUndoable()).toBeNull();
  });
});

describe("a send", () => {
  test("can be taken back for as long as it counts down, and then not", () => {
    push({ label: "sent", seconds: 10, undo: async () => ok });
    vi.advanceTimersByTime(9_900);
    expect(lastUndoable()?.label).toBe("sent");
    expect(toasts().length).toBe(1);
    vi.advanceTimersByTime(200);
    expect(lastUndoable()).toBeNull();
    expect(toasts()).toEqual([]);
  });
});

describe("a refusal", () => {
  test("is told, and ends it", async () => {
    push({ label: "a", undo: async () => no(409) });
    await undo();
    expect(toasts().at(-1)).toMatchObject({ tone: "bad", label: "No" });
    expect(lastUndoable()).toBeNull();
  });

  test("that was no answer leaves it for another try", async () => {
    let status = 0;
    push({ label: "a", undo: async () => (status === 0 ? no(0) : ok) });
    await undo();
    expect(lastUndoable()?.label).toBe("a");
    status = 200;
    await undo();
    expect(lastUndoable()).toBeNull();
  });
});

test("what was refused is neither shown nor taken back", () => {
  push({ label: "a", undo: async () => ok });
  retract(push({ label: "b", undo: async () => ok }));
  expect(toasts().map(({ label }) => label)).toEqual(["a"]);
  expect(lastUndoable()?.label).toBe("a");
});

test("three are shown at once, and nothing that still runs is taken back", () => {
  for (const label of ["a", "b", "c", "d"]) push({ label, undo: async () => ok });
  expect(toasts().map(({ label }) => label)).toEqual(["b", "c", "d"]);
  toasts().at(-1)!.progress = { done: 1, total: 2 };
  expect(lastUndoable()?.label).toBe("c");
});
