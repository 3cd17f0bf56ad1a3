// A message that was stopped because it asks for a secret: where it asks, in what the composer holds now.
import type { Problem } from "@dengta/api";

export interface Asking {
  /** The sentence that asks, by code units. */
  from: number;
  to: number;
  /** The words that name the secret. */
  words: [number, number];
  /** What may stand in its place. */
  better: string;
}

/** `sent` is what was stopped. Null once the sentence is not there any more. */
export function askingIn(problem: Problem | null, sent: string, now: string): Asking | null {
  const asks = problem?.asks;
  if (!asks) return null;
  // The server counts code points, after the white space around the message.
  const points = [...sent.trim()];
  const part = (start: number, end: number) => points.slice(start, end).join("");
  const sentence = part(asks.sentence.start, asks.sentence.end);
  const from = sentence ? now.indexOf(sentence) : -1;
  if (from < 0) return null;
  const at = from + part(asks.sentence.start, asks.span.start).length;
  return { from, to: from + sentence.length, words: [at, at + part(asks.span.start, asks.span.end).length], better: asks.better };
}
