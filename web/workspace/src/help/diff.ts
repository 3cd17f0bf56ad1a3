// What changed between two texts: lines, and within a line that changed its words. Pure.

export interface Piece {
  kind: "same" | "out" | "in";
  text: string;
}
/** A line: as it was, gone, new, or changed within. `gap` stands for equal lines that are left out. */
export type Line = { kind: "same" | "out" | "in"; text: string } | { kind: "changed"; pieces: Piece[] } | { kind: "gap"; count: number };

/** Beyond it two texts are told as one that went and one that came: the comparison costs their product. */
const MAX_CELLS = 4_000_000;
/** Equal lines that are shown around a change. */
const AROUND = 2;
/** How much two lines must have in common to be told as one that changed. */
const ALIKE = 0.35;

/** The longest common run of two lists, as one list of what stayed, went and came. */
export function compare<T>(before: readonly T[], after: readonly T[]): { kind: "same" | "out" | "in"; value: T }[] {
  let [start, endBefore, endAfter] = [0, before.length, after.length];
  while (start < endBefore && start < endAfter && before[start] === after[start]) start += 1;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) [endBefore, endAfter] = [endBefore - 1, endAfter - 1];
  const [was, is] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  const told = (kind: "same" | "out" | "in", values: readonly T[]) => values.map((value) => ({ kind, value }));
  return [...told("same", before.slice(0, start)), ...middle(was, is), ...told("same", before.slice(endBefore))];
}

function middle<T>(was: readonly T[], is: readonly T[]): { kind: "same" | "out" | "in"; value: T }[] {
  const width = is.length + 1;
  if (was.length === 0 || is.length === 0 || was.length * width > MAX_CELLS) {
    return [...was.map((value) => ({ kind: "out" as const, value })), ...is.map((value) => ({ kind: "in" as const, value }))];
  }
  // common[i][j]: the length of the longest common run of was[i…] and is[j…].
  const common = new Uint32Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = was[i] === is[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const told: { kind: "same" | "out" | "in"; value: T }[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      told.push({ kind: "same", value: was[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (j >= is.length || (i < was.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      told.push({ kind: "out", value: was[i]! });
      i += 1;
    } else {
      told.push({ kind: "in", value: is[j]! });
      j += 1;
    }
  }
  return told;
}

/** The words of a line, with what stands between them; in scripts without spaces as the browser parts them. */
export function words(line: string, language: string): string[] {
  if (typeof Intl.Segmenter === "undefined") return line.split(/(?<=\s)|(?=\s)/);
  return Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(line), ({ segment }) => segment);
}

export function lineDiff(before: string, after: string, language: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, value } of compare(words(before, language), words(after, language))) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += value;
    else pieces.push({ kind, text: value });
  }
  return joined(pieces);
}

/** Changes that only a space parts are one: "two days" became "a week", not "two" "a" and "days" "week". */
function joined(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  let [out, come] = ["", ""];
  const settle = () => {
    if (out) told.push({ kind: "out", text: out });
    if (come) told.push({ kind: "in", text: come });
    [out, come] = ["", ""];
  };
  pieces.forEach(({ kind, text }, index) => {
    const both = out !== "" && come !== "" && text.trim() === "" && index < pieces.length - 1;
    if (kind !== "in" && (kind === "out" || both)) out += text;
    if (kind !== "out" && (kind === "in" || both)) come += text;
    if (kind !== "same" || both) return;
    settle();
    told.push({ kind, text });
  });
  settle();
  return told;
}

const share = (pieces: readonly Piece[]): number => {
  const letters = (kinds: Piece["kind"][]) => pieces.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text.trim().length, 0);
  return (2 * letters(["same"])) / Math.max(1, 2 * letters(["same"]) + letters(["out", "in"]));
};

/** Lines that went next to lines that came are told as changed where they are alike. */
export function textDiff(before: string, after: string, language: string): Line[] {
  const told: Line[] = [];
  let [out, come]: [string[], string[]] = [[], []];
  const settle = () => {
    const pairs = Math.min(out.length, come.length);
    for (let index = 0; index < pairs; index += 1) {
      const pieces = lineDiff(out[index]!, come[index]!, language);
      if (share(pieces) >= ALIKE) told.push({ kind: "changed", pieces });
      else told.push({ kind: "out", text: out[index]! }, { kind: "in", text: come[index]! });
    }
    told.push(...out.slice(pairs).map((text) => ({ kind: "out" as const, text })), ...come.slice(pairs).map((text) => ({ kind: "in" as const, text })));
    [out, come] = [[], []];
  };
  for (const { kind, value } of compare(before.split("\n"), after.split("\n"))) {
    if (kind === "out") out.push(value);
    else if (kind === "in") come.push(value);
    else {
      settle();
      told.push({ kind, text: value });
    }
  }
  settle();
  return told;
}

/** Long runs of equal lines between changes are left out. */
export function folded(lines: readonly Line[]): Line[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== "same"));
  const told: Line[] = [];
  lines.forEach((line, index) => {
    if (near[index]) return void told.push(line);
    const last = told.at(-1);
    if (last?.kind === "gap") last.count += 1;
    else told.push({ kind: "gap", count: 1 });
  });
  return told;
}
