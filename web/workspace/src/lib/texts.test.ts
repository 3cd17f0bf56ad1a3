// Every text that the workspace asks for exists, alike, in every language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { commandIds, groups, presets } from "./command-table";
import { languages } from "./languages";
import { views } from "./view-names";

const source = join(import.meta.dirname, "..");
const locales = join(source, "../../../locales");
/** The files that the workspace loads beside the shared words. */
const FILES = /\{common,([\w,-]+)\}\.ftl/.exec(readFileSync(join(import.meta.dirname, "texts.svelte.ts"), "utf8"))![1]!.split(",");

const read = (language: string, file: string) => readFileSync(join(locales, language, `${file}.ftl`), "utf8");
/** Id → the variables that its text uses. */
function texts(ftl: string): Map<string, string> {
  const messages = new FluentResource(ftl).body.map((message) => {
    const names = JSON.stringify(message.value).matchAll(/"type":"var","name":"(\w+)"/g);
    return [message.id, [...new Set([...names].map(([, name]) => name))].sort().join()] as const;
  });
  return new Map(messages);
}

const asked = new Set<string>([
  ...commandIds.map((id) => `key-${id}`),
  ...groups.map((group) => `keys-${group}`),
  ...presets.map((preset) => `keys-preset-${preset}`),
  ...views.flatMap((view) => [`view-${view}`, `view-${view}-empty`]),
]);
for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
  if (!/\.(svelte|ts)$/.test(file) || file.endsWith(".test.ts")) continue;
  for (const [, id] of readFileSync(join(source, file), "utf8").matchAll(/\btext\("([^"]+)"/g)) asked.add(id!);
}

describe.each(languages)("%s", (language) => {
  const shared = texts(read(language, "common"));
  const all = FILES.map((file) => texts(read(language, file)));

  test("says everything that is asked for", () => {
    expect([...asked].filter((id) => !shared.has(id) && !all.some((own) => own.has(id)))).toEqual([]);
  });

  test.each(FILES)("says the same things in %s, with the same variables, as English", (file) => {
    expect(texts(read(language, file))).toEqual(texts(read("en", file)));
  });

  test.each(FILES)("has no line in %s that Fluent passes over", (file) => {
    const ftl = read(language, file);
    const written = [...ftl.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);
    expect([...texts(ftl).keys()]).toEqual(written);
  });

  test("says nothing twice", () => {
    const ids = [shared, ...all].flatMap((own) => [...own.keys()]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
