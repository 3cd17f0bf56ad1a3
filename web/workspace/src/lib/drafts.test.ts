import { beforeEach, describe, expect, test } from "vitest";
import { draftName, keepDraft, nextAttempt, openDraft, takeBack } from "./drafts";

const name = draftName("agent", "ticket", "reply");
let kept: Map<string, string>;
let storage: Storage;

beforeEach(() => {
  kept = new Map();
  storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() { return kept.size; },
  };
});

describe("a kept draft", () => {
  test("comes back", () => {
    keepDraft(storage, name, { text: "您好", attempt: null });
    expect(openDraft(storage, name)).toEqual({ text: "您好", attempt: null });
  });

  test("leaves nothing behind once it is empty", () => {
    keepDraft(storage, name, { text: "x", attempt: null });
    keepDraft(storage, name, { text: "", attempt: null });
    expect(kept.size).toBe(0);
  });

  test("that cannot be read is an empty one", () => {
    kept.set(name, "{");
    expect(openDraft(storage, name).text).toBe("");
  });

  test("that finds no room says so", () => {
    storage.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    expect(keepDraft(storage, name, { text: "x", attempt: null })).toBe(false);
  });
});

describe("a send without an answer", () => {
  const attempt = { key: "k", body: "first", seen: 4 };

  test("is tried again under the same key while the text is the same", () => {
    keepDraft(storage, name, { text: "", attempt });
    const draft = openDraft(storage, name);
    expect(draft.text).toBe("first");
    expect(nextAttempt(draft, 9)).toEqual(attempt);
  });

  test("becomes another one when the text was changed", () => {
    const next = nextAttempt({ text: "first, mended", attempt }, 9);
    expect(next).toMatchObject({ body: "first, mended", seen: 9 });
    expect(next.key).not.toBe("k");
  });

  test("stands before what was typed meanwhile", () => {
    expect(takeBack({ text: "second", attempt })).toEqual({ text: "first\n\nsecond", attempt: null });
  });
});

describe("files of a draft", () => {
  const file = { id: "f", name: "a.png", size: 3, type: "image/png", whole: true };

  test("are kept without a word beside them", () => {
    keepDraft(storage, name, { text: "", attempt: null, files: [file] });
    expect(openDraft(storage, name).files).toEqual([file]);
  });

  test("come back with a send that was cut off, before those added since", () => {
    const attempt = { key: "k", body: "see", seen: 1, files: [file] };
    const added = { ...file, id: "g" };
    expect(takeBack({ text: "and", attempt, files: [added] })).toMatchObject({ text: "see\n\nand", attempt: null, files: [file, added] });
  });

  test("make another message of the same words", () => {
    const attempt = { key: "k", body: "see", seen: 1, files: [file] };
    expect(nextAttempt({ text: "see", attempt, files: [file] }, 9)).toBe(attempt);
    expect(nextAttempt({ text: "see", attempt, files: [] }, 9).key).not.toBe("k");
  });
});
