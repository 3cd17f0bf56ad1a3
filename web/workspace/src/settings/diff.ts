// What a change changed, leaf by leaf: for the history of the settings.

export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Lists of plain words are read as a whole: "a, b" says more than ".0" and ".1". */
const isWords = (value: Json): value is (string | number)[] => Array.isArray(value) && value.every((each) => typeof each === "string" || typeof each === "number");

/** What tells one thing of a list from the others, so that one that moved is not told as many that changed. */
function nameOf(value: Json, index: number): string {
  if (value && typeof value === "object" && !Array.isArray(value)) {
    const name = value.slug ?? value.key ?? value.name ?? value.kind ?? value.date ?? value.value;
    if (typeof name === "string" && name) return name;
  }
  return String(index + 1);
}

function leaves(value: Json | undefined, path: string, into: Map<string, string>): void {
  if (value === undefined || value === null || value === "") return;
  if (isWords(value)) {
    if (value.length) into.set(path, value.join(", "));
  } else if (Array.isArray(value)) {
    value.forEach((each, index) => leaves(each, join(path, nameOf(each, index)), into));
  } else if (typeof value === "object") {
    // A thing's kind stands in its name already.
    for (const [key, each] of Object.entries(value)) if (key !== "kind") leaves(each, join(path, key), into);
  } else {
    into.set(path, String(value));
  }
}

const join = (path: string, key: string): string => (path ? `${path} › ${key}` : key);

export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [before, after].map((value) => {
    const all = new Map<string, string>();
    leaves(value as Json, "", all);
    return all;
  }) as [Map<string, string>, Map<string, string>];
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return paths
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}
