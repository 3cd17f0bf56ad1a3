import type { Problem } from "@dengta/api";
import { expect, test } from "vitest";
import { askingIn } from "./asked";

const sent = "  🙂 Hello.\nPlease send your password. Bye";
const asks = { what: "password", sentence: { start: 9, end: 35 }, span: { start: 26, end: 34 }, better: "We never ask." };
const problem: Problem = { type: "/problems/asks-for-secret", status: 422, title: "", errors: [], asks };

test("the sentence and its words are found where they stand now", () => {
  const now = `More, typed since.\n\n${sent}`;
  const found = askingIn(problem, sent, now)!;
  expect(now.slice(found.from, found.to)).toBe("Please send your password.");
  expect(now.slice(...found.words)).toBe("password");
  expect(found.better).toBe("We never ask.");
});

test("there is nothing to mark once it was changed, nor in another refusal", () => {
  expect(askingIn(problem, sent, "Hello.")).toBeNull();
  expect(askingIn({ ...problem, asks: undefined }, sent, sent)).toBeNull();
  expect(askingIn(null, sent, sent)).toBeNull();
});
