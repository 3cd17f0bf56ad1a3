// "@mi" in front of the caret: somebody is about to be mentioned.
export interface Mentioning {
  from: number;
  to: number;
  typed: string;
}

export function mentionAt(text: string, caret: number): Mentioning | null {
  if (caret < 0) return null;
  const found = /(?:^|[^\p{L}\p{N}@])@([\p{L}\p{N}]{0,20})$/u.exec(text.slice(Math.max(0, caret - 24), caret));
  if (!found) return null;
  const typed = found[1] ?? "";
  // A whole number is a mention already.
  if (/^\d{4}$/.test(typed)) return null;
  return { from: caret - typed.length - 1, to: caret, typed };
}
