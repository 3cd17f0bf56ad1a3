// Every text that the workspace asks for exists, alike, in every language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { languages } from "./languages";

const source = join(import.meta.dirname, "..");
const locales = join(source, "../../../locales");

const read = (language: string, file: string) => readFileSync(join(locales, language, file), "utf8");
/** Id → the variables that its text uses. */
function texts(ftl: string): Map<string, string> {
  const messages = new FluentResource(ftl).body.map((message) => {
    const names = JSON.stringify(message.value).matchAll(/"type":"var","name":"(\w+)"/g);
    return [message.id, [...new Set([...names].map(([, name]) => name))].sort().join()] as const;
  });
  return new Map(messages);
}

const asked = new Set<string>();
for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
  if (!/\.(svelte|ts)$/.test(file) || file.endsWith(".test.ts")) continue;
  for (const [, id] of readFileSync(join(source, file), "utf8").matchAll(/\btext\("([^"]+)"/g)) asked.add(id!);
}

describe.each(languages)("%s", (language) => {
  const desk = read(language, "desk.ftl");
  const own = texts(desk);
  const shared = texts(read(language, "common.ftl"));

  test("says everything that is asked for", () => {
    expect([...asked].filter((id) => !own.has(id) && !shared.has(id))).toEqual([]);
  });

  test("says the same things, with the same variables, as English", () => {
    expect(own).toEqual(texts(read("en", "desk.ftl")));
  });

  test("has no line that Fluent passes over", () => {
    const written = [...desk.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);
    expect([...own.keys()]).toEqual(written);
  });

  test("says nothing twice", () => {
    expect([...own.keys()].filter((id) => shared.has(id))).toEqual([]);
  });
});
