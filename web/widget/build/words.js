// The sentences in locales/<language>/widget.ftl. The panel gets its own from the server; the loader's few are built into it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const LOCALES = resolve(import.meta.dirname, "../../../locales");
export const LANGUAGES = ["zh-CN", "zh-TW", "en", "ko", "ja"];
/** What the loader says before anything else is fetched. */
const LOADER = ["open", "close", "unread", "frame"];

/** The messages of one language by their ids; variables stand as `{name}`, as the server hands them to the panel. */
export function sentences(language) {
  const text = readFileSync(resolve(LOCALES, language, "widget.ftl"), "utf8");
  const found = text.matchAll(/^(widget-[\w-]+) = (.*(?:\n {4}.*)*)$/gm);
  return Object.fromEntries([...found].map(([, id, value]) => [id, plain(value)]));
}

const plain = (value) => value.replace(/\n +/g, " ").replace(/\{ \$(\w+) \}/g, "{$1}").replace(/\{ "(.*?)" \}/g, "$1");

/** The loader's words: by language, in the order of LOADER. */
export function loaderWords() {
  const table = LANGUAGES.map((language) => {
    const all = sentences(language);
    return [language, Object.fromEntries(LOADER.map((name) => [name, all[`widget-bubble-${name}`]]))];
  });
  return Object.fromEntries(table);
}
