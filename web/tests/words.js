// The sentences as the customer and the agent read them: the tests look for what a person would look for.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./places.js";

const FILES = ["common", "site", "secrets", "files", "mail", "desk", "workspace", "conversation", "lines", "desk-settings", "desk-help", "passkeys", "help", "official", "impostors"];

/**
 * A function from the id of a sentence, and the values of its variables, to its text. Sentences that choose between
 * forms (plurals) are not read here; no test needs one.
 */
export function wordsOf(language) {
  const sentences = new Map();
  for (const file of FILES) {
    const source = readFileSync(join(repository, "locales", language, `${file}.ftl`), "utf8");
    for (const [, id, text] of source.matchAll(/^([a-z][\w-]*) = (.+)$/gm)) sentences.set(id, text);
  }
  return (id, values = {}) => {
    const text = sentences.get(id);
    if (text === undefined) throw new Error(`locales/${language} has no one-line sentence ${id}`);
    return text.replace(/\{ \$(\w+) \}/g, (_, name) => String(values[name]));
  };
}
